"""The story in one line: key events at their distance in time, what a court decided filled, long gaps cut."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.theme.type_scale import font
from evidence_app.gui.widgets import drawing, tip
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.overview.story import Point
from evidence_app.system.words import _

POINT = int(Qt.ItemDataRole.UserRole) + 1
NARROWEST, DOT, LINE_AT, TEXT_AT, GAP, INSET = 156, 11, 12, 26, 8, 4
_EVENLY, _CLIP = 0.4, 3  # share of spare room that all get alike; a gap counts up to so many times the usual one
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class StoryModel(QAbstractListModel):
    """The stations of the story."""

    def __init__(self) -> None:
        super().__init__()
        self.points: Sequence[Point] = ()

    def set_points(self, points: Sequence[Point]) -> None:
        """Tell another story."""
        self.beginResetModel()
        self.points = points
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many stations there are."""
        return 0 if parent.isValid() else len(self.points)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a station, or what a screen reader says of it."""
        point = self.points[index.row()]
        if role == POINT:
            return point
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(_told(point))
        return tip.plain("\n".join(_told(point))) if role == Qt.ItemDataRole.ToolTipRole else None


def _told(point: Point) -> list[str]:
    """Return all that a station tells."""
    decided = _("decided or found by a court") if point.is_decided else ""
    apart = _("long after the one before") if point.is_far else ""
    parts = (point.when or _("no date"), point.title, point.place, point.source, decided, apart)
    return [part for part in parts if part]


class StoryStrip(QListView):
    """Stations from left to right; arrows, Home and End go along, Enter or a click opens one."""

    opened = Signal(str)  # a citation
    told = Signal(str)  # the station that the cursor came to, in words

    def __init__(self) -> None:
        super().__init__()
        self.stations = StoryModel()
        self._widths: list[int] = []
        self.setModel(self.stations)
        self.setItemDelegate(_StationDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The story in key events"))
        self.clicked.connect(self._open)

    def show_points(self, points: Sequence[Point]) -> None:
        """Tell a story; the place of the cursor stays."""
        row = self.currentIndex().row()
        self.stations.set_points(points)
        if points:
            self.setCurrentIndex(self.stations.index(max(0, min(row, len(points) - 1))))
        self.restyle()

    def restyle(self) -> None:
        """Take up sizes and widths."""
        self._widths = widths(self.stations.points, self.viewport().width(), px(NARROWEST))
        bar = self.horizontalScrollBar().sizeHint().height() if sum(self._widths) > self.viewport().width() else 0
        self.setFixedHeight(text_height() + px(TEXT_AT) + bar + 6)
        self.scheduleDelayedItemsLayout()

    def width_of(self, row: int) -> int:
        """Return the width of one station."""
        return self._widths[row] if row < len(self._widths) else px(NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the stations anew."""
        super().resizeEvent(event)
        self.restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.stations.rowCount():
            self.setCurrentIndex(self.stations.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the station with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the station too where no pointer hovers."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.told.emit(current.data())

    def citation(self) -> str:
        """Return the citation of the station under the cursor; empty for none."""
        index = self.currentIndex()
        return index.data(POINT).citation if index.isValid() else ""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(POINT).citation:
            self.opened.emit(index.data(POINT).citation)


def text_height() -> int:
    """Return how high the words of a station are: a date, two lines of title, a place."""
    caption, name = QFontMetrics(font("caption")).height(), QFontMetrics(font("name")).height()
    return 2 * caption + 2 * name + px(4)


def widths(points: Sequence[Point], room: int, narrowest: int) -> list[int]:
    """Return the width of each station with the way to the next one: longer gaps are wider, up to a limit.

    Where not all of them have room, all are alike, and whole ones are in view.
    """
    if not points:
        return []
    made = [narrowest] * len(points)
    spare = room - sum(made) - 2
    if spare <= 0:
        return [-(-room // max(1, room // narrowest))] * len(points)
    days = [point.days for point in points[1:]]
    known = [count for count in days if count > 0]
    most = _CLIP * max(1.0, median(known)) if known else 1.0
    weights = [min(count, most) for count in days] + [most / _CLIP]
    evenly = spare * (_EVENLY if known else 1.0) / len(points)
    rest = spare - evenly * len(points)
    return [int(width + evenly + rest * weight / sum(weights)) for width, weight in zip(made, weights, strict=True)]


def in_two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return words in at most two lines, the second cut with … where it does not hold the rest."""
    first, rest = "", words.split()
    while rest and (not first or metrics.horizontalAdvance(f"{first} {rest[0]}") <= width):
        first = f"{first} {rest.pop(0)}".strip()
    elide = Qt.TextElideMode.ElideRight
    lines = [metrics.elidedText(first, elide, width)]
    return [*lines, metrics.elidedText(" ".join(rest), elide, width)] if rest else lines


def dot(painter: QPainter, centre: QPoint, side: int, *, is_filled: bool) -> None:
    """Draw the dot of a station, filled where a court decided."""
    box = QRect(0, 0, side, side)
    box.moveCenter(centre)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(look.colour("accent" if is_filled else "surface"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


class StoryLegend(PlainLabel):
    """Says what a filled dot means."""

    def __init__(self) -> None:
        super().__init__(_("decided or found by a court"), type="caption", tone="3")
        self.make_room()

    def make_room(self) -> None:
        """Leave room for the dot."""
        self.setContentsMargins(INSET + px(DOT) + px(6), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the dot before them."""
        super().paintEvent(event)
        middle = QPoint(INSET + px(DOT) // 2, self.rect().center().y() + 1)
        dot(QPainter(self), middle, px(DOT), is_filled=True)


class _StationDelegate(QStyledItemDelegate):
    """Draws one station: its dot, the line on to the next, and its words."""

    def __init__(self, strip: StoryStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a station."""
        return QSize(self._strip.width_of(index.row()), text_height() + px(TEXT_AT) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the station."""
        point, box = index.data(POINT), QRect(option.rect)
        following = index.sibling(index.row() + 1, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            words = QRect(box.left(), box.top() + px(TEXT_AT) - 4, box.width() - px(GAP) + 4, text_height() + 6)
            drawing.rounded(painter, words, 6, look.colour("hover"))
        if following.isValid():
            self._line(painter, box, is_cut=following.data(POINT).is_far)
        centre = QPoint(box.left() + INSET + px(DOT) // 2, box.top() + px(LINE_AT))
        dot(painter, centre, px(DOT), is_filled=point.is_decided)
        self._words(painter, box, point)
        if option.state & QStyle.StateFlag.State_HasFocus:
            drawing.ring(painter, box.adjusted(0, 0, -px(GAP) + 6, 0))
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, *, is_cut: bool) -> None:
        """Draw the way to the next station; one that is much longer than the others is cut."""
        y = box.top() + px(LINE_AT)
        start, end = box.left() + INSET + px(DOT), box.right() + px(4)
        painter.setPen(QPen(look.colour("border_strong"), 2))
        if not is_cut:
            painter.drawLine(start, y, end, y)
            return
        middle, half = (start + end) // 2 + px(10), px(9)
        painter.drawLine(start, y, middle - half, y)
        painter.drawLine(middle + half, y, end, y)
        painter.setPen(QPen(look.colour("text_3"), 1.4))
        for x in (middle - px(3), middle + px(2)):
            painter.drawLine(x - px(2), y + px(5), x + px(2), y - px(5))

    def _words(self, painter: QPainter, box: QRect, point: Point) -> None:
        """Draw date, title, place and source."""
        width = box.width() - px(GAP) - INSET
        caption, name = QFontMetrics(font("caption")).height(), QFontMetrics(font("name"))
        line = QRect(box.left() + INSET, box.top() + px(TEXT_AT), width, caption)
        drawing.text(painter, line, point.when or _("no date"), look.colour("text_2"), "caption_figures")
        top = line.bottom() + 3
        for words in in_two_lines(point.title, name, width):
            drawing.text(painter, QRect(line.left(), top, width, name.height()), words, look.colour("text"), "name")
            top += name.height()
        source = (" · " if point.place else "") + point.source if point.source else ""
        kept = drawing.width_of(source, "caption")  # a code is never cut, the place before it gives way
        place = QRect(line.left(), top + 1, max(0, width - kept), caption)
        taken = drawing.text(painter, place, point.place, look.colour("text_2"), "caption")
        rest = QRect(line.left() + taken, top + 1, width - taken, caption)
        drawing.text(painter, rest, source, look.colour("text_2"), "caption")
