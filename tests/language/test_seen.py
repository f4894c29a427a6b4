"""What is seen of a text, and the way back to it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.seen import see

NAME = "Сәрсенова"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Сәр\u00adсенова", NAME),
        ("Сәр\u200b\u200dсенова\ufeff", NAME),
        ("Сәрсено\u0301ва", NAME),
        ("Сәрсе\u0002нова", NAME),
        ("Сәрсе\ufffeнова", NAME),
        ("Сәрсе-\nнова", NAME),
        ("Сәрсе\u2010 \r\n  нова", NAME),
        ("СӘРСЕ-\nНОВА", "СӘРСЕНОВА"),
        ("Иванов-\nПетров", "Иванов-\nПетров"),
        ("по-русски, 7-\n8", "по-русски, 7-\n8"),
        ("и\u0306, е\u0308, у\u0306; й ё ў", "й, ё, ў; й ё ў"),
        ("Säŕsenóvà Ｓａｒ 𝐒𝐚𝐫", "Sarsenova Sar Sar"),
        ("Sαrsenοva", "Sarsenova"),
        ("Сарсен0ва 0маров Сарсенов0", "Сарсенoва oмаров Сарсеновo"),
        ("100 грамм, 2024Сарсенова, P-002, 10м", "100 грамм, 2024Сарсенова, P-002, 10м"),
        ("", ""),
    ],
)
def test_noise_is_seen_through_and_letters_stay(text: str, seen: str) -> None:
    assert see(text).text == seen


def test_a_place_leads_back_to_the_whole_stretch() -> None:
    text = "а\u0301 Сә\u00adр\u0301се-\nнова\u200b, да"
    seen = see(text)
    start = seen.text.index(NAME)
    begin, end = seen.original(start, start + len(NAME))
    assert text[begin:end] == "Сә\u00adр\u0301се-\nнова\u200b"


@given(st.text())
def test_every_place_has_one_in_the_original(text: str) -> None:
    seen = see(text)
    places = [seen.original(place, len(seen.text)) for place in range(len(seen.text) + 1)]
    starts = [start for start, _end in places]
    assert starts == sorted(set(starts))
    assert all(end == len(text) for _start, end in places)


@given(st.text(st.sampled_from("абйёвг xyz-.\n")))
def test_plain_text_is_seen_as_it_is_in_any_normal_form(text: str) -> None:
    plain = text.replace("-\n", "\n")
    assert see(plain).text == plain
    assert see(unicodedata.normalize("NFD", plain)).text == plain
