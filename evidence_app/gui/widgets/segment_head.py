"""The titles over the two columns of a testimony."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.segment_view import GAP, MARGIN, NUMBER, TWO_COLUMNS, SegmentView

HEIGHT = 28


class SegmentHead(QWidget):
    """Follows the columns of its view."""

    def __init__(self, view: SegmentView) -> None:
        super().__init__()
        self._view, self._original, self._translation = view, "", ""

    def show_titles(self, original: str, translation: str) -> None:
        """Name the columns; without a translation there is one."""
        self._original, self._translation = original, translation
        self.setAccessibleName(f"{original} {translation}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Be one line."""
        return QSize(200, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never less than the line."""
        return QSize(0, px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles where the texts begin."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("border"))
        room = self._view.viewport().width() - 2 * MARGIN - px(NUMBER)
        two = bool(self._translation) and self._view.viewport().width() >= px(TWO_COLUMNS)
        column = (room - GAP) // 2 if two else room
        box = QRect(MARGIN + px(NUMBER), 0, column, self.height())
        titles = self._original if two or not self._translation else f"{self._original} · {self._translation}"
        drawing.text(painter, box, titles, look.colour("text"), "overline")
        if two:
            drawing.text(painter, box.translated(column + GAP, 0), self._translation, look.colour("text"), "overline")
