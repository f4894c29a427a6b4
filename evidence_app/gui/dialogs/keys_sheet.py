"""The list of keys, derived from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Scrolled
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, HEIGHT = 460, 420


class KeysSheet(Sheet):
    """Groups of (command, keys) in the order of the menus."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None) -> None:
        super().__init__(_("Keyboard shortcuts"), WIDTH, parent)
        listed, grid = Scrolled(HEIGHT, _("Keyboard shortcuts")), QGridLayout()
        listed.column.addLayout(grid)
        grid.setColumnStretch(0, 1)
        line = 0
        for title, commands in groups:
            grid.addWidget(PlainLabel(title, type="overline", tone="3"), line, 0, 1, 2)
            line += 1
            for words, keys in commands:
                grid.addWidget(PlainLabel(words), line, 0)
                grid.addWidget(PlainLabel(keys, chip="key"), line, 1)
                line += 1
        grid.setRowStretch(line, 1)
        self.column.addWidget(listed)
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.end_with(close)
