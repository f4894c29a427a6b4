"""The *when*: what is read, what is refused, what follows from it, and how it is said."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.errors import BadDate
from evidence_app.domain.partial_date import PartialDate

BOUND = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")
LANGUAGES = ("en", "ru", "kk")


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """Any one EDTF date we read, built from a day that exists."""
    day = draw(st.dates()).isoformat()
    vague = draw(st.sampled_from([0, 0, 0, 1, 2, 4, 5, 6]))
    cut = draw(st.sampled_from([4, 7, 10]))
    kept = [c if c == "-" or sum(d != "-" for d in day[i:]) > vague else "X" for i, c in enumerate(day)]
    text = "".join(kept)
    if cut == 10 and not vague and draw(st.booleans()):
        text += "T" + draw(st.times()).strftime(draw(st.sampled_from(["%H:%M", "%H:%M:%S"])))
        text += draw(st.sampled_from(["", "Z", "+06:00", "-03:30"]))
    elif vague == 0:
        text = text[:cut]
    return text + draw(st.sampled_from(["", "~", "?", "%"]))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022", "2022-01-01T00:00:00", "2022-12-31T23:59:59"),
        ("2022-01", "2022-01-01T00:00:00", "2022-01-31T23:59:59"),
        ("2022-02", "2022-02-01T00:00:00", "2022-02-28T23:59:59"),
        ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
        ("2022-01-07", "2022-01-07T00:00:00", "2022-01-07T23:59:59"),
        ("2022-01-07~", "2022-01-07T00:00:00", "2022-01-07T23:59:59"),
        ("2022-01-07T18:40", "2022-01-07T18:40:00", "2022-01-07T18:40:59"),
        ("2022-01-07T18:40:30+06:00", "2022-01-07T18:40:30", "2022-01-07T18:40:30"),
        ("2022-01-07T18:40Z", "2022-01-07T18:40:00", "2022-01-07T18:40:59"),
        ("2022-01-0X", "2022-01-01T00:00:00", "2022-01-09T23:59:59"),
        ("2022-01-3X", "2022-01-30T00:00:00", "2022-01-31T23:59:59"),
        ("2022-02-XX", "2022-02-01T00:00:00", "2022-02-28T23:59:59"),
        ("2022-1X", "2022-10-01T00:00:00", "2022-12-31T23:59:59"),
        ("2022-XX", "2022-01-01T00:00:00", "2022-12-31T23:59:59"),
        ("2022-XX-XX", "2022-01-01T00:00:00", "2022-12-31T23:59:59"),
        ("202X", "2020-01-01T00:00:00", "2029-12-31T23:59:59"),
        ("00XX", "0001-01-01T00:00:00", "0099-12-31T23:59:59"),
        ("2022-01-07/2022-01-10", "2022-01-07T00:00:00", "2022-01-10T23:59:59"),
        ("2022-01-10/2022-01", "2022-01-10T00:00:00", "2022-01-31T23:59:59"),
        ("../2022-01-10", None, "2022-01-10T23:59:59"),
        ("/2022-01-10", None, "2022-01-10T23:59:59"),
        ("2022-01-07/..", "2022-01-07T00:00:00", None),
        ("2022-01-07/", "2022-01-07T00:00:00", None),
        ("9999-12-31", "9999-12-31T00:00:00", "9999-12-31T23:59:59"),
    ],
)
def test_the_bounds_follow_from_the_text(text: str, earliest: str | None, latest: str | None) -> None:
    when = PartialDate.parse(text)
    assert (when.text, when.earliest, when.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "/", "../..", "../", "/..", "..", "2022-01/2022-02/2022-03", "January 2022"),
        *("2022-13", "2022-00", "2022-01-32", "2022-01-00", "2023-02-29", "1900-02-29", "2022-02-3X"),
        *("0000", "0000-01-01", "22-01-07", "12022", "2022-1", "2022-1-7", "20220107", "+2022", "-2022"),
        *("2022-01-07T24:00", "2022-01-07T18", "2022-01-07T18:60", "2022-01T18:40", "2022-01-07 18:40"),
        *("2022-01-07T18:40:60", "2022-01-07T18:40+6", "2022-01-07T18:40+15:00", "2022-01-0XT18:40"),
        *("XXXX", "2XXX", "202X-01", "2022-XX-07", "2022-01-X7", "2022-01-0x", "2022-01-07~?"),
        *("~2022-01", "2022~-01", "2022-21", "2022-01-10/2022-01-07", "2022-02/2022-01-31", "2022/2021"),
        *("2022-01-07\n", " 2022-01-07", "٢٠٢٢-٠١-٠٧", "2022-01-07T18:40Z/2022-01-08T18:40+06:00"),
    ],
)
def test_anything_else_is_refused_and_named(text: str) -> None:
    with pytest.raises(BadDate) as refusal:
        PartialDate.parse(text)
    assert refusal.value.facts == {"text": text}


@given(st.text())
def test_no_text_raises_anything_but_bad_date(text: str) -> None:
    for reader in (PartialDate.parse, PartialDate.read):
        try:
            reader(text)
        except BadDate as refusal:
            assert refusal.facts["text"] == text


@given(single_dates())
def test_every_date_has_full_bounds_in_order_and_words_in_each_language(text: str) -> None:
    when = PartialDate.parse(text)
    assert when.text == text
    assert not when.is_interval
    assert when.earliest is not None and when.latest is not None
    assert BOUND.fullmatch(when.earliest) and BOUND.fullmatch(when.latest)
    assert when.earliest <= when.latest
    assert when.is_approximate == text.endswith(("~", "%"))
    assert when.is_uncertain == text.endswith(("?", "%"))
    assert all(when.in_words(language) for language in LANGUAGES)
    assert PartialDate.read(text) == when


@given(st.dates(), st.integers(0, 6))
def test_a_day_lies_within_every_vaguer_way_of_writing_it(day: date, vague: int) -> None:
    digits = day.isoformat().replace("-", "")
    blurred = digits[: 8 - vague] + "X" * vague
    when = PartialDate.parse(f"{blurred[:4]}-{blurred[4:6]}-{blurred[6:]}")
    assert when.earliest is not None and when.latest is not None
    assert when.earliest[:10] <= day.isoformat() <= when.latest[:10]


@given(single_dates(), single_dates())
def test_an_interval_is_refused_exactly_when_it_cannot_be_in_order(first: str, last: str) -> None:
    start, end = PartialDate.parse(first), PartialDate.parse(last)
    assert start.earliest is not None and end.latest is not None
    offsets = {found.group() for text in (first, last) if (found := re.search(r"Z|[+-][0-9]{2}:", text[10:]))}
    try:
        both = PartialDate.parse(f"{first}/{last}")
    except BadDate:
        assert start.earliest > end.latest or len(offsets) > 1
        return
    assert (both.earliest, both.latest) == (start.earliest, end.latest)
    assert both.is_interval
    assert both.is_approximate == (start.is_approximate or end.is_approximate)
    assert both.is_uncertain == (start.is_uncertain or end.is_uncertain)
    assert all(both.in_words(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("07.01.2022", "2022-01-07"),
        ("7.1.2022", "2022-01-07"),
        (" 07.01.2022 ", "2022-01-07"),
        ("2022.01.07", "2022-01-07"),
        ("2022-1-7", "2022-01-07"),
        ("01.2022", "2022-01"),
        ("1.2022", "2022-01"),
        ("2022", "2022"),
        ("~2022-01", "2022-01~"),
        ("~ 07.01.2022", "2022-01-07~"),
        ("07.01.2022?", "2022-01-07?"),
        ("10.01.2022 18:40", "2022-01-10T18:40"),
        ("10.01.2022, 9:05", "2022-01-10T09:05"),
        ("07.01.2022 – 10.01.2022", "2022-01-07/2022-01-10"),
        ("07.01.2022—10.01.2022", "2022-01-07/2022-01-10"),
        ("07.01.2022 - 10.01.2022", "2022-01-07/2022-01-10"),
        ("2022-01-0X", "2022-01-0X"),
        ("../2022-01-10", "../2022-01-10"),
    ],
)
def test_what_people_type_becomes_edtf(typed: str, edtf: str) -> None:
    assert PartialDate.read(typed) == PartialDate.parse(edtf)


@pytest.mark.parametrize(
    "typed",
    [
        *("07.01.22", "01/07/2022", "7/1/2022", "1-7-2022", "07012022", "13.2022", "32.01.2022", "29.02.2023"),
        *("07.01.2022 25:00", "10.01.2022 – 07.01.2022", "1 – 2 – 3", "~2022~", "yesterday", ""),
    ],
)
def test_what_could_mean_two_days_is_refused(typed: str) -> None:
    with pytest.raises(BadDate) as refusal:
        PartialDate.read(typed)
    assert refusal.value.facts == {"text": typed}
