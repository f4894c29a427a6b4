"""What the squares of a matrix mean, in a bar over it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import grid_cell
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.grid_cell import GridCell
from evidence_app.gui.widgets.labels import PlainLabel


class LegendSquare(QWidget):
    """One square with what it means."""

    def __init__(self, cell: GridCell) -> None:
        super().__init__()
        self._cell = cell

    def sizeHint(self) -> QSize:
        """Be a square with a little room."""
        return QSize(px(grid_cell.SIDE) + 4, px(grid_cell.SIDE) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        side = px(grid_cell.SIDE) - 4
        grid_cell.draw(painter, QRect(2, (self.height() - side) // 2, side, side), self._cell)
        painter.end()


def legend(entries: Iterable[tuple[GridCell, str]]) -> QFrame:
    """Return a bar that says what squares mean."""
    frame, flow = QFrame(), FlowRow()
    frame.setObjectName("filterBar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 5, 16, 5)
    row.addWidget(flow)
    for cell, words in entries:
        entry = QWidget()
        line = QHBoxLayout(entry)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(3)
        line.addWidget(LegendSquare(cell))
        line.addWidget(PlainLabel(words, type="caption", tone="2"))
        flow.add(entry)
    return frame
