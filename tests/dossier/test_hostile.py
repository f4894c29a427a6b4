"""Hostile strings are printed as the characters they are."""

from __future__ import annotations

import re
import unicodedata
from itertools import cycle

import pytest

from evidence_app.domain.unseen import has_ink
from evidence_app.dossier import press
from evidence_app.dossier.prose import clean
from tests.dossier import readback
from tests.dossier.hostile import everywhere, hostile, naughty_names, whole


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return press.render(hostile())


def printed(text: str) -> str:
    """Return what can be compared: no space, hyphen, ligature or accent, which readers of PDF treat as they like."""
    plain = "".join(character for character in text if unicodedata.category(character) not in {"Mn", "Me"})
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", unicodedata.normalize("NFKC", plain))


def body_of(pdf: bytes) -> str:
    """Return all that is printed on the pages, to be compared."""
    return printed(re.sub(r"\d+ / \d+", "", "".join(readback.texts(pdf))))


def test_every_string_comes_back_from_the_pages(pdf: bytes) -> None:
    body = body_of(pdf)
    assert not [name for name in naughty_names() if len(name) < 60 and printed(clean(name)) not in body]


def test_characters_that_cannot_be_seen_or_drawn_are_spelled_out(pdf: bytes) -> None:
    text = "".join(readback.texts(pdf)).replace("\u00a0", " ").replace("\r\n", " ")
    names = "".join(naughty_names())
    if "田" in names:
        assert "U+7530" in text
        assert "⟨U+202A⟩" in text
    assert all(has_ink(character) for character in set(text) - set("\r\n\ufffe\x02"))


@pytest.mark.parametrize("turn", [0, 171, 342])
def test_hostile_strings_are_printed_in_every_field_as_they_are_with_marks(turn: int) -> None:
    # What is longer goes over to another page, and the foot and head of pages stand within.
    bad = [text for text in naughty_names() if text.strip() and len(clean(text)) < 300]
    placed: list[str] = []
    pdf = press.render(everywhere(whole(), cycle([*bad[turn:], *bad[:turn]]), placed))
    body = body_of(pdf)
    assert len(placed) > 1_000
    assert not [text for text in placed if printed(clean(text)) not in body]


def test_one_string_of_everything_hard_is_printed_in_every_field() -> None:
    hard = "\u202eАй\u200bгер\u00adим <b>&amp; علی 田"
    placed: list[str] = []
    manuscript = everywhere(whole(), cycle([hard]), placed)
    body = body_of(press.render(manuscript))
    shown = "⟨U+202E⟩Ай⟨U+200B⟩гер⟨U+00AD⟩им<b>&amp;⟨U+0639U+0644U+06CC⟩⟨U+7530⟩"
    assert body.count(shown) >= len(placed)


def test_markup_in_names_makes_no_link_and_no_action(pdf: bytes) -> None:
    document = readback.opened(pdf)
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            assert "/A" not in annotation
            assert "/Dest" in annotation
