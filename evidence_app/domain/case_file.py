"""The case itself: one row an archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, integer, many, plain, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class CaseFile(Record):
    """Title, languages and zone of the case, and the number blocks of this copy (docs/FORMAT.md §5)."""

    noun: ClassVar[str] = "case_file"

    code: str = plain(N_("Case number"), "")
    title: Localised = words(N_("Title"), required=True, searched=True)
    summary: Localised = words(N_("Summary"), searched=True, multiline=True)
    country: str | None = plain(N_("Country"), codes="country")
    languages: tuple[str, ...] = many(N_("Languages"), codes="language")
    zone: str = plain(N_("Time zone"), "Asia/Almaty")
    court: Localised = words(N_("Court or body"))
    holidays: str | None = plain(N_("Calendar of public holidays"), codes="country")
    own_holidays: tuple[str, ...] = many(N_("Days off of our own"))
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")
    log: str = plain(N_("Log of this copy"), "")
    first_block: int = integer(N_("First number block"), 0)
    block_step: int = integer(N_("Step between number blocks"), 1)
