"""The heads of a matrix: words that stand on end over the columns, codes and names before the rows, a count at each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

HEAD = int(Qt.ItemDataRole.UserRole) + 2
UPRIGHT, COUNT, LEFT = 140, 24, 20
LINE = 15  # height of one line of a head's words


@dataclass(frozen=True, slots=True)
class GridHead:
    """What stands at a row or column: its key, words, a code before them, a count after them, all of it spoken."""

    key: int | str
    words: str
    code: str = ""
    count: str = ""
    spoken: str = ""


class Heads(Sequence[GridHead]):
    """Heads by their keys, each made when it is looked at: of a hundred thousand few are ever seen."""

    def __init__(self, keys: Sequence[int | str], make: Callable[[int], GridHead]) -> None:
        """`make` returns the head at a place."""
        self.keys, self._make = keys, make

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> GridHead: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[GridHead]: ...
    def __getitem__(self, place: int | slice) -> GridHead | Sequence[GridHead]:
        """Make one head, or some."""
        if isinstance(place, slice):
            return [self._make(one) for one in range(*place.indices(len(self)))]
        return self._make(place)


def keys_of(heads: Sequence[GridHead]) -> Sequence[int | str]:
    """Return the keys of heads without making them."""
    return heads.keys if isinstance(heads, Heads) else [head.key for head in heads]


class ColumnHeads(QHeaderView):
    """Words turned to read upwards, on as many lines as there is room for, and the count under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as words and count need."""
        return QSize(super().sizeHint().width(), px(UPRIGHT + COUNT))

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one head."""
        head: GridHead = self.model().headerData(number, Qt.Orientation.Horizontal, HEAD)
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border_strong"))
        chosen = self.selectionModel() is not None and self.selectionModel().currentIndex().column() == number
        words = rect.adjusted(0, 6, 0, -px(COUNT))
        painter.save()
        painter.setClipRect(rect)
        painter.translate(words.left(), words.bottom())
        painter.rotate(-90)
        most = max(1, (words.width() - 2) // px(LINE))
        broken = drawing.lines(head.words, words.height(), most, "caption")
        line = QRect(0, (words.width() - len(broken) * px(LINE)) // 2, words.height(), px(LINE))
        for part in broken:
            drawing.text(painter, line, part, look.colour("accent_text" if chosen else "text"), "caption")
            line.translate(0, px(LINE))
        painter.restore()
        count = QRect(rect.left(), rect.bottom() - px(COUNT), rect.width(), px(COUNT))
        centre = Qt.AlignmentFlag.AlignCenter
        drawing.text(painter, count, head.count, look.colour("text_3"), "caption_figures", centre)


class RowHeads(QHeaderView):
    """Code, name and count before each row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one head."""
        head: GridHead = self.model().headerData(number, Qt.Orientation.Vertical, HEAD)
        chosen = self.selectionModel() is not None and self.selectionModel().currentIndex().row() == number
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), drawing.BAR, rect.height() - 1), look.colour("accent"))
        box = rect.adjusted(LEFT, 0, -8, 0)
        used = drawing.text(painter, box, head.count, look.colour("text_3"), "caption_figures", drawing.RIGHT)
        box.setRight(box.right() - used - 8)
        used = drawing.text(painter, box, head.code, look.colour("text_2"), "figures")
        room = box.adjusted(used + 10, 0, 0, 0)
        drawing.text(painter, room, head.words, look.colour("accent_text" if chosen else "text"), "name")
