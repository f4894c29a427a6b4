"""A sentence in the page: what happened, what to do; it goes when it is closed or settled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.labels import PlainLabel

_ICONS = {"info": "info", "ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}
_ROLES = {"info": "accent", "ok": "ok", "warn": "warn", "danger": "danger"}


class Pictogram(QWidget):
    """One icon in the colour of a role."""

    def __init__(self, name: str, role: str, side: int = 16) -> None:
        super().__init__()
        self._name, self._role, self._side = name, role, side
        self.setFixedSize(side, side)

    def show_icon(self, name: str, role: str) -> None:
        """Draw another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        icons.paint(QPainter(self), QRect(0, 0, self._side, self._side), self._name, look.colour(self._role))


class NoticeBar(QFrame):
    """A bar over a page or in a sheet; kinds: info, ok, warn, danger. Hidden until it has something to say."""

    closed = Signal()

    def __init__(self, close_tip: str = "") -> None:
        super().__init__()
        self._icon = Pictogram("info", "accent")
        self._words = PlainLabel(type="h3", wrap=True)
        self._advice = PlainLabel(tone="2", wrap=True)
        self._action = push_button("", "link")
        self._action.hide()
        self._call: Callable[[], object] | None = None
        self._said = ("", "")  # as it came
        self._action.clicked.connect(self._on_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 8, 9)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._words)
        column.addWidget(self._advice)
        row.addLayout(column, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        if close_tip:
            close = tool_button("x", close_tip)
            close.clicked.connect(self._on_close)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        privacy.screen().changed.connect(self._show_said)

    def say(
        self,
        words: str,
        advice: str = "",
        *,
        kind: str = "info",
        action: str = "",
        call: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence, with an action where there is one."""
        self.setProperty("bar", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(_ICONS[kind], _ROLES[kind])
        self._said = (words, advice)
        self._show_said()
        self._advice.setVisible(bool(advice))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._call = call
        self.show()

    @property
    def words(self) -> str:
        """Return what is said; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _show_said(self) -> None:
        """Show the sentences as they may be shown now."""
        for label, said in zip((self._words, self._advice), self._said, strict=True):
            label.setText(privacy.text(said))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_action(self) -> None:
        if self._call is not None:
            self._call()
