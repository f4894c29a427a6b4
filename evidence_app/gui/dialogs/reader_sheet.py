"""Before something leaves the case: for whom, and what that reader will see."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH = 460


class ReaderSheet(Sheet):
    """Asks for the reader; the file is asked for next, by whoever hears `go`."""

    def __init__(self, title: str, reader: str, sees: Mapping[str, str], parent: QWidget | None) -> None:
        """`sees` are msgids by reader; the empty one stands for all that are not named."""
        super().__init__(title, WIDTH, parent)
        self._sentences, self._sees = sees, PlainLabel(type="caption", tone="2", wrap=True)
        self.reader = ChoiceBox([(term.code, term.label()) for term in vocabulary.terms("reader")])
        self.reader.choose(reader)
        self.go = push_button(_("Choose the file…"), "primary")

    def add_reader(self) -> None:
        """Add the question, and what the reader chosen will see."""
        self.add_field(_("For whom"), self.reader)
        self.column.addWidget(self._sees)
        self.reader.currentIndexChanged.connect(self._show_reader)
        self._show_reader()

    def _show_reader(self) -> None:
        """Say what this reader will see."""
        sentence = self._sentences.get(self.reader.value(), self._sentences.get("", ""))
        self._sees.setText(_(sentence) if sentence else "")
