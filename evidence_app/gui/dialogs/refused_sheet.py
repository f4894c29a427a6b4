"""Which files were not taken, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, HEIGHT = 520, 260


class Refusal(Protocol):
    """A file's name and the sentence that says why it was not taken."""

    @property
    def name(self) -> str:
        """The file's name."""

    @property
    def why(self) -> str:
        """The sentence."""


class RefusedSheet(Sheet):
    """A list; nothing is left out of it."""

    def __init__(self, refused: Sequence[Refusal], parent: QWidget | None) -> None:
        super().__init__(_("Not taken"), WIDTH, parent)
        body = QWidget()
        body.setObjectName("door")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        for one in refused:
            column.addWidget(PlainLabel(privacy.text(one.name), type="name", wrap=True).selectable())
            column.addWidget(PlainLabel(privacy.text(one.why), tone="2", wrap=True))
        column.addStretch()
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
