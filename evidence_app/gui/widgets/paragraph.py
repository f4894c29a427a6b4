"""A paragraph laid out by hand: line spacing of the design, and words marked in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from evidence_app.gui.theme import look
from evidence_app.gui.theme.type_scale import font

Spans = tuple[tuple[int, int], ...]


def _marked(spans: Spans) -> list[QTextLayout.FormatRange]:
    """Return the format of words that were searched for; spans are (start, end)."""
    made = []
    for start, end in spans:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, end - start
        style = QTextCharFormat()
        style.setBackground(look.colour("hit"))
        style.setForeground(look.colour("hit_text"))
        style.setFontWeight(600)
        piece.format = style
        made.append(piece)
    return made


class Paragraph:
    """Words set in a style to a width; `height` is known at once, `draw` puts it anywhere."""

    def __init__(
        self, words: str, width: float, *, style: str = "body", spacing: float = 1.3, spans: Spans = (), lines: int = 0
    ) -> None:
        face = font(style)
        self._layout = QTextLayout(words.replace("\n", "\u2028"), face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_marked(spans))
        step = face.pixelSize() * spacing
        lead = (step - QFontMetricsF(face).height()) / 2
        self.height = 0.0
        count = 0
        self._layout.beginLayout()
        while not lines or count < lines:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.height + lead))
            self.height += step
            count += 1
        self._layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw it with its upper left corner at a point."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))
