"""Asks what something is to be called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.gui.widgets.veil import Veil
from evidence_app.system.words import _

WIDTH = 420


class TitleSheet(Sheet):
    """One field with the title that is proposed; `agreed` says the title once Enter or the verb is pressed."""

    agreed = Signal(str)

    def __init__(self, heading: str, title: str, parent: QWidget | None) -> None:
        super().__init__(heading, WIDTH, parent)
        self.title = QLineEdit(title)
        self.title.selectAll()
        Veil(self.title)
        self.add_field(_("Title"), self.title)
        keep = push_button(_("Save"), "primary")
        keep.clicked.connect(self._on_agreed)
        self.end_with(keep, _("Cancel"))

    def _on_agreed(self) -> None:
        """Say the title, unless there is none."""
        if self.title.text().strip():
            self.agreed.emit(self.title.text())
            self.accept()
