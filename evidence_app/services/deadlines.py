"""Deadlines: add, change, do; which day each falls on and how that was counted.

The day follows from rule and start as long as nobody has set it by hand: a day that differs from what the rule gives
is somebody's own and stays, whatever changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.errors import NotFound
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record
from evidence_app.domain.term import Calendar, Due, compute
from evidence_app.services import deadline_rules, listing
from evidence_app.services.calendars import DaysOff
from evidence_app.services.workspace import Workspace

Count = Callable[[Deadline], Due | None]


def counting(ws: Workspace, rules: Iterable[DeadlineRule] | None = None, calendar: Calendar | None = None) -> Count:
    """Return what counts any deadline of a case: by its rules and its calendar, unless others are given."""
    held = ws.records.find(DeadlineRule, voided=True) if rules is None else rules
    by_id = {rule.id: rule for rule in held if rule.id}
    days = calendar or DaysOff.of(ws.case)

    def count(deadline: Deadline) -> Due | None:
        rule = by_id.get(deadline.rule or 0)
        return compute(rule, deadline.starts, days) if rule is not None and deadline.starts is not None else None

    return count


def settled(deadline: Deadline, before: Deadline | None, count: Count, count_before: Count | None = None) -> Deadline:
    """Return a deadline with its day counted, unless it was set by hand.

    `before` is the deadline as it was, None for a new one; `count_before` counted it, where rule or calendar changed.
    """
    if deadline.due is not None:
        was = before and is_counted(before, count_before or count)
        if before is None or deadline.due != before.due or not was:
            return deadline
    counted = count(deadline)
    return deadline.but(due=_day(counted.day)) if counted else deadline


def is_counted(deadline: Deadline, count: Count) -> bool:
    """Tell whether a deadline's day is the one that its rule gives."""
    counted = count(deadline)
    return counted is not None and deadline.due is not None and deadline.due.text == counted.day.isoformat()


def add(ws: Workspace, deadline: Deadline, *, rule: str = "") -> Deadline:
    """Record a deadline; its day is counted where none is given. `rule` names one by its key. Raises BadInput."""
    with ws.act("deadline.added") as act:
        if rule:
            deadline = deadline.but(rule=deadline_rules.by_key(ws, rule, act).id)
        return act.add(settled(deadline, None, counting(ws)))


def change(ws: Workspace, deadline: Deadline, **values: Any) -> Deadline:
    """Change a deadline; a counted day is counted anew, one set by hand stays. Raises BadInput."""
    after = settled(deadline.but(**values), deadline, counting(ws))
    with ws.act("deadline.changed", obj=deadline.uid) as act:
        return act.change(deadline, **values | {"due": after.due})


def completed(ws: Workspace, record: Record, before: Record | None = None) -> Record:
    """Return a record with what follows from the rest of it: for a form that adds or changes any noun."""
    if isinstance(record, Deadline):
        return settled(record, before if isinstance(before, Deadline) else None, counting(ws))
    return record


def finish(ws: Workspace, record_id: int, on: PartialDate | None = None) -> Deadline:
    """Record that what a deadline asked for was done, today unless said otherwise. Raises NotFound."""
    deadline = _held(ws, record_id)
    with ws.act("deadline.done", obj=deadline.uid) as act:
        return act.change(deadline, done=on or PartialDate.parse(listing.today()))


def reopen(ws: Workspace, record_id: int) -> Deadline:
    """Record that it was not done after all. Raises NotFound."""
    deadline = _held(ws, record_id)
    with ws.act("deadline.reopened", obj=deadline.uid) as act:
        return act.change(deadline, done=None)


def change_rule(ws: Workspace, rule: DeadlineRule, **values: Any) -> DeadlineRule:
    """Change a rule, one that the program brings too; the deadlines that it counts follow. Raises BadInput."""
    after = rule.but(**values)
    deadline_rules.check(after)
    if not rule.id:
        return deadline_rules.add(ws, after)
    before, now = counting(ws, [rule]), counting(ws, [after])
    with ws.act("deadline_rule.changed", obj=rule.uid) as act:
        changed = act.change(rule, **values)
        for deadline in ws.records.find(Deadline, rule=rule.id):
            act.change(deadline, due=settled(deadline, deadline, now, before).due)
    return changed


def set_calendar(ws: Workspace, **values: Any) -> None:
    """Set country, `holidays` or `own_holidays` of the case; the deadlines that are counted by them follow.

    Raises BadDate for what is no day.
    """
    case = ws.case
    for day in values.get("own_holidays", ()):
        PartialDate.parse(day.removeprefix("-"))
    before, now = counting(ws), counting(ws, calendar=DaysOff.of(case.but(**values)))
    with ws.act("case_file.calendar_set", obj=case.uid) as act:
        act.change(case, **values)
        for deadline in ws.records.find(Deadline):
            act.change(deadline, due=settled(deadline, deadline, now, before).due)


def _held(ws: Workspace, record_id: int) -> Deadline:
    deadline = ws.records.get(Deadline, record_id)
    if deadline is None:
        raise NotFound(what="deadline")
    return deadline


def _day(day: date) -> PartialDate:
    return PartialDate.parse(day.isoformat())
