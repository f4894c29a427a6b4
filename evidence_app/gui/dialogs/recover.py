"""Opening with the recovery sheet: its words, and a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from evidence_app.domain.errors import EvidenceError, WordsMissing
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.card import Card
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.new_passphrase import NewPassphrase
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.services import recovery
from evidence_app.system.words import _

WIDTH, WORDS_HEIGHT = 520, 104


class RecoverCard(Card):
    """Asks for the words of a sheet and a new passphrase; says of each wrong word where it stands."""

    recovered = Signal(str, str)  # words, new passphrase
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(WIDTH)
        self.notice = NoticeBar()
        self.words = QPlainTextEdit()
        self.answer = PlainLabel(type="caption", tone="2", wrap=True)
        self.secret = NewPassphrase(_("New passphrase"))
        self._state = PlainLabel(type="caption", tone="2", wrap=True)
        self.go = push_button(_("Open the case"), "primary")
        self._lay_out(name)
        self.words.textChanged.connect(self._check)
        self.secret.changed.connect(self._check)
        self.secret.entered.connect(self.go.click)
        self.go.clicked.connect(self._on_go)
        self._check()

    def set_busy(self, is_busy: bool) -> None:
        """Say that the case is being opened."""
        self.go.setText(_("Opening…") if is_busy else _("Open the case"))
        self.setEnabled(not is_busy)

    def say_error(self, error: EvidenceError) -> None:
        """Say what stood in the way, and let it be corrected."""
        self.set_busy(False)
        self.notice.say(error.sentence(), error.advice(), kind="warn")
        self.words.setFocus()

    def _lay_out(self, name: str) -> None:
        """Place words, passphrase and buttons."""
        self.column.addWidget(PlainLabel(_("Use recovery sheet"), type="h1"))
        self.column.addWidget(ElidedLabel(name, tone="2"))
        self.column.addWidget(self.notice)
        title = _("The 24 words of the sheet, in their order")
        label = PlainLabel(title, tone="2")
        label.setBuddy(self.words)
        self.words.setAccessibleName(title)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(px(WORDS_HEIGHT))
        self.words.setPlaceholderText(_("Capitals and line breaks do not matter; four letters of a word are enough."))
        self.column.addWidget(label)
        self.column.addWidget(self.words)
        self.column.addWidget(self.answer)
        self.column.addWidget(self.secret)
        said = _("The forgotten passphrase opens the case no more. Your acts are signed with a new key from now on.")
        self.add_foot(said, self._state, self.go).clicked.connect(self.left)

    def _check(self) -> None:
        """Say how far the words have come, or what is wrong with them, and what is missing beside."""
        said, tone, is_whole = self._judged()
        self.answer.setText(said)
        self.answer.restyle(tone=tone)
        missing = self.secret.missing() if is_whole else ""
        self._state.setText(missing)
        self.go.setEnabled(is_whole and not missing)

    def _judged(self) -> tuple[str, str, bool]:
        """Return what to say of the words, in which tone, and whether they are whole; the last may be half typed."""
        typed = self.words.toPlainText()
        at_end = self.words.textCursor().atEnd() and typed[-1:].isalnum()
        try:
            recovery.read_words(typed)
        except WordsMissing as problem:
            return _("%(found)s of %(wanted)s words.") % problem.facts, "2", False
        except EvidenceError as problem:
            if at_end and problem.facts.get("place") == len(typed.split()):
                return "", "2", False
            return f"{problem.sentence()} {problem.advice()}", "danger", False
        return _("All 24 words are there."), "ok", True

    def _on_go(self) -> None:
        """Hand over words and passphrase."""
        if self.go.isEnabled():
            self.notice.hide()
            self.set_busy(True)
            self.recovered.emit(self.words.toPlainText(), self.secret.text())
