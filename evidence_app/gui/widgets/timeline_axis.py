"""The ticks of a timeline: years down to minutes, named in the language spoken now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from evidence_app.domain.partial_date import PartialDate
from evidence_app.system import words

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
MONTH, YEAR = 30.44 * DAY, 365.25 * DAY
LAST = (datetime.max - datetime.min).days * DAY  # whole, so that no fraction is rounded past the calendar


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between ticks: `count` units, the seconds of one unit, and the room in pixels that a tick needs."""

    unit: str
    count: int
    seconds: float
    room: int

    @property
    def length(self) -> float:
        """Return the distance in seconds."""
        return self.count * self.seconds


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: where, and what stands at it."""

    at: float
    words: str


STEPS = (
    *(Step("minute", count, MINUTE, 54) for count in (1, 5, 15)),
    *(Step("hour", count, HOUR, 54) for count in (1, 3, 6)),
    Step("day", 1, DAY, 30),
    Step("week", 1, 7 * DAY, 44),
    *(Step("month", count, MONTH, 46) for count in (1, 3)),
    *(Step("year", count, YEAR, 56) for count in (1, 2, 5, 10, 20, 50, 100, 500, 1_000)),
)
# What the line over the ticks says: the day of minutes, the month of days, the year of months.
_OVER = {"minute": "day", "hour": "day", "day": "month", "week": "month", "month": "year", "year": ""}


def step_for(scale: float, stretch: float = 1.0) -> Step:
    """Return the finest step whose ticks have room at `scale` pixels a second; `stretch` is that of the text."""
    return next((step for step in STEPS if step.length * scale >= step.room * stretch), STEPS[-1])


def ticks(first: float, last: float, step: Step) -> list[Tick]:
    """Return the ticks between two instants."""
    return [Tick(_seconds(moment), _short(moment, step.unit)) for moment in _moments(first, last, step)]


def headings(first: float, last: float, step: Step) -> list[Tick]:
    """Return what stands over the ticks: where each day, month or year begins, the one under way first."""
    unit = _OVER[step.unit]
    if not unit:
        return []
    lengths = {"day": DAY, "month": MONTH, "year": YEAR}
    over = Step(unit, 1, lengths[unit], 0)
    return [Tick(_seconds(moment), _long(moment, unit)) for moment in _moments(first, last, over, before=True)]


def _moments(first: float, last: float, step: Step, *, before: bool = False) -> Iterator[datetime]:
    """Yield the round moments between two instants; with `before`, the one that the first instant lies in too."""
    at = _floor(moment_of(first), step)
    end = min(last, LAST - 2 * step.length)
    while _seconds(at) <= end:
        if before or _seconds(at) >= first:
            yield at
        at = _next(at, step)


def _floor(at: datetime, step: Step) -> datetime:
    """Return the last round moment not after another."""
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if step.unit == "minute":
        return at.replace(minute=at.minute - at.minute % step.count, second=0, microsecond=0)
    if step.unit == "hour":
        return day.replace(hour=at.hour - at.hour % step.count)
    if step.unit == "week":
        return day - timedelta(days=min(day.weekday(), (day - datetime.min).days))
    if step.unit == "month":
        return day.replace(day=1, month=at.month - (at.month - 1) % step.count)
    if step.unit == "year":
        return day.replace(day=1, month=1, year=max(1, at.year - at.year % step.count))
    return day


def _next(at: datetime, step: Step) -> datetime:
    """Return the next round moment."""
    if step.unit == "month":
        months = at.month - 1 + step.count
        return at.replace(year=at.year + months // 12, month=months % 12 + 1)
    if step.unit == "year":
        return at.replace(year=at.year - at.year % step.count + step.count)
    return at + timedelta(seconds=step.length)


def _short(at: datetime, unit: str) -> str:
    """Name a moment beside its tick."""
    if unit in {"minute", "hour"}:
        return f"{at.hour:02}:{at.minute:02}"
    if unit in {"day", "week"}:
        return str(at.day)
    if unit == "month":
        return QLocale(words.language()).standaloneMonthName(at.month, QLocale.FormatType.ShortFormat)
    return str(at.year)


def _long(at: datetime, unit: str) -> str:
    """Name a day, month or year over the ticks."""
    lengths: dict[str, Callable[[], str]] = {
        "day": lambda: f"{at.year:04}-{at.month:02}-{at.day:02}",
        "month": lambda: f"{at.year:04}-{at.month:02}",
    }
    written = lengths[unit]() if unit in lengths else ""
    return PartialDate.parse(written).in_words(words.language()) if written else str(at.year)


def moment_of(instant: float) -> datetime:
    """Return the civil time of an instant, as near as the calendar goes."""
    return datetime.min + timedelta(seconds=max(0.0, min(LAST, instant)))


def _seconds(at: datetime) -> float:
    """Return the civil seconds of a moment."""
    return (at - datetime.min).total_seconds()
