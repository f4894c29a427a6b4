"""Filings and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Filing(Item):
    """The document of a step of a proceeding: complaint, claim, judgment, appeal."""

    noun: ClassVar[str] = "filing"
    letter: ClassVar[str] = "F"
    base: ClassVar[type[Record] | None] = Item

    filing_type: str | None = choice("filing_type", N_("Type"))
    body: Localised = words(N_("Body"), searched=True)
    reference_number: str | None = plain(N_("Number"), searched=True)
    filed: PartialDate | None = when(N_("Filed on"))
    decided: PartialDate | None = when(N_("Decided on"))
    filed_by: int | None = reference("person", N_("Filed by"))
    filed_for: int | None = reference("person", N_("Filed for"))
    answers: int | None = reference("item", N_("Answers"))
    outcome: str | None = choice("outcome", N_("Outcome"))
    outcome_note: Localised = words(N_("Note on the outcome"), searched=True)
    is_held: bool | None = flag(N_("Document held"), True)
