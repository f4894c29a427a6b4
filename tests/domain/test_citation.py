"""Citations: one way to write them, many ways to type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evidence_app.domain.citation import Citation, clock, milliseconds


@pytest.mark.parametrize(
    "text",
    [
        *("T-014", "T-014 ¶4", "E-012 00:41.320", "E-012 1:00:41", "E-047 p. 2", "D-02", "P-1001"),
        *("E-012 00:41–00:47", "E-012 00:41.320–1:00:47.500"),
    ],
)
def test_what_is_written_is_read_and_written_again(text: str) -> None:
    assert str(Citation.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "T", "T-", "X-014", "T-014 ¶", "T-014 ¶²", "T-014 ¶4-6", "E-012 99", "T-014 and more", "T-٠١٤"),
        *("E-012 00:41-00:47", "E-012 00:41 – 00:47", "E-012 00:47–00:41", "E-012 00:41–", "E-012 –00:41"),
    ],
)
def test_what_is_no_citation_is_not_taken_for_one(text: str) -> None:
    assert Citation.parse(text) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("e-007", "E-007"),
        ("Е-007", "E-007"),
        ("т-151", "T-151"),
        ("Р-001", "P-001"),
        ("E7", "E-007"),
        ("E–007", "E-007"),
        ("T-151 8", "T-151 ¶8"),
        ("т-151 абз. 8", "T-151 ¶8"),
        ("E-007 стр. 2", "E-007 p. 2"),
        ("e-012 00:41", "E-012 00:41"),
        (" d2 ", "D-02"),
        ("е-12 0:41-0:47", "E-012 00:41–00:47"),
        ("E-012 00:41 — 00:47.5", "E-012 00:41–00:47.500"),
        ("E-012 00:41–00:41", "E-012 00:41"),
    ],
)
def test_what_people_type_for_a_citation_is_understood(typed: str, meant: str) -> None:
    assert str(Citation.read(typed)) == meant


def test_a_range_has_a_place_and_a_start() -> None:
    cited = Citation("E-012", at_ms=41_000, until_ms=47_000)
    assert (cited.place, cited.start) == ("00:41–00:47", "00:41")
    assert (Citation("E-012").place, Citation("T-014", segment=4).start) == ("", "¶4")


@pytest.mark.parametrize("typed", ["", "вода", "Е", "E-", "2022", "T-151 eight", "Тимур 7", "E-12 0:47-0:41"])
def test_words_and_numbers_are_left_to_the_search(typed: str) -> None:
    assert Citation.read(typed) is None


@given(some.integers(0, 360_000_000))
def test_a_time_is_read_back_as_it_was_written(ms: int) -> None:
    assert milliseconds(clock(ms)) == ms


@given(some.text(max_size=40))
def test_nothing_typed_raises(typed: str) -> None:
    Citation.read(typed)
    Citation.parse(typed)
