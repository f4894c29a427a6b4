"""A field for a passphrase: reveal, and what usually goes wrong (layout, Caps Lock) said beside it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.theme import icons
from evidence_app.system.words import N_, _

_SCRIPTS = {"LATIN": N_("Latin letters"), "CYRILLIC": N_("Cyrillic letters")}


class PassphraseField(QLineEdit):
    """Hidden text; says which letters the keyboard makes and whether Caps Lock seems to be on."""

    keyboard_changed = Signal(str, bool)  # letters in words (empty while not known), Caps Lock

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self._caps, self._letters = False, ""
        self._eye = QAction(icons.icon("eye"), _("Show the passphrase"), self)
        self._eye.triggered.connect(self._on_eye)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def keyboard(self) -> str:
        """Say what the keyboard is set to, as far as it is known."""
        if self._caps:
            return _("Caps Lock is on.")
        return _("The keyboard is set to %(letters)s.") % {"letters": self._letters} if self._letters else ""

    def complaint(self, error: EvidenceError) -> str:
        """Say that it was not the right one, and what the keyboard is set to: the usual reason."""
        return f"{error.sentence()} {self.keyboard or error.advice()}"

    def reveal(self, is_shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye-off" if is_shown else "eye"))
        self._eye.setText(_("Hide the passphrase") if is_shown else _("Show the passphrase"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Learn from each letter what the keyboard is set to."""
        words = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = not self._caps
        elif len(words) == 1 and words.isalpha() and words.upper() != words.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = words.isupper() != shifted
            script = unicodedata.name(words, "").split(" ")[0]
            self._letters = _(_SCRIPTS[script]) if script in _SCRIPTS else ""
        self.keyboard_changed.emit(self._letters, self._caps)
        super().keyPressEvent(event)

    def _on_eye(self) -> None:
        self.reveal(self.echoMode() == QLineEdit.EchoMode.Password)
