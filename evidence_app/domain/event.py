"""Events and who took part in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, integer, many, plain, reference, when, words
from evidence_app.system.words import N_

_EVENT, _PLACE, _ACTS, _STANDING = N_("What and when"), N_("Where"), N_("What was done"), N_("Standing")
_PART, _COURT, _CLAIM, _SOURCE = N_("Part taken"), N_("Charge and outcome"), N_("Claim"), N_("Source")


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that happened; nested, with acts (vocabulary `act_type`) and purposes. Times are local civil time."""

    noun: ClassVar[str] = "event"
    letter: ClassVar[str] = "N"

    code: str = plain(N_("No."), "", fixed=True)
    parent: int | None = reference("event", N_("Part of"), group=_PLACE)
    kind: str | None = choice("event_kind", N_("Kind"), group=_EVENT)
    title: Localised = words(N_("Title"), required=True, searched=True, group=_EVENT)
    happened: PartialDate | None = when(N_("When"), group=_EVENT)
    zone: str | None = plain(N_("Time zone"), group=_EVENT)
    place: int | None = reference("place", N_("Place"), group=_PLACE)
    authority: Localised = words(N_("Authority"), searched=True, group=_PLACE)
    acts: tuple[str, ...] = many(N_("Acts"), vocabulary="act_type", group=_ACTS)
    purposes: tuple[str, ...] = many(N_("Purposes"), vocabulary="purpose", group=_ACTS)
    account: Localised = words(N_("Account"), searched=True, group=_ACTS, multiline=True)
    people_count: int | None = integer(N_("Number of people"), group=_ACTS)
    status: str = choice("event_status", N_("Status"), "ALLEGED", group=_STANDING)
    is_key: bool | None = flag(N_("Key event"), False, group=_STANDING)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_STANDING)


@dataclass(frozen=True, kw_only=True)
class Involvement(Record):
    """One person in one event or proceeding: 44 victims of one beating are one event and 44 of these.

    Sums are whole units of `currency` (ISO 4217); `role` is out of `role_event`, in a proceeding out of `role_proc`.
    """

    noun: ClassVar[str] = "involvement"

    person: int | None = reference("person", N_("Person"), required=True, group=_PART)
    event: int | None = reference("event", N_("Event"), group=_PART)
    proceeding: int | None = reference("proceeding", N_("Proceeding"), group=_PART)
    role: str = plain(N_("Role"), "", required=True, group=_PART)
    degree: str | None = choice("degree", N_("Degree"), group=_PART)
    identified: str | None = choice("ident_method", N_("How identified"), group=_PART)
    grade: str | None = plain(N_("Grade"), group=_PART)
    rank: Localised = words(N_("Rank and unit then"), group=_PART)
    consequences: Localised = words(N_("Consequences"), group=_PART)
    charge: Localised = words(N_("Charge"), group=_COURT)
    outcome: str | None = choice("outcome", N_("Outcome"), group=_COURT)
    sentence: Localised = words(N_("Sentence"), group=_COURT)
    head_of_loss: str | None = choice("head_of_loss", N_("Head of loss"), group=_CLAIM)
    claimed: int | None = integer(N_("Claimed"), group=_CLAIM)
    awarded: int | None = integer(N_("Awarded"), group=_CLAIM)
    paid: int | None = integer(N_("Paid"), group=_CLAIM)
    currency: str | None = plain(N_("Currency"), group=_CLAIM, codes="currency")
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
