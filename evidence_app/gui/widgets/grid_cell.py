"""One square of a matrix: a shape with a sign in it, so that no meaning hangs on colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

CELL = int(Qt.ItemDataRole.UserRole) + 1
SIDE, ICON, CORNER, ROW, COLUMN = 22, 14, 10, 32, 46


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a square shows: an icon or a sign, its colour role and ground, a frame; `warns` puts a corner on it.

    A cell without icon and sign is an empty square. `spoken` says all of it.
    """

    spoken: str
    icon: str = ""
    sign: str = ""
    tone: str = "text_2"
    ground: str = "surface"
    frame: str = "border"
    warns: bool = False


class GridDelegate(QStyledItemDelegate):
    """Paints squares."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, the square and, on the current one, a ring."""
        cell: GridCell = index.data(CELL)
        box: QRect = option.rect
        painter.fillRect(box, look.colour("hover" if drawing.is_hovered(option) else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("border"))
        square = QRect(0, 0, px(SIDE), px(SIDE))
        square.moveCenter(box.center())
        draw(painter, square, cell)
        if drawing.is_selected(option):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = bool(option.state & QStyle.StateFlag.State_Active)
            painter.setPen(QPen(look.colour("accent" if focused else "border_strong"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-3, -3, 3, 3), 7, 7)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every square the same room."""
        return QSize(px(COLUMN), px(ROW))


def draw(painter: QPainter, square: QRect, cell: GridCell) -> None:
    """Draw one square."""
    drawing.rounded(painter, square, 5, look.colour(cell.ground), look.colour(cell.frame))
    if cell.icon:
        place = QRect(0, 0, px(ICON), px(ICON))
        place.moveCenter(square.center())
        icons.paint(painter, place, cell.icon, look.colour(cell.tone))
    elif cell.sign:
        drawing.text(painter, square, cell.sign, look.colour(cell.tone), "h3", Qt.AlignmentFlag.AlignCenter)
    if cell.warns:
        side, corner = px(CORNER), square.topRight() + QPoint(5, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("surface"), 1))
        painter.setBrush(look.colour("warn"))
        left, top = corner.x() - side, corner.y()
        painter.drawPolygon(
            QPolygonF([QPointF(left + side / 2, top), QPointF(left + side, top + side), QPointF(left, top + side)])
        )
        painter.restore()
