"""Which files were not taken, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Scrolled
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
        listed = Scrolled(HEIGHT, _("Not taken"))
        for one in refused:
            listed.column.addWidget(PlainLabel(privacy.text(one.name), type="name", wrap=True).selectable())
            listed.column.addWidget(PlainLabel(privacy.text(one.why), tone="2", wrap=True))
        listed.column.addStretch()
        self.column.addWidget(listed)
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.end_with(close)
