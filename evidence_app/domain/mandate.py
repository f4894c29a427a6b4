"""Mandates: who represents whom, by which paper, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Mandate(Record):
    """One power of attorney or order of appointment."""

    noun: ClassVar[str] = "mandate"

    client: int | None = reference("person", N_("Client"), required=True)
    lawyer: int | None = reference("person", N_("Representative"), required=True)
    proceeding: int | None = reference("proceeding", N_("Proceeding"))
    scope: Localised = words(N_("Scope"))
    power: int | None = reference("item", N_("Power of attorney"))
    begins: PartialDate | None = when(N_("From"))
    ends: PartialDate | None = when(N_("Until"))
    note: str | None = plain(N_("Note"))
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")


def is_in_force(mandate: Mandate, today: str) -> bool:
    """Tell whether a mandate holds on a day (`YYYY-MM-DD`, local)."""
    begins = mandate.begins.earliest if mandate.begins else None
    ends = mandate.ends.latest if mandate.ends else None
    has_begun = begins is None or begins <= f"{today}T23:59:59"
    return mandate.voided is None and has_begun and (ends is None or ends >= f"{today}T00:00:00")
