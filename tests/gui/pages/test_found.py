"""Search hits: the words that were found are found again in the text around them."""

from __future__ import annotations

from evidence_app.gui.pages.search.found import mark


def test_words_of_a_hit_are_marked_in_a_longer_text_whatever_their_case():
    text = "Воды не было. Он просил воды, но водитель молчал."
    assert [text[start:end] for start, end in mark(text, frozenset({"воды"}))] == ["Воды", "воды"]


def test_signs_in_a_word_are_taken_as_they_are():
    assert mark("a.c abc", frozenset({"a.c"})) == ((0, 3),)


def test_without_words_nothing_is_marked():
    assert mark("Воды не было.", frozenset()) == ()
