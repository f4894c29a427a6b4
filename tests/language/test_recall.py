"""How many real spellings of real names are found, and how many ordinary words are taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.language.mentions import Name, Watch

NAMES = Path(__file__).parents[2] / "../shared/data/names"


def rows(file: str) -> list[list[str]]:
    """Read a shared list of names."""
    if not (NAMES / file).exists():
        pytest.skip("the shared test data is not here")
    return [line.split("\t") for line in (NAMES / file).read_text("utf-8").splitlines()]


def is_found(mention: str, name: str) -> bool:
    """Tell whether a person is found by one word of a text."""
    return bool(Watch([Name(1, name, name)]).mentions(mention.capitalize()))


def test_declined_names_in_real_russian_news_are_found() -> None:
    declined = [row for row in rows("ru_person_mentions_factrueval.tsv") if row[1] != row[2]]
    # 312 mentions; the rest are misspelt in the list itself.
    assert len(declined) > 300
    assert sum(is_found(mention, name) for _, mention, name, _ in declined) / len(declined) > 0.96


def test_central_asian_names_are_found_across_alphabets_both_ways() -> None:
    pairs = [(english, russian) for _, english, russian, _ in rows("wd_en_ru_ca.tsv")]
    # The rest is Turkish, Spanish or other spelling (oğuzhan, torrejon), and names whose Russian form differs.
    assert sum(is_found(english, russian) for english, russian in pairs) / len(pairs) > 0.85
    assert sum(is_found(russian, english) for english, russian in pairs) / len(pairs) > 0.85


def test_thousands_of_names_find_hardly_anybody_in_a_text_about_nobody() -> None:
    names = {word for row in rows("xscript_groups_ca.tsv") for word in row[3].split(",") if len(word) > 1}
    watch = Watch(Name(number, name, name) for number, name in enumerate(sorted(names), 1))
    text = (
        "Потерпевшего привезли в отдел и держали до утра, воды не давали, били по голове и требовали подписать бумаги. "
        "Жәбірленушіні бөлімге әкеліп, таңға дейін ұстады, су бермеді, басынан ұрып, қағазға қол қойғызды. "
        "The victim was taken to the station and held until the morning, beaten on the head and made to sign papers. "
    )
    assert len(names) > 300
    assert [text[one.start : one.end] for one in watch.mentions(text)] == []
