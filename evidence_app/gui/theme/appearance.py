"""Applies the look to the program: follows the system, or the person's choice in View."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from evidence_app.gui.theme import look, tokens
from evidence_app.gui.theme.palette import palette, style_sheet
from evidence_app.gui.theme.type_scale import font

SCHEMES = ("system", "light", "dark", "contrast")
SIZES = (90, 100, 110, 125, 150)
_ORDINARY_DPI = 96.0


class Appearance(QObject):
    """Scheme and text size, remembered between runs; `changed` after each repaint."""

    changed = Signal()

    def __init__(self, program: QApplication, settings: QSettings) -> None:
        super().__init__(program)
        self._program, self._settings = program, settings
        self.scheme = str(settings.value("scheme", "system"))
        self.size = int(str(settings.value("text_size", 100)))
        program.setStyle("Fusion")
        self._hints = program.styleHints()  # held: those on accessibility are gone with it
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    def choose_scheme(self, scheme: str) -> None:
        """Follow the system, or stay light, dark or high in contrast."""
        self.scheme = scheme if scheme in SCHEMES else "system"
        self._settings.setValue("scheme", self.scheme)
        self._apply()

    def choose_size(self, percent: int) -> None:
        """Set the text size in per cent, within what the layout can hold."""
        self.size = max(SIZES[0], min(SIZES[-1], percent))
        self._settings.setValue("text_size", self.size)
        self._apply()

    def step_size(self, direction: int) -> None:
        """Go one size up (1) or down (-1)."""
        near = min(SIZES, key=lambda size: abs(size - self.size))
        place = max(0, min(len(SIZES) - 1, SIZES.index(near) + direction))
        self.choose_size(SIZES[place])

    def _theme_name(self) -> str:
        """Name the theme that scheme and system ask for."""
        if self.scheme != "system":
            return self.scheme
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _system_scale(self) -> float:
        """Return how much larger than usual this desktop sets its text."""
        screen = self._program.primaryScreen()
        if sys.platform == "darwin" or screen is None:
            return 1.0
        return max(1.0, round(screen.logicalDotsPerInch() / _ORDINARY_DPI * 4) / 4)

    def _apply(self) -> None:
        """Repaint the program in the look asked for."""
        look.wear(look.Look(tokens.load(self._theme_name()), self.size / 100 * self._system_scale()))
        self._program.setFont(font())
        self._program.setPalette(palette(look.theme()))
        self._program.setStyleSheet(style_sheet(look.now()))
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self.scheme == "system":
            self._apply()
