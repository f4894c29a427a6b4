"""What all parts of the fictional case share: the draft, the dice, the places, and texts with slots."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record
from evidence_app.services.casebook import Casebook
from evidence_app.services.planting import Draft
from evidence_app.services.synthesis import prose
from evidence_app.services.synthesis.names import Registry
from evidence_app.system import paths, words

R = TypeVar("R", bound=Record)
ZONE = "Asia/Almaty"
Slots = Mapping[str, str | int | date]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where parts of the case are added, and the one source of chance."""

    draft: Draft
    rng: random.Random
    registry: Registry
    ground: Casebook

    @classmethod
    def of(cls, seed: int) -> Scene:
        """Open a scene with all its places."""
        draft, rng = Draft(), random.Random(seed)  # noqa: S311 - the same dice for the same seed, no secret
        ground = Casebook(paths.resources() / "samples" / "synthesis" / "ground.toml", draft)
        return cls(draft, rng, Registry(rng), ground)

    def place(self, key: str) -> int:
        """Return the number of a place."""
        return self.ground.id_of(key)

    def add(self, record: R) -> R:
        """Add a record to the case."""
        return self.draft.add(record)


@cache
def texts() -> dict[str, Any]:
    """Read titles and short texts."""
    return prose.read("texts")


def worded(row: Mapping[str, Any], slots: Slots | None = None, **further: str | int) -> Localised:
    """Return a text in the languages of the window, its slots filled."""
    known = prose.widened({**(slots or {}), **further})
    return Localised.of(
        {
            language: row[language].format_map(
                {name: prose.form(name, value, language) for name, value in known.items()}
            )
            for language in words.LANGUAGES
            if language in row
        }
    )


def on(day: date, clock: str = "") -> PartialDate:
    """Return a day, or a minute of it."""
    return PartialDate.parse(f"{day.isoformat()}T{clock}" if clock else day.isoformat())


def between(first: date, last: date) -> PartialDate:
    """Return a span of days."""
    return PartialDate.parse(f"{first.isoformat()}/{last.isoformat()}")
