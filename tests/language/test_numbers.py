"""Telephone and document numbers and addresses found however they are set, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.numbers import Numbers


def found(text: str, *stored: str) -> list[str]:
    """Return what is found in a text of what was recorded."""
    numbers = Numbers((value, 7) for value in stored)
    mentions = numbers.mentions(text)
    assert all(mention.key == 7 for mention in mentions)
    return [text[mention.start : mention.end] for mention in mentions]


PHONE = "+7 701 555 12 34"
SAME = (
    "8 701 555 12 34",
    "(701) 555-12-34",
    "+7(701)5551234",
    "87015551234",
    "8-701-555-12-34",
    "8 701\u00a0555\u201112\u201134",
    "8.701.555.12.34",
    "701 555\n12 34",
    "8 70\u200b1 555 12 34",
)


@pytest.mark.parametrize("stored", [PHONE, "моб. +7 701 555 12 34", "8(701)5551234 (сестра)", "7015551234; ватсап"])
@pytest.mark.parametrize("said", SAME)
def test_a_telephone_number_is_found_however_it_is_set(stored: str, said: str) -> None:
    (one,) = found(f"звоните {said}, спросить Асана", stored)
    assert said.endswith(one) or one == said


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("удостоверение личности № 012345678", "012345678"),
        ("012345678", "0 1 2 3 4 5 6 7 8"),
        ("ИИН 910517400123", "910517400123"),
        ("паспорт N1234567 выдан 12.05.2015", "1234567"),
        ("8 701 555 44 33 8 702 555 11 22", "701 555 44 33"),
        ("8 701 555 44 33, 8 702 555 11 22", "701 555 44 33"),
        ("a.Sarsenova@Mail.ru", "A.SARSENOVA@mail.ru"),
        ("t.me/aigul_s", "t.me/aigul_s"),
        ("@aigul_s", "@aigul_s"),
        ("AB12345", "AB12345"),
    ],
)
def test_a_number_or_address_is_found_without_the_words_around_it(stored: str, said: str) -> None:
    assert found(f"см. {said}; и {said}", stored) == [said, said]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("070122", "07.01.22 7 января 2022, 070122"),
        ("паспорт, выдан 12.05.2015", "12.05.2015 принято, 12052015"),
        ("выдан 2015-05-12", "2015-05-12, 20150512"),
        ("1234567", "12345678; 01234567; 1 1234567 0; 91234567"),
        (PHONE, "8 701 555 12 35; 701 555 12 345"),
        ("a.sarsenova@mail.ru", "aa.sarsenova@mail.ru и a.sarsenova@mail.rus"),
        ("Алматы, ул. Абая", "Алматы, ул. Абая"),
        ("", "1234567"),
    ],
)
def test_dates_and_other_numbers_are_left(stored: str, text: str) -> None:
    assert [one for one in found(text, stored) if one != "1234567"] == []


def test_a_number_is_found_among_other_figures_of_a_page() -> None:
    assert found("стр. 12 / 400  8 701 555 12 34  07.01.2022 14:05", PHONE) == ["701 555 12 34"]


@given(st.lists(st.sampled_from([" ", "-", "\u00a0", "(", ") ", "\u200b", ".", ""]), min_size=9, max_size=9))
def test_whatever_parts_the_figures_they_are_found(gaps: list[str]) -> None:
    text = "тел. " + "".join(figure + gap for figure, gap in zip("7015551234", [*gaps, ""], strict=True)) + "!"
    assert len(found(text, PHONE)) == 1
