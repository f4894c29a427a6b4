"""The strip under a timeline: events without a date, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, privacy
from evidence_app.gui.widgets.event_list import EventList
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.services.chronology import Bar

CHIP, GAP, MOST = 26, 6, 300
ROWS = 2  # of chips; the rest scrolls


class ChipDelegate(QStyledItemDelegate):
    """Paints an event as a chip: code and title."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one chip."""
        view = self.parent()
        assert isinstance(view, UndatedStrip)
        bar = view.marks.bars[index.row()]
        chosen = drawing.is_selected(option)
        box: QRect = option.rect.adjusted(0, 2, -GAP, -2)
        line = look.colour("accent" if chosen and view.hasFocus() else "border_strong")
        ground = "tint" if chosen else "hover" if drawing.is_hovered(option) else "surface"
        drawing.rounded(painter, box, 6, look.colour(ground), line)
        inner = box.adjusted(px(9), 0, -px(9), 0)
        used = drawing.text(painter, inner, bar.code, look.colour("text_2"), "caption_figures")
        words = inner.adjusted(used + px(7), 0, 0, 0)
        drawing.text(painter, words, privacy.text(bar.title), look.colour("accent_text" if chosen else "text"))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as wide as the words, up to a limit."""
        view = self.parent()
        assert isinstance(view, UndatedStrip)
        bar = view.marks.bars[index.row()]
        words = drawing.width_of(bar.code, "caption_figures") + drawing.width_of(privacy.text(bar.title))
        return QSize(min(px(MOST), words + px(27)) + GAP, px(CHIP) + 4)


class UndatedStrip(EventList):
    """Chips in one row or two; more of them scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("undatedStrip")
        self.setItemDelegate(ChipDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("No date"))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.marks.bars[index.row()].id))
        self.restyle()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other events; the one chosen stays."""
        self.marks.show(bars)
        self.restyle()
        self.choose(self._wanted)

    def restyle(self) -> None:
        """Take up new sizes and words; be as high as the chips need, at most two rows."""
        self.doItemsLayout()
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current event with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.marks.bars[self.currentIndex().row()].id)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows of chips."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as high as one row of chips, or two."""
        room, used, rows = max(1, self.viewport().width()), 0, 1
        for place in range(self.marks.rowCount()):
            width = self.sizeHintForIndex(self.marks.index(place)).width()
            if used and used + width > room:
                rows, used = rows + 1, 0
                if rows >= ROWS:
                    break
            used += width
        self.setFixedHeight(min(rows, ROWS) * (px(CHIP) + 4) + 2)
