"""Events and who took part in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, integer, many, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that happened; nested, with acts (vocabulary `act_type`) and purposes. Times are local civil time."""

    noun: ClassVar[str] = "event"
    letter: ClassVar[str] = "N"

    code: str = plain(N_("No."), "")
    parent: int | None = reference("event", N_("Part of"))
    kind: str = choice("event_kind", N_("Kind"), "EPISODE")
    title: Localised = words(N_("Title"), required=True, searched=True)
    happened: PartialDate | None = when(N_("When"))
    zone: str | None = plain(N_("Time zone"))
    place: int | None = reference("place", N_("Place"))
    acts: tuple[str, ...] = many(N_("Acts"), vocabulary="act_type")
    purposes: tuple[str, ...] = many(N_("Purposes"), vocabulary="purpose")
    account: Localised = words(N_("Account"), searched=True)
    people_count: int | None = integer(N_("Number of people"))
    status: str = choice("event_status", N_("Status"), "ALLEGED")
    is_key: bool | None = flag(N_("Key event"), False)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")


@dataclass(frozen=True, kw_only=True)
class Involvement(Record):
    """One person in one event or proceeding: 44 victims of one beating are one event and 44 of these.

    Sums are whole units of `currency` (ISO 4217); `role` is out of `role_event`, in a proceeding out of `role_proc`.
    """

    noun: ClassVar[str] = "involvement"

    person: int | None = reference("person", N_("Person"), required=True)
    event: int | None = reference("event", N_("Event"))
    proceeding: int | None = reference("proceeding", N_("Proceeding"))
    role: str = plain(N_("Role"), "", required=True)
    degree: str | None = choice("degree", N_("Degree"))
    identified: str | None = choice("ident_method", N_("How identified"))
    grade: str | None = plain(N_("Grade"))
    rank: Localised = words(N_("Rank and unit then"))
    consequences: Localised = words(N_("Consequences"))
    charge: Localised = words(N_("Charge"))
    outcome: str | None = choice("outcome", N_("Outcome"))
    sentence: Localised = words(N_("Sentence"))
    head_of_loss: str | None = choice("head_of_loss", N_("Head of loss"))
    claimed: int | None = integer(N_("Claimed"))
    awarded: int | None = integer(N_("Awarded"))
    paid: int | None = integer(N_("Paid"))
    currency: str | None = plain(N_("Currency"))
    source: int | None = reference("item", N_("Source"))
    locator: str | None = plain(N_("Place in the source"))
