"""Bottom: what is chosen, what runs, and that the case is whole and closed to others."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.gui.widgets.progress_line import ProgressLine
from evidence_app.system.words import _

HEIGHT = 28


class StatusBar(QFrame):
    """Left the selection, in the middle the job, right the state of the case."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self._selection = ElidedLabel(type="caption", tone="2")
        self.progress = ProgressLine(_("Stop"))
        self._files = PlainLabel(type="caption", tone="2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._selection, 1)
        row.addWidget(self.progress)
        row.addSpacing(12)
        self._add(row, "archive", "text_2", self._files)
        self._add(row, "check", "ok", PlainLabel(_("All changes saved"), type="caption", tone="2"))
        self._add(row, "lock", "text_2", PlainLabel(_("Encrypted · offline"), type="caption", tone="2"))
        self.restyle()

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        self.setFixedHeight(px(HEIGHT))

    def show_selection(self, words: str) -> None:
        """Say what is chosen."""
        self._selection.setText(words)

    def show_files(self, words: str) -> None:
        """Say how many files the case keeps."""
        self._files.setText(words)

    @staticmethod
    def _add(row: QHBoxLayout, icon: str, role: str, label: PlainLabel) -> None:
        """Add a part with its icon."""
        row.addWidget(Pictogram(icon, role, 14))
        row.addWidget(label)
        row.addSpacing(8)
