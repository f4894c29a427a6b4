"""Deadlines, and the rules by which they are computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, integer, plain, reference, when, words
from evidence_app.system.words import N_

_DEADLINE, _RULE = N_("Deadline"), N_("Rule of the deadline")


@dataclass(frozen=True, kw_only=True)
class DeadlineRule(Record):
    """How a term runs: so many units from a starting day; `is_checked` only once a lawyer has confirmed it."""

    noun: ClassVar[str] = "deadline_rule"

    key: str = plain(N_("Key"), "", fixed=True)
    name: Localised = words(N_("Title"), required=True, group=_RULE)
    count: int = integer(N_("Length"), 15, required=True, group=_RULE)
    unit: str = choice("day_unit", N_("Unit"), "DAY", group=_RULE)
    runs_from: Localised = words(N_("Runs from"), group=_RULE)
    rolls: bool | None = flag(N_("A day off moves to the next working day"), True, group=_RULE)
    law: str | None = plain(N_("Provision"), group=_RULE)
    is_checked: bool | None = flag(N_("Confirmed by a lawyer"), False, group=_RULE)


@dataclass(frozen=True, kw_only=True)
class Deadline(Record):
    """A day by which something must be done; `due` may be set by hand, else it follows from `starts` and `rule`."""

    noun: ClassVar[str] = "deadline"

    title: Localised = words(N_("What must be done"), required=True, searched=True, group=_DEADLINE)
    proceeding: int | None = reference("proceeding", N_("Proceeding"), group=_DEADLINE)
    filing: int | None = reference("item", N_("Filing or decision"), group=_DEADLINE)
    person: int | None = reference("person", N_("For"), group=_DEADLINE)
    rule: int | None = reference("deadline_rule", N_("Rule of the deadline"), group=_DEADLINE)
    starts: PartialDate | None = when(N_("Runs from"), group=_DEADLINE)
    due: PartialDate | None = when(N_("Due"), group=_DEADLINE)
    done: PartialDate | None = when(N_("Done on"), group=_DEADLINE)
    responsible: str | None = plain(N_("Responsible"), group=_DEADLINE)
    note: str | None = plain(N_("Note"), group=_DEADLINE, multiline=True)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C2", group=_DEADLINE)
