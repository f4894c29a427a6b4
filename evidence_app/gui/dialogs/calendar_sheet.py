"""Before deadlines leave as a calendar file: for whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.gui.dialogs.reader_sheet import ReaderSheet
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.system.words import N_, _

READER = "TEAM"
_SEES = {
    "TEAM": N_("Titles, proceedings, and how each day was counted. A calendar on a telephone may be read by others."),
    "": N_("Only the codes of papers and the word “Deadline”: no title, no name."),
}


class CalendarSheet(ReaderSheet):
    """Asks for the reader."""

    agreed = Signal(str)  # reader

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Export deadlines"), READER, _SEES, parent)
        self.column.addWidget(PlainLabel(_("What is still to be done and has a date, with two reminders."), wrap=True))
        self.add_reader()
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))

    def _on_go(self) -> None:
        self.agreed.emit(self.reader.value())
        self.accept()
