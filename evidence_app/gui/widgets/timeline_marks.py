"""How a mark of the timeline is drawn: its shape says how its time is known, never its colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.timeline_layout import ARROW, DOT, SOFT

HEIGHT, KEY = 11, 5  # of a mark; how far the ring of a key event stands off


def draw(painter: QPainter, box: QRectF, doubt: str, *, is_key: bool = False, chosen: bool = False) -> None:
    """Draw a mark into its box; `doubt` is a value of `services.chronology.Doubt`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour("accent" if chosen or is_key else "text_3")
    if doubt == "about":
        _about(painter, box, colour)
    elif doubt == "between":
        _between(painter, box, colour)
    elif doubt in {"before", "after"}:
        _open(painter, box, colour, to_the_left=doubt == "before")
    else:
        _solid(painter, box, colour)
    painter.restore()


def _solid(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a dot, or a full bar: known to the day or finer."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _between(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a hollow bar with a post at either end: somewhere between, or all of it."""
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(look.colour("tint") if colour == look.colour("accent") else look.colour("surface"))
    inner = box.adjusted(0.8, 1.8, -0.8, -1.8)
    painter.drawRect(inner)
    for x in (inner.left(), inner.right()):
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


def _about(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a full middle between two hatched ends: about then."""
    soft = min(px(SOFT), box.width() / 2)
    middle = box.adjusted(soft, 0, -soft, 0)
    hatch = QBrush(colour, Qt.BrushStyle.BDiagPattern)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    painter.setBrush(hatch)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
    _solid(painter, middle, colour)


def _open(painter: QPainter, box: QRectF, colour: QColor, *, to_the_left: bool) -> None:
    """Draw the known end as a dot and an arrow that leads away from it."""
    side, middle = box.height(), box.center().y()
    known = QRectF(box.right() - side if to_the_left else box.left(), box.top(), side, side)
    _solid(painter, known, colour)
    tip = box.left() if to_the_left else box.right()
    back = tip + (side * 0.6 if to_the_left else -side * 0.6)
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QPointF(known.center().x(), middle), QPointF(back, middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = side * 0.42
    painter.drawPolygon(QPolygonF([QPointF(tip, middle), QPointF(back, middle - half), QPointF(back, middle + half)]))


def key_ring(painter: QPainter, box: QRectF) -> None:
    """Draw the ring round the mark of a key event."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grown = box.adjusted(-KEY / 2, -KEY / 2, KEY / 2, KEY / 2)
    painter.drawRoundedRect(grown, grown.height() / 2, grown.height() / 2)
    painter.restore()


def sample_width(doubt: str) -> int:
    """Return how wide the mark of a legend is."""
    return {"exact": px(DOT), "about": px(DOT + 2 * SOFT), "between": px(26)}.get(doubt, px(DOT + ARROW))
