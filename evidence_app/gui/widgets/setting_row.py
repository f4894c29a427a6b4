"""A setting: its title and a sentence at the left, what is chosen at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.widgets.labels import PlainLabel


class SettingRow(QWidget):
    """Joins a control with its words, for the eye and for a screen reader."""

    def __init__(self, title: str, sentence: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        label = PlainLabel(title, type="name", wrap=True)
        label.setBuddy(control)
        control.setAccessibleName(title)
        control.setAccessibleDescription(sentence)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label)
        words.addWidget(PlainLabel(sentence, type="caption", tone="2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
