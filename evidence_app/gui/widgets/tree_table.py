"""A tree with columns: painted cells, one row current, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_model import CELL, TreeModel, TreeRow

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, HEAD_HEIGHT, STEP, ARROW, ICON, MARGIN, LEAST = 32, 34, 14, 14, 16, 8, 180


class TreeDelegate(QStyledItemDelegate):
    """Paints a cell; the first column steps in and carries the arrow that opens a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, arrow and words."""
        view = self.parent()
        assert isinstance(view, TreeTable)
        cell: Cell = index.data(CELL)
        chosen = drawing.is_selected(option)
        drawing.row_ground(painter, option, first=index.column() == 0, plain=view.ground)
        box: QRect = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if index.column() == 0:
            box.setLeft(view.arrow_box(index, option.rect).right() + 4)
            if view.model().rowCount(index):
                name = "chevron-down" if view.isExpanded(index) else "chevron-right"
                icons.paint(painter, view.arrow_box(index, option.rect), name, look.colour("text_2"))
        if cell.icon:
            place = QRect(box.left(), box.center().y() - px(ICON) // 2 + 1, px(ICON), px(ICON))
            icons.paint(painter, place, cell.icon, look.colour("warn" if cell.tone == "warn" else "text_3"))
            box.setLeft(box.left() + px(ICON) + 7)
        tone = "accent_text" if chosen and index.column() == 0 else cell.tone
        side = drawing.RIGHT if cell.right else drawing.LEFT
        drawing.text(painter, box, cell.text, look.colour(tone), cell.style, side)
        if chosen and view.hasFocus():
            for y in (option.rect.top(), option.rect.bottom() - drawing.RING + 1):
                painter.fillRect(QRect(option.rect.left(), y, option.rect.width(), drawing.RING), look.colour("accent"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        return QSize(0, px(ROW_HEIGHT))


class TreeHead(QHeaderView):
    """Titles in quiet type, in line with the words under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setStretchLastSection(False)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw a title."""
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))
        box = rect.adjusted(MARGIN + (px(ARROW) + 4 if number == 0 else 0), 0, -MARGIN, 0)
        drawing.text(
            painter, box, str(self.model().headerData(number, self.orientation())), look.colour("text_2"), "caption"
        )


class TreeTable(QTreeView):
    """Rows inside rows; says which one is current, opened, or was dragged where."""

    chosen = Signal(int)  # the person's choice, never the echo of `choose`
    opened = Signal(int)
    dropped = Signal(int, object)

    def __init__(
        self,
        titles: Sequence[str],
        widths: Sequence[int],
        leaving: Sequence[int] = (),
        *,
        ground: str = "surface",
        can_move: bool = False,
    ) -> None:
        """Make a tree.

        `widths` are those of the columns at 100 %, the one of width 0 takes what is left; `leaving` are the columns
        that go where there is little room, in that order.
        """
        super().__init__()
        self.tree = TreeModel(titles, can_move=can_move)
        self.ground, self._widths, self._leaving, self._is_echo = ground, widths, leaving, False
        self.tree.setParent(self)
        self.setModel(self.tree)
        self.setItemDelegate(TreeDelegate(self))
        self.setUniformRowHeights(True)
        self.setIndentation(0)  # the delegate steps in, so that the ground of a row runs from edge to edge
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setHeader(TreeHead(self))
        self.setHeaderHidden(not any(titles))
        if can_move:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDropIndicatorShown(True)
        self.tree.dropped.connect(self.dropped)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.tree.row_at(index).key))

    def show_rows(self, rows: Sequence[TreeRow], *, expand: bool = True) -> None:
        """Show other rows; what was closed stays closed, and the current row stays current where it still is."""
        closed = [row.key for row in self.tree.rows if not self.isExpanded(self.tree.index_of(row.key))]
        held = self.current_key()
        was_empty = not self.tree.rows
        self._is_echo = True
        self.tree.show(rows)
        for index in (self.tree.index_of(row.key) for row in rows if len(row.cells) == 1):
            self.setFirstColumnSpanned(index.row(), index.parent(), True)
        if expand:
            self.expandAll()
        for key in [] if was_empty else closed:
            self.collapse(self.tree.index_of(key))
        self._is_echo = False
        if held is not None:
            self.choose(held)

    def current_key(self) -> int | None:
        """Return the key of the current row."""
        return self.tree.key_at(self.currentIndex()) if self.currentIndex().isValid() else None

    def choose(self, key: int) -> bool:
        """Make a row current without saying so, and open what it lies in; False where it is not here."""
        index = self.tree.index_of(key)
        self._is_echo = True
        self.setCurrentIndex(index)
        self._is_echo = False
        if index.isValid():
            self.scrollTo(index)
        return index.isValid()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) row in view."""
        here = self.currentIndex()
        there = self.indexBelow(here) if direction > 0 else self.indexAbove(here)
        if there.isValid():
            self.setCurrentIndex(there.siblingAtColumn(0))

    def arrow_box(self, index: Index, row: QRect) -> QRect:
        """Return where the arrow of a row stands."""
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        left = row.left() + MARGIN + depth * px(STEP)
        return QRect(left, row.center().y() - px(ARROW) // 2 + 1, px(ARROW), px(ARROW))

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.header().setFixedHeight(px(HEAD_HEIGHT))
        self._fit()
        self.doItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row was chosen."""
        super().currentChanged(current, previous)
        if not self._is_echo and current.isValid():
            self.chosen.emit(self.tree.row_at(current).key)

    def mousePressEvent(self, event: object) -> None:
        """Open or close a row at its arrow; else choose it."""
        point = event.position().toPoint()  # type: ignore[attr-defined]
        index = self.indexAt(point)
        if index.isValid() and index.column() == 0 and self.tree.rowCount(index):
            box = self.arrow_box(index, self.visualRect(index)).adjusted(-5, -8, 5, 8)
            if box.contains(point):
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        key = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.opened.emit(key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the column of width 0 what the others leave; where that is too little, some go."""
        room, wanted = self.viewport().width(), [px(width) for width in self._widths]
        shown = list(range(len(wanted)))
        for number in self._leaving:
            if sum(wanted[n] for n in shown) + px(LEAST) > room:
                shown.remove(number)
        spare = max(0, room - sum(wanted[n] for n in shown))
        for number, width in enumerate(wanted):
            self.setColumnHidden(number, number not in shown)
            self.setColumnWidth(number, width or spare)
