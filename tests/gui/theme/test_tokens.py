"""Themes: every role has a colour, and text can be read on what it stands on."""

from __future__ import annotations

import pytest

from evidence_app.gui.theme import tokens
from evidence_app.gui.theme.look import Look
from evidence_app.gui.theme.palette import style_sheet
from tests.pictures.structure import contrast

TEXT_ON = [
    *((text, ground) for text in ("text", "text_2", "text_3") for ground in ("app", "surface", "subtle", "sunken")),
    *((text, ground) for text in ("text", "text_2", "text_3") for ground in ("hover", "tint")),
    ("accent_text", "tint"),
    ("accent_text", "tint_strong"),
    ("accent_text", "subtle"),
    ("on_accent", "accent_fill"),
    ("ok", "ok_tint"),
    ("warn", "warn_tint"),
    ("danger", "danger_tint"),
    ("danger", "surface"),
    ("warn", "surface"),
    ("hit_text", "hit"),
]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(name: str, text: str, ground: str):
    theme = tokens.load(name)
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_border_of_a_field_can_be_seen(name: str):
    theme = tokens.load(name)
    assert contrast(theme.field_border, theme.surface) >= 3


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_style_sheet_names_no_role_that_the_theme_lacks(name: str):
    sheet = style_sheet(Look(tokens.load(name), 1.25))
    assert "@" not in sheet
    assert "sp;" not in sheet
