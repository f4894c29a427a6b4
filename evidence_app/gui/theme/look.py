"""The look in force: a theme and a text size, asked for at paint time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from evidence_app.gui.theme import tokens
from evidence_app.gui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and the factor by which text and what holds it grow."""

    theme: Theme
    scale: float = 1.0


_now: Look | None = None


def now() -> Look:
    """Return the look in force; the light theme before anyone chose."""
    return _now or Look(tokens.load("light"))


def wear(look: Look) -> None:
    """Put another look in force; `Appearance` is the one that repaints."""
    global _now
    _now = look


def theme() -> Theme:
    """Return the theme in force."""
    return now().theme


def colour(role: str) -> QColor:
    """Return the colour of a role in the theme in force."""
    return now().theme.colour(role)


def px(length: float) -> int:
    """Return a length of the design, scaled with the text."""
    return round(length * now().scale)
