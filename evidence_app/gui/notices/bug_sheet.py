"""A bug, said calmly: nothing of the case's content is shown or kept."""

from __future__ import annotations

import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from evidence_app.gui.theme import type_scale
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.system.words import _

WIDTH = 480


def report(bug: BaseException) -> str:
    """Return where a bug happened: its class, and files, lines and functions of ours; no message, no values."""
    frames = traceback.extract_tb(bug.__traceback__)
    lines = [f"{type(bug).__module__}.{type(bug).__qualname__}"]
    for frame in frames:
        place = frame.filename.replace("\\", "/").rsplit("evidence_app/", 1)
        name = f"evidence_app/{place[1]}" if len(place) > 1 else place[0].rsplit("/", 1)[-1]
        lines.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class BugSheet(QDialog):
    """What happened, what it means for the work, what to do; details on request."""

    def __init__(self, bug: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        title = _("Something in the program went wrong")
        self.setWindowTitle(title)
        self.setMinimumWidth(px(WIDTH))
        self.report = report(bug)
        words = _("What was recorded so far is safe. If it happens again, close the program and open it anew.")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, type="h1", wrap=True))
        column.addWidget(PlainLabel(words, tone="2", wrap=True))
        self._details = QPlainTextEdit(self.report)
        self._details.setReadOnly(True)
        self._details.setFont(type_scale.font("hash"))
        self._details.hide()
        self._more = push_button(_("Details for support"), "link")
        self._more.clicked.connect(self._on_more)
        column.addWidget(self._more)
        column.addWidget(self._details)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Pictogram("circle-alert", "danger", 24))
        head.addLayout(column, 1)
        foot = QHBoxLayout()
        copy = push_button(_("Copy the details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = push_button(_("Go on"), "primary")
        close.clicked.connect(self.accept)
        foot.addStretch()
        foot.addWidget(copy)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 22, 24, 20)
        outer.setSpacing(16)
        outer.addLayout(head)
        outer.addLayout(foot)

    def _on_more(self) -> None:
        """Show or hide where it happened."""
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()
