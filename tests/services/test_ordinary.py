"""The dossier's own words are known, so that a name which is one of them does not stop every export."""

from __future__ import annotations

import pytest

from evidence_app.services.ordinary import ordinary_words

ORDINARY = "мая май may мамыр no суд court потерпевший алматы almaty"


@pytest.mark.parametrize("word", ORDINARY.split())
def test_words_of_sentences_months_and_zones_are_ordinary(word: str) -> None:
    assert word in ordinary_words()


@pytest.mark.parametrize("word", ["ким", "цой", "абай", "сарсенова", "асан", "", "5"])
def test_names_are_not(word: str) -> None:
    assert word not in ordinary_words()
