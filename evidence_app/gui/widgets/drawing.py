"""Strokes shared by the painted rows: text, chips, dots, the ground of a row."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.theme.type_scale import font
from evidence_app.gui.widgets.visible_text import visible

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BAR, RING = 3, 2  # width of the mark at the left of the chosen row, and of the ring of focus


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Tell whether a row is chosen."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    """Tell whether the pointer is over a row."""
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


@lru_cache(64)  # a table paints some hundred texts a frame
def _face(style: str, _scale: float) -> tuple[QFont, QFontMetrics]:
    """Return font and measures of a style at a text size."""
    made = font(style)
    return made, QFontMetrics(made)


def width_of(text: str, style: str = "body") -> int:
    """Return how wide a text is in a style."""
    return _face(style, look.now().scale)[1].horizontalAdvance(visible(text))


def text(
    painter: QPainter,
    box: QRect,
    words: str,
    colour: QColor,
    style: str = "body",
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Draw one line with what cannot be seen in it shown, cut with … where it does not fit; return its width."""
    face, measures = _face(style, look.now().scale)
    painter.setFont(face)
    painter.setPen(colour)
    shown = visible(words)
    width = measures.horizontalAdvance(shown)
    if width > box.width():
        shown = measures.elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
        width = measures.horizontalAdvance(shown)
    painter.drawText(box, int(align), shown)
    return width


def lines(words: str, width: int, most: int, style: str = "body") -> list[str]:
    """Break words into at most so many lines of a width; what is left over ends the last of them in …."""
    measures = _face(style, look.now().scale)[1]
    broken: list[str] = []
    rest = visible(words).split()
    while rest and len(broken) < most - 1:
        taken = 1
        while taken < len(rest) and measures.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        broken.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    broken += [" ".join(rest)] if rest else []
    return [measures.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in broken]


def rounded(painter: QPainter, box: QRect, radius: float, fill: QColor, line: QColor | None = None) -> None:
    """Draw a box with round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5) if line else QRectF(box), radius, radius)
    painter.restore()


def chip(painter: QPainter, at: QPoint, words: str, fill: QColor, colour: QColor) -> int:
    """Draw a chip whose left edge is centred on `at`; return its width."""
    width, height = width_of(words, "caption") + px(14), px(20)
    box = QRect(at.x(), at.y() - height // 2, width, height)
    rounded(painter, box, 4, fill)
    text(painter, box.adjusted(px(7), 0, 0, 0), words, colour, "caption")
    return width


def dot(painter: QPainter, centre: QPoint, colour: QColor) -> None:
    """Draw the dot before a state; the state itself is always said in words too."""
    side = px(8)
    box = QRect(0, 0, side, side)
    box.moveCenter(centre)
    rounded(painter, box, side / 2, colour)


def ring(painter: QPainter, box: QRect) -> None:
    """Draw the ring inside a box that has the keyboard's focus."""
    painter.save()
    painter.setPen(QPen(look.colour("accent"), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.restore()


def focus(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ring of a row, where its list has the focus and the row is the current one."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        ring(painter, option.rect)


def row_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    *,
    first: bool = True,
    plain: str = "surface",
    hovered: bool | None = None,
    chosen: bool | None = None,
) -> None:
    """Paint a row's ground: chosen, under the pointer or plain, and the line below it."""
    box: QRect = option.rect
    chosen = is_selected(option) if chosen is None else chosen
    under = is_hovered(option) if hovered is None else hovered
    name = "tint" if chosen else "hover" if under else plain
    painter.fillRect(box, look.colour(name))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("border"))
    if chosen and first:
        painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), look.colour("accent"))
