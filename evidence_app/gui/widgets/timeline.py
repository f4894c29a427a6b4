"""The timeline: events along an axis that can be zoomed and moved; a list to the keyboard and to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import timeline_canvas
from evidence_app.gui.widgets.event_list import EventList, Index
from evidence_app.gui.widgets.timeline_canvas import AXIS, CROWD, LANE, TOP, Canvas
from evidence_app.gui.widgets.timeline_layout import CUTS, Placed, lay_out
from evidence_app.gui.widgets.timeline_window import Window
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.services.chronology import Bar, Look

AROUND, MARGIN = 36, 20  # room round all events, and beside the one that is brought into view
NEARER, WHEEL, PAN = 1.5, 120.0, 90


class Timeline(EventList):
    """Shows a `Look`; says which event was chosen or opened, and which stretch of time is in view."""

    moved = Signal(float, float)  # the instants at the edges

    def __init__(self, parent: QWidget | None = None) -> None:
        self.window_shown = Window(0.0, 1.0)
        self.placed: list[Placed] = []
        self._laid_at, self._is_fitted, self._extent = 0.0, True, (0.0, 0.0)
        self._widths: dict[int, float] = {}
        self._grabbed: QPointF | None = None
        self._is_dragged = False
        super().__init__(parent)  # the view asks for its geometry at once
        self.setAccessibleName(_("Timeline"))

    def show_look(self, shown: Look) -> None:
        """Show other events; the stretch of time in view stays, unless all of it was."""
        self._extent = tuple(map(float, shown.extent)) if shown.extent else (0.0, 0.0)  # type: ignore[assignment]
        self._is_echo = True
        self._widths.clear()
        self.marks.show(shown.bars, shown.buckets)
        self._is_echo = False
        if self._is_fitted:
            self.window_shown = self._all()
        self._lay_out()
        self.choose(self._wanted)

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        self._move(self._all())

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Come nearer by a factor (less than 1: go further off), by default round the event chosen."""
        if x is None:
            place = self.visualRect(self.currentIndex())
            inside = place.isValid() and 0 <= place.left() <= self.viewport().width()
            x = place.left() + 8 if inside else self.viewport().width() / 2
        self._is_fitted = False
        self._move(self.window_shown.zoomed(factor, x))

    def pan(self, pixels: float) -> None:
        """Go to later times by so many pixels."""
        self._is_fitted = False
        self._move(self.window_shown.panned(pixels))

    def restyle(self) -> None:
        """Take up the sizes of the look in force, and words as they may be shown."""
        self._widths.clear()
        if self._is_fitted:
            self.window_shown = self._all()
        self._lay_out()

    def canvas(self) -> Canvas:
        """Return where things stand now."""
        size = self.viewport().size()
        scrolled = self.verticalScrollBar().value()
        return Canvas(self.window_shown, size.width(), size.height(), scrolled, bool(self.marks.buckets))

    def visualRect(self, index: Index) -> QRect:
        """Return the box of a mark with its words."""
        if not index.isValid():
            return QRect()
        bar = self.marks.bar_at(index.row())
        if bar is None:
            return self.canvas().bucket_box(self.marks.entries[index.row()])  # type: ignore[arg-type]
        return self.canvas().lane_box(self.placed[self.marks.lies(bar.id)])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the mark at a point."""
        canvas = self.canvas()
        if point.y() >= canvas.top + canvas.scrolled - px(TOP):
            for placed in self.placed:
                if canvas.lane_box(placed).contains(point):
                    return self.marks.index(self.marks.place_of(placed.bar.id))
        for place, entry in enumerate(self.marks.entries if self.marks.buckets else ()):
            if self.marks.bar_at(place) is None and canvas.bucket_box(entry).contains(point):  # type: ignore[arg-type]
                return self.marks.index(place)
        return QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a mark into view, moving no further than needed."""
        if not index.isValid():
            return
        window = self.window_shown.showing(*self._extent_of(index.row()), self.viewport().width(), px(MARGIN))
        if window != self.window_shown:
            self._is_fitted = False
            self._move(window)
        box = self.visualRect(index)
        bar, ground = self.verticalScrollBar(), self.viewport().height()
        top = self.canvas().top + self.canvas().scrolled - px(TOP)
        if box.bottom() > ground:
            bar.setValue(bar.value() + box.bottom() - ground + 2)
        elif box.top() < top:
            bar.setValue(bar.value() - (top - box.top()))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the mark that a key leads to."""
        actions, last = QAbstractItemView.CursorAction, self.marks.rowCount() - 1
        here = self.currentIndex().row()
        places = {
            actions.MoveHome: 0,
            actions.MoveEnd: last,
            actions.MoveNext: here + 1,
            actions.MovePrevious: here - 1,
        }
        return self.marks.index(max(0, min(last, places.get(action, here)))) if last >= 0 else QModelIndex()

    def updateGeometries(self) -> None:
        """Let the lanes scroll where there are more than fit."""
        lanes = max((one.lane for one in self.placed), default=-1) + 1
        fixed = px(AXIS) + (px(CROWD) if self.marks.buckets else 0)
        needed = fixed + 2 * px(TOP) + lanes * px(LANE)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, needed - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height() - fixed))
        bar.setSingleStep(px(LANE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing all where all was shown."""
        super().resizeEvent(event)
        self.window_shown = self._all() if self._is_fitted else self.window_shown
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of it."""
        current = self.currentIndex()
        bar = self.marks.bar_at(current.row()) if current.isValid() else None
        chosen, painter = bar.id if bar else 0, QPainter(self.viewport())
        timeline_canvas.paint(painter, self.canvas(), self.placed, self.marks.buckets, chosen, ringed=self.hasFocus())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the events, move and zoom."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key, page = event.key(), self.viewport().width() * 0.8
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            direction = 1 if key == Qt.Key.Key_Right else -1
            self.pan(direction * px(PAN)) if shift else self.step(direction)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pan(page if key == Qt.Key.Key_PageDown else -page)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (px(LANE) if key == Qt.Key.Key_Down else -px(LANE)))
        elif event.text() in {"+", "="}:
            self.zoom(NEARER)
        elif event.text() in {"-", "_"}:
            self.zoom(1 / NEARER)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else move along the axis, or through the lanes where there are more than fit."""
        across, down = event.angleDelta().x(), event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.25 ** (down / WHEEL), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or across or not bar.maximum():
            self.pan(-(across or down) / WHEEL * px(PAN))
        else:
            bar.setValue(bar.value() - round(down / WHEEL * px(LANE)))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a mark; take hold of the axis."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._grabbed, self._is_dragged = event.position(), False
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the axis along."""
        if self._grabbed is None:
            return
        moved = event.position() - self._grabbed
        if self._is_dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged, self._grabbed = True, event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(-moved.x())
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - round(moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the axis."""
        self._grabbed = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a mark; come nearer where there is none."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._open(index)
        else:
            self.zoom(2 * NEARER, event.position().x())

    def _open(self, index: QModelIndex) -> None:
        """Open an event; of a crowd, come so near that its events can be told apart."""
        bar = self.marks.bar_at(index.row())
        if bar is not None:
            self.opened.emit(bar.id)
        else:
            self.zoom(8.0, self.visualRect(index).center().x())

    def _all(self) -> Window:
        """Return the window that shows everything."""
        words = [(bar.span.first, min(px(CUTS[-1]), self._width_of(bar))) for bar in self.marks.bars]
        # Without the scroll bar, whether it shows or not: else its coming and going would chase the layout.
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        return Window.around(self._extent, room, px(AROUND), words)

    def _width_of(self, bar: Bar) -> float:
        """Return how much room the words of a bar would like; measured once for a look."""
        if bar.id not in self._widths:
            self._widths[bar.id] = timeline_canvas.width_of(bar)
        return self._widths[bar.id]

    def _extent_of(self, row: int) -> tuple[float, float]:
        """Return where a mark with its words begins and ends, however far out of view."""
        bar = self.marks.bar_at(row)
        if bar is None:
            bucket, x = self.marks.entries[row].first, self.window_shown.x  # type: ignore[union-attr]
            return x(bucket), x(bucket) + 1
        placed, canvas = self.placed[self.marks.lies(bar.id)], self.canvas()
        return canvas.x(placed.left), canvas.x(placed.end)

    def _move(self, window: Window) -> None:
        """Show another stretch of time."""
        self.window_shown = window
        if window.scale != self._laid_at:
            self._lay_out()
        self.viewport().update()
        self.moved.emit(window.instant(0), window.instant(self.viewport().width()))

    def _lay_out(self) -> None:
        """Give every bar its lane."""
        room = self.viewport().height() - px(AXIS) - 2 * px(TOP) - (px(CROWD) if self.marks.buckets else 0)
        self._laid_at = self.window_shown.scale
        self.placed = lay_out(
            self.marks.bars,
            self.window_shown.scale,
            self._width_of,
            max(1, room // px(LANE)),
            look.now().scale,
        )
        self.updateGeometries()
        self.viewport().update()
