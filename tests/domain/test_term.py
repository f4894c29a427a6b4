"""How terms run: days, working days, months and years; days off; starts that are not exactly known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.term import compute


class Week:
    """A calendar of weekends and of some days off."""

    def __init__(self, *off: str) -> None:
        self._off = set(off)

    def off(self, day: date) -> str:
        """Name what makes a day one off."""
        return "holiday" if day.isoformat() in self._off else {5: "Saturday", 6: "Sunday"}.get(day.weekday(), "")


def due(count: int, unit: str, start: str, *off: str, rolls: bool = True) -> date | None:
    found = compute(DeadlineRule(count=count, unit=unit, rolls=rolls), PartialDate.parse(start), Week(*off))
    return found.day if found else None


@pytest.mark.parametrize(
    ("count", "unit", "start", "expected"),
    [
        (15, "DAY", "2025-01-17", "2025-02-03"),  # 1 February is a Saturday
        (15, "DAY", "2025-01-20", "2025-02-04"),  # a Tuesday: stays
        (1, "DAY", "2024-02-28", "2024-02-29"),
        (1, "DAY", "2023-02-28", "2023-03-01"),
        (10, "WORKDAY", "2025-01-17", "2025-01-31"),  # two weekends between
        (1, "WORKDAY", "2025-01-17", "2025-01-20"),  # from a Friday to the Monday
        (1, "MONTH", "2025-01-31", "2025-02-28"),
        (1, "MONTH", "2024-01-31", "2024-02-29"),
        (6, "MONTH", "2025-08-31", "2026-03-02"),  # 28 February 2026 is a Saturday
        (13, "MONTH", "2025-12-15", "2027-01-15"),
        (3, "YEAR", "2024-02-29", "2027-03-01"),  # 28 February 2027 is a Sunday
    ],
)
def test_terms_end_on_the_day_counted_by_hand(count: int, unit: str, start: str, expected: str) -> None:
    assert due(count, unit, start) == date.fromisoformat(expected)


def test_a_term_that_does_not_roll_may_end_on_a_day_off() -> None:
    assert due(15, "DAY", "2025-01-17", rolls=False) == date(2025, 2, 1)


def test_nauryz_moves_a_term_past_all_its_days() -> None:
    assert due(15, "DAY", "2022-03-06", "2022-03-21", "2022-03-22", "2022-03-23") == date(2022, 3, 24)


def test_working_days_pass_over_holidays() -> None:
    assert due(2, "WORKDAY", "2022-03-18", "2022-03-21", "2022-03-22", "2022-03-23") == date(2022, 3, 25)


def test_what_was_moved_says_from_where_and_why() -> None:
    found = compute(DeadlineRule(count=15), PartialDate.parse("2025-01-17"), Week())
    assert found is not None
    assert (found.moved_from, found.reason, found.is_earliest) == (date(2025, 2, 1), "Saturday", False)


@pytest.mark.parametrize("start", ["2025-01-1X", "2025-01-17~", "2025-01-17?", "2025-01", "2025-01-17/2025-01-20"])
def test_a_start_that_is_not_exactly_known_gives_the_earliest_day_and_says_so(start: str) -> None:
    found = compute(DeadlineRule(count=15), PartialDate.parse(start), Week())
    assert found is not None and found.is_earliest
    assert found.starts == date.fromisoformat(PartialDate.parse(start).earliest[:10])


def test_a_minute_of_a_day_counts_as_that_day() -> None:
    found = compute(DeadlineRule(count=15), PartialDate.parse("2025-01-17T10:30"), Week())
    assert found is not None and found.day == date(2025, 2, 3) and not found.is_earliest


def test_without_a_first_day_nothing_is_counted() -> None:
    assert due(15, "DAY", "../2025-01-17") is None


def test_beyond_the_last_year_of_the_calendar_nothing_is_counted() -> None:
    assert due(100, "YEAR", "9990-01-01") is None
    assert due(36_000, "DAY", "9990-01-01") is None


starts = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(start=starts, count=st.integers(1, 400), unit=st.sampled_from(["DAY", "WORKDAY", "MONTH", "YEAR"]))
def test_a_rolling_term_ends_on_a_working_day_after_its_start(start: date, count: int, unit: str) -> None:
    ends = due(min(count, 60) if unit == "YEAR" else count, unit, start.isoformat())
    assert ends is not None and ends > start and ends.weekday() < 5


@given(start=starts, count=st.integers(1, 400), unit=st.sampled_from(["DAY", "WORKDAY", "MONTH"]))
def test_a_later_start_never_ends_earlier(start: date, count: int, unit: str) -> None:
    """Else the earliest day of a vague start would not be the safe one."""
    first, second = (due(count, unit, day.isoformat()) for day in (start, start + timedelta(1)))
    assert first is not None and second is not None and first <= second


@given(start=starts, count=st.integers(1, 400))
def test_rolling_moves_by_the_days_off_that_follow_and_no_further(start: date, count: int) -> None:
    counted, rolled = due(count, "DAY", start.isoformat(), rolls=False), due(count, "DAY", start.isoformat())
    assert counted is not None and rolled is not None
    between = [counted + timedelta(days) for days in range((rolled - counted).days)]
    assert all(Week().off(day) for day in between) and not Week().off(rolled)
