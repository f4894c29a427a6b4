"""Charges: the provision, and the edition of the law in which it was applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Charge(Record):
    """One provision charged in one proceeding; laws are rewritten, so `edition` says which text is meant."""

    noun: ClassVar[str] = "charge"

    proceeding: int | None = reference("proceeding", N_("Proceeding"), required=True)
    law: Localised = words(N_("Law"), required=True, searched=True)
    article: str = plain(N_("Article"), "", required=True, searched=True)
    part: str | None = plain(N_("Part and item"))
    edition: PartialDate | None = when(N_("Edition of the law"))
    title: Localised = words(N_("Title"), searched=True)
    person: int | None = reference("person", N_("Against"))
    note: Localised = words(N_("Note"))
