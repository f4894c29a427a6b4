"""A veil over what stands in a field to be typed: while names are hidden, words that name somebody show as dots."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from evidence_app.gui.widgets import privacy


class Veil(QObject):
    """Watches one line; what is typed in it stays as it is, for codes must not be written in the place of names."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        line.textChanged.connect(self._fall)
        privacy.screen().changed.connect(self._fall)
        self._fall()

    def _fall(self, *_words: str) -> None:
        """Let the words be read only if they name nobody."""
        words = self._line.text()
        is_safe = privacy.text(words) == words
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if is_safe else QLineEdit.EchoMode.Password)
