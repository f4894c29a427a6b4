"""Deadlines as they are listed: when each is due, how far off, and how its day was counted, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.term import Due
from evidence_app.services import due_days, listing
from evidence_app.services.calendars import DaysOff
from evidence_app.services.parties import NOBODY, Party, parties
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _, ngettext_

SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline: `day` is ISO (empty while there is none), `state` overdue, today, soon, open, undated or done.

    `days` counts from today to the day; `is_own` tells that the day was set by hand although a rule gives another;
    `is_checked` is None where no rule stands behind the day.
    """

    id: int
    uid: str
    title: str
    day: str
    due: str
    days: int | None
    state: str
    state_words: str
    how: str
    rule: str
    is_checked: bool | None
    is_own: bool
    is_earliest: bool
    proceeding: int
    proceeding_title: str
    filing: str
    person: Party
    responsible: str
    done: str
    note: str


def rows(ws: Workspace, today: str = "", **equal: Any) -> list[DeadlineRow]:
    """Return the deadlines that fit in the order of their days: open ones first, undated after them, done ones last."""
    return _Rows(ws, today or listing.today()).of(ws.records.find(Deadline, **equal))


def upcoming(ws: Workspace, days: int = 30, today: str = "") -> list[DeadlineRow]:
    """Return what is open and due within so many days from today, what is overdue first."""
    return [row for row in rows(ws, today) if row.state != "done" and row.days is not None and row.days <= days]


def overdue(ws: Workspace, today: str = "") -> list[DeadlineRow]:
    """Return what is open and should have been done before today."""
    return [row for row in rows(ws, today) if row.state == "overdue"]


def of_proceeding(ws: Workspace, proceeding_id: int, today: str = "") -> list[DeadlineRow]:
    """Return the deadlines of one proceeding."""
    return rows(ws, today, proceeding=proceeding_id)


def standing(due: PartialDate, today: str) -> tuple[str, str, str]:
    """Return a day, how it stands and how one says that, for a date that no rule counts."""
    day = _last_safe_day(due)
    held, days = Deadline(due=due), _days(due, date.fromisoformat(today))
    state = _state(held, days)
    return day.isoformat() if day else "", state, _state_words(held, state, days)


class _Rows:
    """Makes rows; knows rules, calendar and names of one case at one moment."""

    def __init__(self, ws: Workspace, today: str) -> None:
        self._ws, self._today = ws, date.fromisoformat(today)
        self._rules = {rule.id: rule for rule in ws.records.find(DeadlineRule, voided=True)}
        self._calendar = DaysOff.of(ws.case)
        self._count = due_days.counting(ws, self._rules.values(), self._calendar)

    def of(self, found: list[Deadline]) -> list[DeadlineRow]:
        """Return rows in order."""
        records = self._ws.records
        steps = records.by_ids(Proceeding, [one.proceeding for one in found if one.proceeding])
        papers = records.by_ids(Item, [one.filing for one in found if one.filing])
        named = parties(self._ws, (one.person for one in found))
        made = [self._row(one, steps, papers, named) for one in found]
        return sorted(made, key=lambda row: (row.state == "done", not row.day, row.day, row.id))

    def _row(
        self, held: Deadline, steps: Mapping[int, Proceeding], papers: Mapping[int, Item], named: Mapping[int, Party]
    ) -> DeadlineRow:
        rule = self._rules.get(held.rule or 0)
        counted = self._count(held)
        day = _last_safe_day(held.due) or (counted.day if counted and held.due is None else None)
        days = _days(held.due, self._today) if held.due else (day - self._today).days if day else None
        step, paper = steps.get(held.proceeding or 0), papers.get(held.filing or 0)
        state = _state(held, days)
        is_own = held.due is not None and not due_days.is_counted(held, self._count)
        return DeadlineRow(
            id=held.id,
            uid=held.uid,
            title=held.title.best(),
            day=day.isoformat() if day else "",
            due=listing.date(held.due) or (_in_words(day) if day else ""),
            days=days,
            state=state,
            state_words=_state_words(held, state, days),
            how=how(rule, counted, held, self._calendar) if rule else "",
            rule=rule.name.best() if rule else "",
            is_checked=bool(rule.is_checked) if rule else None,
            is_own=is_own and counted is not None,
            is_earliest=bool(counted and counted.is_earliest),
            proceeding=held.proceeding or 0,
            proceeding_title=step.title.best() if step else "",
            filing=paper.code if paper else "",
            person=named.get(held.person or 0, NOBODY),
            responsible=held.responsible or "",
            done=listing.date(held.done),
            note=held.note or "",
        )


