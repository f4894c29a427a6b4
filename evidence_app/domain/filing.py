"""Filings and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, plain, reference, when, words
from evidence_app.system.words import N_

_FILING, _OUTCOME = N_("Filing or decision"), N_("Outcome")


@dataclass(frozen=True, kw_only=True)
class Filing(Item):
    """The document of a step of a proceeding: complaint, claim, judgment, appeal."""

    noun: ClassVar[str] = "filing"
    letter: ClassVar[str] = "F"
    base: ClassVar[type[Record] | None] = Item

    filing_type: str | None = choice("filing_type", N_("Type"), group=_FILING)
    body: Localised = words(N_("Body"), searched=True, group=_FILING)
    reference_number: str | None = plain(N_("Number"), searched=True, group=_FILING)
    filed: PartialDate | None = when(N_("Filed on"), group=_FILING)
    decided: PartialDate | None = when(N_("Decided on"), group=_FILING)
    filed_by: int | None = reference("person", N_("Filed by"), group=_FILING)
    filed_for: int | None = reference("person", N_("Filed for"), group=_FILING)
    answers: int | None = reference("item", N_("Answers"), group=_FILING)
    outcome: str | None = choice("outcome", N_("Outcome"), group=_OUTCOME)
    outcome_note: Localised = words(N_("Note on the outcome"), searched=True, group=_OUTCOME, multiline=True)
    is_held: bool | None = flag(N_("Document held"), group=_OUTCOME)
