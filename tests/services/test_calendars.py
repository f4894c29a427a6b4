"""Days off of Kazakhstan and of a case; deadlines as a calendar file."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.term import compute
from evidence_app.services.calendars import DaysOff, Entry, read_back, stable_uid, to_ics
from evidence_app.system import words


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        ("2025-03-21", True),  # Nauryz, a Friday
        ("2025-03-24", True),  # a Monday in the place of a day of Nauryz on the weekend
        ("2025-03-25", True),
        ("2025-03-26", False),
        ("2025-08-30", True),  # Constitution Day on a Saturday
        ("2025-09-01", True),  # and the Monday in its place
        ("2025-09-02", False),
        ("2025-01-03", True),  # moved here by the government
        ("2025-01-05", False),  # a Sunday that was worked for it
        ("2025-02-01", True),
    ],
)
def test_days_off_in_kazakhstan(day: str, is_off: bool) -> None:
    assert bool(DaysOff("KZ").off(date.fromisoformat(day))) is is_off


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-01-17", "2025-02-03"),  # the verdict of the sample: Saturday, then Monday
        ("2025-03-07", "2025-03-26"),  # ends on Saturday 22 March, in Nauryz, with two days in the place of its weekend
        ("2022-03-06", "2022-03-24"),  # ends on Monday 21 March 2022, the first of three days of Nauryz
        ("2025-08-15", "2025-09-02"),  # ends on a holiday on a Saturday; the Monday after is off in its place
        ("2024-12-17", "2025-01-05"),  # ends on New Year's Day; 2 to 4 January are off, Sunday the 5th was worked
    ],
)
def test_fifteen_days_in_kazakhstan_as_counted_by_hand(start: str, expected: str) -> None:
    found = compute(DeadlineRule(count=15), PartialDate.parse(start), DaysOff("KZ"))
    assert found is not None and found.day == date.fromisoformat(expected)


def test_a_case_adds_days_off_and_makes_others_working_days() -> None:
    days = DaysOff.of(CaseFile(own_holidays=("2025-06-10", "-2025-02-01")))
    assert days.off(date(2025, 6, 10)) == "a day off of this case"
    assert days.off(date(2025, 2, 1)) == ""
    assert DaysOff("KZ").off(date(2025, 2, 1)) == "a Saturday"


def test_the_calendar_named_by_a_case_goes_before_that_of_its_country() -> None:
    assert DaysOff.of(CaseFile()).country == "KZ"
    assert DaysOff.of(CaseFile(country="KG")).country == "KG"
    assert DaysOff.of(CaseFile(country="KG", holidays="UZ")).country == "UZ"


def test_a_country_that_is_not_known_has_weekends_and_says_that_it_knows_no_more() -> None:
    days = DaysOff("XX")
    assert not days.is_known
    assert days.off(date(2025, 2, 1)) and not days.off(date(2025, 3, 21))


def test_holidays_are_named_where_their_name_is_known_in_the_language() -> None:
    nauryz = date(2025, 3, 21)
    said = {}
    for language in words.LANGUAGES:
        with words.speaking(language):
            said[language] = DaysOff("KZ").off(nauryz)
    assert (said["en"], said["kk"]) == ("Nowruz Holiday", "Наурыз мейрамы")
    assert "Nowruz" not in said["ru"] and said["ru"]


def test_a_calendar_file_comes_back_with_its_days_words_and_reminders() -> None:
    title = "Апелляция; срок, 15 дней " + "длинно " * 30
    content = to_ics([Entry("a", date(2025, 2, 3), title, "Как посчитано\nвторая строка")])
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (event.decoded("dtstart"), str(event["summary"])) == (date(2025, 2, 3), title)
    assert str(event["description"]) == "Как посчитано\nвторая строка"
    assert len(event.walk("VALARM")) == 2
    assert all(len(line.encode()) <= 75 for line in content.decode().split("\r\n"))


def test_reading_back_sees_every_text_that_another_program_would() -> None:
    read = read_back(to_ics([Entry("uid-of-it", date(2025, 2, 3), "Заголовок, с запятой", "Слова")]))
    assert {"Заголовок, с запятой", "Слова", "uid-of-it@evidence-app"} <= set(read)


def test_an_identifier_is_the_same_in_each_export_and_tells_nothing_to_others_than_the_team() -> None:
    assert stable_uid("u", "TEAM") == "u"
    assert stable_uid("u", "COURT") == stable_uid("u", "COURT") != stable_uid("u", "PUBLIC")
    assert stable_uid("u", "COURT") != "u"
