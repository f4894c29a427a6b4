"""Dates as people type them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from evidence_app.domain.errors import BadDate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.services.forms import dates


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2022-01-07~", "2022-01-07~"),
        ("07.01.2022", "2022-01-07"),
        ("7 January 2022", "2022-01-07"),
        ("January 7, 2022", "2022-01-07"),
        ("about 7 January 2022, 18:40", "2022-01-07T18:40~"),
        ("около 7 января 2022 года", "2022-01-07~"),
        ("2022 жылғы 7 қаңтар", "2022-01-07"),
        ("2022 жылғы 7 қаңтар шамасында", "2022-01-07~"),
        ("январь 2022 г.", "2022-01"),
        ("about 2022", "2022~"),
        ("before 2022-01-07", "../2022-01-07"),
        ("после 7 января 2022", "2022-01-07/.."),
        ("between 7 January 2022 and 10 January 2022", "2022-01-07/2022-01-10"),
        ("between 2022-01-07 and 2022-01-10", "2022-01-07/2022-01-10"),
        ("с 7 по 10 января 2022 года", "2022-01-07/2022-01-10"),
        ("7–10 January 2022", "2022-01-07/2022-01-10"),
        ("7-10 January 2022", "2022-01-07/2022-01-10"),
        ("7 мая 2022", "2022-05-07"),
        ("мамыр 2022", "2022-05"),
        ("маусым 2022", "2022-06"),
    ],
)
def test_a_date_in_words_is_understood(typed: str, edtf: str) -> None:
    assert dates.read(typed).text == edtf


@pytest.mark.parametrize(
    "typed",
    ["yesterday", "7 January", "7 January 2022 perhaps", "31 февраля 2022", "07/01/2022", "18:40 2022", "", "x 2022"],
)
def test_what_is_half_understood_is_no_date(typed: str) -> None:
    with pytest.raises(BadDate):
        dates.read(typed)


SINGLE = """
2022 2022-01 2022-05-07 2022-01-10T18:40 2022-01-10T18:40:05 2022-01-10T18:40Z 2022-01-10T18:40+06:00 20XX 202X
202X-XX 202X-XX-XX 2022-XX 2022-XX-XX 2022-0X 2022-1X 2022-1X-XX 2022-01-XX 2022-01-0X 2022-02-2X 2022-04-3X
"""
ENDS = """
2021 2022 2022-01 2022-03 2022-01-07 2022-01-10 2022-02-02 2023-01-02 2022-01-10T18:40 2022-01-10T19:00
2022-01-11T03:00 2022-01-10T18:40+06:00 2022-01-10T19:00+06:00 2022-01-0X 2022-0X
"""
SIGNS = ("", "~", "?", "%")


def shapes() -> Iterator[PartialDate]:
    """Yield a date of every shape there is: alone, open, of unknown end, and as every pair of ends."""
    single = [date + sign for date in SINGLE.split() for sign in SIGNS]
    for date in single:
        for text in (date, f"../{date}", f"{date}/..", f"/{date}", f"{date}/"):
            yield PartialDate.parse(text)
    ends = [date + sign for date in ENDS.split() for sign in SIGNS]
    for text in (f"{first}/{last}" for first in ends for last in ends if first != last):
        with suppress(BadDate):  # the end before the beginning
            yield PartialDate.parse(text)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_the_program_says_it_also_reads(language: str) -> None:
    said = {date.text: dates.written(date, language) for date in shapes()}
    assert len(said) > 2000
    assert [(text, words) for text, words in said.items() if dates.read(words).text != text] == []
    assert [text for text, words in said.items() if text == words] == (["2022"] if language == "en" else [])


def test_what_the_words_do_not_tell_apart_stays_as_it_is_kept() -> None:
    assert dates.written(PartialDate.parse("2022-01-07/2022-01-07"), "en") == "2022-01-07/2022-01-07"


def test_a_span_that_unknown_digits_cannot_say_is_not_widened() -> None:
    with pytest.raises(BadDate):
        dates.read("3–5 January 2022, exact date unknown")
