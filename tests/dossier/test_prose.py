"""The one door for text from outside."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.dossier import prose, stylesheet
from evidence_app.dossier.flow import Stack

NBSP = "\u00a0"


def plain(text: str) -> str:
    """Return what ReportLab understood of a text."""
    return " ".join(block.getPlainText() for block in prose.para(text, stylesheet.BODY))


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "a & b", "&amp;", "&lt;para&gt;", "</para>", "<br/>", "<a href='#x'>y</a>", '"']
)
def test_markup_is_only_characters(text: str) -> None:
    assert plain(text).replace(NBSP, " ") == text


@given(st.text(alphabet="<>&/='\"abп #;", min_size=1, max_size=40))
def test_no_text_is_ever_read_as_markup(text: str) -> None:
    assert plain(text).replace(NBSP, " ").split() == text.split()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u202eb\u2066c\u200f", "a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩"),
        ("a\x00\x1b\x7fb", "a⟨U+0000 U+001B U+007F⟩b"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("61\u202f000", f"61{NBSP}000"),
        ("и\u0306", "й"),
        ("a\u00adb\u200bc\ufeff", "a⟨U+00AD⟩b⟨U+200B⟩c⟨U+FEFF⟩"),
        ("علی\u200d", "⟨U+0639 U+0644 U+06CC U+200D⟩"),
        ("🧿\ufe0f 5", "⟨U+1F9FF U+FE0F⟩ 5"),
        ("a\u3000b\tc", "a b c"),
    ],
)
def test_what_only_commands_is_shown_by_its_number(text: str, cleaned: str) -> None:
    assert prose.clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("в Кошмамбете", f"в{NBSP}Кошмамбете"),
        ("и в доме", f"и{NBSP}в{NBSP}доме"),
        ("№ 3", f"№{NBSP}3"),
        ("ст. 146 ч. 2", f"ст.{NBSP}146 ч.{NBSP}2"),
        ("61 000 000 ₸", f"61{NBSP}000{NBSP}000{NBSP}₸"),
        ("47 км", f"47{NBSP}км"),
        ("суд — это", f"суд{NBSP}— это"),
        ("a house", f"a{NBSP}house"),
        ("после суда", "после суда"),
    ],
)
def test_what_belongs_together_is_bound(text: str, bound: str) -> None:
    assert prose.ty(text) == bound


def test_a_character_without_a_face_is_spelled_out() -> None:
    assert plain("田 ok") == "⟨U+7530⟩ ok"


def test_a_character_of_another_face_borrows_it() -> None:
    assert '<font name="Sans">□</font>' in prose.say("□", "Serif") or '<font name="Mono">□</font>' in prose.say(
        "□", "Serif"
    )


def test_a_text_of_nothing_visible_is_a_dash_in_a_table() -> None:
    assert [block.getPlainText() for block in prose.cell("\u3000\n ", stylesheet.CELL)] == ["—"]
    assert prose.para("", stylesheet.BODY) == []


def test_chunks_lose_no_word_and_stay_short() -> None:
    text = " ".join(f"word{n}{'.' if n % 17 == 0 else ''}" for n in range(5_000))
    parts = list(prose.chunks(text))
    assert " ".join(parts) == text
    assert max(len(part.split()) for part in parts) <= prose.CHUNK_WORDS


def test_a_word_without_end_is_cut_and_kept() -> None:
    parts = list(prose.chunks("x" * 100_000))
    assert sum(part.count("x") for part in parts) == 100_000
    assert max(map(len, parts)) <= prose.CHUNK_CHARACTERS + 400


def test_a_statement_without_sources_says_so() -> None:
    assert "no source yet" in prose.sources(())


def test_an_anchor_cannot_leave_its_attribute() -> None:
    markup = prose.link("E-001", '"><b>')
    assert "<b>" not in markup
    prose.line(markup, stylesheet.BODY)


def test_a_digest_stands_in_groups_of_eight() -> None:
    said = prose.line(prose.fixity("0123456789abcdef" * 4), stylesheet.CELL).getPlainText()
    assert "01234567\u00a089abcdef" in said


def test_layout_time_grows_no_faster_than_the_text() -> None:
    def seconds(words: int) -> float:
        text = "слово свидетеля, " * (words // 2)
        start = time.perf_counter()
        rest = Stack(prose.para(text, stylesheet.BODY), stylesheet.TEXT)
        while rest.blocks:
            first, rest = rest.split(600)
            assert first.blocks
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(20_000) < 14 * seconds(4_000) + 0.2
