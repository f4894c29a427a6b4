"""Before a dossier is made: for whom, in which language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system import words
from evidence_app.system.words import N_, _

WIDTH = 460
READER = "COURT"
_SEES = {
    "TEAM": N_("Names, and notes of the team."),
    "COURT": N_("Names where the person agreed or the court record gives them; others as codes."),
    "INTERNATIONAL": N_("As for a court; authors of the complaint by name."),
    "PUBLIC": N_("Only names whose publication is allowed; all others as codes."),
}


class DossierSheet(Sheet):
    """Asks for reader and language; the file is asked for next."""

    agreed = Signal(str, str)  # reader, language

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Make a dossier"), WIDTH, parent)
        self.reader = ChoiceBox([(term.code, term.label()) for term in vocabulary.terms("reader")])
        self.language = ChoiceBox(list(words.LANGUAGES.items()))
        self._sees = PlainLabel(type="caption", tone="2", wrap=True)
        self.reader.choose(READER)
        self.language.choose(words.language())
        self.add_field(_("For whom"), self.reader)
        self.column.addWidget(self._sees)
        self.add_field(_("Language"), self.language)
        self.reader.currentIndexChanged.connect(self._show_reader)
        self._show_reader()
        cancel = push_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = push_button(_("Choose the file…"), "primary")
        self.go.clicked.connect(self._on_go)
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.go)

    def _show_reader(self) -> None:
        """Say what this reader will see."""
        sentence = _SEES.get(self.reader.value())
        self._sees.setText(_(sentence) if sentence else "")

    def _on_go(self) -> None:
        self.agreed.emit(self.reader.value(), self.language.value())
        self.accept()
