"""Themes: every role has a colour, and text can be read on what it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from evidence_app.gui.theme import tokens
from evidence_app.gui.theme.look import Look
from evidence_app.gui.theme.palette import style_sheet

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


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""

    def luminance(colour: QColor) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
