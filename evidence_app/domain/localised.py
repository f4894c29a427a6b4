"""A text held in one or more languages, keyed by BCP 47 tag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_app.system import words


@dataclass(frozen=True, slots=True)
class Localised:
    """Text by language; the first language is the one it was written in."""

    texts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, value: Localised | Mapping[str, str] | str | None, language: str = "en") -> Localised:
        """Make one from a mapping, or from plain text in `language`."""
        if isinstance(value, Localised):
            return value
        if isinstance(value, Mapping):
            return cls(tuple((tag, text) for tag, text in value.items() if text))
        return cls(((language, value),)) if value else cls()

    def best(self, language: str | None = None) -> str:
        """Return the text in a language, else in English, else in the language it was written in."""
        known = dict(self.texts)
        wanted = language or words.language()
        return known.get(wanted) or known.get("en") or (self.texts[0][1] if self.texts else "")

    def as_dict(self) -> dict[str, str]:
        """Return the texts keyed by language tag."""
        return dict(self.texts)

    def __bool__(self) -> bool:
        return bool(self.texts)
