"""What a search found: citation, title, language, and the words in their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, privacy
from evidence_app.gui.widgets.paragraph import Paragraph, Spans

ITEM = int(Qt.ItemDataRole.UserRole) + 1
MARGIN, ICON, INDENT, PADDING = 20, 16, 24, 10
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One hit as it is shown; `key` is what the page knows it by."""

    key: int
    icon: str
    citation: str
    title: str
    meta: str
    sentence: str
    marked: Spans = ()


class FoundModel(QAbstractListModel):
    """The hits of one search."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Found] = ()

    def set_found(self, found: Sequence[Found]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the hits."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the hit, or what is read aloud."""
        if not index.isValid():
            return None
        held = self._found[index.row()]
        found = privacy.shown(held)
        if found.sentence != held.sentence:
            found = replace(found, marked=())  # the places in the sentence have moved
        if role == ITEM:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{found.citation} {found.title}. {found.sentence}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints a hit on three lines."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit."""
        found: Found = index.data(ITEM)
        drawing.row_ground(painter, option)
        box: QRect = option.rect.adjusted(MARGIN, px(PADDING), -MARGIN, 0)
        icons.paint(painter, QRect(box.left(), box.top() + 1, px(ICON), px(ICON)), found.icon, look.colour("text_2"))
        line = QRect(box.left() + px(INDENT), box.top(), box.width() - px(INDENT), px(18))
        used = drawing.text(painter, line, found.meta, look.colour("text_3"), "caption", drawing.RIGHT)
        room = line.adjusted(0, 0, -used - 12, 0)
        used = drawing.text(painter, room, found.citation, look.colour("text"), "h3")
        drawing.text(painter, room.adjusted(used + 8, 0, 0, 0), found.title, look.colour("text"))
        sentence = self._sentence(found, line.width())
        sentence.draw(painter, line.left(), line.bottom() + 3, look.colour("text_2"))
        drawing.focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as high as one or two lines of the sentence ask for."""
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        sentence = self._sentence(index.data(ITEM), width - 2 * MARGIN - px(INDENT))
        return QSize(width, round(px(18) + 3 + sentence.height) + 2 * px(PADDING))

    @staticmethod
    def _sentence(found: Found, width: int) -> Paragraph:
        """Lay the sentence out on two lines at most."""
        return Paragraph(found.sentence, width, spans=found.marked, lines=2)


def hit_list() -> tuple[QListView, FoundModel]:
    """Return a list of hits and its model."""
    made, model = QListView(), FoundModel()
    made.setModel(model)
    made.setItemDelegate(FoundDelegate(made))
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setMouseTracking(True)
    return made, model
