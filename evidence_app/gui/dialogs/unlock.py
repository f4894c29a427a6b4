"""Unlock: the passphrase, the two usual reasons why a right one fails, and the way out when it is forgotten."""

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
# After five wrong ones each further try waits twice as long; the wait is over with the card and kept nowhere.
PATIENCE, PAUSE_S, LONGEST_S = 5, 5, 60
TICK_MS = 1000


class UnlockCard(Card):
    """Asks for the passphrase of one folder; says in place when it was not the right one."""

    unlocked = Signal(str)
    sheet_asked = Signal()
    left = Signal()

    def __init__(self, name: str, words: str, *, shown_passphrase: str = "") -> None:
        super().__init__(WIDTH)
        self._tries, self._left_s, self._said = 0, 0, ""
        self.field = PassphraseField(_("Passphrase"))
        self.answer = PlainLabel(tone="danger", wrap=True)
        self.notice = NoticeBar()
        self.go = push_button(_("Unlock"), "primary")
        self.sheet = push_button(_("Use recovery sheet"), "link")
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._lay_out(name, words, shown_passphrase)
        self.field.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._on_go)
        self.sheet.clicked.connect(self.sheet_asked)

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
            self._said = self.field.complaint(error)
            self.answer.setText(self._said)
            self.answer.show()
            self.field.selectAll()
            self.field.setFocus()
            if self._tries >= PATIENCE:
                self._pause(min(LONGEST_S, PAUSE_S * 2 ** (self._tries - PATIENCE)))
        else:
            self.notice.say(error.sentence(), error.advice(), kind="danger")

    def tick(self) -> None:
        """Count one second of the wait."""
        self._left_s -= 1
        if self._left_s > 0:
            self._say_wait()
            return
        self._clock.stop()
        self.go.setEnabled(True)
        self.answer.setText(self._said)

    def _pause(self, seconds: int) -> None:
        """Take no further try for a while, and count down."""
        self._left_s = seconds
        self.go.setEnabled(False)
        self._clock.start()
        self._say_wait()

    def _say_wait(self) -> None:
        """Say how long the next try has to wait."""
        wait = ngettext_("Wait %(n)s second.", "Wait %(n)s seconds.", self._left_s) % {"n": self._left_s}
        self.answer.setText(f"{self._said} {wait}")

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
            self.sheet.hide()
        self.column.addSpacing(8)
        foot = self.row()
        foot.addWidget(self.sheet)
        foot.addStretch()
        foot.addWidget(self.go)
        other = push_button(_("Another case"), "link")
        other.clicked.connect(self.left)
        last = self.row()
        last.addWidget(other)
        last.addStretch()

    def _on_go(self) -> None:
        if self.field.text():
            self.answer.hide()
            self.notice.hide()
            self.set_busy(True)
            self.unlocked.emit(self.field.text())
