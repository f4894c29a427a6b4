"""Marks for what cannot be seen, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.unseen import as_displayed, has_ink, marked, unmarked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("photo\u202egpj.exe", "photo⟨U+202E⟩gpj.exe"),
        ("a\x00\u200bb\ufeff", "a⟨U+0000 U+200B⟩b⟨U+FEFF⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("Сарсенова", "Сарсенова"),
    ],
)
def test_what_has_no_ink_is_shown_by_its_number(text: str, shown: str) -> None:
    assert marked(text, has_ink) == shown


@given(st.text(max_size=40))
def test_a_shown_text_is_read_back_as_it_was(text: str) -> None:
    plain = text.replace("⟨", "")
    assert unmarked(marked(plain, has_ink)) == plain


@pytest.mark.parametrize("shown", ["Ай⟨U+20\r\n2E⟩герим", "Ай⟨ U+202E ⟩герим", "Ай⟨U+202E\u00a0U+200B⟩герим"])
def test_a_mark_is_read_where_a_line_ends_within_it(shown: str) -> None:
    assert unmarked(shown).replace("\u202e", "").replace("\u200b", "") == "Айгерим"


@pytest.mark.parametrize("text", ["⟨U+12⟩", "⟨⟩", "⟨U+FFFFFF⟩", "⟨x⟩", "⟨U+202E"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert unmarked(text) == text


def test_what_is_turned_round_is_read_as_it_shows() -> None:
    assert as_displayed("x \u202eмирегйА\u202c y") == "x Айгерим\u202c y"
    assert as_displayed("plain") == "plain"
