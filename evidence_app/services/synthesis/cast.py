"""Who takes part in the fictional case: victims with their consents, officers, and those who act in court."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain.consent import Consent
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.services.synthesis.names import InventedName
from evidence_app.services.synthesis.scene import Scene, texts, worded

_PROTECTION = {"P0": 8, "P1": 14, "P2": 58, "P3": 15, "P4": 5}
# How people answer on each scope: given, given with conditions, refused, not asked; out of a hundred.
_ANSWERS = ("GIVEN", "LIMITED", "REFUSED", "NOT_ASKED")
_CONSENTS = {
    "RECORD": (97, 3, 0, 0),
    "STORE": (98, 2, 0, 0),
    "INTERNAL": (96, 4, 0, 0),
    "COURT_NAT": (82, 8, 8, 2),
    "COURT_INT": (50, 10, 15, 25),
    "MEDIA_NAMED": (8, 2, 80, 10),
}
_OWN_LANGUAGE = 0.72
_ENGLISH = 0.06
_ROLES = ("VICT_LAWYER", "DEF_LAWYER", "PROSECUTOR", "INVESTIGATOR", "JUDGE", "EXPERT")


@dataclass(frozen=True, slots=True)
class Victim:
    """A victim, with the language of their testimonies."""

    person: Person
    name: InventedName
    language: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody: victims, officers by the key of their description, others by their role in court."""

    victims: tuple[Victim, ...]
    officers: dict[str, Person]
    court: dict[str, Person]
    court_names: dict[str, InventedName]


def gather(scene: Scene, count: int) -> Cast:
    """Add all people to the case; victims first."""
    victims = tuple(_victim(scene, number) for number in range(count))
    officers = {key: _official(scene, "police", rank)[0] for key, rank in texts()["rank"].items()}
    court = {role: _official(scene, role, None) for role in _ROLES}
    return Cast(
        victims,
        officers,
        {role: person for role, (person, _name) in court.items()},
        {role: name for role, (_person, name) in court.items()},
    )


def _victim(scene: Scene, number: int) -> Victim:
    """Add a victim with names and consents."""
    rng = scene.rng
    name = scene.registry.name(rng.choices("MF", (78, 22))[0])
    protection = rng.choices(list(_PROTECTION), list(_PROTECTION.values()))[0]
    language = name.language if rng.random() < _OWN_LANGUAGE else "ru"
    language = "en" if rng.random() < _ENGLISH else language
    born = f"{rng.randint(1958, 2004)}" + (f"-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" if number % 2 else "")
    person = scene.add(
        Person(
            basis="CONSENT",
            protection=protection,
            confidentiality="C3" if protection == "P4" else "C1",
            sex=name.sex,
            born=PartialDate.parse(born),
            nationalities=(name.nationality,),
            languages=tuple(dict.fromkeys((name.language, "ru", language))),
            documents=(f"No. 00{rng.randrange(10**7):07}",),
            contacts=(f"+7 700 000 {rng.randrange(10**4):04}",),
            occupation=worded(rng.choice(texts()["occupation"])),
            recognised_victim=rng.random() < 0.8,
            represented=rng.random() < 0.5,
        )
    )
    for spelling in name.records(person.id):
        scene.add(spelling)
    _consents(scene, person, language)
    return Victim(person, name, language)


def _consents(scene: Scene, person: Person, language: str) -> None:
    """Add what a person allowed; now and then one is taken back later."""
    for scope, weights in _CONSENTS.items():
        status = scene.rng.choices(_ANSWERS, weights)[0]
        asked = status != "NOT_ASKED"
        scene.add(
            Consent(
                person=person.id,
                scope=scope,
                status=status,
                given=PartialDate.parse(f"2023-12-{scene.rng.randint(1, 28):02}") if asked else None,
                form="WRITTEN" if asked else None,
                language=language if asked else None,
            )
        )
        if scope == "COURT_INT" and status == "GIVEN" and scene.rng.random() < 0.1:
            withdrawn = PartialDate.parse("2024-09")
            scene.add(Consent(person=person.id, scope=scope, status="WITHDRAWN", withdrawn=withdrawn))


def _official(scene: Scene, office: str, rank: dict[str, str] | None) -> tuple[Person, InventedName]:
    """Add somebody who acts in an official capacity; officers have a rank, the others an occupation."""
    name = scene.registry.name("M" if rank else scene.rng.choice("MF"), scene.rng.choice(("kazakh", "russian")))
    held = worded(texts()["office"][office])
    person = Person(basis="OFFICIAL", protection="P0", sex=name.sex)
    person = scene.add(person.but(organisation=held, rank=worded(rank)) if rank else person.but(occupation=held))
    for spelling in name.records(person.id):
        scene.add(spelling)
    return person, name
