"""A long job in the status bar: what it does, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.labels import PlainLabel


class ProgressLine(QWidget):
    """One line: words, bar, cancel; hidden while nothing runs."""

    cancelled = Signal()

    def __init__(self, cancel_tip: str) -> None:
        super().__init__()
        self._words = PlainLabel(type="caption", tone="2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = tool_button("x", cancel_tip)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._words, self._bar, self._cancel):
            row.addWidget(part)
        self.hide()

    def show_step(self, words: str, done: int, total: int) -> None:
        """Show where the job is; a total of 0 is a job of unknown length."""
        words = privacy.text(words)
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
        self.show()
