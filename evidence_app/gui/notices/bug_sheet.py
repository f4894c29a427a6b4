"""A bug, said calmly: nothing of the case's content is shown or kept."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from evidence_app.gui.theme import type_scale
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, DETAILS = 480, 160


def report(bug: BaseException) -> str:
    """Return where a bug happened: its class, and files, lines and functions of ours; no message, no values."""
    frames = traceback.extract_tb(bug.__traceback__)
    lines = [f"{type(bug).__module__}.{type(bug).__qualname__}"]
    for frame in frames:
        place = frame.filename.replace("\\", "/").rsplit("evidence_app/", 1)
        name = f"evidence_app/{place[1]}" if len(place) > 1 else place[0].rsplit("/", 1)[-1]
        lines.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class BugSheet(Sheet):
    """What happened, what it means for the work, what to do; details on request."""

    def __init__(self, bug: BaseException, parent: QWidget | None) -> None:
        super().__init__(_("Something in the program went wrong"), WIDTH, parent)
        self.report = report(bug)
        words = _("What was recorded so far is safe. If it happens again, close the program and open it anew.")
        self.column.addWidget(PlainLabel(words, tone="2", wrap=True))
        self._details = QPlainTextEdit(self.report)
        self._details.setReadOnly(True)
        self._details.setFont(type_scale.font("hash"))
        self._details.setFixedHeight(px(DETAILS))
        self._details.hide()
        more = push_button(_("Details for support"), "link")
        more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._details)
        copy = push_button(_("Copy the details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = push_button(_("Go on"), "primary")
        close.clicked.connect(self.accept)
        self.foot.addWidget(Pictogram("circle-alert", "danger", 20))
        self.foot.addStretch()
        self.foot.addWidget(copy)
        self.foot.addWidget(close)
