"""The shapes of a form: entries in sections, and the records that are written inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain.record import Kind
from evidence_app.services.consent_card import Card


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen: the code that is stored, the words that are shown."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a reference may hold: its code, where it has one, and what it is called."""

    noun: str
    record_id: int
    code: str
    title: str
    locator: str | None = None

    @property
    def citation(self) -> str:
        """The code, with the place where there is one."""
        return f"{self.code} {self.locator or ''}".strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a form.

    `value` is a domain value; of a secret field it is None, and `is_hidden` tells that it holds something. A reference
    holds a `Candidate`; `place` names the field beside it that holds the place in the source. Of text in several
    languages, `choices` are the languages. `is_stated` tells that it is a fact which sources state, not a decision of
    the team; `assertions` counts what they say, `source` cites the preferred one.
    """

    name: str
    kind: Kind
    label: str
    value: Any = None
    choices: tuple[Choice, ...] = ()
    noun: str = ""
    place: str = ""
    is_secret: bool = False
    is_hidden: bool = False
    is_fixed: bool = False
    is_multiline: bool = False
    is_required: bool = False
    may_be_empty: bool = True
    is_stated: bool = False
    assertions: int = 0
    source: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the field holds nothing."""
        return not self.is_hidden and (
            self.value is None or self.value in ("", ()) or not (self.value or self.value == 0)
        )


@dataclass(frozen=True, slots=True)
class FormSection:
    """Entries under one heading; the heading may be empty."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding lies on the outline of a body; in thousandths."""

    view: str
    x: int
    y: int
    basis: str | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """A record written inside the form, in words; `target` is the citation of who or what it names."""

    noun: str
    record_id: int
    words: str
    more: str = ""
    target: str = ""
    sources: tuple[str, ...] = ()
    needs_source: bool = False
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class PartTable:
    """The records of one part: the first of them, how many there are, and what they come to where that is said."""

    noun: str
    by: str
    title: str
    rows: tuple[PartRow, ...]
    total: int
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A record to be read and changed; `record_id` is 0 while it is not recorded yet."""

    noun: str
    record_id: int
    uid: str
    code: str
    title: str
    badges: tuple[str, ...]
    sections: tuple[FormSection, ...]
    parts: tuple[PartTable, ...] = ()
    voided: str | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)
