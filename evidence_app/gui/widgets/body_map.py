"""Where the injuries lie: two outlines, front and back, with a numbered dot for each finding.

The shape of a dot says how it is known: a ring for what is claimed, half filled for observed, full for diagnosed. A
click, or the arrow keys and Enter, place a new one. The table beside it says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.theme.type_scale import font
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.body_outline import MIDDLE, details, outline, side_at, site_at
from evidence_app.system.words import _

VIEWS = ("FRONT", "REAR")
HEIGHT, ASPECT, GAP, HEAD = 330, 0.46, 24, 24
DOT, STEP, LEAP = 9, 10, 50


@dataclass(frozen=True, slots=True)
class Dot:
    """One finding on the map: its number in the table, its place in thousandths, how it is known, in words."""

    record_id: int
    number: int
    view: str
    x: int
    y: int
    basis: str | None
    words: str


class BodyMap(QWidget):
    """Front and back with their dots; `placed` says view, x, y, part of the body and side of a new finding."""

    placed = Signal(str, int, int, str, str)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.dots: Sequence[Dot] = ()
        self.cursor_view, self.cursor_x, self.cursor_y = "FRONT", MIDDLE, 230
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = _("Click where the injury is, or move with the arrow keys and press Enter.")
        self.setToolTip(words)
        self._tell()

    def sizeHint(self) -> QSize:
        """Have room for two outlines side by side."""
        width = round(px(HEIGHT) * ASPECT)
        return QSize(2 * width + px(GAP) + 8, px(HEIGHT) + px(HEAD) + 8)

    def show_dots(self, dots: Sequence[Dot]) -> None:
        """Show other findings."""
        self.dots = dots
        self._tell()
        self.update()

    def box(self, view: str) -> QRectF:
        """Return where an outline lies."""
        width = px(HEIGHT) * ASPECT
        left = 4 if view == "FRONT" else 4 + width + px(GAP)
        return QRectF(left, px(HEAD) + 2, width, px(HEIGHT))

    def point(self, view: str, x: int, y: int) -> QPointF:
        """Return where a place in thousandths lies."""
        box = self.box(view)
        return QPointF(box.left() + box.width() * x / 1000, box.top() + box.height() * y / 1000)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the pointer, or place a new one on the body."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        for dot in self.dots:
            off = self.point(dot.view, dot.x, dot.y) - at
            if off.x() ** 2 + off.y() ** 2 <= px(DOT + 2) ** 2:
                self.chosen.emit(dot.record_id)
                return
        for view in VIEWS:
            box = self.box(view)
            x, y = (at.x() - box.left()) / box.width() * 1000, (at.y() - box.top()) / box.height() * 1000
            if outline().contains(QPointF(x, y)):
                self.cursor_view, self.cursor_x, self.cursor_y = view, round(x), round(y)
                self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross with the arrow keys, in leaps with Shift; place with Enter; Tab leaves."""
        step = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }
        if event.key() in moves:
            self._move(*moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if outline().contains(QPointF(self.cursor_x, self.cursor_y)):
                self._place()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cross."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cross."""
        super().focusOutEvent(event)
        self.update()

    def _move(self, right: int, down: int) -> None:
        """Move the cross; past the edge of the front it goes on at the back."""
        x = self.cursor_x + right
        if not 0 <= x <= 1000:
            self.cursor_view = "REAR" if self.cursor_view == "FRONT" else "FRONT"
            x %= 1000
        self.cursor_x, self.cursor_y = x, max(0, min(1000, self.cursor_y + down))
        self._tell()
        self.update()

    def _place(self) -> None:
        """Say that a finding is placed where the cross is."""
        site = site_at(self.cursor_view, self.cursor_x, self.cursor_y)
        side = side_at(self.cursor_view, self.cursor_x, site)
        self.placed.emit(self.cursor_view, self.cursor_x, self.cursor_y, site, side)

    def where(self) -> str:
        """Say where the cross is."""
        site = site_at(self.cursor_view, self.cursor_x, self.cursor_y)
        side = vocabulary.label("body_side", side_at(self.cursor_view, self.cursor_x, site))
        view = vocabulary.label("body_view", self.cursor_view)
        return f"{vocabulary.label('body_site', site)}, {side.lower()} · {view}"

    def _tell(self) -> None:
        """Say what is on the map, and where the cross is, to screen readers."""
        self.setAccessibleName(f"{_('Body map')}: {self.where()}")
        self.setAccessibleDescription("\n".join(f"{dot.number}. {dot.words}" for dot in self.dots))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both outlines, the dots, and the cross where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in VIEWS:
            self._draw_outline(painter, view)
        for dot in self.dots:
            self._draw_dot(painter, dot)
        if self.hasFocus():
            self._draw_cross(painter)
            drawing.ring(painter, self.rect())

    def _draw_outline(self, painter: QPainter, view: str) -> None:
        """Draw one outline under its name."""
        box = self.box(view)
        head = box.toRect()
        head.setRect(head.left(), 2, head.width(), px(HEAD) - 4)
        middle = Qt.AlignmentFlag.AlignCenter
        drawing.text(painter, head, vocabulary.label("body_view", view), look.colour("text_3"), "caption", middle)
        shape = QTransform().translate(box.left(), box.top()).scale(box.width() / 1000, box.height() / 1000)
        painter.setPen(QPen(look.colour("border_strong"), 1.4))
        painter.setBrush(look.colour("sunken"))
        painter.drawPath(shape.map(outline()))
        painter.setPen(QPen(look.colour("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.map(details(view)))

    def _draw_dot(self, painter: QPainter, dot: Dot) -> None:
        """Draw a dot and its number: a ring, half filled, or full; a broken ring where nobody has said how known."""
        at, radius = self.point(dot.view, dot.x, dot.y), px(DOT)
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        ink = look.colour("danger")
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine if dot.basis else Qt.PenStyle.DotLine))
        painter.setBrush(ink if dot.basis == "DIAGNOSED" else look.colour("surface"))
        painter.drawEllipse(box)
        if dot.basis == "OBSERVED":
            painter.setBrush(look.colour("danger_tint"))
            painter.drawEllipse(box)
            painter.setBrush(ink)
            painter.drawChord(box, 180 * 16, 180 * 16)
        painter.setFont(font("overline"))
        painter.setPen(look.colour("surface" if dot.basis == "DIAGNOSED" else "text"))
        words = str(dot.number)
        if dot.basis == "OBSERVED":  # the lower half is filled: the number stands beside
            painter.drawText(QPointF(box.right() + 3, at.y() + radius / 2), words)
        else:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_cross(self, painter: QPainter) -> None:
        """Draw the cross that the arrow keys move."""
        at, arm = self.point(self.cursor_view, self.cursor_x, self.cursor_y), px(8)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
