"""Before an import: from whom the files came, when and how; kept for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.domain.errors import BadDate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system import clock
from evidence_app.system.words import _, ngettext_

WIDTH = 460


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of how a batch arrived."""

    source: str
    received: PartialDate | None
    how: str
    by: str


class ImportSheet(Sheet):
    """Asks once, before the job starts."""

    agreed = Signal(object)  # Receipt

    def __init__(self, count: int, size: str, parent: QWidget | None) -> None:
        title = ngettext_("Import %(n)s file", "Import %(n)s files", count) % {"n": count}
        super().__init__(title, WIDTH, parent)
        words = _("%(size)s. The originals stay where they are; sealed copies go into the case.")
        self.column.addWidget(PlainLabel(words % {"size": size}, tone="2", wrap=True))
        self.source, self.how, self.by = QLineEdit(), QLineEdit(), QLineEdit()
        self.received = QLineEdit(clock.today().isoformat())
        self._wrong = PlainLabel(type="caption", tone="danger", wrap=True)
        self._wrong.hide()
        self.how.setPlaceholderText(_("Handed over, by post, downloaded…"))
        self.add_field(_("From whom"), self.source)
        self.add_field(_("Received on"), self.received)
        self.column.addWidget(self._wrong)
        self.add_field(_("How"), self.how)
        self.add_field(_("Received by"), self.by)
        self.go = push_button(_("Import"), "primary", "upload")
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))

    def _on_go(self) -> None:
        """Hand over the facts, unless the date cannot be read."""
        typed = self.received.text().strip()
        try:
            received = PartialDate.read(typed) if typed else None
        except BadDate as error:
            self._refuse(f"{error.sentence()} {error.advice()}")
            return
        if received is not None and (received.earliest or "")[:10] > clock.today().isoformat():
            self._refuse(_("This day has not come yet. Give the day on which the files were received."))
            return
        receipt = Receipt(self.source.text().strip(), received, self.how.text().strip(), self.by.text().strip())
        self.agreed.emit(receipt)
        self.accept()

    def _refuse(self, why: str) -> None:
        """Say why the date cannot be kept."""
        self._wrong.setText(why)
        self._wrong.show()
        self.received.setFocus()
