"""The list of keys, derived from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, HEIGHT = 460, 420


class KeysSheet(Sheet):
    """Groups of (command, keys) in the order of the menus."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None) -> None:
        super().__init__(_("Keyboard shortcuts"), WIDTH, parent)
        body = QWidget()
        body.setObjectName("door")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 12, 0)
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
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setMinimumHeight(px(HEIGHT))
        self.column.addWidget(scroll)
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)
