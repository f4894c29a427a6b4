"""What stands where a list has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram

WIDTH = 280


class EmptyState(QWidget):
    """Icon, a line on what belongs here, one button and a second way in."""

    asked = Signal()

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._title = PlainLabel(type="h2", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words = PlainLabel(tone="2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button, self._also = push_button(""), PlainLabel(type="caption", tone="2")
        self._button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Pictogram(icon, "text_3", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self._title, self._words):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 1000)  # as wide as it may be, and less where the page is narrow
            line.addStretch(1)
            column.addLayout(line)
        self.restyle()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._button)
        row.addStretch()
        column.addSpacing(4)
        column.addLayout(row)
        column.addWidget(self._also, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        for label in (self._title, self._words):
            label.setMaximumWidth(px(WIDTH))

    def say(self, title: str, words: str = "", action: str = "", also: str = "") -> None:
        """Set title, words, the button's verb and a second way in; without a verb there is no button."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._also.setText(also)
        self._also.setVisible(bool(also))
