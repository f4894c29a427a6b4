"""Identifications: who recognised whom, how, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, plain, reference, when
from evidence_app.system.words import N_

_WHO, _SOURCE = N_("Identification"), N_("Source")


@dataclass(frozen=True, kw_only=True)
class Identification(Record):
    """One person naming or recognising another, on one occasion."""

    noun: ClassVar[str] = "identification"

    identified: int | None = reference("person", N_("Who was identified"), required=True, group=_WHO)
    by: int | None = reference("person", N_("Identified by"), required=True, group=_WHO)
    method: str | None = choice("ident_method", N_("How"), group=_WHO)
    certainty: str = choice("certainty", N_("How sure"), "", required=True, group=_WHO)
    made: PartialDate | None = when(N_("When"), group=_WHO)
    event: int | None = reference("event", N_("Event"), group=_WHO)
    said: str | None = plain(N_("In the words of the witness"), searched=True, group=_WHO, multiline=True)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_SOURCE)
