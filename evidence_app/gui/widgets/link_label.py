"""Words that lead somewhere, and a hash that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.system.words import _


class LinkLabel(PlainLabel):
    """A link that wraps; reached by Tab, followed by Enter or a click."""

    clicked = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words, wrap=True)
        self.setIndent(0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link from the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class HashLabel(QWidget):
    """Both ends of a hash, all of it as a tooltip, and a button that copies it."""

    def __init__(self, digest: str) -> None:
        super().__init__()
        label = ElidedLabel(f"{digest[:12]}…{digest[-8:]}", tone="2")
        label.setAccessibleName(digest)
        copy = tool_button("copy", _("Copy"))
        copy.setProperty("look", "small")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digest))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label, 1)
        row.addWidget(copy)
