"""What stands beside a graphic exhibit in place of its picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.system.words import _

KEYS = ("G", "П")  # the same key under a Latin and a Cyrillic layout


class Cover(QFrame):
    """Says that the picture is covered, and uncovers it when asked: this one, this time."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "quote")
        self.show_it = push_button(_("Show"))
        self.show_it.setToolTip(tip.plain(f"{_('Show')} ({KEYS[0]})"))
        self.show_it.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 9, 9)
        row.setSpacing(9)
        row.addWidget(Pictogram("eye-off", "text_2"))
        row.addWidget(PlainLabel(_("The picture is graphic and stays covered."), tone="2", wrap=True), 1)
        row.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignVCenter)
