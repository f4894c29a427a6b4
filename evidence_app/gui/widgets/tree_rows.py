"""A tree or a plain list of painted rows, in the look of the tables; columns give way when the window is narrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, ledger_bars, tip
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_rows_model import CELL, Index, TreeColumn, TreeRowsModel

ROW_HEIGHT, HEAD_HEIGHT, MARGIN, INDENT, FIRST_MARGIN, ARROW, BAR = 34, 36, 8, 24, 20, 14, 8


@dataclass(frozen=True, slots=True)
class BarCell(Cell):
    """A cell with a bar after its text: the whole, and the parts of it, None where one is not known."""

    whole: int | None = None
    parts: tuple[int | None, ...] = ()


class TreeDelegate(QStyledItemDelegate):
    """Paints a `Cell`: dot, text, bar, icon, chips."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the row and the cell on it."""
        view = self.parent()
        assert isinstance(view, TreeRows)
        drawing.row_ground(painter, option, first=False, hovered=view.is_hovered(index))
        view.ring(painter, option.rect, index)
        cell: Cell = index.data(CELL)
        box = option.rect.adjusted(0 if index.column() == 0 else MARGIN, 0, -MARGIN, 0)
        if cell.dot:
            drawing.dot(painter, QPoint(box.left() + px(4), box.center().y()), look.colour(cell.dot))
            box.setLeft(box.left() + px(15))
        if isinstance(cell, BarCell):
            self._bar(painter, box, cell)
            return
        chips = sum(drawing.width_of(words, "caption") + px(14) + 6 for words in cell.chips)
        room = box.adjusted(0, 0, -chips, 0)
        side = drawing.RIGHT if cell.right else drawing.LEFT
        used = drawing.text(painter, room, cell.text, look.colour(cell.tone), cell.style, side) if cell.text else 0
        at = QPoint(box.left() + used + (8 if used else 0), box.center().y())
        for words in cell.chips:
            tint = ("warn_tint", "warn") if cell.tone == "warn" else ("sunken", "text_2")
            at.setX(at.x() + drawing.chip(painter, at, words, look.colour(tint[0]), look.colour(tint[1])) + 6)

    def _bar(self, painter: QPainter, box: QRect, cell: BarCell) -> None:
        """Draw a bar with its words to the right."""
        room = QRect(box.right() - px(54), box.top(), px(54), box.height())
        drawing.text(painter, room, cell.text, look.colour(cell.tone), cell.style, drawing.RIGHT)
        track = QRect(box.left(), box.center().y() - px(BAR) // 2 + 1, room.left() - box.left() - 8, px(BAR))
        ledger_bars.bar(painter, track, cell.whole, cell.parts)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole of a cell that is cut."""
        cell: Cell | None = index.data(CELL)
        if cell is not None:
            needed = drawing.width_of(cell.text, cell.style) + (px(15) if cell.dot else 0) + 2 * MARGIN
            cut = needed > option.rect.width()
            QToolTip.showText(event.globalPos(), tip.plain(cell.spoken()) if cut else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(0, px(ROW_HEIGHT))


class TreeHeader(QHeaderView):
    """Titles in quiet type."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw a title."""
        painter.fillRect(rect, look.colour("surface"))
        model = self.model()
        assert isinstance(model, TreeRowsModel)
        first = px(INDENT) if self.parent_is_tree() else FIRST_MARGIN
        box = rect.adjusted(first if number == 0 else MARGIN, 0, -MARGIN, 0)
        side = drawing.RIGHT if model.columns[number].right else drawing.LEFT
        title = str(model.headerData(number, Qt.Orientation.Horizontal))
        drawing.text(painter, box, title, look.colour("text_2"), "caption", side)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))

    def parent_is_tree(self) -> bool:
        """Tell whether rows hang below one another here."""
        view = self.parentWidget()
        return isinstance(view, TreeRows) and view.is_tree


