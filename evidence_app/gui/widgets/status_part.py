"""A part of the status bar: an icon and a few words that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

HEIGHT, ICON, PAD, GAP = 22, 14, 7, 6


class StatusPart(QAbstractButton):
    """Flat, reached by Tab, acts on Enter and the space bar; its words end in … where there is no room."""

    def __init__(self, words: str = "", icon: str = "", role: str = "text_2") -> None:
        super().__init__()
        self._icon, self._role, self._is_short = icon, role, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str, icon: str = "", role: str = "") -> None:
        """Show other words, and another icon where one is given."""
        self._icon, self._role = icon or self._icon, role or self._role
        self.setText(words)
        self.setAccessibleName(words)
        if not words:
            self.hide()
        elif self.parentWidget() is not None:  # without one it would open as a window
            self.show()
        self.updateGeometry()
        self.update()

    def set_short(self, is_short: bool) -> None:
        """Show the icon only, where there is one."""
        self._is_short = is_short and bool(self._icon)
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """Return how wide the part is with all its words."""
        return drawing.width_of(self.text(), "caption_figures") + self._before() + 2 * px(PAD) + 2

    def sizeHint(self) -> QSize:
        """Be as wide as the words, or the icon."""
        width = 2 * px(PAD) + px(ICON) if self._is_short else self.full_width()
        return QSize(width, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Need room for the icon, or a few letters."""
        return QSize(2 * px(PAD) + px(ICON), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words."""
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            drawing.rounded(painter, self.rect(), 4, look.colour("press"))
        if self.hasFocus():
            drawing.ring(painter, self.rect())
        room = self.rect().adjusted(px(PAD), 0, -px(PAD), 0)
        if self._icon:
            side = px(ICON)
            place = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
            icons.paint(painter, place, self._icon, look.colour(self._role))
        if not self._is_short:
            room.setLeft(room.left() + self._before())
            drawing.text(painter, room, self.text(), look.colour("text_2"), "caption_figures")

    def _before(self) -> int:
        """Return how much room the icon takes before the words."""
        return px(ICON) + GAP if self._icon else 0
