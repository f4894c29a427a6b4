"""Safeguards of detention, person by person (Méndez Principles 2021)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, plain, reference, words
from evidence_app.system.words import N_

_SAFEGUARD, _SOURCE = N_("Safeguard"), N_("Source")


@dataclass(frozen=True, kw_only=True)
class Safeguard(Record):
    """Whether one safeguard was kept for one person; no record means that nobody has asked."""

    noun: ClassVar[str] = "safeguard"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str = choice("safeguard", N_("Safeguard"), "", required=True, group=_SAFEGUARD)
    state: str = choice("safeguard_state", N_("State"), "NOT_ASKED", required=True, group=_SAFEGUARD)
    event: int | None = reference("event", N_("Event"), group=_SAFEGUARD)
    note: Localised = words(N_("Note"), searched=True, group=_SAFEGUARD)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_SOURCE)
