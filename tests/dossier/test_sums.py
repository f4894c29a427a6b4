"""Sums and shares as each language writes them."""

from __future__ import annotations

import pytest

from evidence_app.dossier import sums
from evidence_app.system import words


@pytest.mark.parametrize(
    ("language", "money", "share"),
    [
        ("en", "61,000,000\u00a0₸", "8.2%"),
        ("ru", "61\u00a0000\u00a0000\u00a0₸", "8,2\u00a0%"),
        ("kk", "61\u00a0000\u00a0000\u00a0₸", "8,2\u00a0%"),
    ],
)
def test_each_language_has_its_own_form(language: str, money: str, share: str) -> None:
    with words.speaking(language):
        assert sums.money(61_000_000, "KZT") == money
        assert sums.share(5_000_000, 61_000_000) == share


def test_a_currency_without_a_sign_keeps_its_code() -> None:
    assert sums.money(1_200, "UZS") == "1,200\u00a0UZS"


@pytest.mark.parametrize(
    ("part", "whole", "written"), [(0, 5, "0.0%"), (5, 5, "100.0%"), (1, 3, "33.3%"), (2, 3, "66.7%")]
)
def test_shares_are_rounded_half_up(part: int, whole: int, written: str) -> None:
    assert sums.share(part, whole) == written
