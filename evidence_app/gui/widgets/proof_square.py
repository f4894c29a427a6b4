"""The square of the proof matrix: full, half, empty or crossed out; told apart by shape, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.overview import proof
from evidence_app.services.overview.proof import State

_SIDE, _RADIUS, _CALM = 12, 3.0, 0.78  # a full square is set calmer than the accent: most of them are full


def square(painter: QPainter, box: QRect, state: State, *, is_hovered: bool = False) -> None:
    """Draw a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    line = look.colour("text" if is_hovered else _LINES[state])
    if state is State.COMPLETE:
        fill = _between(look.colour("surface"), look.colour("accent"), _CALM)
        painter.setPen(QPen(line if is_hovered else fill, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
    else:
        painter.setPen(QPen(line, 1))
        painter.setBrush(look.colour(_GROUNDS[state]))
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
        if state is State.PARTIAL:
            _fill_half(painter, inside)
        elif state is State.WITHDRAWN:
            painter.setPen(QPen(look.colour("danger"), 1.4))
            painter.drawLine(inside.topLeft() + QPointF(2, 2), inside.bottomRight() - QPointF(2, 2))
    painter.restore()


_LINES = {
    State.COMPLETE: "accent",
    State.PARTIAL: "accent",
    State.MISSING: "field_border",
    State.WITHDRAWN: "danger",
}
_GROUNDS = {State.PARTIAL: "tint", State.MISSING: "surface", State.WITHDRAWN: "danger_tint"}


def _fill_half(painter: QPainter, inside: QRectF) -> None:
    """Fill the lower half."""
    whole, half = QPainterPath(), QPainterPath()
    whole.addRoundedRect(inside, _RADIUS, _RADIUS)
    half.addRect(inside.adjusted(0, inside.height() / 2, 0, 0))
    painter.fillPath(whole.intersected(half), look.colour("accent"))


def _between(first: QColor, second: QColor, share: float) -> QColor:
    """Mix two colours."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one + (other - one) * share) for one, other in parts))


class Legend(QWidget):
    """What the squares mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for state in State:
            row.addWidget(_Sample(state))
            row.addWidget(PlainLabel(proof.state_words(state), type="caption", tone="2"))
            row.addSpacing(8)


class _Sample(QWidget):
    """One square by itself."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def sizeHint(self) -> QSize:
        """Return the size of a square."""
        return QSize(px(_SIDE), px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square in the middle."""
        box = QRect(0, 0, px(_SIDE), px(_SIDE))
        box.moveCenter(self.rect().center())
        square(QPainter(self), box, self._state)
