"""Marks: a place in an item that bears on something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.record import Record, choice, plain, reference
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Mark(Record):
    """Item and locator (`¶4`, `00:41.320`, `p. 2`) → one target: a person, event, place, proceeding or item."""

    noun: ClassVar[str] = "mark"

    item: int | None = reference("item", N_("Item"), required=True)
    locator: str | None = plain(N_("Place in the item"))
    person: int | None = reference("person", N_("Person"))
    event: int | None = reference("event", N_("Event"))
    place: int | None = reference("place", N_("Place"))
    proceeding: int | None = reference("proceeding", N_("Proceeding"))
    target: int | None = reference("item", N_("Other item"))
    stance: str = choice("link_stance", N_("Bearing"), "", required=True)
    quote: str | None = plain(N_("Quotation"), searched=True)
    grade: str | None = plain(N_("Grade"))
    note: str | None = plain(N_("Note"), searched=True)
