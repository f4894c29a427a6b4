"""Testimonies of the fictional case: told in paragraphs, translated, and marked against what they bear on."""

from __future__ import annotations

from datetime import date, timedelta

from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.domain.vocabulary import label
from evidence_app.services.synthesis import prose
from evidence_app.services.synthesis.cast import Cast, Victim
from evidence_app.services.synthesis.course import Wave
from evidence_app.services.synthesis.prose import Paragraph, Story
from evidence_app.services.synthesis.scene import ZONE, Scene, on
from evidence_app.system import words

# One after the other, as statements are taken in a case: police, lawyers, court.
_FORMS = ("POLICE", "INTERVIEW", "COURT", "WRITTEN")
_PLACES = {"POLICE": "police", "COURT": "court"}
_EVENT_OF_STAGE = {
    "arrest": "ARREST",
    "transport": "TRANSFER",
    "facility": "DETENTION",
    "treatment": "DETENTION",
    "confession": "INTERROG",
    "release": "RELEASE",
    "complaint": "COMPLAINT",
}
_MS_A_LETTER, _PAUSE_MS = 70, 900
_MARKED = 0.5


def take(scene: Scene, cast: Cast, waves: tuple[Wave, ...], count: int) -> None:
    """Add testimonies, turn by turn of each victim."""
    speakers = [(wave, victim) for wave in waves for victim in wave.victims]
    scene.rng.shuffle(speakers)
    for number in range(count if speakers else 0):
        wave, victim = speakers[number % len(speakers)]
        turn = number // len(speakers)
        testimony = _testimony(scene, cast, wave, victim, turn)
        story = wave.stories[victim.person.id]
        told = prose.tell(story, scene.rng, scene.rng.randint(prose.FEWEST, prose.MOST))
        _segments(scene, testimony, story, told)
        for number_in, paragraph in enumerate(told, 1):
            _marks(scene, cast, wave, testimony, paragraph, number_in)


def _testimony(scene: Scene, cast: Cast, wave: Wave, victim: Victim, turn: int) -> Testimony:
    """Add the testimony itself; the complaint of which it tells lies months back."""
    form = _FORMS[turn % len(_FORMS)]
    complained = wave.slots["complained"]
    assert isinstance(complained, date)
    taken = on(complained + timedelta(90 + 75 * turn + scene.rng.randint(0, 40)))
    title = {tag: f"{label('testimony_kind', form, tag)}, {taken.in_words(tag)}" for tag in words.LANGUAGES}
    lawyer = cast.court_names["VICT_LAWYER" if form in {"INTERVIEW", "WRITTEN"} else "INVESTIGATOR"]
    is_spoken = form != "WRITTEN"
    return scene.add(
        Testimony(
            title=Localised.of(title),
            kind="TESTIMONY",
            relation="ORIGINAL",
            languages=(victim.language,),
            language=victim.language,
            source_person=victim.person.id,
            speaker=victim.person.id,
            form=form,
            taken=taken,
            made=taken,
            received=taken,
            zone=ZONE,
            place=scene.place(_PLACES.get(form, "bureau")),
            interviewer=lawyer.spellings[-1].full if is_spoken and form != "COURT" else None,
            oath=form == "COURT",
            recorded=is_spoken,
            read_back=form != "COURT",
            signed=form != "COURT",
            confidentiality=victim.person.confidentiality,
            reliability=scene.rng.choices("ABC", (20, 60, 20))[0],
            credibility=scene.rng.choices("123", (20, 60, 20))[0],
            verification=scene.rng.choice(("UNREVIEWED", "IN_REVIEW", "SOURCE_OK", "CONTENT_OK")),
        )
    )


def _segments(scene: Scene, testimony: Testimony, story: Story, told: list[Paragraph]) -> None:
    """Add the paragraphs with their times and, where they are not in English, their translations."""
    start = scene.rng.randint(1000, 8000)
    for number, paragraph in enumerate(told, 1):
        end = start + len(paragraph.text) * _MS_A_LETTER
        segment = scene.add(
            Segment(
                item=testimony.id,
                number=number,
                start_ms=start if testimony.recorded else None,
                end_ms=end if testimony.recorded else None,
                language=story.language,
                text=paragraph.text,
            )
        )
        if story.language != "en":
            scene.add(Translation(segment=segment.id, language="en", text=paragraph.english))
        start = end + _PAUSE_MS


def _marks(scene: Scene, cast: Cast, wave: Wave, testimony: Testimony, paragraph: Paragraph, number: int) -> None:
    """Mark what a paragraph bears on; half of the lesser ones are left for people to mark."""
    locator = f"¶{number}"
    if paragraph.stage == "treatment" or scene.rng.random() < _MARKED:
        for event in _events_of(wave, paragraph):
            quote = paragraph.text.split(". ")[0].rstrip(".") + "."
            scene.add(Mark(item=testimony.id, locator=locator, event=event.id, stance="SUPPORTS", quote=quote))
    if paragraph.names_officer:
        officer = cast.officers[str(wave.stories[testimony.speaker or 0].slots["officer"])]
        scene.add(Mark(item=testimony.id, locator=locator, person=officer.id, stance="IDENTIFIES"))


def _events_of(wave: Wave, paragraph: Paragraph) -> list[Event]:
    """Return the events that a paragraph tells of: the acts that it names, else that of its stage."""
    acts = [wave.acts[act] for act in paragraph.acts if act in wave.acts] if paragraph.stage == "treatment" else []
    return acts or [wave.events[_EVENT_OF_STAGE[paragraph.stage]]]
