"""Fields that a case defines for itself, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, integer, many, plain, reference, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class OwnField(Record):
    """A field of the case's own for one kind of record; `kind` says what it holds (vocabulary `own_kind`)."""

    noun: ClassVar[str] = "own_field"

    name: Localised = words(N_("Title"), required=True)
    of_noun: str = plain(N_("Kind of record"), "", required=True)
    kind: str = choice("own_kind", N_("Holds"), "TEXT")
    choices: tuple[str, ...] = many(N_("Choices"))
    place: int | None = integer(N_("Order"))


@dataclass(frozen=True, kw_only=True)
class OwnValue(Record):
    """What an own field of one record (by uid) holds: text, digits, EDTF or a choice; a person by reference."""

    noun: ClassVar[str] = "own_value"

    own_field: int | None = reference("own_field", N_("Field"), required=True)
    subject: str = plain(N_("Record"), "", required=True)
    value: str | None = plain(N_("Value"), searched=True)
    person: int | None = reference("person", N_("Person"))
