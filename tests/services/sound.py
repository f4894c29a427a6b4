"""A sound case with a little of everything, and ways to look at it and to harm it."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Testimony
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, consents, custody, intake, people, testimonies, verifying
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.verifying import Verification
from evidence_app.services.workspace import VAULT, Workspace

PASSPHRASE = "для проверки хватит"


def make(place: Path) -> Path:
    """Make a case with a little of everything and close it; returns its folder."""
    (place / "видео.mp4").write_bytes(random.Random(1).randbytes((1 << 20) + 5000))
    (place / "записка.txt").write_text("Короткая записка.", "utf-8")
    with cases.create(place / "case", "Проверка", PASSPHRASE, profile=Profile(64, 1, 1)) as ws:
        fill(ws, place)
    return place / "case"


def fill(ws: Workspace, place: Path) -> None:
    """Record a little of everything."""
    person = people.add(ws, Person(sex="F", born=PartialDate.parse("1980-05")), PersonName(full="Сәрсенова Айгүл"))
    people.protect(ws, person, "P3", reason="угрозы")
    with ws.act("event.added") as act:
        event = act.add(
            Event(title=Localised.of({"ru": "Задержание", "kk": "Ұстау"}), happened=PartialDate.parse("2022-01"))
        )
        act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    testimonies.add(
        ws,
        Testimony(language="ru", title=Localised.of("Рассказ", "ru"), speaker=person.id),
        [
            Paragraph("Меня задержали утром.", 0, 4000, {"en": "I was detained in the morning."}),
            Paragraph("Потом отпустили."),
        ],
    )
    consents.decide(ws, person, "COURT_NAT", "GIVEN")
    intake.run(ws, [place / "видео.mp4", place / "записка.txt"])
    custody.hand_over(ws, ws.records.item(2), "Эксперт", place="Алматы", seal="№ 17")


def checked(folder: Path) -> Verification:
    """Verify."""
    return verifying.verify(folder, PASSPHRASE)


def codes(found: Verification) -> set[str]:
    """Return what was found, by code."""
    return {finding.code for finding in found.findings}


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Change one bit of a file."""
    with path.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ (1 << bit)]))


def objects(folder: Path) -> list[Path]:
    """Return the sealed files of a case, the shortest first."""
    return sorted((path for path in (folder / VAULT).glob("??/*")), key=lambda path: path.stat().st_size)
