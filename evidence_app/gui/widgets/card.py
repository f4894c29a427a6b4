"""A card on the window's ground: how the program asks before a case is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.system.words import _


class Card(QFrame):
    """A white card with room inside; `column` holds what stands on it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._width = width
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 26, 28, 26)
        self.column.setSpacing(8)
        self.restyle()

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        self.setFixedWidth(px(self._width))

    def sizeHint(self) -> QSize:
        """Be as high as wrapped sentences need at this width."""
        width = px(self._width)
        return QSize(width, self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0)

    def hasHeightForWidth(self) -> bool:
        """Answer no: the width is fixed, and `sizeHint` has worked out the height for it."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Never cut a sentence."""
        return self.sizeHint()

    def row(self) -> QHBoxLayout:
        """Add a line and return it."""
        line = QHBoxLayout()
        line.setSpacing(8)
        self.column.addLayout(line)
        return line

    def add_foot(self, said: str, state: QWidget, verb: QPushButton) -> QPushButton:
        """End with a sentence, what is missing, the way back and a verb; return the button that leads back."""
        self.column.addWidget(PlainLabel(said, type="caption", tone="2", wrap=True))
        self.column.addSpacing(8)
        foot, back = self.row(), push_button(_("Back"))
        foot.addWidget(state, 1)
        foot.addWidget(back)
        foot.addWidget(verb)
        return back


class Door(QScrollArea):
    """The ground on which one card stands in the middle; it scrolls where large text needs more than the window."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whatever takes the keyboard on the card is scrolled to
        self.card = card
        ground = Ground("door")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(ground)


class ChoiceCard(QAbstractButton):
    """A large button: icon, title, a line under it, an arrow."""

    def __init__(self, icon: str, title: str, words: str, *, first: bool = False) -> None:
        super().__init__()
        self._icon, self._words, self._first = icon, words, first
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Be as wide as the card."""
        return QSize(px(460), px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        ground = look.colour("hover") if self.underMouse() else look.colour("surface")
        ground = look.colour("tint") if self._first else ground
        line = look.colour("accent" if self.hasFocus() or self.underMouse() else "border")
        if self._first and not self.hasFocus():
            line = look.colour("tint_strong")
        drawing.rounded(painter, self.rect(), 8, ground, line)
        middle = self.rect().center().y()
        side = px(22)
        icons.paint(painter, QRect(16, middle - side // 2, side, side), self._icon, look.colour("accent"))
        icons.paint(painter, QRect(self.width() - 30, middle - 8, 16, 16), "chevron-right", look.colour("text_2"))
        box = QRect(16 + side + 14, middle - px(19), self.width() - side - 80, px(19))
        drawing.text(painter, box, self.text(), look.colour("text"), "h2")
        drawing.text(painter, box.translated(0, px(20)), self._words, look.colour("text_2"))
