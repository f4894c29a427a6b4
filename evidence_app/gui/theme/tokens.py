"""Colour roles of a theme, read from resources/themes."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from evidence_app.system import paths


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour per role; `dark` tells which way contrast runs."""

    dark: bool
    app: QColor  # chrome: menu, sidebar, status bar
    surface: QColor  # where records lie
    subtle: QColor  # inspector
    sunken: QColor  # chips
    hover: QColor
    press: QColor
    border: QColor
    border_strong: QColor
    field_border: QColor
    text: QColor
    text_2: QColor
    text_3: QColor
    accent: QColor
    accent_fill: QColor
    accent_press: QColor
    on_accent: QColor
    accent_text: QColor
    tint: QColor
    tint_strong: QColor
    ok: QColor
    ok_tint: QColor
    warn: QColor
    warn_tint: QColor
    danger: QColor
    danger_tint: QColor
    hit: QColor  # a word that was searched for
    hit_text: QColor
    stage: QColor  # behind pictures

    def colour(self, role: str) -> QColor:
        """Return the colour of a role by its name; AttributeError for one that no theme has."""
        found = getattr(self, role)
        assert isinstance(found, QColor)
        return found


ROLES = tuple(field.name for field in dataclasses.fields(Theme) if field.name != "dark")


@cache
def load(name: str) -> Theme:
    """Read a theme by name; a role without a base colour raises KeyError."""
    source = paths.resources() / "themes" / f"{name}.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    colours = {role: QColor(table["base"][table["roles"][role]]) for role in ROLES}
    return Theme(dark=table["dark"], **colours)
