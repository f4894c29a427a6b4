"""How a term runs from a starting day to the day on which it ends."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.partial_date import PartialDate

_ONE = timedelta(days=1)


class Calendar(Protocol):
    """Knows on which days nobody works."""

    def off(self, day: date) -> str:
        """Return what makes a day a day off, in words; nothing for a working day."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term.

    `moved_from` is the day that the count gave, where `reason` made it a day off; `starts` the day counted from, which
    `is_earliest` where the start is not exactly known: then the term may end later, not earlier.
    """

    day: date
    starts: date
    moved_from: date | None = None
    reason: str = ""
    is_earliest: bool = False


def compute(rule: DeadlineRule, start: PartialDate, calendar: Calendar) -> Due | None:
    """Count a term from the day after its start; None where no first day is known or no calendar goes so far."""
    if start.earliest is None:
        return None
    starts = date.fromisoformat(start.earliest[:10])
    is_earliest = start.is_approximate or start.is_uncertain or (start.latest or "")[:10] != start.earliest[:10]
    try:
        counted = _counted(rule, starts, calendar)
        day = _working(counted, calendar) if rule.rolls else counted
    except (OverflowError, ValueError):
        return None
    if day == counted:
        return Due(day, starts, is_earliest=is_earliest)
    return Due(day, starts, counted, calendar.off(counted), is_earliest)


def _counted(rule: DeadlineRule, starts: date, calendar: Calendar) -> date:
    """Return the day that the count gives, working or not."""
    if rule.unit == "WORKDAY":
        day = starts
        for _number in range(rule.count):
            day = _working(day + _ONE, calendar)
        return day
    if rule.unit == "DAY":
        return starts + timedelta(days=rule.count)
    return _months_later(starts, rule.count * (12 if rule.unit == "YEAR" else 1))


def _months_later(starts: date, count: int) -> date:
    """Return the same day of a later month; its last day where it has no such day."""
    years, month = divmod(starts.month - 1 + count, 12)
    year, month = starts.year + years, month + 1
    return date(year, month, min(starts.day, monthrange(year, month)[1]))


def _working(day: date, calendar: Calendar) -> date:
    """Return a day, or the first working day after it."""
    while calendar.off(day):
        day += _ONE
    return day
