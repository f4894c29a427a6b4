"""A new passphrase: typed twice, judged in words, or suggested."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.keyboard_hint import KeyboardHint
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.gui.widgets.strength import strength
from evidence_app.system.words import _


class NewPassphrase(QWidget):
    """Two fields under their names, and a sentence on how hard the passphrase is to guess."""

    changed = Signal()
    entered = Signal()  # Enter in one of the fields

    def __init__(self, title: str) -> None:
        super().__init__()
        self.field, self.again = PassphraseField(title), PassphraseField(_("Passphrase again"))
        self.suggest = push_button(_("Suggest one"), "link")
        self._strength = PlainLabel(type="caption", tone="2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add(column, title, self.field, KeyboardHint(self.field, self.again))
        told = QHBoxLayout()
        told.addWidget(self._strength, 1)
        told.addWidget(self.suggest)
        column.addLayout(told)
        self._add(column, _("Passphrase again"), self.again)
        self.suggest.clicked.connect(self._on_suggest)
        for field in (self.field, self.again):
            field.textChanged.connect(self._on_changed)
            field.returnPressed.connect(self.entered)

    def text(self) -> str:
        """Return the passphrase."""
        return self.field.text()

    def missing(self) -> str:
        """Say what is missing before it can be taken; empty where nothing is."""
        if not strength(self.field.text()).value[2]:
            return _("The passphrase is not strong enough yet.")
        if not self.again.text():
            return _("Type the passphrase once more.")
        return "" if self.field.text() == self.again.text() else _("The two passphrases differ.")

    def _add(self, column: QVBoxLayout, title: str, field: QLineEdit, hint: QWidget | None = None) -> None:
        """Add a field under its name, and a hint beside that."""
        label = PlainLabel(title, tone="2")
        label.setBuddy(field)
        head = QHBoxLayout()
        head.addWidget(label)
        if hint is not None:
            head.addWidget(hint, 1)
        column.addLayout(head)
        column.addWidget(field)

    def _on_suggest(self) -> None:
        """Offer a passphrase, to be read and then typed by the person who will need it."""
        from evidence_app.services import recovery  # late: the first cards do not wait for the services

        self.field.reveal(True)
        self.field.setText(recovery.suggest_passphrase())
        self.again.clear()
        self.again.setFocus()

    def _on_changed(self) -> None:
        sentence, tone, _enough = strength(self.field.text()).value
        self._strength.setText(_(sentence) if self.field.text() else "")
        self._strength.restyle(tone=tone)
        self.changed.emit()
