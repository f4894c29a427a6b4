"""First run: start a case, open one, or look around the sample."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from evidence_app.gui.widgets.card import Card, ChoiceCard
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.services import sample as sample_case
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH = 600


class WelcomeCard(Card):
    """Three ways in, and the language; no question about preferences."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    keys_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.notice = NoticeBar(_("Close"))
        self.column.addWidget(PlainLabel(_("Catalogue evidence, keep the proof"), type="display", wrap=True))
        promise = _("Everything stays on this computer. Nothing is sent anywhere.")
        self.column.addWidget(PlainLabel(promise, tone="2", wrap=True))
        self.column.addSpacing(12)
        self.column.addWidget(self.notice)
        choices = QVBoxLayout()
        choices.setSpacing(10)
        start = _("Folder, passphrase, recovery sheet. About three minutes.")
        self.new = ChoiceCard("plus", _("Start a new case"), start, first=True)
        self.open = ChoiceCard("folder-open", _("Open a case"), _("A case folder on this computer or a drive."))
        sample = _("Built from public court reporting. Its passphrase: %(passphrase)s") % {
            "passphrase": sample_case.PASSPHRASE
        }
        self.sample = ChoiceCard("graduation-cap", _("Look around the sample case"), sample)
        for card, asked in (
            (self.new, self.new_asked),
            (self.open, self.open_asked),
            (self.sample, self.sample_asked),
        ):
            card.clicked.connect(asked)
            choices.addWidget(card)
        self.column.addLayout(choices)
        self.column.addSpacing(12)
        self._add_foot()

    def set_busy(self, is_busy: bool) -> None:
        """Take no second choice while the first is under way."""
        for card in (self.new, self.open, self.sample):
            card.setEnabled(not is_busy)

    def _add_foot(self) -> None:
        """Add the language and the way to the keys."""
        foot = self.row()
        foot.addWidget(PlainLabel(_("Language"), tone="2"))
        language = ChoiceBox(list(words.LANGUAGES.items()))
        language.setAccessibleName(_("Language"))
        language.choose(words.language())
        language.activated.connect(lambda _place: self.language_chosen.emit(language.value()))
        foot.addWidget(language)
        foot.addStretch()
        keys = push_button(_("Keyboard shortcuts"), "link")
        keys.clicked.connect(self.keys_asked)
        foot.addWidget(keys)
