"""The narrow list of records beside an open one: code, title, caption."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.record_list import RecordList
from evidence_app.gui.widgets.record_model import CELL, RecordTableModel

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
        if code.is_waiting:
            bar = QRect(box.left(), box.top() + px(4), box.width() // 2, px(8))
            drawing.rounded(painter, bar, px(4), look.colour("sunken"))
            return
        drawing.text(painter, line, code.text, look.colour("text_2"), "caption")
        if title.icon:
            place = QRect(box.right() - px(ICON), box.top(), px(ICON), px(ICON))
            icons.paint(painter, place, title.icon, look.colour("text_3"))
        style = "h3" if drawing.is_selected(option) else "name"
        drawing.text(painter, line.translated(0, px(16)), title.text, look.colour("text"), style)
        drawing.text(painter, line.translated(0, px(32)), caption.text, look.colour("text_2"), "caption")
        drawing.focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every record the same height."""
        return QSize(0, px(HEIGHT))


def rail(model: RecordTableModel) -> RecordList:
    """Return a list that paints its records as a rail."""
    made = RecordList(model)
    made.setItemDelegate(RailDelegate(made))
    return made
