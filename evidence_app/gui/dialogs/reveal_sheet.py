"""Asks for the passphrase again before what is hidden is shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.errors import EvidenceError, WrongPassphrase
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH = 420


class RevealSheet(Sheet):
    """Stays until a passphrase was the right one; whoever asks proves it in the lane and tells the sheet."""

    agreed = Signal(str)  # a passphrase to be proved
    shown = Signal(object)  # what was hidden

    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(_("Show: %(field)s") % {"field": label}, WIDTH, parent)
        self.notice = NoticeBar()
        self.field = PassphraseField(_("Passphrase"))
        self.answer = PlainLabel(type="caption", tone="danger", wrap=True)
        self.answer.hide()
        logged = _("That you looked is written into the log; so is a wrong passphrase.")
        self.column.addWidget(PlainLabel(logged, tone="2", wrap=True))
        self.column.addWidget(self.notice)
        self.add_field(_("Passphrase"), self.field)
        self.column.addWidget(self.answer)
        self.go = push_button(_("Show"), "primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._on_go)
        self.field.textChanged.connect(lambda words: self.go.setEnabled(bool(words)))
        self.end_with(self.go, _("Cancel"))

    def show_value(self, value: Any) -> None:
        """End, and hand on what was hidden."""
        self.accept()
        self.shown.emit(value)

    def say_error(self, error: EvidenceError) -> None:
        """Say what stood in the way; nothing is shown."""
        self._set_busy(is_busy=False)
        if isinstance(error, WrongPassphrase):
            self.answer.setText(self.field.complaint(error))
            self.answer.show()
            self.field.setFocus()
            self.field.selectAll()
        else:
            self.notice.say(error.sentence(), error.advice(), kind="warn")

    def _on_go(self) -> None:
        self.answer.hide()
        self.notice.hide()
        self._set_busy(is_busy=True)
        self.agreed.emit(self.field.text())

    def _set_busy(self, *, is_busy: bool) -> None:
        """Say that the passphrase is being proved: making the key takes a second or two by design."""
        self.setEnabled(not is_busy)
        self.go.setText(_("Checking…") if is_busy else _("Show"))
