"""A case with as many people as events, all of them invented; made once and kept beside other temporary files."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.testimony import Testimony
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases
from evidence_app.services.workspace import Workspace
from evidence_app.store.tables import TABLES
from evidence_app.store.unit_of_work import Act

PASSPHRASE = "four plain words here"
_PEOPLE_AN_ACT, _PLACES, _PHOTOGRAPHS = 80, 50, 100
_FAMILY = ("Абаев", "Бекова", "Ветров", "Ганиева", "Дюсенов", "Ержанова", "Жумабаев", "Ибраева", "Қасымов", "Ёлкина")
_GIVEN = ("Айна", "Берик", "Вера", "Гульмира", "Данияр", "Елена", "Жанар", "Ильяс", "Камила", "Марат")
_LATIN = ("Abayev", "Bekova", "Vetrov", "Ganiyeva", "Dyusenov", "Yerzhanova", "Zhumabayev", "Ibrayeva", "Kasymov")
_KINDS = ("ARREST", "ACT", "DETENTION", "RELEASE")
_ROLES = ("VICTIM",) * 7 + ("WITNESS", "PERP", "")


def kept(people: int) -> Path:
    """Return the case of so many people and events, of this schema and this recipe; made where it is not there."""
    schema = {name: sorted(table.c.keys()) for name, table in sorted(TABLES.items())}
    made_of = hashlib.sha256(repr(schema).encode() + Path(__file__).read_bytes()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"evidence-window-{made_of}-{people}"
    if not folder.exists():
        unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
        try:
            make(unfinished, people)
            unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def make(folder: Path, people: int) -> None:
    """Make the case; all that is in it follows from the number."""
    with cases.create(folder, "Benchmark", PASSPHRASE, profile=Profile(64, 1, 1)) as ws:
        crowd = _Crowd(ws)
        for start in range(0, people, _PEOPLE_AN_ACT):
            if sys.stderr.isatty():
                print(f"\r{start} of {people} people", end="", file=sys.stderr)
            with ws.act("case.synthesised") as act:
                for number in range(start, min(people, start + _PEOPLE_AN_ACT)):
                    crowd.add(act, number)


class _Crowd:
    """Adds person after person, each with an event and, now and then, more."""

    def __init__(self, ws: Workspace) -> None:
        self._chance = random.Random(1)
        with ws.act("case.synthesised") as act:
            self._places = [act.add(Place(name=Localised.of(f"Улица {n}", "ru"))).id for n in range(_PLACES)]
            photographs = [Media(kind="PHOTO", title=Localised.of(f"Снимок {n}", "ru")) for n in range(_PHOTOGRAPHS)]
            self._photographs = [act.add(photograph).id for photograph in photographs]

    def add(self, act: Act, number: int) -> None:
        """Add one person and what belongs to them."""
        chance, role = self._chance, self._chance.choice(_ROLES)
        country, family = chance.choice(("KZ", "KG", "UZ")), chance.randrange(len(_LATIN))
        person = act.add(Person(nationalities=(country,), protection="P0" if role == "PERP" else "P2")).id
        name = f"{_FAMILY[family]} {chance.choice(_GIVEN)} {number}"
        act.add(PersonName(person=person, full=name, language="ru", script="Cyrl", preferred=True))
        if number % 2:
            latin = f"{_LATIN[family]} {number}"
            act.add(PersonName(person=person, full=latin, language="en", script="Latn", kind="TRANSLIT"))
        event = self._event(act, number)
        if role:
            act.add(Involvement(person=person, event=event, role=role))
        if number % 2:
            scope = chance.choice(("INTERNAL", "COURT_NAT", "PUBLIC_NAMED"))
            act.add(Consent(person=person, scope=scope, status="GIVEN", given=PartialDate.parse("2022-02-12")))
        if number % 10 == 0:
            act.add(Testimony(language="ru", title=Localised.of(f"Рассказ {number}", "ru"), speaker=person))
            act.add(Mark(stance="SUPPORTS", item=chance.choice(self._photographs), person=person, event=event))

    def _event(self, act: Act, number: int) -> int:
        """Add an event on some day of two years, some without a date; returns its id."""
        day = f"{self._chance.choice((2021, 2022))}-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"
        return act.add(
            Event(
                kind=self._chance.choice(_KINDS),
                title=Localised.of({"ru": f"Задержание у рынка {number}", "en": f"Arrest near the market {number}"}),
                happened=PartialDate.parse(day) if number % 20 else None,
                place=self._chance.choice(self._places),
            )
        ).id