class TreeRows(QTreeView):
    """Rows of records; says which one is current, and when one is opened. Right and Left open and close a branch."""

    current_changed = Signal(int)  # record id; 0 for none
    opened = Signal(int)

    def __init__(self, columns: tuple[TreeColumn, ...], *, is_tree: bool = False) -> None:
        super().__init__()
        self.rows = TreeRowsModel(columns)
        self.is_tree = is_tree
        self._hovered = QPersistentModelIndex()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeader(TreeHeader(self))
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setItemsExpandable(is_tree)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.rows.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(lambda index: self._open(index))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.restyle()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.header().setFixedHeight(px(HEAD_HEIGHT))
        self.setIndentation(px(INDENT) if self.is_tree else FIRST_MARGIN)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def current_id(self) -> int:
        """Return the record chosen; 0 for none."""
        row = self.rows.row_at(self.currentIndex())
        return int(row.id) if row is not None else 0

    def show_record(self, record_id: int) -> bool:
        """Choose a record and scroll to it; False where the filter hides it."""
        index = self.rows.index_of(record_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) row in view."""
        here = self.currentIndex()
        there = self.indexBelow(here) if direction > 0 else self.indexAbove(here)
        if there.isValid():
            self.setCurrentIndex(there.siblingAtColumn(0))

    def is_hovered(self, index: Index) -> bool:
        """Tell whether the pointer is over the row of a cell."""
        held = self._hovered
        return held.isValid() and held.row() == index.row() and held.parent() == index.parent()

    def ring(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Draw the edges of the current row while the keyboard is here."""
        here = self.currentIndex()
        if self.hasFocus() and here.isValid() and here.internalId() == index.internalId():
            for y in (box.top(), box.bottom() - drawing.RING + 1):
                painter.fillRect(QRect(box.left(), y, box.width(), drawing.RING), look.colour("accent"))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the ground left of a row's first cell, the mark of the chosen row, and the arrow of a branch."""
        option = QStyleOptionViewItem()
        option.rect = rect
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        drawing.row_ground(painter, option, hovered=self.is_hovered(index))
        self.ring(painter, rect, index)
        if self.is_tree and self.rows.rowCount(index):
            side = px(ARROW)
            box = QRect(rect.right() - side - 3, rect.center().y() - side // 2 + 1, side, side)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            icons.paint(painter, box, name, look.colour("text_2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current record with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hovered = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._fit()

    def _open(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.opened.emit(row.id)

    def _on_reset(self) -> None:
        self.expandAll()
        self._fit()

    def _on_current_changed(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        self.current_changed.emit(row.id if row is not None else 0)

    def _fit(self) -> None:
        """Hide empty columns, then those that matter least until the rest fits; one takes what is left."""
        columns, room = self.rows.columns, self.viewport().width()
        shown = [number for number, filled in enumerate(self.rows.filled) if filled or not number]
        for number in sorted((n for n in shown if n), key=lambda n: (-columns[n].priority, -n)):
            if sum(px(columns[n].width) for n in shown) > room and not columns[number].stretch:
                shown.remove(number)
        spare = max(0, room - sum(px(columns[n].width) for n in shown))
        stretching = [n for n in shown if columns[n].stretch] or shown[:1]
        for number, column in enumerate(columns):
            self.setColumnHidden(number, number not in shown)
            share = spare // len(stretching) if number in stretching else 0
            self.setColumnWidth(number, px(column.width) + share)
        if self.is_tree:
            self._span(QModelIndex(), [columns[number] for number in shown if number])

    def _span(self, parent: QModelIndex, others: list[TreeColumn]) -> None:
        """Let a title go on where the other columns that show are empty."""
        for place in range(self.rows.rowCount(parent)):
            first = self.rows.index(place, 0, parent)
            row = self.rows.row_at(first)
            self.setFirstColumnSpanned(place, parent, not any(column.cell(row).spoken() for column in others))
            self._span(first, others)
