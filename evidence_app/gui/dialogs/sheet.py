"""The frame of every sheet over the window: title, content, a row of verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.labels import PlainLabel


class Sheet(QDialog):
    """A window-modal sheet of a given width; `column` holds its content, `foot` its buttons."""

    def __init__(self, title: str, width: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 22, 24, 20)
        outer.setSpacing(12)
        self.heading = PlainLabel(title, type="h1", wrap=True)
        outer.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        outer.addLayout(self.column)
        outer.addSpacing(4)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        outer.addLayout(self.foot)

    def add_field(self, title: str, field: QWidget) -> None:
        """Add a field under its name."""
        label = PlainLabel(title, tone="2")
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.column.addWidget(label)
        self.column.addWidget(field)
