"""The head of the sidebar: which case is open, and the menu of what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip

HEIGHT, ICON, MARGIN = 54, 16, 16


class CaseButton(QAbstractButton):
    """Title over chip and number; the arrows at the right say that there is more."""

    def __init__(self, tip_words: str) -> None:
        super().__init__()
        self._tip, self._code, self._chip = tip_words, "", ""
        self.is_narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_case(self, title: str, code: str, chip: str) -> None:
        """Name the case."""
        self._code, self._chip = code, chip
        self.setText(title)
        self.setAccessibleName(", ".join(part for part in (title, chip, code) if part))
        self.setAccessibleDescription(self._tip)
        self.setToolTip(tip.plain(f"{title}\n{self._tip}"))
        self.update()

    def sizeHint(self) -> QSize:
        """Be two lines high."""
        return QSize(px(HEIGHT), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter and the arrow down as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, chip, number and arrows; the arrows alone where the sidebar is narrow."""
        painter = QPainter(self)
        box = self.rect().adjusted(6, 4, -6, -2)
        if self.underMouse() or self.isDown():
            drawing.rounded(painter, box, 6, look.colour("press"))
        if self.hasFocus():
            drawing.rounded(painter, box, 6, look.colour("app"), look.colour("accent"))
        side = px(ICON)
        right = box.center().x() - side // 2 if self.is_narrow else self.width() - side - 12
        place = QRect(right, box.center().y() - side // 2, side, side)
        icons.paint(painter, place, "chevrons-up-down", look.colour("text_2"))
        if self.is_narrow:
            return
        has_more = bool(self._code or self._chip)
        line = QRect(MARGIN, box.top(), right - MARGIN - 6, box.height() // 2 + 2 if has_more else box.height())
        drawing.text(painter, line.adjusted(0, 0, 0, 0), self.text(), look.colour("text"), "h3")
        middle = line.bottom() + (box.bottom() - line.bottom()) // 2 - 1
        left = MARGIN
        if self._chip:
            left += drawing.chip(
                painter, QPoint(left, middle), self._chip, look.colour("warn_tint"), look.colour("warn")
            )
            left += 7
        room = QRect(left, middle - px(10), right - left - 6, px(20))
        drawing.text(painter, room, self._code, look.colour("text_2"), "caption")
