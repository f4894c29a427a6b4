"""Exhibits of the fictional case: pictures, recordings and papers that are drawn when the case is made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.services.planting import FileSpec
from evidence_app.services.synthesis.cast import Cast
from evidence_app.services.synthesis.course import Wave
from evidence_app.services.synthesis.scene import ZONE, Scene, on, texts, worded

_ENDINGS = {"photo": "jpg", "video": "mp4", "audio": "wav", "document": "pdf"}
_MADE_AFTER = {"MEDICAL": "freed", "RELEASE": "freed", "COMPLAINT": "complained"}


def collect(scene: Scene, cast: Cast, waves: tuple[Wave, ...], count: int) -> None:
    """Add exhibits, in turn of each wave, with the files to be made for them."""
    subjects = texts()["subject"]
    for number in range(count if waves else 0):
        _exhibit(scene, cast, waves[number % len(waves)], subjects[number % len(subjects)], number)


def _exhibit(scene: Scene, cast: Cast, wave: Wave, subject: dict[str, Any], number: int) -> None:
    """Add one exhibit and what it bears on."""
    rng, form = scene.rng, subject["form"]
    after = wave.slots[_MADE_AFTER.get(subject["stage"], "date")]
    assert isinstance(after, date)
    made = on(after + timedelta(1), f"{rng.randint(8, 19):02}:{rng.randint(0, 59):02}")
    title = worded(subject, wave.slots)
    victim = rng.choice(wave.victims)
    is_graphic = subject.get("graphic", False)
    media = scene.add(
        Media(
            kind=subject["kind"],
            relation="ORIGINAL",
            title=title,
            source_person=victim.person.id if is_graphic or form == "audio" else None,
            made=made,
            zone=ZONE,
            place=wave.events.get(subject["stage"], wave.events["DETENTION"]).place,
            received=on(after + timedelta(rng.randint(20, 60))),
            received_from=cast.court_names["VICT_LAWYER"].spellings[-1].full,
            confidentiality="C2" if is_graphic else "C1",
            reliability=rng.choices("ABCD", (15, 50, 25, 10))[0],
            credibility=rng.choices("1234", (15, 50, 25, 10))[0],
            verification=rng.choice(("UNREVIEWED", "IN_REVIEW", "SOURCE_OK", "CONTENT_OK")),
            is_graphic=is_graphic,
            is_coerced=subject.get("coerced", False),
        )
    )
    lines = (texts()["notice"]["en"], texts()["notice"]["ru"], title.best("ru"), f"{number + 1} · {made.text}")
    name = f"{form}-{number + 1:04}.{_ENDINGS[form]}"
    scene.draft.files.append(FileSpec(media.id, name, form, lines, rng.randrange(2**31)))
    _mark(scene, wave, media, subject, victim.person.id)


def _mark(scene: Scene, wave: Wave, media: Media, subject: dict[str, Any], victim: int) -> None:
    """Mark what an exhibit bears on: its event, the victim it shows, the place."""
    event = wave.events.get(subject["stage"], wave.events["DETENTION"])
    locator = {"video": "00:01", "audio": "00:01", "document": "p. 1"}.get(subject["form"])
    stance = "CONTEXT" if subject.get("coerced") else "SUPPORTS"
    scene.add(Mark(item=media.id, locator=locator, event=event.id, stance=stance))
    if subject.get("graphic"):
        scene.add(Mark(item=media.id, person=victim, stance="DEPICTS"))
    elif event.place:
        scene.add(Mark(item=media.id, place=event.place, stance="DEPICTS"))
