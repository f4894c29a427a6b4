"""Before the protection of several persons is lowered at once: how many they are, and what it means for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _, ngettext_

WIDTH = 460


class LoweringSheet(Sheet):
    """Asks once; Esc and Enter keep the protection, only the outlined button lowers it."""

    agreed = Signal()

    def __init__(self, count: int, level: str, parent: QWidget | None) -> None:
        """Ask about so many persons; `level` is the protection that they would have, in words."""
        title = ngettext_("Lower the protection of %(n)s person?", "Lower the protection of %(n)s persons?", count)
        super().__init__(title % {"n": count}, WIDTH, parent)
        means = _(
            "From now on it is “%(level)s”: names that are withheld today can then stand in dossiers and other exports."
        )
        self.column.addWidget(PlainLabel(means % {"level": level}, tone="2", wrap=True))
        keep = push_button(_("Cancel"))
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        self.go = push_button(_("Lower the protection"), "danger")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_go)
        self.foot.addStretch()
        self.foot.addWidget(keep)
        self.foot.addWidget(self.go)
        keep.setFocus()

    def _on_go(self) -> None:
        self.agreed.emit()
        self.accept()
