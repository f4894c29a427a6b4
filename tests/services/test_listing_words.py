"""The words of a filter find a name however it was written: capitals, accents taken apart, alphabets mixed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from evidence_app.domain.person import Person, PersonName
from evidence_app.services import people
from evidence_app.services.listing import PEOPLE, Ask
from evidence_app.services.workspace import Workspace


def add(case: Workspace, *names: str) -> list[str]:
    """Record people; returns their codes."""
    return [people.add(case, Person(), PersonName(full=name)).code for name in names]


def found(case: Workspace, words: str) -> list[str]:
    """Return the codes of the people that words find."""
    return [row.code for row in PEOPLE.rows(case, PEOPLE.ids(case, Ask(words=words))).values()]


NAMES = ("İsmail Şahin", "ŞAHİN", "Işık", "ГYЛHАР", "Сарсенова", "CAPCEHOBA", "О’Коннор", "ӘЛИЯ", "Łukasz Ñ", "ԱՐՄԵՆ")


@pytest.mark.parametrize(
    "spell", [str, str.lower, str.upper, str.swapcase, lambda name: unicodedata.normalize("NFD", name)]
)
def test_a_name_is_found_by_itself_in_capitals_in_small_letters_and_taken_apart(
    case: Workspace, spell: Callable[[str], str]
) -> None:
    for name in NAMES:
        (code,) = add(case, name)
        assert code in found(case, spell(name)), name


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("İsmail", "ismail"),
        ("ŞAHİN", "şahin"),
        ("ГYЛНАР", "гулнар"),  # the second letter is Latin
        ("Гулнар", "ГYЛНАР"),
        ("Capсенова", "сарс"),  # the first three are
        ("Сарсенова", "Cap"),
        ("Қадірбек", "ДIР"),
        ("Oʻtkir", "o'tkir"),
        ("Ёлкина", "елк"),
    ],
)
def test_a_name_in_mixed_alphabets_is_found_as_it_reads(case: Workspace, stored: str, typed: str) -> None:
    code, _other = add(case, stored, "Борис Hughes")
    assert found(case, typed) == [code]


def test_a_letter_is_not_taken_for_another_that_only_its_capital_looks_like(case: Workspace) -> None:
    (code,) = add(case, "наталья")
    assert found(case, "ha") == []
    assert found(case, "на") == [code]
