"""Proceedings: case, instance, step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, many, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Proceeding(Record):
    """A case, an instance of it or a step in that; charges name the edition date of the law where it matters."""

    noun: ClassVar[str] = "proceeding"

    parent: int | None = reference("proceeding", N_("Part of"))
    kind: str = choice("proceeding_kind", N_("Kind"), "CRIMINAL")
    title: Localised = words(N_("Title"), required=True, searched=True)
    stage: str | None = choice("stage", N_("Stage"))
    body: Localised = words(N_("Body"), searched=True)
    reference_number: str | None = plain(N_("Number"), searched=True)
    charges: Localised = words(N_("Charges"), searched=True)
    opened: PartialDate | None = when(N_("From"))
    decided: PartialDate | None = when(N_("Decided on"))
    due: PartialDate | None = when(N_("Due"))
    due_rule: str | None = plain(N_("Rule of the deadline"))
    responsible: str | None = plain(N_("Responsible"))
    outcome: str | None = choice("outcome", N_("Outcome"))
    document: int | None = reference("item", N_("Document"))
    effectiveness: Localised = words(N_("Note on effectiveness"))
    notes: Localised = words(N_("Notes"), searched=True)
    sources: tuple[str, ...] = many(N_("Sources"))
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")
