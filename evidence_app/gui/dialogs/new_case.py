"""A new case: title, folder, passphrase twice; what was typed is kept until the case is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.widgets.card import Card
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.new_passphrase import NewPassphrase
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH = 520


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed of a case that is not made yet."""

    title: str = ""
    folder: str = ""
    language: str = ""
    passphrase: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


class NewCaseCard(Card):
    """Asks for all that a case needs, and says what is still missing."""

    made = Signal(str, str, str, str)  # folder, title, passphrase, language of the case
    left = Signal()

    def __init__(self, draft: Draft | None = None) -> None:
        super().__init__(WIDTH)
        self.notice = NoticeBar()
        self.name, self.folder = QLineEdit(), QLineEdit()
        self.language = ChoiceBox(list(words.LANGUAGES.items()))
        self.secret = NewPassphrase(_("Passphrase"))
        self.passphrase, self.again = self.secret.field, self.secret.again
        self._state = PlainLabel(type="caption", tone="2", wrap=True)
        self.make = push_button(_("Make the case"), "primary")
        self._lay_out()
        self._fill(draft or Draft())
        for line in (self.name, self.folder):
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self.make.click)
        self.secret.changed.connect(self._check)
        self.secret.entered.connect(self.make.click)
        self.make.clicked.connect(self._on_make)
        self._check()

    def draft(self) -> Draft:
        """Return what is typed."""
        return Draft(
            self.name.text(),
            self.folder.text(),
            self.language.value(),
            self.passphrase.text(),
            self.again.text(),
        )

    def set_busy(self, is_busy: bool) -> None:
        """Say that the case is being made."""
        self.make.setText(_("Making the case…") if is_busy else _("Make the case"))
        self.setEnabled(not is_busy)

    def say_error(self, error: EvidenceError) -> None:
        """Say what stood in the way, and let it be corrected."""
        self.set_busy(False)
        self.notice.say(error.sentence(), error.advice(), kind="warn")

    def _fill(self, draft: Draft) -> None:
        """Show what was typed before."""
        self.name.setText(draft.title)
        self.folder.setText(draft.folder)
        self.language.choose(draft.language or words.language())
        self.passphrase.setText(draft.passphrase)
        self.again.setText(draft.again)

    def _lay_out(self) -> None:
        """Place the fields under their names."""
        self.column.addWidget(PlainLabel(_("Start a new case"), type="h1"))
        self.column.addWidget(self.notice)
        self._add(_("Title"), self.name)
        self.name.setPlaceholderText(_("As you call it among yourselves"))
        line = QHBoxLayout()
        choose = push_button(_("Choose…"))
        choose.clicked.connect(self._on_choose)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        self.folder.setPlaceholderText(_("An empty folder, on this computer or a drive"))
        self._add(_("Folder"), self.folder, line)
        self._add(_("Language of the case"), self.language)
        self.column.addWidget(self.secret)
        warning = _("Nobody can reset the passphrase. Next comes a recovery sheet, for the day it is forgotten.")
        self.add_foot(warning, self._state, self.make).clicked.connect(self.left)

    def _add(self, title: str, field: QLineEdit | ChoiceBox, line: QHBoxLayout | None = None) -> None:
        """Add a field under its name."""
        label = PlainLabel(title, tone="2")
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.column.addWidget(label)
        if line is not None:
            self.column.addLayout(line)
        else:
            self.column.addWidget(field)

    def _missing(self) -> str:
        """Say the first thing that is missing; empty when the case can be made."""
        if not self.name.text().strip():
            return _("A title is missing.")
        if not self.folder.text().strip():
            return _("A folder is missing.")
        if not self._path().is_absolute():
            return _("Give the whole path of the folder, or choose it.")
        return self.secret.missing()

    def _path(self) -> Path:
        """Return the folder typed; a home that nobody has stays as it is typed, and is no whole path."""
        typed = Path(self.folder.text().strip())
        try:
            return typed.expanduser()
        except RuntimeError:
            return typed

    def _check(self) -> None:
        """Keep sentence and button in step with the fields."""
        missing = self._missing()
        self._state.setText(missing)
        self.make.setEnabled(not missing)

    def _on_choose(self) -> None:
        chosen = choosing.folder(self, _("Choose an empty folder"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _on_make(self) -> None:
        if not self._missing():
            self.notice.hide()
            self.set_busy(True)
            self.made.emit(str(self._path()), self.name.text().strip(), self.passphrase.text(), self.language.value())
