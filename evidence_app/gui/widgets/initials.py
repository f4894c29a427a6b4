"""A person's initials in a circle: no portrait, which would say more than a list should."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

SIDE = 40


class Initials(QWidget):
    """The first letters of the first two words of a name; the sign of a person where there is no name."""

    def __init__(self, name: str, side: int = SIDE) -> None:
        super().__init__()
        self._style = "h2" if side >= SIDE else "overline"
        self._letters = "".join(word[0] for word in name.split()[:2] if word[0].isalpha()).upper()
        self.setFixedSize(px(side), px(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        drawing.rounded(painter, self.rect(), self.width() / 2, look.colour("press"))
        middle = Qt.AlignmentFlag.AlignCenter
        drawing.text(painter, self.rect(), self._letters or "–", look.colour("text_2"), self._style, middle)
