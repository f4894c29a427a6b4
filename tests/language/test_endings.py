"""Cases of names in Russian and in the Turkic languages, and patronymics of both kinds."""

from __future__ import annotations

import pytest

from evidence_app.language.endings import cores, forms, is_ending, patronymics
from evidence_app.language.fold import fold
from evidence_app.language.sounds import sound


def heard(word: str) -> str:
    """Return the sound of a word."""
    return sound(fold(word))


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("рузахунов", "Рузахунов Рузахунова Рузахунову Рузахуновым Рузахунове Рузахуновы Рузахуновых"),
        ("каримова", "Каримова Каримовой Каримову"),
        ("марина", "Марины Марине Марину Мариной"),
        ("достоевский", "Достоевского Достоевскому Достоевским Достоевском"),
        ("дмитрий", "Дмитрия Дмитрию Дмитрием Дмитрии"),
        ("юлия", "Юлии Юлию Юлией"),
        ("лев", "Льва Львом"),
        ("павел", "Павла Павлом"),
        ("айгүл", "Айгуле Айгулью Айгулем"),
        ("ким", "Кима Киму Кимом Киме"),
        ("цой", "Цоя Цою Цоем Цое"),
        ("sarsenova", "Сарсеновой Сарсенову Sarsenovoy"),
        ("sergey", "Сергея Сергеем"),
    ],
)
def test_russian_cases_are_known(name: str, cases: str) -> None:
    assert [case for case in cases.split() if heard(case) not in forms(name)] == []


def test_a_man_and_a_woman_decline_apart() -> None:
    his, hers = forms("сарсенов"), forms("сарсенова")
    assert his & hers == {heard("Сарсенова"), heard("Сарсенову")}


@pytest.mark.parametrize("name", ["сәрсенова", "sarsenova", "toʻlqinov", "қошмамбет"])
def test_every_case_begins_with_the_core(name: str) -> None:
    assert all(any(form.startswith(core) for core in cores(name)) for form in forms(name))


TURKIC = "дың ға ды да дан мен нің ге ні нде тар тардың лардан нын дин го до дон ning ga ni dan lar larning s"


@pytest.mark.parametrize("ending", TURKIC.split())
def test_turkic_endings_are_known(ending: str) -> None:
    assert is_ending(heard(ending))


@pytest.mark.parametrize("rest", ["", "ст", "бек", "инград", "тық", "шы", "ова"])
def test_other_letters_are_no_ending(rest: str) -> None:
    assert not is_ending(heard(rest))


@pytest.mark.parametrize(
    ("patronymic", "other"),
    [
        ("Маратқызы", "Маратовна"),
        ("Серікұлы", "Серикович"),
        ("Маратовна", "Маратқызы"),
        ("Серикович", "Серікұлы"),
        ("Абайұлы", "Абаевич"),
        ("Абаевич", "Абайұлы"),
        ("Асануулу", "Асанович"),
        ("Асанович", "Асануулу"),
        ("Каримқизи", "Каримовна"),
    ],
)
def test_a_patronymic_is_known_in_the_other_language(patronymic: str, other: str) -> None:
    assert heard(other).startswith(tuple(patronymics(heard(patronymic))))


def test_a_son_is_no_daughter_and_a_family_name_no_patronymic() -> None:
    assert not heard("Маратовна").startswith(tuple(patronymics(heard("Маратұлы"))))
    assert patronymics(heard("Сериков")) == frozenset()