def _last_safe_day(due: PartialDate | None) -> date | None:
    """Return the day by which one is certainly in time: the first that a vague date allows."""
    known = (due.earliest or due.latest) if due else None
    return date.fromisoformat(known[:10]) if known else None


def _days(due: PartialDate, today: date) -> int | None:
    """Count from today to a date; a vague one is due while it may be now, and overdue once it must be over."""
    first, last = due.earliest or due.latest, due.latest or due.earliest
    if first is None or last is None:
        return None
    if today < (begins := date.fromisoformat(first[:10])):
        return (begins - today).days
    return min(0, (date.fromisoformat(last[:10]) - today).days)


def _state(held: Deadline, days: int | None) -> str:
    """Return how things stand."""
    if held.done is not None:
        return "done"
    if days is None:
        return "undated"
    if days < 0:
        return "overdue"
    return "today" if days == 0 else "soon" if days <= SOON_DAYS else "open"


def _state_words(held: Deadline, state: str, days: int | None) -> str:
    """Say how things stand."""
    if state == "done":
        return _("done on %(day)s") % {"day": listing.date(held.done)}
    if days is None:
        return _("no date yet")
    if days < 0:
        return ngettext_("%(n)s day overdue", "%(n)s days overdue", -days) % {"n": -days}
    return ngettext_("in %(n)s day", "in %(n)s days", days) % {"n": days} if days else _("today")


def how(rule: DeadlineRule, counted: Due | None, held: Deadline, calendar: DaysOff) -> str:
    """Say how a day was counted, and what makes it uncertain."""
    if counted is None:
        return _("Not counted: the day from which the term runs is not known.")
    facts = {"length": length(rule), "start": _in_words(counted.starts), "day": _in_words(counted.day)}
    if counted.moved_from is None:
        said = [_("%(length)s from %(start)s = %(day)s.") % facts]
    else:
        facts |= {"counted": _in_words(counted.moved_from), "reason": counted.reason}
        said = [_("%(length)s from %(start)s = %(counted)s, %(reason)s, moved to %(day)s.") % facts]
    if counted.is_earliest:
        said.append(_("At the earliest: the day from which the term runs is not exactly known."))
    if held.due is not None and held.due.text != counted.day.isoformat():
        said.append(_("Set by hand to %(day)s.") % {"day": listing.date(held.due)})
    if not calendar.is_known and (rule.rolls or rule.unit == "WORKDAY"):
        said.append(_("Only weekends were taken for days off: the holidays of this country are not known here."))
    return " ".join(said)


def length(rule: DeadlineRule) -> str:
    """Say how long a term is."""
    forms = {
        "DAY": ngettext_("%(n)s day", "%(n)s days", rule.count),
        "WORKDAY": ngettext_("%(n)s working day", "%(n)s working days", rule.count),
        "MONTH": ngettext_("%(n)s month", "%(n)s months", rule.count),
        "YEAR": ngettext_("%(n)s year", "%(n)s years", rule.count),
    }
    return forms[rule.unit] % {"n": rule.count}


def _in_words(day: date) -> str:
    return PartialDate.parse(day.isoformat()).in_words(words.language())
