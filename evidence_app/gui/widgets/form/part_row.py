"""One record of a part: in words while it is shut, with its fields while it is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.services.forms.form import PartRow
from evidence_app.system.words import _

NUMBER, SMALLEST = 22, 26


class PartRowView(QFrame):
    """Opens with a click or Enter; links lead to who or what is named, and to the sources."""

    opened = Signal()
    shut = Signal()
    void_asked = Signal()
    followed = Signal(str)

    def __init__(self, row: PartRow | None, number: int = 0) -> None:
        super().__init__()
        self.row = row
        self.body: QWidget | None = None
        self._head = QFrame()
        self._head.setObjectName("partHead")
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._line = QHBoxLayout(self._head)
        self._line.setContentsMargins(8, 6, 2, 6)
        self._line.setSpacing(4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._head)
        self.show_row(row, number)

    def show_row(self, row: PartRow | None, number: int = 0) -> None:
        """Show the record in words; None is one that is only begun."""
        self.row = row
        while self._line.count():
            item = self._line.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if number:
            figure = PlainLabel(str(number), type="caption", tone="3")
            figure.setFixedWidth(px(NUMBER))
            self._line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._words(row), 1)
        if row is not None:
            self._line.addWidget(self._sources(row), 0, Qt.AlignmentFlag.AlignTop)
            change = _small("pencil", _("Change"), row)
            change.clicked.connect(self.toggle)
            self._line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            void = _small("archive", _("Void…"), row)
            void.clicked.connect(self.void_asked)
            self._line.addWidget(void, 0, Qt.AlignmentFlag.AlignTop)
        said = ". ".join(filter(None, (row.words, row.more, *row.sources))) if row is not None else _("New")
        self._head.setAccessibleName(said)

    def open(self, body: QWidget) -> None:
        """Show the fields of the record under its words."""
        self.body = body
        body.setParent(self)
        frame = QFrame()
        frame.setObjectName("formPanel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(body)
        self.column.addWidget(frame)
        self._frame = frame
        body.show()

    def close_body(self) -> None:
        """Hide the fields again."""
        if self.body is not None:
            self.body = None
            self._frame.hide()
            self._frame.deleteLater()
            self._head.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self) -> None:
        """Ask for the fields, or that they be put away."""
        (self.opened if self.body is None else self.shut).emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or shut where the words are clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._head.geometry().contains(event.position().toPoint()):
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, ask to void with Delete, shut with Escape."""
        on_head = self._head.hasFocus()
        if on_head and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        elif on_head and event.key() == Qt.Key.Key_Delete and self.row is not None:
            self.void_asked.emit()
        elif self.body is not None and event.key() == Qt.Key.Key_Escape:
            self.shut.emit()
        else:
            super().keyPressEvent(event)

    def _words(self, row: PartRow | None) -> QWidget:
        """Return what the record says: a link where it names somebody, and the rest under it."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = PlainLabel(row.words if row is not None else _("New"), type="name", wrap=True)
        if row is not None and row.target:
            link = LinkLabel(row.words)
            link.clicked.connect(partial(self.followed.emit, row.target))
            first = link
        _keep_words_whole(first, "name")
        column.addWidget(first)
        if row is not None and row.more:
            more = PlainLabel(row.more, type="caption", tone="2", wrap=True)
            _keep_words_whole(more, "caption")
            column.addWidget(more)
        made = QWidget()
        made.setLayout(column)
        return made

    def _sources(self, row: PartRow) -> QWidget:
        """Return the citations that the record rests on, or the words that say there is none."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        for citation in row.sources:
            link = LinkLabel(citation)
            link.setWordWrap(len(citation) > 18)
            link.setMaximumWidth(px(150))
            link.clicked.connect(partial(self.followed.emit, citation))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
        if row.needs_source and not row.sources:
            column.addWidget(ElidedLabel(_("no source yet"), type="caption", tone="warn"))
        made = QWidget()
        made.setLayout(column)
        return made


def _keep_words_whole(label: PlainLabel, style: str) -> None:
    """Insist on the room of the longest word; what stands beside it gives way."""
    label.setMinimumWidth(max((drawing.width_of(word, style) for word in label.text().split()), default=0))


def _small(icon: str, words: str, row: PartRow) -> QToolButton:
    """Return a button at the end of a row."""
    made = tool_button(icon, words)
    made.setIcon(icons.icon(icon, "text_3"))
    made.setProperty("look", "small")
    made.setFixedSize(px(SMALLEST), px(SMALLEST))
    made.setAccessibleName(f"{words} {row.words}")
    return made
