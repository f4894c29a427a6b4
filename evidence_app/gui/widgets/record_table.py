"""The table of a list page: painted rows, columns that give way when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.record_model import CELL, RecordTableModel

ROW_HEIGHT, HEAD_HEIGHT, MARGIN, ICON = 34, 36, 8, 16
FIRST_MARGIN, LEAST = 20, 120


def _box(rect: QRect, column: int) -> QRect:
    """Return the inside of a cell; the first column stands in line with the page's title."""
    return rect.adjusted(FIRST_MARGIN if column == 0 else MARGIN, 0, -MARGIN, 0)


class CellDelegate(QStyledItemDelegate):
    """Paints a `Cell`: dot, text, icon, chips."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the row and the cell on it."""
        view = self.parent()
        assert isinstance(view, RecordTable)
        drawing.row_ground(painter, option, first=index.column() == 0, hovered=index.row() == view.hovered)
        if drawing.is_selected(option) and view.hasFocus():
            box: QRect = option.rect
            for y in (box.top(), box.bottom() - drawing.RING + 1):
                painter.fillRect(QRect(box.left(), y, box.width(), drawing.RING), look.colour("accent"))
        cell: Cell = index.data(CELL)
        box = _box(option.rect, index.column())
        if cell.dot:
            centre = box.center()
            centre.setX(box.left() + px(4))
            drawing.dot(painter, centre, look.colour(cell.dot))
            box.setLeft(box.left() + px(15))
        room = box.adjusted(0, 0, -px(ICON) - 8, 0) if cell.icon else box
        side = drawing.RIGHT if cell.right else drawing.LEFT
        used = drawing.text(painter, room, cell.text, look.colour(cell.tone), cell.style, side) if cell.text else 0
        if cell.icon:
            place = QRect(box.left() + used + 8, box.center().y() - px(ICON) // 2 + 1, px(ICON), px(ICON))
            icons.paint(painter, place, cell.icon, look.colour("text_3"))
        self._chips(painter, box, cell)

    def _chips(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        """Draw as many chips as fit; the rest as a number."""
        at = box.center()
        at.setX(box.left())
        for place, words in enumerate(cell.chips):
            width = drawing.width_of(words, "caption") + px(14)
            left = len(cell.chips) - place
            if at.x() + width > box.right() and place:
                drawing.text(painter, QRect(at.x(), box.top(), px(30), box.height()), f"+{left}", look.colour("text_3"))
                return
            at.setX(at.x() + drawing.chip(painter, at, words, look.colour("sunken"), look.colour("text_2")) + 5)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole of a cell that is cut."""
        cell: Cell = index.data(CELL)
        chips = sum(drawing.width_of(words, "caption") + px(19) for words in cell.chips)
        needed = drawing.width_of(cell.text, cell.style) + chips + (px(ICON) + 8 if cell.icon else 0)
        needed += px(15) if cell.dot else 0
        cut = needed > _box(option.rect, index.column()).width()
        QToolTip.showText(event.globalPos(), tip.plain(cell.spoken()) if cut else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every row the same height."""
        return QSize(0, px(ROW_HEIGHT))


class ColumnHeader(QHeaderView):
    """Titles in quiet type, with an arrow on the column that orders the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Be as high as the design says."""
        return QSize(super().sizeHint().width(), px(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw a title."""
        painter.fillRect(rect, look.colour("surface"))
        model = self.model()
        assert isinstance(model, RecordTableModel)
        column = model.columns[number]
        title = str(model.headerData(number, Qt.Orientation.Horizontal))
        box = _box(rect, number)
        side = drawing.RIGHT if column.right else drawing.LEFT
        sorted_here = self.sortIndicatorSection() == number
        colour = look.colour("text" if sorted_here else "text_2")
        used = drawing.text(painter, box, title, colour, "caption", side)
        if sorted_here and not column.right:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            place = QRect(box.left() + used + 4, box.center().y() - 6, 14, 14)
            icons.paint(painter, place, "chevron-up" if up else "chevron-down", look.colour("text_2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))


class RecordTable(QTableView):
    """Rows of records; says which record is current, and when one is opened."""

    current_changed = Signal(int)  # record id; 0 for none
    opened = Signal(int)

    def __init__(self, model: RecordTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1  # the row under the pointer
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(ColumnHeader(self))
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        model.modelReset.connect(self._fit)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index.row()).id))
        self.restyle()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(px(HEAD_HEIGHT))
        self._fit()

    def show_record(self, record_id: int) -> bool:
        """Choose a record and scroll to it; False where the filter hides it."""
        place = self._model.place_of(record_id)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._model.index(place, 0))
        return place >= 0

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) record."""
        place = self.currentIndex().row() + direction
        if 0 <= place < self._model.rowCount():
            self.selectRow(place)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say which record is current."""
        super().selectionChanged(selected, deselected)
        chosen = self.selectionModel().selectedRows()
        self.current_changed.emit(self._model.row_at(chosen[0].row()).id if chosen else 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        """Take another row for the one under the pointer."""
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current record with Enter."""
        chosen = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen.isValid():
            self.opened.emit(self._model.row_at(chosen.row()).id)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Hide empty columns, then those that matter least until the rest fits; one takes what is left, never goes."""
        columns = self._model.columns
        room = self.viewport().width()
        shown = [number for number, filled in enumerate(self._model.filled) if filled or not number]
        leaving = sorted((n for n in shown if n and not columns[n].stretch), key=lambda n: (-columns[n].priority, -n))
        for number in leaving:
            least = LEAST if not columns[number].priority else 0  # the columns that matter most squeeze the wide one
            if sum(px(least if least and columns[n].stretch else columns[n].width) for n in shown) > room:
                shown.remove(number)
        spare = room - sum(px(columns[n].width) for n in shown)
        stretching = [n for n in shown if columns[n].stretch] or shown[-1:]
        for number, column in enumerate(columns):
            self.setColumnHidden(number, number not in shown)
            share = spare // len(stretching) if number in stretching else 0
            self.setColumnWidth(number, px(column.width) + share)
