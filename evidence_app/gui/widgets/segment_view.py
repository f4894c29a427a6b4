"""The paragraphs of a testimony: number and time, original, translation; painted rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.theme.type_scale import READING_LINE
from evidence_app.gui.widgets import drawing, privacy
from evidence_app.gui.widgets.paragraph import Paragraph, Spans

MARGIN, NUMBER, GAP, PADDING, TWO_COLUMNS = 20, 54, 24, 12, 480
ITEM = int(Qt.ItemDataRole.UserRole) + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Passage:
    """One row: ¶ number, time in words, original and translation with marked spans."""

    number: int
    time: str
    original: str
    translation: str = ""
    marked: Spans = ()
    marked_translation: Spans = ()


class PassageModel(QAbstractListModel):
    """The passages of one testimony."""

    def __init__(self) -> None:
        super().__init__()
        self._passages: Sequence[Passage] = ()

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show other passages."""
        self.beginResetModel()
        self._passages = passages
        self.endResetModel()

    @property
    def is_translated(self) -> bool:
        """Tell whether any passage has a translation: then there are two columns."""
        return any(passage.translation for passage in self._passages)

    def place_of(self, number: int) -> int:
        """Return the row of a ¶ number, -1 where there is none."""
        return next((place for place, held in enumerate(self._passages) if held.number == number), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the passages."""
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the passage, or what is read aloud."""
        if not index.isValid():
            return None
        held = self._passages[index.row()]
        passage = privacy.shown(held)
        if passage != held:
            passage = replace(passage, marked=(), marked_translation=())  # the places in the texts have moved
        if role == ITEM:
            return passage
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"¶{passage.number} {passage.time} {passage.original} {passage.translation}".strip()
        return None


class PassageDelegate(QStyledItemDelegate):
    """Paints a passage; `compact` puts the translation under the original."""

    def __init__(self, view: SegmentView, *, compact: bool) -> None:
        super().__init__(view)
        self._view, self._compact = view, compact

    def _lay_out(self, passage: Passage, width: int) -> tuple[Paragraph, Paragraph | None, int, int]:
        """Return both paragraphs, the column's width and the height of the row."""
        style, spacing = ("body", 1.35) if self._compact else ("reading", READING_LINE)
        stacked = self._is_stacked(width)
        left = 0 if self._compact else px(NUMBER)
        room = width - 2 * MARGIN - left
        column = room if stacked else (room - GAP) // 2
        first = Paragraph(passage.original, column, style=style, spacing=spacing, spans=passage.marked)
        second = None
        if passage.translation:
            spans = passage.marked_translation
            second = Paragraph(passage.translation, column, style=style, spacing=spacing, spans=spans)
        height = first.height + (px(22) if self._compact else 0)
        if second is not None:
            height = height + second.height + 4 if stacked else max(height, second.height)
        return first, second, column, round(max(height, px(34))) + 2 * PADDING

    def _is_stacked(self, width: int) -> bool:
        """Tell whether the translation stands under the original."""
        return self._compact or not self._view.passages.is_translated or width < px(TWO_COLUMNS)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one passage."""
        passage: Passage = index.data(ITEM)
        drawing.row_ground(painter, option, first=not self._compact, plain="subtle" if self._compact else "surface")
        box: QRect = option.rect
        first, second, column, _height = self._lay_out(passage, box.width())
        x, y = box.left() + MARGIN, box.top() + PADDING
        chosen = drawing.is_selected(option)
        line = QRect(x, y + 2, px(NUMBER), px(16))
        ink = look.colour("text" if chosen else "text_2")
        used = drawing.text(painter, line, f"¶{passage.number}", ink, "h3" if chosen else "caption")
        time = line.translated(used + 10, 0) if self._compact else line.translated(0, px(17))
        drawing.text(painter, time, passage.time, look.colour("accent_text" if chosen else "text_3"), "caption_figures")
        if self._compact:
            y += px(22)
        else:
            x += px(NUMBER)
        first.draw(painter, x, y, look.colour("text"))
        if second is not None:
            stacked = self._is_stacked(box.width())
            at = (x, y + first.height + 4) if stacked else (x + column + GAP, y)
            second.draw(painter, at[0], at[1], look.colour("text_2" if stacked else "text"))
        drawing.focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as high as the longer of the two texts."""
        width = self._view.viewport().width()
        return QSize(width, self._lay_out(index.data(ITEM), width)[3])


class SegmentView(QListView):
    """A list of passages; rows are as high as their text."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self.passages = PassageModel()
        self.setModel(self.passages)
        self.setItemDelegate(PassageDelegate(self, compact=compact))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_passage(self, number: int) -> None:
        """Choose a ¶ and bring it into view."""
        place = self.passages.place_of(number)
        if place >= 0:
            self.setCurrentIndex(self.passages.index(place))
            self.scrollTo(self.passages.index(place), QAbstractItemView.ScrollHint.PositionAtCenter)

    def current_number(self) -> int:
        """Return the ¶ chosen, 0 for none."""
        passage = self.currentIndex().data(ITEM)
        return passage.number if isinstance(passage, Passage) else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
