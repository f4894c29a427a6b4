"""The panel under the matrix: what one square says, its source and its note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from evidence_app.domain import vocabulary
from evidence_app.gui.pages.events.safeguards_cells import KEYS, name_of
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.services.safeguards import Answer, Detained
from evidence_app.system.words import _


class SafeguardPanel(QFrame):
    """Says what was pressed, typed and left; holds no state but what is shown."""

    state_asked = Signal(str)  # a state, or nothing to take the answer back
    source_written = Signal(str)
    note_written = Signal(str)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paneFoot")
        self._answer: Answer | None = None
        self._shown = (0, "")
        self._title = ElidedLabel(type="h3")
        self._problem = PlainLabel(type="caption", tone="danger", wrap=True)
        self.source, self.note = QLineEdit(), QLineEdit()
        self._follow = tool_button("arrow-right", _("Go to the source"))
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._states: dict[str, QPushButton] = {}
        self._lay_out()
        self.source.editingFinished.connect(self.flush_source)
        self.note.editingFinished.connect(self.flush_note)
        self._follow.clicked.connect(lambda: self.followed.emit(self._answer.citation if self._answer else ""))

    def show_answer(self, person: Detained, kind: str, answer: Answer | None) -> None:
        """Show one square; what is being typed stays while it is the same one."""
        same = self._shown == (person.id, kind)
        self._shown, self._answer = (person.id, kind), answer
        name = name_of(person)
        who = name if name == person.code else f"{person.code}  {name}"
        self._title.setText(f"{who}  ·  {vocabulary.label('safeguard', kind)}")
        for state, button in self._states.items():
            button.setChecked(bool(answer and answer.state == state))
        for field, held in (
            (self.source, answer.citation if answer else ""),
            (self.note, answer.note if answer else ""),
        ):
            if not (same and field.hasFocus() and field.isModified()):
                field.setText(privacy.text(held) if field is self.note else held)
        self.note.setEnabled(not privacy.is_on())  # codes must not be written in the place of names
        self._follow.setEnabled(bool(answer and answer.citation))
        self.say("")

    def clear(self) -> None:
        """Show nothing."""
        self._answer, self._shown = None, (0, "")
        for shown in (self._title, self.source, self.note):
            shown.setText("")
        self.say("")

    def say(self, problem: str) -> None:
        """Say what is wrong with what was typed."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def flush(self) -> None:
        """Hand on what was typed and not handed on yet."""
        self.flush_source()
        self.flush_note()

    def flush_source(self) -> None:
        """Hand on the source, where it is another one."""
        if self.source.text().strip() != (self._answer.citation if self._answer else ""):
            self.source_written.emit(self.source.text().strip())

    def flush_note(self) -> None:
        """Hand on the note, where it is another one."""
        if self.note.isEnabled() and self.note.text().strip() != (self._answer.note if self._answer else ""):
            self.note_written.emit(self.note.text().strip())

    def _lay_out(self) -> None:
        """Place title, states, source and note."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 10)
        column.setSpacing(7)
        column.addWidget(self._title)
        states = FlowRow()
        for key, state in KEYS.items():
            words = vocabulary.label("safeguard_state", state) if state else _("Clear")
            button = push_button(f"{words}  {key}", "filter")
            button.setCheckable(bool(state))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on=False, state=state: self.state_asked.emit(state))
            if state:
                self._states[state] = button
            states.add(button)
        column.addWidget(states)
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, field, share, hint in (
            (_("Source"), self.source, 2, _("for example E-047 p. 2")),
            (_("Note"), self.note, 3, ""),
        ):
            label = PlainLabel(words, tone="3")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setMinimumWidth(px(90))
            row.addWidget(label)
            row.addWidget(field, share)
            if field is self.source:
                row.addWidget(self._follow)
                row.addSpacing(8)
        column.addLayout(row)
        column.addWidget(self._problem, 0, Qt.AlignmentFlag.AlignLeft)
        self._problem.hide()
