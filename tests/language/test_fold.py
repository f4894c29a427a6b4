"""Folding keeps every place, and words are where SQLite's index sees them."""

from __future__ import annotations

import json
import sqlite3
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.fold import fold, nfc, read_as_cyrillic, searchable, tokens

SHARED = Path(__file__).parents[2] / "../shared/data"
# What trips tokenisers: apostrophes, accents, both alphabets, marks, emoji old and new, private use.
AWKWARD = st.text(
    st.sampled_from("aZſДЯ\u212aBёЁИайİıʼʻ'’-_. \n\t0½²Ⅷßﬁſ\u0301\u0305\u0345\u0306😀🤣\ue000ºəƏ漢ا\u200d\x00")
)


def words(text: str) -> list[str]:
    """Return the folded words of a text."""
    folded = fold(text)
    return [folded[start:end] for start, end in tokens(folded)]


def words_in_sqlite(text: str) -> list[str]:
    """Return the words that a real full-text index finds in the searchable form of a text."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    database.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    database.execute("INSERT INTO t VALUES (?)", (searchable(text),))
    found = [term for (term,) in database.execute('SELECT term FROM v ORDER BY "offset"')]
    database.close()
    return found


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Рузахунов", "рузахунов"),
        ("Ёлка ёж", "елка еж"),
        ("İstanbul ISSYK", "istanbul issyk"),
        ("Straße ẞ ﬁ", "straße ß ﬁ"),
        ("O'zbek o’zbek o‘zbek o`zbek oʼzbek oʻzbek", " ".join(["oʻzbek"] * 6)),
        ("Қошмамбет Өскемен Ұлытау", "қошмамбет өскемен ұлытау"),
        ("KAЗAХCTAH", "казахстан"),
        ("Mocква", "москва"),
        ("Аlmаty", "almaty"),
        ("Əлия", "әлия"),
        ("А123ВС", "а123вс"),
        ("A123BC", "a123bc"),
        ("SMS-отдел", "sms-отдел"),
        ("iPhoneЯ", "iphoneя"),
        ("й", "й"),
    ],
)
def test_spellings_of_one_word_become_one(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_word_of_both_alphabets_is_told_by_its_letters_without_a_twin() -> None:
    # Five Latin letters against two Cyrillic ones; but only Cyrillic has З.
    assert sum("A" <= letter <= "Z" for letter in "KAЗAXCTAН") > 4
    assert fold("KAЗAXCTAН") == "казахстан"


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(searchable(text)) == len(text)


@given(AWKWARD)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert searchable(searchable(text)) == searchable(text)


@given(AWKWARD)
def test_a_word_folds_alone_as_it_does_in_its_text(text: str) -> None:
    folded = fold(text)
    for start, end in tokens(folded):
        assert fold(text[start:end]) == folded[start:end]
        assert tokens(folded[start:end]) == [(0, end - start)]
        assert searchable(text)[start:end] == folded[start:end]


@given(AWKWARD)
def test_sqlite_sees_the_same_words(text: str) -> None:
    assert words_in_sqlite(text.replace("\x00", " ")) == words(text)


def test_sqlite_sees_the_same_words_among_all_characters() -> None:
    def is_dull(code: int) -> bool:
        return 0x3400 <= code < 0xA000 or 0xAC00 <= code < 0xE100 or code > 0x20000

    for left, right in (("", " "), ("a", "b ")):
        codes = [code for code in range(1, sys.maxunicode + 1) if not is_dull(code)]
        text = "".join(f"{left}{chr(code)}{right}" for code in codes)
        assert words_in_sqlite(text) == words(text)


def test_lower_case_makes_no_letter_of_a_mark() -> None:
    assert words("a\u0345b") == ["a", "b"]  # the ypogegrammeni, whose lower case is iota


def test_apostrophes_at_the_edges_belong_to_no_word() -> None:
    assert words("‘слово’ tog‘ 'o'zbek' '' `") == ["слово", "tog", "oʻzbek"]


def test_nfc_gives_one_form_to_two_ways_of_typing() -> None:
    assert nfc(unicodedata.normalize("NFD", "Йод Ёлка Қазақ")) == "Йод Ёлка Қазақ"


def test_naughty_strings_keep_their_length_and_their_words() -> None:
    lists = sorted((SHARED / "malformed/text").glob("*blns.json"))
    if not lists:
        pytest.skip("the shared test data is not here")
    for text in json.loads(lists[0].read_text("utf-8")):
        assert len(fold(text)) == len(text)
        assert words_in_sqlite(text) == words(text)


@pytest.mark.parametrize(
    ("word", "read"), [("CAPCEHOBA", "САРСЕНОВА"), ("Sarsenova", None), ("КИМ", None), ("5", None)]
)
def test_latin_letters_that_all_look_cyrillic_are_read_so(word: str, read: str | None) -> None:
    assert read_as_cyrillic(word) == read
