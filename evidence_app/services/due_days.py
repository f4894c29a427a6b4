"""Which day a deadline falls on, and whether it was counted or set by hand.

The day follows from rule and start as long as nobody has set it by hand: a day that differs from what the rule gives
is somebody's own and stays, whatever changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.term import Calendar, Due, compute
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


def _day(day: date) -> PartialDate:
    return PartialDate.parse(day.isoformat())
