"""A card of the overview: a title, a way on, and lines that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.gui.pages.overview.rows import Line
from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.controls import push_button, rule
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram

PAD = 20


class CardLine(QAbstractButton):
    """One line: icon, title with a caption under it, and at the right how urgent it is. Wraps, and is never cut."""

    def __init__(self, line: Line, *, leads: bool) -> None:
        super().__init__()
        self.line, self._leads = line, leads
        said = ", ".join(part for part in (line.title, line.caption, line.tail) if part)
        self.setText(said)
        self.setAccessibleName(said)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(line.title, type="body", wrap=True))
        if line.caption:
            words.addWidget(PlainLabel(line.caption, type="caption", tone="2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 7, 6, 7)
        row.setSpacing(10)
        role = "danger" if line.tone == "danger" else "text_2"
        row.addWidget(Pictogram(line.icon, role, px(16)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if line.tail:
            tail = PlainLabel(line.tail, tone=line.tone or "2")
            row.addWidget(tail, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the pointer, and the ring of focus."""
        painter = QPainter(self)
        if self._leads and self.underMouse():
            drawing.rounded(painter, self.rect(), 6, look.colour("hover"))
        if self.hasFocus():
            drawing.ring(painter, self.rect())


class SectionCard(QFrame):
    """Lines under a title; without any it says a calm sentence."""

    chosen = Signal(object)  # a Line that leads somewhere
    more_asked = Signal(str)  # the command of the way on

    def __init__(self, title: str, empty: str = "", more: str = "", command: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self._lines: Sequence[Line] | None = None
        self._shown: list[CardLine] = []
        self._offered: frozenset[str] = frozenset()
        self._command, self._empty = command, empty
        self._title = PlainLabel(title, type="h2", wrap=True)
        self.more = push_button(more, "link")
        self.more.setVisible(False)
        self.more.clicked.connect(lambda: self.more_asked.emit(self._command))
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - 6, 16, PAD - 6, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addStretch(1)

    def offer(self, commands: frozenset[str]) -> None:
        """Take up which commands there are: a way to any other is not shown."""
        self._offered = commands
        self.more.setVisible(bool(self.more.text()) and self._command in commands)
        held, self._lines = self._lines, None
        if held is not None:
            self.show_lines(held)

    def set_title(self, title: str) -> None:
        """Give the card another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def lines(self) -> list[CardLine]:
        """Return the lines shown."""
        return list(self._shown)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; the same ones stay as they are, with the focus on them."""
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = [self._line(line) for line in lines]
        for place, shown in enumerate(self._shown):
            if place:
                self._body.addWidget(_divider())
            self._body.addWidget(shown)
        if not lines and self._empty:
            words = PlainLabel(self._empty, tone="2", wrap=True)
            words.setContentsMargins(6, 4, 6, 6)
            self._body.addWidget(words)

    def forget(self) -> None:
        """Drop every line."""
        self._lines = None
        self.show_lines(())
        self._lines = None

    def _line(self, line: Line) -> CardLine:
        leads = bool(line.citation) or line.command in self._offered
        made = CardLine(line, leads=leads)
        if leads:
            made.clicked.connect(lambda: self.chosen.emit(line))
        return made


def _divider() -> QWidget:
    """Return the hairline between two lines, as wide as their words."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(6, 0, 6, 0)
    row.addWidget(rule())
    return made
