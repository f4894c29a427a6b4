"""Before deadlines leave as a calendar file: for whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import N_, _

WIDTH, READER = 460, "TEAM"
_SEES = {
    "TEAM": N_("Titles, proceedings, and how each day was counted. A calendar on a telephone may be read by others."),
    "": N_("Only the codes of papers and the word “Deadline”: no title, no name."),
}


class CalendarSheet(Sheet):
    """Asks for the reader; the file is asked for next."""

    agreed = Signal(str)  # reader

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Export deadlines"), WIDTH, parent)
        self.reader = ChoiceBox([(term.code, term.label()) for term in vocabulary.terms("reader")])
        self.reader.choose(READER)
        self._sees = PlainLabel(type="caption", tone="2", wrap=True)
        self.column.addWidget(PlainLabel(_("What is still to be done and has a date, with two reminders."), wrap=True))
        self.add_field(_("For whom"), self.reader)
        self.column.addWidget(self._sees)
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
        self._sees.setText(_(_SEES.get(self.reader.value(), _SEES[""])))

    def _on_go(self) -> None:
        self.agreed.emit(self.reader.value())
        self.accept()
