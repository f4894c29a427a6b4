"""A short list whose lines carry their own buttons: renamed in place, moved, taken out of use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.system.words import _

HEIGHT, LEAST = 200, 90


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the record it stands for, what that is called, what is said beside it."""

    record_id: int
    name: str
    words: str


class EditableRows(QScrollArea):
    """Says what is asked of which line; carries out nothing itself."""

    renamed = Signal(int, str)
    moved = Signal(int, int)  # record, step
    voided = Signal(int)

    def __init__(self, empty: str, *, can_move: bool = False) -> None:
        super().__init__()
        self._empty, self._can_move = empty, can_move
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumHeight(px(LEAST))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines: dict[int, Line] = {}

    def sizeHint(self) -> QSize:
        """Ask for some lines; more are scrolled to."""
        return QSize(super().sizeHint().width(), px(HEIGHT))

    def show_rows(self, rows: list[Row], chosen: int = 0) -> None:
        """Show other lines; the keyboard goes to the line that something was done to."""
        body = Ground("door")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(0)
        self.lines = {row.record_id: Line(row, can_move=self._can_move) for row in rows}
        for record_id, line in self.lines.items():
            line.renamed.connect(partial(self.renamed.emit, record_id))
            line.moved.connect(partial(self.moved.emit, record_id))
            line.voided.connect(partial(self.voided.emit, record_id))
            column.addWidget(line)
        if not rows:
            column.addWidget(PlainLabel(self._empty, tone="2", wrap=True))
        column.addStretch()
        self.setWidget(body)
        if chosen in self.lines:
            self.lines[chosen].edit.setFocus()


class Line(QWidget):
    """Name, words, buttons; the name turns into a field while it is changed."""

    renamed = Signal(str)
    moved = Signal(int)
    voided = Signal()

    def __init__(self, row: Row, *, can_move: bool) -> None:
        super().__init__()
        self._row = row
        self._name, self.field = ElidedLabel(row.name, type="name"), QLineEdit(row.name)
        self.field.setAccessibleName(_("Title"))
        self.field.hide()
        self.field.editingFinished.connect(self._on_typed)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 1, 0, 1)
        self._line.setSpacing(4)
        self._line.addWidget(self._name, 1)
        self._line.addWidget(self.field, 1)
        self._line.addWidget(PlainLabel(row.words, type="caption", tone="2"))
        self.moves = [
            self._button("chevron-up", _("Move %(name)s up")),
            self._button("chevron-down", _("Move %(name)s down")),
        ]
        for button, step in zip(self.moves, (-1, 1), strict=True):
            button.setVisible(can_move)
            button.clicked.connect(partial(self._on_move, step))
        self.edit = self._button("pencil", _("Rename %(name)s"))
        self.edit.clicked.connect(self._on_edit)
        self.take = self._button("x", _("Take %(name)s out of use"))
        self.take.clicked.connect(lambda: self.voided.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the name as it was with Escape; the sheet has every other key."""
        if event.key() == Qt.Key.Key_Escape and not self.field.isHidden():
            self.field.setText(self._row.name)
            self._on_typed()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            event.accept()  # the name is taken; the sheet's own button must not hear of it
        else:
            super().keyPressEvent(event)

    def _button(self, icon: str, words: str) -> QToolButton:
        """Add a button that names the line it belongs to."""
        said = words % {"name": self._row.name}
        button = tool_button(icon, said)
        button.setToolTip(tip.plain(said))
        button.setProperty("look", "small")
        self._line.addWidget(button)
        return button

    def _on_move(self, step: int, _checked: bool = False) -> None:
        self.moved.emit(step)

    def _on_edit(self) -> None:
        self._name.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _on_typed(self) -> None:
        """Hand over the new name, once."""
        if self.field.isHidden():
            return
        self.field.hide()
        self._name.show()
        typed = self.field.text().strip()
        if typed and typed != self._row.name:
            self.renamed.emit(typed)
