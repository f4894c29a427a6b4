"""The matrix of safeguards: everyone who was held, the fourteen safeguards, and one square under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.pages.events import safeguards_cells
from evidence_app.gui.pages.events.safeguards_cells import KEYS, square
from evidence_app.gui.pages.events.safeguards_panel import SafeguardPanel
from evidence_app.gui.pages.events.safeguards_view_model import SafeguardsViewModel
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.grid_heads import Heads
from evidence_app.gui.widgets.grid_legend import legend
from evidence_app.gui.widgets.grid_matrix import GridMatrix
from evidence_app.services.safeguards import BREACHED, NOT_APPLICABLE, NOT_ASKED, RESPECTED, Detained, SafeguardMatrix
from evidence_app.system.words import _


class SafeguardsPane(QWidget):
    """Legend, matrix and panel; digits set the square under the cursor."""

    followed = Signal(str)
    failed = Signal(object)

    def __init__(self, view_model: SafeguardsViewModel) -> None:
        super().__init__()
        self.view_model = view_model
        view_model.setParent(self)
        self.matrix = GridMatrix(_("Safeguards"), digits="1234")
        self.panel = SafeguardPanel()
        self._empty, self._stack = EmptyState("shield"), QStackedWidget()
        self._people: dict[int, Detained] = {}
        self._written = (0, "", "")  # person, safeguard and what was last written there
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_legend())
        column.addWidget(self.matrix, 1)
        column.addWidget(self.panel)
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._connect()

    @property
    def person(self) -> Detained | None:
        """The person whose row the cursor is in."""
        keys = self.matrix.cursor_keys()
        return self._people.get(keys[0]) if keys is not None else None

    def focus_square(self) -> None:
        """Put the keyboard where the square under the cursor is written."""
        self.panel.source.setFocus()

    def load(self) -> None:
        """Read the matrix anew."""
        self.view_model.load()

    def clear(self) -> None:
        """Forget everything."""
        self.view_model.forget()

    def flush(self) -> None:
        """Save what is being typed."""
        if self.matrix.cursor_keys() is not None:
            self.panel.flush()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) person."""
        here = self.matrix.currentIndex()
        self.matrix.setCurrentIndex(
            here.siblingAtRow(max(0, min(self.matrix.grid.rowCount() - 1, here.row() + direction)))
        )

    def restyle(self) -> None:
        """Take up new sizes."""
        self.matrix.restyle()
        self._empty.restyle()

    def _connect(self) -> None:
        """Bind the parts to one another."""
        self.view_model.matrix_changed.connect(self._on_matrix_changed)
        self.view_model.refused.connect(self._on_refused)
        self.view_model.failed.connect(self.failed)
        self.matrix.moved.connect(self._on_moved)
        self.matrix.typed.connect(lambda key: self._set_state(KEYS[key]))
        self.matrix.opened.connect(lambda _person, _kind: self.focus_square())
        self.panel.state_asked.connect(self._set_state)
        self.panel.source_written.connect(partial(self._write, self.view_model.set_source))
        self.panel.note_written.connect(partial(self._write, self.view_model.set_note))
        self.panel.followed.connect(self.followed)
        privacy.screen().changed.connect(self._show)

    def _set_state(self, state: str) -> None:
        """Set the square under the cursor."""
        self._write(self.view_model.set_state, state)

    def _write(self, verb: Callable[[int, str, str], None], value: str) -> None:
        """Carry out a verb on the square under the cursor."""
        keys = self.matrix.cursor_keys()
        if keys is not None:
            self._written = (*keys, value)
            verb(*keys, value)

    def _on_matrix_changed(self, matrix: SafeguardMatrix) -> None:
        self._people = {person.id: person for person in matrix.people}
        self._show()
        if not matrix.people:
            self._stack.setCurrentWidget(self._empty)
            words = _("Whoever is named as victim of an arrest, a detention or an act in it stands here.")
            loaded = self.view_model.is_loaded
            self._empty.say(_("Nobody held yet") if loaded else "", words if loaded else "")

    def _show(self) -> None:
        """Show the matrix as it may be shown now, and the square under the cursor."""
        matrix = self.view_model.matrix
        if matrix.people:
            self._stack.setCurrentIndex(0)
        self.matrix.show_matrix(
            Heads(
                [person.id for person in matrix.people], lambda at: safeguards_cells.row_head(matrix, matrix.people[at])
            ),
            [safeguards_cells.column_head(matrix, kind) for kind in matrix.kinds] if matrix.people else [],
            lambda person, kind: safeguards_cells.cell(matrix, self._people[person], kind),
        )
        keys = self.matrix.cursor_keys()
        if keys is not None:
            self._on_moved(*keys)
        else:
            self.panel.clear()

    def _on_moved(self, person: int, kind: str) -> None:
        self.panel.show_answer(self._people[person], kind, self.view_model.matrix.answers.get((person, kind)))

    def _on_refused(self, error: EvidenceError) -> None:
        """Go back to the square whose source was refused, with what was typed; nothing of it is lost."""
        person, kind, typed = self._written
        if person in self._people:
            self.matrix.put_cursor(person, kind)
            self.panel.source.setText(typed)
        self.panel.say(privacy.text(f"{error.sentence()} {error.advice()}".strip()))


def _legend() -> QFrame:
    """Return what the squares mean."""
    states = (RESPECTED, BREACHED, NOT_ASKED, NOT_APPLICABLE)
    squares = [(square(state), vocabulary.label("safeguard_state", state)) for state in states]
    squares.append((square(""), _("nobody has asked")))
    return legend([*squares, (square(BREACHED, warns=True), _("no source yet"))])
