"""Invented people's names: Kazakh, Kyrgyz, Uzbek and Russian, each in its own script, in Russian and in Latin."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from evidence_app.domain.person import PersonName
from evidence_app.system import paths

PEOPLES = ("kazakh", "kyrgyz", "uzbek", "russian")
_SHARES = (40, 22, 22, 16)
_TRIES = 100
_SOFT = ("й", "ж", "ч", "ш", "ц", "y", "zh", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name."""

    language: str
    script: str
    family: str
    given: str
    patronymic: str

    @property
    def full(self) -> str:
        """The name in its official order."""
        return f"{self.family} {self.given} {self.patronymic}"


@dataclass(frozen=True, slots=True)
class InventedName:
    """A name with its spellings: the own one first, Latin last; `sex` is M or F."""

    people: str
    sex: str
    nationality: str
    language: str
    spellings: tuple[Spelling, ...]

    def records(self, person: int) -> list[PersonName]:
        """Return the spellings as names of a person of a plan."""
        return [
            PersonName(
                person=person,
                kind="TRANSLIT" if number else "LEGAL",
                language=spelling.language,
                script=spelling.script,
                full=spelling.full,
                family=spelling.family,
                given=spelling.given,
                patronymic=spelling.patronymic,
                preferred=spelling.script not in {held.script for held in self.spellings[:number]},
            )
            for number, spelling in enumerate(self.spellings)
        ]


@dataclass
class Registry:
    """Gives names; no two people share a family name as long as there are enough."""

    rng: random.Random
    _given: set[str] = field(default_factory=set)

    def name(self, sex: str, people: str | None = None) -> InventedName:
        """Invent a name; of a people by chance where none is given."""
        people = people or self.rng.choices(PEOPLES, _SHARES)[0]
        bank = _bank()[people]
        for _ in range(_TRIES):
            stems = [first + second for first, second in zip(*self._parts(bank), strict=True)]
            if stems[1] not in self._given:
                break
        self._given.add(stems[1])
        return _compose(self.rng, people, sex, stems)

    def _parts(self, bank: dict[str, Any]) -> tuple[list[str], list[str]]:
        """Choose both parts of a family name, each in three spellings."""
        return self.rng.choice(bank["first"]).split("|"), self.rng.choice(bank["second"]).split("|")


def _compose(rng: random.Random, people: str, sex: str, stems: list[str]) -> InventedName:
    """Put a name together on the stems of a family name."""
    bank = _bank()[people]
    family = [_with_ending(stem, sex) for stem in stems]
    given = rng.choice(bank["male" if sex == "M" else "female"]).split("|")
    patronymic = _patronymic(rng, bank, sex)
    tags = [(bank["language"], bank["script"]), ("ru", "Cyrl"), ("en", "Latn")]
    spellings = [Spelling(*tag, *parts) for tag, *parts in zip(tags, family, given, patronymic, strict=True)]
    if people == "russian":
        del spellings[1]
    return InventedName(people, sex, bank["nationality"], bank["language"], tuple(spellings))


def _patronymic(rng: random.Random, bank: dict[str, Any], sex: str) -> list[str]:
    """Return a patronymic in three spellings."""
    written_out = bank.get("sons" if sex == "M" else "daughters")
    if written_out:
        return str(rng.choice(written_out)).split("|")
    father = rng.choice(bank["male"]).split("|")
    forms = bank["son" if sex == "M" else "daughter"].split("|")
    return [form.format(name) for form, name in zip(forms, father, strict=True)]


def _with_ending(stem: str, sex: str) -> str:
    """Add the ending of a family name, by script and sound: -ов, -ев, -ova, -eva."""
    is_latin = stem[0].isascii()
    is_soft = stem.endswith(_SOFT)
    stem = stem.removesuffix("й")
    if is_latin:
        return stem + ("ev" if is_soft else "ov") + ("a" if sex == "F" else "")
    return stem + ("ев" if is_soft else "ов") + ("а" if sex == "F" else "")


@cache
def _bank() -> dict[str, Any]:
    """Read the parts of names."""
    with (paths.resources() / "samples" / "synthesis" / "names.toml").open("rb") as stream:
        return tomllib.load(stream)
