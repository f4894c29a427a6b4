"""Assertions: a value with its source; several may stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.person import PersonName
from evidence_app.domain.record import Field, Record, flag, plain, reference, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Assertion(Record):
    """What a source says of one field of one record (by uid); conflicting ones all stay, one is preferred."""

    noun: ClassVar[str] = "assertion"

    subject: str = plain(N_("Record"), "", required=True)
    field: str = plain(N_("Field"), "", required=True)
    value: Localised = words(N_("Value"), required=True, searched=True)
    source: int | None = reference("item", N_("Source"))
    locator: str | None = plain(N_("Place in the source"))
    grade: str | None = plain(N_("Grade"))
    preferred: bool | None = flag(N_("Preferred"), False)


def may_differ(noun: type[Record], line: Field) -> bool:
    """Tell whether sources are set side by side for a field.

    Not for what no export may hold, nor for names: each spelling is a record with a source of its own, by which
    redaction knows it.
    """
    return not line.secret and noun is not PersonName
