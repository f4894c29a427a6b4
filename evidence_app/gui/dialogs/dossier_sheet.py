"""Before a dossier is made: for whom, in which language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.gui.dialogs.reader_sheet import ReaderSheet
from evidence_app.gui.widgets.controls import ChoiceBox
from evidence_app.system import words
from evidence_app.system.words import N_, _

READER = "COURT"
_SEES = {
    "TEAM": N_("Names, and notes of the team."),
    "COURT": N_("Names where the person agreed or the court record gives them; others as codes."),
    "INTERNATIONAL": N_("As for a court; authors of the complaint by name."),
    "PUBLIC": N_("Only names whose publication is allowed; all others as codes."),
}


class DossierSheet(ReaderSheet):
    """Asks for reader and language."""

    agreed = Signal(str, str)  # reader, language

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Make a dossier"), READER, _SEES, parent)
        self.language = ChoiceBox(list(words.LANGUAGES.items()))
        self.language.choose(words.language())
        self.add_reader()
        self.add_field(_("Language"), self.language)
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))

    def _on_go(self) -> None:
        self.agreed.emit(self.reader.value(), self.language.value())
        self.accept()
