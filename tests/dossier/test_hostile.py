"""Hostile strings are printed as the characters they are."""

from __future__ import annotations

import re
import unicodedata

import pytest

from evidence_app.dossier import fonts, press
from evidence_app.dossier.prose import clean
from tests.dossier import readback
from tests.dossier.hostile import hostile, naughty_names


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return press.render(hostile())


def printed(text: str) -> str:
    """Return what can be compared: no space, hyphen or ligature, which readers of PDF treat as they like."""
    runs = re.sub(r"‹U\+[^›]*›", "", text)
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", unicodedata.normalize("NFKC", runs))


def drawable(text: str) -> str:
    """Return the part of a string that some face draws."""
    return "".join(character for character in clean(text) if fonts.understudy(character))


def test_every_string_comes_back_from_the_pages(pdf: bytes) -> None:
    body = printed(re.sub(r"\d+ / \d+", "", "".join(readback.texts(pdf))))
    lost = [name for name in naughty_names() if len(name) < 60 and printed(drawable(name)) not in body]
    assert not lost


def test_characters_without_a_face_are_spelled_out(pdf: bytes) -> None:
    text = "".join(readback.texts(pdf)).replace("\u00a0", " ").replace("\r\n", " ")
    names = "".join(naughty_names())
    if "田" in names:
        assert "U+7530" in text
    assert "\u202e" not in text


def test_markup_in_names_makes_no_link_and_no_action(pdf: bytes) -> None:
    document = readback.opened(pdf)
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            assert "/A" not in annotation
            assert "/Dest" in annotation
