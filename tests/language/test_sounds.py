"""One sound for all spellings of a name, several where usage is divided; words that only look alike stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.fold import fold
from evidence_app.language.seen import see
from evidence_app.language.sounds import MOST_SOUNDS, cyrillic, plain_words, single, sound, sounds


@pytest.mark.parametrize(
    "spellings",
    [
        "Сәрсенова Сарсенова Sarsenova Särsenova Sarsenowa",
        "Қошмамбет Кошмамбет Koshmambet Qoshmambet Qoşmambet",
        "Рузахунов Ruzakhunov Ruzahunov Ruzaxunov",
        "Жүніс Zhunis Junis Zhünis Жунис",
        "Дмитрий Dmitriy Dmitry Dmitrii",
        "Юлия Yuliya Iuliia Iulia",
        "Достоевский Dostoyevskiy Dostoevsky Dostoyevsky",
        "Джапаров Жапаров Japarov Dzhaparov Djaparov Zhaparov",
        "Тўлқинов Toʻlqinov To'lqinov Tolqinov Толкинов",
        "Гульжан Гүлжан Gulzhan Guljan Gul'zhan",
        "Объездчик Obyezdchik",
        "Щукина Shchukina Schukina",
        "Айгүл Айгуль Aigul Aygul",
    ],
)
def test_all_spellings_have_one_sound(spellings: str) -> None:
    assert len({sound(fold(see(spelling).text)) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Тўлқинов", "Tulkinov Тулкинов"),
        ("Toʻlqinov", "Тулкинов"),
        ("Ёлкин", "Yolkin Elkin Ёлкин"),
        ("Fyodor", "Фёдор"),
        ("Alexandra", "Александра"),
        ("Александра", "Alexandra"),
        ("Әмина", "Emina Амина"),
        ("Абдуллаев", "Abdulaev"),
        ("Джулия", "Julija"),
    ],
)
def test_a_name_is_heard_in_several_ways_where_usage_is_divided(name: str, heard: str) -> None:
    possible = sounds(name)
    for spelling in heard.split():
        assert {sound(fold(spelling)), single(sound(fold(spelling)))} & set(possible), spelling


@pytest.mark.parametrize("pair", ["Омаров Умаров", "Сериков Серикова", "Жанар Шынар", "Бектуров Пектуров"])
def test_different_names_sound_different(pair: str) -> None:
    one, other = pair.split()
    assert set(sounds(one)).isdisjoint(sounds(other))


@pytest.mark.parametrize(
    ("latin", "written"),
    [("sarsenova", "сарсенова"), ("sergey", "сергей"), ("dmitry", "дмитрий"), ("shchukin", "щукин"), ("айна", "айна")],
)
def test_latin_goes_back_to_cyrillic(latin: str, written: str) -> None:
    assert cyrillic(latin) == written


def test_words_of_a_name_are_plain_and_without_initials() -> None:
    assert plain_words("Сәрсено\u0301ва А. М., O’tkir-Ali") == ("сәрсенова", "oʻtkir", "ali")


@given(st.text(st.sampled_from("абвеёжийкхцщьюя АЕЖЩЮ-'.қғӘabZ1\nʻxyjc"), max_size=30))
def test_any_name_has_few_sounds_and_its_own_among_them(name: str) -> None:
    for word in plain_words(name):
        heard = sounds(word)
        assert 0 < len(heard) <= MOST_SOUNDS
        assert sound(fold(word)) in heard or "ё" in word or len(heard) > 1
