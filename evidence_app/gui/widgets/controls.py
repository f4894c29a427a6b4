"""Buttons, fields and choices in the looks of the style sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QToolButton, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px

ICON, ICON_GAP = 16, 4


def icon_size(gap: int = 0) -> QSize:
    """Return the size of an icon in the look in force, with room between it and words."""
    return QSize(px(ICON) + gap, px(ICON))


class _PushButton(QPushButton):
    """A push button whose icon grows with its words."""

    def changeEvent(self, event: QEvent) -> None:
        """Take up the size of the look in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIconSize(icon_size(ICON_GAP if self.text() else 0))


class _ToolButton(QToolButton):
    """A tool button whose icon grows with the text around it."""

    def changeEvent(self, event: QEvent) -> None:
        """Take up the size of the look in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIconSize(icon_size())


def push_button(text: str, look_name: str = "outlined", icon: str = "") -> QPushButton:
    """Return a button; looks: primary, outlined, danger, link, status, filter."""
    made = _PushButton(text)
    made.setProperty("look", look_name)
    if icon:
        made.setIcon(icons.icon(icon, "on_accent" if look_name == "primary" else "text"))
        made.setIconSize(icon_size(ICON_GAP))
    if look_name == "primary":
        made.setDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor if look_name == "link" else Qt.CursorShape.ArrowCursor)
    return made


def tool_button(icon: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Return an icon button; its tip is its name for screen readers too."""
    made = _ToolButton()
    made.setIcon(icons.icon(icon, "text_2", "text"))
    made.setIconSize(icon_size())
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setObjectName("rule")
    return made


class ChoiceBox(QComboBox):
    """A drop-down list whose arrow follows the theme; entries are (value, label)."""

    def __init__(self, entries: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, label in entries:
            self.addItem(QIcon(), label, value)

    def value(self) -> str:
        """Return the value chosen; nothing where none is."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose an entry by its value; an unknown one changes nothing."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then our own arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRect(self.width() - ICON - 7, (self.height() - ICON) // 2, ICON, ICON)
        icons.paint(painter, box, "chevron-down", look.colour("text_2" if self.isEnabled() else "text_3"))
