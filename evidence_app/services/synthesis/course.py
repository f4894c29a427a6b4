"""What happened in the fictional case: waves of arrests, each with its events and those who took part."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.vocabulary import label
from evidence_app.services.planting import handle
from evidence_app.services.synthesis import prose
from evidence_app.services.synthesis.cast import Cast, Victim
from evidence_app.services.synthesis.prose import Story
from evidence_app.services.synthesis.scene import ZONE, Scene, Slots, between, on, texts, worded

VICTIMS_A_WAVE = 8
_FIRST_DAY = date(2023, 11, 14)
_DAYS_OF_ARRESTS = 20
_VILLAGES = ("kumtobe", "tasbulak", "zhartas")
_PERSONAL = ("tool", "body", "injury", "officer", "relative", "charge")
_FURTHER_ACTS = ("ASPHYX_DRY", "STRESS_POS", "FALANGA", "ELECTRIC", "BURN", "DEATH_THREAT", "HUMILIATE")


@dataclass(frozen=True, slots=True)
class Wave:
    """People arrested together: what they share, their events by kind, those of ill-treatment by act."""

    slots: Slots
    victims: tuple[Victim, ...]
    events: dict[str, Event] = field(default_factory=dict)
    acts: dict[str, Event] = field(default_factory=dict)
    stories: dict[int, Story] = field(default_factory=dict)


def run(scene: Scene, cast: Cast) -> tuple[Wave, ...]:
    """Add all events and involvements to the case."""
    last = _FIRST_DAY + timedelta(_DAYS_OF_ARRESTS)
    root = scene.add(
        Event(
            kind="EPISODE",
            title=worded(texts()["event"]["root"]),
            happened=between(_FIRST_DAY, last),
            zone=ZONE,
            is_key=True,
        )
    )
    groups = [cast.victims[start : start + VICTIMS_A_WAVE] for start in range(0, len(cast.victims), VICTIMS_A_WAVE)]
    return tuple(_wave(scene, cast, root, number, victims) for number, victims in enumerate(groups))


def _wave(scene: Scene, cast: Cast, root: Event, number: int, victims: tuple[Victim, ...]) -> Wave:
    """Add one wave."""
    wave = Wave(_slots(scene, number), victims)
    for victim in victims:
        wave.stories[victim.person.id] = _story(scene, wave, victim)
    _events(scene, wave, root)
    _acts(scene, cast, wave)
    for event in wave.events.values():
        for victim in victims:
            scene.add(Involvement(person=victim.person.id, event=event.id, role="VICTIM"))
    _conflicting(scene, wave)
    return wave


def _slots(scene: Scene, number: int) -> Slots:
    """Choose what the people of a wave share."""
    bank, rng = prose.choices(), scene.rng
    slots: dict[str, str | int | date] = {name: rng.choice(values) for name, values in bank["numbers"].items()}
    slots |= {name: rng.choice(values) for name, values in bank["clocks"].items()}
    slots |= {name: rng.choice(list(bank[name])) for name in ("site", "vehicle")}
    day = _FIRST_DAY + timedelta(number % _DAYS_OF_ARRESTS)
    freed = day + timedelta(int(str(slots["days"])))
    complained = freed + timedelta(rng.randint(4, 12))
    return slots | {"village": _VILLAGES[number % 3], "date": day, "freed": freed, "complained": complained}


def _story(scene: Scene, wave: Wave, victim: Victim) -> Story:
    """Choose what one person lived through, within the wave."""
    own = {name: scene.rng.choice(list(prose.choices()[name])) for name in _PERSONAL}
    return Story(victim.language, victim.name.sex, scene.rng.randrange(10**6), {**wave.slots, **own})


def _events(scene: Scene, wave: Wave, root: Event) -> None:
    """Add the events that all people of a wave share."""
    day, freed, complained = (_day(wave, name) for name in ("date", "freed", "complained"))
    village, site = str(wave.slots["village"]), str(wave.slots["site"])
    course: list[tuple[str, PartialDate, str, tuple[str, ...]]] = [
        ("ARREST", on(day, str(wave.slots["time"])), site, ("UNLAW_DET",)),
        ("TRANSFER", on(day), village, ("SENSORY",)),
        ("DETENTION", between(day, freed), f"{village}-depot", ("UNLAW_DET", "INCOMM", "COLD_HEAT")),
        ("INTERROG", on(day + timedelta(1), str(wave.slots["night"])), f"{village}-office", ("COERCED_CONF",)),
        ("BROADCAST", on(freed), "region", ("COERCED_VIDEO",)),
        ("RELEASE", on(freed), village, ()),
        ("MEDICAL", on(freed + timedelta(1)), "hospital", ()),
        ("COMPLAINT", on(complained), "tasbulak", ()),
    ]
    for kind, happened, place, acts in course:
        if kind == "BROADCAST" and scene.rng.random() < 0.6:
            continue
        wave.events[kind] = scene.add(
            Event(
                parent=root.id,
                kind=kind,
                title=worded(texts()["event"][kind], wave.slots),
                happened=happened,
                zone=ZONE,
                place=scene.place(place),
                acts=acts,
                purposes=("CONFESS", "INTIM") if kind == "INTERROG" else (),
                account=worded(texts()["account"].get(kind, {}), wave.slots),
                people_count=int(str(wave.slots["count"])) if kind == "DETENTION" else None,
                status="CORROBORATED" if kind in {"DETENTION", "MEDICAL", "COMPLAINT"} else "ALLEGED",
                is_key=kind in {"DETENTION", "INTERROG"},
            )
        )


def _acts(scene: Scene, cast: Cast, wave: Wave) -> None:
    """Add the acts of ill-treatment of a wave, with those who suffered and those who did it."""
    rng, village = scene.rng, str(wave.slots["village"])
    for act in ("BEAT", "BEAT_OBJ", *rng.sample(_FURTHER_ACTS, 2)):
        titles = {
            language: row.replace("{act}", label("act_type", act, language).partition(" (")[0].lower())
            for language, row in texts()["event"]["ACT"].items()
        }
        wave.acts[act] = scene.add(
            Event(
                parent=wave.events["DETENTION"].id,
                kind="ACT",
                title=worded(titles, wave.slots),
                happened=on(_day(wave, "date") + timedelta(rng.randint(0, 3))),
                zone=ZONE,
                place=scene.place(f"{village}-room"),
                acts=(act,),
                purposes=tuple(rng.sample(("CONFESS", "PUNISH", "INTIM", "INFO"), rng.randint(1, 2))),
                status=rng.choices(("ALLEGED", "CORROBORATED", "FOUND", "DISPUTED"), (40, 40, 15, 5))[0],
                is_key=act == "BEAT_OBJ",
            )
        )
        _take_part(scene, cast, wave, wave.acts[act])


def _take_part(scene: Scene, cast: Cast, wave: Wave, event: Event) -> None:
    """Add who suffered an act and who is said to have done it."""
    rng = scene.rng
    for victim in rng.sample(wave.victims, max(1, round(0.6 * len(wave.victims)))):
        scene.add(Involvement(person=victim.person.id, event=event.id, role="VICTIM"))
    for officer in rng.sample(list(cast.officers.values()), rng.randint(1, 2)):
        scene.add(
            Involvement(
                person=officer.id,
                event=event.id,
                role="PERP",
                degree=rng.choice(("DIRECT", "ORDERED", "PRESENT", "SUSPECTED")),
                identified=rng.choice(("LINEUP", "PHOTO_ID", "NAMED", "UNIFORM")),
                grade=rng.choice("BCD") + rng.choice("123"),
                rank=officer.rank,
            )
        )


def _conflicting(scene: Scene, wave: Wave) -> None:
    """Add a second count beside the one told, as sources rarely agree on numbers."""
    event = wave.events["DETENTION"]
    told = event.people_count or 0
    for count, preferred in ((told, True), (told + scene.rng.choice((-3, -2, 2, 4)), False)):
        value = Localised.of(str(count), "zxx")
        scene.add(Assertion(subject=handle(event), field="people_count", value=value, preferred=preferred))


def _day(wave: Wave, name: str) -> date:
    """Return one of the days of a wave."""
    day = wave.slots[name]
    assert isinstance(day, date)
    return day
