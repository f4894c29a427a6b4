"""The narrow list of records beside an open one: code, title, caption."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.record_model import CELL

HEIGHT, ICON = 64, 16


class RailDelegate(QStyledItemDelegate):
    """Paints the first three cells of a row one under the other; the second one's icon stands at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one record."""
        drawing.row_ground(painter, option, plain="subtle")
        box = option.rect.adjusted(16, px(8), -12, -px(6))
        model = index.model()
        code, title, caption = (model.index(index.row(), column).data(CELL) for column in range(3))
        line = QRect(box.left(), box.top(), box.width(), px(16))
        drawing.text(painter, line, code.text, look.colour("text_2"), "caption")
        if title.icon:
            place = QRect(box.right() - px(ICON), box.top(), px(ICON), px(ICON))
            icons.paint(painter, place, title.icon, look.colour("text_3"))
        style = "h3" if drawing.is_selected(option) else "name"
        drawing.text(painter, line.translated(0, px(16)), title.text, look.colour("text"), style)
        drawing.text(painter, line.translated(0, px(32)), _caption(caption), look.colour("text_2"), "caption")
        drawing.focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every record the same height."""
        return QSize(0, px(HEIGHT))


def _caption(cell: Cell) -> str:
    """Return the words of the third line."""
    return cell.text


def rail() -> QListView:
    """Return a list that paints its rows as a rail."""
    made = QListView()
    made.setItemDelegate(RailDelegate(made))
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMouseTracking(True)
    return made
