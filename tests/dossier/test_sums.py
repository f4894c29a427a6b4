"""Sums, shares and sizes as each language writes them."""

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


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ("999 B", "1.0 kB", "45.1 kB", "1.5 GB", "45,077 B")),
        ("ru", ("999 Б", "1,0 кБ", "45,1 кБ", "1,5 ГБ", "45 077 Б")),
    ],
)
def test_sizes_have_the_units_of_the_language(language: str, written: tuple[str, ...]) -> None:
    with words.speaking(language):
        sizes = [sums.size(count) for count in (999, 1_000, 45_077, 1_500_000_000)]
        assert tuple(said.replace("\u00a0", " ") for said in (*sizes, sums.exact_size(45_077))) == written


def test_a_currency_without_a_sign_keeps_its_code() -> None:
    assert sums.money(1_200, "UZS") == "1,200\u00a0UZS"


@pytest.mark.parametrize(
    ("part", "whole", "written"), [(0, 5, "0.0%"), (5, 5, "100.0%"), (1, 3, "33.3%"), (2, 3, "66.7%")]
)
def test_shares_are_rounded_half_up(part: int, whole: int, written: str) -> None:
    assert sums.share(part, whole) == written
