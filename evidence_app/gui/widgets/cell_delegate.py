"""How a cell is painted: dot, text, icon, chips; a quiet bar while its row is on its way."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.record_model import CELL

MARGIN, FIRST_MARGIN, ICON = 8, 20, 16
_BAR, _BAR_SHARE, _BAR_MOST = 8, 0.55, 120  # height of the bar, its share of the cell, and its greatest width
_DOT_GAP, _CHIP_GAP = 15, 5


class CellView(Protocol):
    """What the delegate must know of its table."""

    hovered: int  # the row under the pointer
    first_column: int  # the one that stands at the left

    def hasFocus(self) -> bool:
        """Tell whether the keyboard is in the table."""


def inside(rect: QRect, *, is_first: bool) -> QRect:
    """Return the inside of a cell; the first column stands in line with the page's title."""
    return rect.adjusted(FIRST_MARGIN if is_first else MARGIN, 0, -MARGIN, 0)


class CellDelegate(QStyledItemDelegate):
    """Paints a `Cell`."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the row and the cell on it."""
        view = self._view()
        box: QRect = option.rect
        is_first, is_chosen = index.column() == view.first_column, drawing.is_selected(option)
        under = index.row() == view.hovered
        drawing.row_ground(painter, option, first=is_first, hovered=under, chosen=is_chosen)
        if is_chosen and view.hasFocus():
            for y in (box.top(), box.bottom() - drawing.RING + 1):
                painter.fillRect(QRect(box.left(), y, box.width(), drawing.RING), look.colour("accent"))
        cell: Cell = index.data(CELL)
        inner = inside(box, is_first=is_first)
        if cell.is_waiting:
            self._bar(painter, inner)
        else:
            self._cell(painter, inner, cell)

    def _cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        """Draw what a cell holds."""
        if cell.dot:
            centre = box.center()
            centre.setX(box.left() + px(4))
            drawing.dot(painter, centre, look.colour(cell.dot))
            box.setLeft(box.left() + px(_DOT_GAP))
        room = box.adjusted(0, 0, -px(ICON) - 8, 0) if cell.icon else box
        side = drawing.RIGHT if cell.right else drawing.LEFT
        used = drawing.text(painter, room, cell.text, look.colour(cell.tone), cell.style, side) if cell.text else 0
        if cell.icon:
            place = QRect(box.left() + used + 8, box.center().y() - px(ICON) // 2 + 1, px(ICON), px(ICON))
            icons.paint(painter, place, cell.icon, look.colour("text_3"))
        if cell.chips:
            self._chips(painter, box, cell)

    def _bar(self, painter: QPainter, box: QRect) -> None:
        """Draw what stands for a row that is on its way."""
        width = min(px(_BAR_MOST), round(box.width() * _BAR_SHARE))
        bar = QRect(box.left(), box.center().y() - px(_BAR) // 2, width, px(_BAR))
        drawing.rounded(painter, bar, px(_BAR) / 2, look.colour("sunken"))

    def _chips(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        """Draw as many chips as fit; the rest as a number."""
        at = box.center()
        at.setX(box.left())
        for place, words in enumerate(cell.chips):
            width = drawing.width_of(words, "caption") + px(14)
            left = len(cell.chips) - place
            more = px(28) if left > 1 else 0  # the number of those that follow must fit too
            if at.x() + width + more > box.right() and place:
                room = QRect(at.x(), box.top(), px(30), box.height())
                drawing.text(painter, room, f"+{left}", look.colour("text_2"), "caption")
                return
            at.setX(at.x() + drawing.chip(painter, at, words, look.colour("sunken"), look.colour("text_2")) + _CHIP_GAP)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole of a cell that is cut."""
        cell: Cell = index.data(CELL) or Cell()
        chips = sum(drawing.width_of(words, "caption") + px(14) + _CHIP_GAP for words in cell.chips)
        needed = drawing.width_of(cell.text, cell.style) + chips + (px(ICON) + 8 if cell.icon else 0)
        needed += px(_DOT_GAP) if cell.dot else 0
        is_first = index.column() == self._view().first_column
        cut = needed > inside(option.rect, is_first=is_first).width()
        QToolTip.showText(event.globalPos(), tip.plain(cell.spoken()) if cut else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave the height of rows to the table."""
        return QSize(0, 0)

    def _view(self) -> CellView:
        """Return the table."""
        return cast(CellView, self.parent())
