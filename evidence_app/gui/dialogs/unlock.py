"""Unlock: the passphrase, and the two usual reasons why a right one fails."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from evidence_app.domain.errors import EvidenceError, WrongPassphrase
from evidence_app.gui.widgets.card import Card
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.keyboard_hint import KeyboardHint
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar, Pictogram
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.system.words import _, ngettext_

WIDTH = 420
PATIENCE, PAUSE_MS = 5, 5000  # after five wrong ones each further try waits


class UnlockCard(Card):
    """Asks for the passphrase of one folder; says in place when it was not the right one."""

    unlocked = Signal(str)
    left = Signal()

    def __init__(self, name: str, words: str, *, shown_passphrase: str = "") -> None:
        super().__init__(WIDTH)
        self._tries = 0
        self.field = PassphraseField(_("Passphrase"))
        self.answer = PlainLabel(tone="danger", wrap=True)
        self.notice = NoticeBar()
        self.go = push_button(_("Unlock"), "primary")
        self._lay_out(name, words, shown_passphrase)
        self.field.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._on_go)

    def set_busy(self, is_busy: bool) -> None:
        """Say that the lock is turning: making the key takes about a second by design."""
        self.go.setText(_("Unlocking…") if is_busy else _("Unlock"))
        self.go.setEnabled(not is_busy)
        self.field.setReadOnly(is_busy)

    def say_error(self, error: EvidenceError) -> None:
        """Say what was wrong: a passphrase under the field, anything else as a notice."""
        self.set_busy(False)
        if isinstance(error, WrongPassphrase):
            self._tries += 1
            said = f"{error.sentence()} {error.advice()}"
            self.answer.setText(said)
            self.answer.show()
            self.field.selectAll()
            self.field.setFocus()
            if self._tries >= PATIENCE:
                self._pause(said)
        else:
            self.notice.say(error.sentence(), error.advice(), kind="danger")

    def _pause(self, said: str) -> None:
        """Take no further try for a while, and say for how long."""
        seconds = PAUSE_MS // 1000
        wait = ngettext_("Wait %(n)s second.", "Wait %(n)s seconds.", seconds) % {"n": seconds}
        self.answer.setText(f"{said} {wait}")
        self.go.setEnabled(False)

        def on_over() -> None:
            self.go.setEnabled(True)
            self.answer.setText(said)

        QTimer.singleShot(PAUSE_MS, self, on_over)

    def _lay_out(self, name: str, words: str, shown_passphrase: str) -> None:
        """Place lock, hints, field and buttons."""
        head = self.row()
        head.addWidget(Pictogram("lock", "accent", 24))
        head.addWidget(KeyboardHint(self.field), 1)
        self.column.addSpacing(4)
        self.column.addWidget(ElidedLabel(name, type="h1"))
        self.column.addWidget(PlainLabel(words, tone="2", wrap=True))
        self.column.addWidget(self.notice)
        self.column.addSpacing(6)
        self.column.addWidget(self.field)
        self.column.addWidget(self.answer)
        self.answer.hide()
        if shown_passphrase:
            told = _("The passphrase of the sample is: %(passphrase)s") % {"passphrase": shown_passphrase}
            self.column.addWidget(PlainLabel(told, type="caption", tone="2", wrap=True).selectable())
            self.field.setText(shown_passphrase)
        self.column.addSpacing(8)
        foot = self.row()
        other = push_button(_("Another case"), "link")
        other.clicked.connect(self.left)
        foot.addWidget(other)
        foot.addStretch()
        foot.addWidget(self.go)

    def _on_go(self) -> None:
        if self.field.text():
            self.answer.hide()
            self.notice.hide()
            self.set_busy(True)
            self.unlocked.emit(self.field.text())
