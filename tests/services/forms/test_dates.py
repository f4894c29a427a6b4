"""Dates as people type them."""

from __future__ import annotations

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


SAID = """
2022 2022~ 2022-01 2022-05-07 2022-01-07~ 2022-01-07T18:40 2022-01-07? ../2022-01-07 2022-01-07/..
2022-01-07/2022-01-10 2022-01-07/2022-02-10 2021-12-30/2022-01-02 2021/2022
"""


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("edtf", SAID.split())
def test_what_the_program_says_it_also_reads(edtf: str, language: str) -> None:
    assert dates.read(PartialDate.parse(edtf).in_words(language)).text == edtf
