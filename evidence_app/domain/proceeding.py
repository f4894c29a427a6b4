"""Proceedings: case, instance, step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, many, plain, reference, when, words
from evidence_app.system.words import N_

_WHAT, _COURSE, _NOTES = N_("Proceeding"), N_("Course"), N_("Notes")


@dataclass(frozen=True, kw_only=True)
class Proceeding(Record):
    """A case, an instance of it or a step in that; charges name the edition date of the law where it matters."""

    noun: ClassVar[str] = "proceeding"

    parent: int | None = reference("proceeding", N_("Part of"), group=_WHAT)
    kind: str | None = choice("proceeding_kind", N_("Kind"), group=_WHAT)
    title: Localised = words(N_("Title"), required=True, searched=True, group=_WHAT)
    stage: str | None = choice("stage", N_("Stage"), group=_WHAT)
    body: Localised = words(N_("Body"), searched=True, group=_WHAT)
    reference_number: str | None = plain(N_("Number"), searched=True, group=_WHAT)
    charges: Localised = words(N_("Charges"), searched=True, group=_WHAT, multiline=True)
    opened: PartialDate | None = when(N_("From"), group=_COURSE)
    decided: PartialDate | None = when(N_("Decided on"), group=_COURSE)
    due: PartialDate | None = when(N_("Due"), group=_COURSE)
    due_rule: str | None = plain(N_("Rule of the deadline"), group=_COURSE)
    responsible: str | None = plain(N_("Responsible"), group=_COURSE)
    outcome: str | None = choice("outcome", N_("Outcome"), group=_COURSE)
    document: int | None = reference("item", N_("Document"), group=_COURSE)
    effectiveness: Localised = words(N_("Note on effectiveness"), group=_NOTES, multiline=True)
    notes: Localised = words(N_("Notes"), searched=True, group=_NOTES, multiline=True)
    sources: tuple[str, ...] = many(N_("Sources"), group=_NOTES)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_NOTES)
