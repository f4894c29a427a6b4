"""The head of a wide card, and the card itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.pages.overview.section_card import PAD
from evidence_app.gui.widgets.labels import PlainLabel

_GAP = 12


class Headline(QWidget):
    """Title and hint at the left, a legend and a button at the right; the legend goes below where it has no room."""

    def __init__(self, title: PlainLabel, hint: PlainLabel, legend: QWidget, button: QWidget) -> None:
        super().__init__()
        self._title, self._hint, self._legend, self._button = title, hint, legend, button
        self._flow = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._flow.setSpacing(6)
        words = QHBoxLayout()
        words.setSpacing(_GAP)
        words.addWidget(title)
        words.addWidget(hint, 1)
        self._flow.addLayout(words, 1)
        self._flow.addWidget(legend, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(self._flow, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the legend beside the words, or below."""
        super().resizeEvent(event)
        words = self._title.sizeHint().width() + self._hint.fontMetrics().horizontalAdvance(self._hint.text())
        needed = words + self._legend.sizeHint().width() + self._button.sizeHint().width() + 3 * _GAP
        wide, high = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = wide if needed <= self.width() else high
        if self._flow.direction() != direction:
            self._flow.setDirection(direction)


def calm(words: str) -> PlainLabel:
    """Return the sentence of a card that has nothing to show; hidden until it is needed."""
    made = PlainLabel(words, tone="2", wrap=True)
    made.hide()
    return made


def card_of(*parts: QWidget, inset: int = 0) -> QFrame:
    """Return a card with parts below each other; `inset` is what they keep free at their left by themselves."""
    made = QFrame()
    made.setProperty("look", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(PAD - inset, 16, PAD, 16)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    return made
