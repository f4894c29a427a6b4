"""Before a dossier is made: for whom, in which language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.gui.dialogs.reader_sheet import ReaderSheet
from evidence_app.gui.widgets.controls import ChoiceBox
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Scrolled
from evidence_app.system import words
from evidence_app.system.words import N_, _

READER, TOLD = "COURT", 150  # height of what is said of whom: it may be long, and is scrolled then
_SEES = {
    "TEAM": N_("Names, and notes of the team."),
    "COURT": N_("Names and words of those who agreed, or whom the court record names; protected persons as codes."),
    "INTERNATIONAL": N_("As for a court; authors of the complaint by name."),
    "PUBLIC": N_("Only names whose publication is allowed; others who agreed as codes."),
}


class DossierSheet(ReaderSheet):
    """Asks for reader and language; says whom the edition would name, whom not, and whom it would leave out."""

    agreed = Signal(str, str)  # reader, language
    reader_chosen = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Make a dossier"), READER, _SEES, parent)
        self.language = ChoiceBox(list(words.LANGUAGES.items()))
        self.language.choose(words.language())
        self.add_reader()
        self.who, self._told = PlainLabel(wrap=True), Scrolled(TOLD, _("For whom"))
        self._told.column.addWidget(self.who)
        self._told.column.addStretch()
        self._told.hide()
        self.column.addWidget(self._told)
        self.reader.currentIndexChanged.connect(self._on_reader)
        self.add_field(_("Language"), self.language)
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))

    def foretell(self, reader: str, sentences: list[str]) -> None:
        """Say what becomes of whom in an edition, if it is still the reader chosen."""
        if reader == self.reader.value():
            self.who.setText("\n".join(sentences))
            self._told.setVisible(bool(sentences))

    def _on_reader(self) -> None:
        self._told.hide()
        self.reader_chosen.emit(self.reader.value())

    def _on_go(self) -> None:
        self.agreed.emit(self.reader.value(), self.language.value())
        self.accept()
