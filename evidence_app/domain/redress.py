"""What a person asks for and still can ask for: measures of protection, remedies, exhaustion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, plain, reference, when, words
from evidence_app.system.words import N_

_ASKED, _SOURCE = N_("Request"), N_("Source")


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """A measure of protection asked for one person."""

    noun: ClassVar[str] = "measure"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str = choice("protection_measure", N_("Measure"), "", required=True, group=_ASKED)
    state: str = choice("measure_state", N_("State"), "", required=True, group=_ASKED)
    body: Localised = words(N_("Body"), group=_ASKED)
    asked: PartialDate | None = when(N_("Asked on"), group=_ASKED)
    begins: PartialDate | None = when(N_("From"), group=_ASKED)
    ends: PartialDate | None = when(N_("Until"), group=_ASKED)
    note: str | None = plain(N_("Note"), group=_ASKED)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C2", group=_SOURCE)


@dataclass(frozen=True, kw_only=True)
class Remedy(Record):
    """A form of reparation that a person seeks (UN Basic Principles on Remedy, 2005, paragraphs 19 to 23)."""

    noun: ClassVar[str] = "remedy"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str = choice("remedy", N_("Remedy"), "", required=True, group=_ASKED)
    description: Localised = words(N_("Description"), searched=True, group=_ASKED)
    proceeding: int | None = reference("proceeding", N_("Proceeding"), group=_ASKED)
    outcome: str | None = choice("outcome", N_("Outcome"), group=_ASKED)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_SOURCE)


@dataclass(frozen=True, kw_only=True)
class Exhaustion(Record):
    """How far one domestic remedy has been used by one person (CAT art. 22 (5) (b), ICCPR-OP1 art. 5 (2) (b))."""

    noun: ClassVar[str] = "exhaustion"

    person: int | None = reference("person", N_("Person"), required=True)
    avenue: str = choice("avenue", N_("Remedy"), "", required=True, group=_ASKED)
    state: str = choice("exhaustion_state", N_("State"), "", required=True, group=_ASKED)
    ended: PartialDate | None = when(N_("Final decision on"), group=_ASKED)
    grounds: Localised = words(N_("Grounds"), searched=True, group=_ASKED)
    proceeding: int | None = reference("proceeding", N_("Proceeding"), group=_ASKED)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_SOURCE)
