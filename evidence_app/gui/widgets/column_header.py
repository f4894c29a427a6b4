"""The head of a table: titles in quiet type, an arrow on the column that orders the rows."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.cell_delegate import CellView, inside
from evidence_app.gui.widgets.record_model import RecordTableModel

HEIGHT, _ARROW = 36, 14


class ColumnHeader(QHeaderView):
    """Columns can be dragged to another place and width; one that orders nothing takes no arrow."""

    columns_asked = Signal(QPoint)  # somebody wants to choose columns, here on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.sortIndicatorChanged.connect(self._on_indicator_changed)

    def sizeHint(self) -> QSize:
        """Be as high as the design says."""
        return QSize(super().sizeHint().width(), px(HEIGHT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to choose columns."""
        self.columns_asked.emit(event.globalPos())

    def show_order(self) -> None:
        """Put the arrow where the model is ordered by."""
        model = self._model()
        sort, descending = model.order
        place = next((n for n, column in enumerate(model.columns) if sort and column.sort == sort), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        if (place, order) != (self.sortIndicatorSection(), self.sortIndicatorOrder()):
            self.setSortIndicator(place, order)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw a title."""
        painter.fillRect(rect, look.colour("surface"))
        model = self._model()
        column = model.columns[number]
        title = str(model.headerData(number, Qt.Orientation.Horizontal))
        box = inside(rect, is_first=number == cast(CellView, self.parent()).first_column)
        is_sorted = self.sortIndicatorSection() == number
        colour = look.colour("text" if is_sorted else "text_2")
        if is_sorted:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            icon = "chevron-up" if up else "chevron-down"
            used = min(drawing.width_of(title, "caption"), box.width() - _ARROW - 4)
            left = box.left() + used + 4
            if column.right:
                left = box.right() - _ARROW + 3
                box.setRight(left - 2)
            icons.paint(painter, QRect(left, box.center().y() - 6, _ARROW, _ARROW), icon, look.colour("text_2"))
        drawing.text(painter, box, title, colour, "caption", drawing.RIGHT if column.right else drawing.LEFT)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))

    def _on_indicator_changed(self, place: int, _order: Qt.SortOrder) -> None:
        """Take the arrow back from a column that orders nothing."""
        if place >= 0 and not self._model().columns[place].sort:
            self.show_order()

    def _model(self) -> RecordTableModel:
        model = self.model()
        assert isinstance(model, RecordTableModel)
        return model
