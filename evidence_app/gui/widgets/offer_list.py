"""What the go-or-do field offers: headings, rows of icon, words and quiet words, a key at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

OFFER = int(Qt.ItemDataRole.UserRole) + 1
HEIGHT, HEADING, ICON, MARGIN = 34, 28, 16, 12
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offer:
    """One row; without a `value` it is a heading; `value` is what the field's owner knows it by."""

    words: str
    value: Any = None
    icon: str = ""
    quiet: str = ""
    key: str = ""

    @property
    def is_heading(self) -> bool:
        """Tell whether this only stands over others."""
        return self.value is None


class OfferModel(QAbstractListModel):
    """The rows in their groups."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count rows and headings."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the row, or what is read aloud."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (offer.words, offer.quiet, offer.key) if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let rows be chosen, not headings."""
        if not index.isValid() or self.offers[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OfferDelegate(QStyledItemDelegate):
    """Paints a row or a heading."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        offer: Offer = index.data(OFFER)
        box: QRect = option.rect.adjusted(6, 0, -6, 0)
        if offer.is_heading:
            drawing.text(painter, box.adjusted(MARGIN, px(6), 0, 0), offer.words, look.colour("text_3"), "overline")
            return
        chosen = drawing.is_selected(option)
        if chosen or drawing.is_hovered(option):
            drawing.rounded(painter, box, 6, look.colour("tint" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top() + 6, 2, box.height() - 12), look.colour("accent"))
        side = px(ICON)
        place = QRect(box.left() + MARGIN, box.center().y() - side // 2 + 1, side, side)
        icons.paint(painter, place, offer.icon, look.colour("accent_text" if chosen else "text_2"))
        room = box.adjusted(MARGIN + side + 10, 0, -MARGIN, 0)
        if offer.key:
            room.setRight(room.right() - _draw_key(painter, room, offer.key) - 10)
        used = drawing.text(painter, room, offer.words, look.colour("text"), "h3" if chosen else "body")
        drawing.text(painter, room.adjusted(used + 10, 0, 0, 0), offer.quiet, look.colour("text_3"), "caption")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be a row, or the lower row of a heading."""
        return QSize(0, px(HEADING if index.data(OFFER).is_heading else HEIGHT))


def _draw_key(painter: QPainter, room: QRect, key: str) -> int:
    """Draw a key at the right end of a row; return its width."""
    width, height = drawing.width_of(key, "overline") + px(14), px(18)
    box = QRect(room.right() - width, room.center().y() - height // 2, width, height)
    drawing.rounded(painter, box, 4, look.colour("surface"), look.colour("border_strong"))
    drawing.text(painter, box.adjusted(px(7), 0, 0, 0), key, look.colour("text_2"), "overline")
    return width


class OfferList(QListView):
    """The rows; it never has the keyboard, which stays in the field."""

    def __init__(self) -> None:
        super().__init__()
        self.offers = OfferModel()
        self.setModel(self.offers)
        self.setItemDelegate(OfferDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show rows, the first one chosen."""
        self.offers.set_offers(offers)
        self.step(1)

    def step(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) row, past headings, round the ends."""
        count = self.offers.rowCount()
        here = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if direction > 0 else count)
        for distance in range(1, count + 1):
            index = self.offers.index((here + direction * distance) % count)
            if not self.offers.offers[index.row()].is_heading:
                self.setCurrentIndex(index)
                return

    def chosen(self) -> Offer | None:
        """Return the row chosen."""
        index = self.currentIndex()
        return self.offers.offers[index.row()] if index.isValid() else None

    def height_of_all(self) -> int:
        """Return how high all rows are together."""
        return sum(px(HEADING if offer.is_heading else HEIGHT) for offer in self.offers.offers)
