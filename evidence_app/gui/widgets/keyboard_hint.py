"""What the keyboard is set to, said beside a passphrase: its letters, and Caps Lock."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.system.words import _


class KeyboardHint(QWidget):
    """Two chips that show once a field has learnt something from what was typed."""

    def __init__(self, *fields: PassphraseField) -> None:
        super().__init__()
        self.letters, self.caps = PlainLabel(chip="plain"), PlainLabel(_("Caps Lock is on"), chip="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch()
        for chip in (self.letters, self.caps):
            row.addWidget(chip)
            chip.hide()
        for field in fields:
            field.keyboard_changed.connect(self._on_keyboard_changed)

    def _on_keyboard_changed(self, letters: str, caps: bool) -> None:
        self.letters.setText(letters)
        self.letters.setVisible(bool(letters))
        self.caps.setVisible(caps)
