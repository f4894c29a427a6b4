"""Exhaustion of domestic remedies: victims by remedies; a digit sets the square under the cursor."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.pages.proceedings.panel import Panel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import grid_cell, privacy
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.grid_cell import GridCell
from evidence_app.gui.widgets.grid_heads import GridHead, Heads
from evidence_app.gui.widgets.grid_matrix import GridMatrix
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.exhaustion import EXCUSED, Cell, Matrix, Row
from evidence_app.system.words import _, ngettext_

# Digits, for a letter would belong to the word of one language.
KEYS = {"1": "EXHAUSTED", "2": "PENDING", "3": "NOT_TRIED", "4": "UNAVAILABLE", "5": "INEFFECTIVE", "6": "DELAYED"}
# state: icon, sign, colour of the sign, ground, frame
_LOOKS = {
    "EXHAUSTED": ("check", "", "ok", "ok_tint", "ok"),
    "PENDING": ("", "…", "warn", "warn_tint", "warn"),
    "NOT_TRIED": ("", "–", "text_2", "surface", "border_strong"),
    "UNAVAILABLE": ("x", "", "text_2", "sunken", "border_strong"),
    "INEFFECTIVE": ("", "!", "accent_text", "tint", "accent"),
    "DELAYED": ("", "»", "accent_text", "tint", "accent"),
}
SIDE = 18


def square(state: str, spoken: str = "", *, warns: bool = False) -> GridCell:
    """Return the square of a state; an empty one where nothing is recorded."""
    if state not in _LOOKS:
        return GridCell(spoken, frame="border_strong", warns=warns)
    icon, sign, tone, ground, frame = _LOOKS[state]
    return GridCell(spoken, icon, sign, tone, ground, frame, warns)


class ExhaustionPanel(Panel):
    """Legend and matrix; the row under the cursor is the person whose summary the right pane shows."""

    state_asked = Signal(int, str, str)  # person, remedy, state; empty takes it back

    def __init__(self) -> None:
        self.matrix = GridMatrix(_("Exhaustion of remedies"), digits="".join(KEYS))
        super().__init__(self.matrix, _("Filter people"), "scale")
        self._column.insertWidget(1, _legend())
        self._people: dict[int, Row] = {}
        self.matrix.moved.connect(lambda _person, _avenue: self.chosen.emit(self.current()))
        self.matrix.opened.connect(lambda _person, _avenue: self.opened.emit(self.cell()))
        self.matrix.typed.connect(lambda key: self._set(KEYS.get(key, "")))
        self.filter.paused.connect(lambda _words: self.show_again())

    def show_data(self, data: Matrix) -> None:
        """Show the matrix; a filter keeps the people whose code or name holds its words."""
        self.data = data
        words = self.filter.text().casefold().split()
        rows = [row for row in data.rows if all(word in _said(row) for word in words)] if words else data.rows
        self._people = {row.person.id: row for row in rows}
        counted = ngettext_("%(n)s victim", "%(n)s victims", len(data.rows))
        self.count.setText(counted % {"n": len(data.rows)})
        if not rows:
            nothing = ngettext_("Nothing matches this filter", "Nothing matches these %(n)s filters", 1) % {"n": 1}
            said = nothing if data.rows else _("No victims yet")
            more = _("Whoever is named as victim of an event, or as civil claimant, stands here.")
            self.say_empty(said, "" if data.rows else more, _("Clear the filter") if data.rows else "")
            self.chosen.emit(None)
            return
        self.say_full()
        heads = Heads(list(self._people), lambda place: _head(rows[place]))
        columns = [GridHead(code, label) for code, label in data.avenues]
        self.matrix.show_matrix(heads, columns, self._square)

    def current(self) -> Row | None:
        """Return the row under the cursor."""
        keys = self.matrix.cursor_keys()
        return self._row(keys[0]) if keys is not None and keys[0] in self._people else None

    def cell(self) -> tuple[Row, Cell] | None:
        """Return the square under the cursor with its person."""
        keys, row = self.matrix.cursor_keys(), self.current()
        if keys is None or row is None:
            return None
        return row, next(cell for cell in row.cells if cell.avenue == keys[1])

    def show_record(self, record_id: int) -> bool:
        """Go to a person."""
        if record_id in self._people:
            self.matrix.put_cursor(record_id, None)
        return record_id in self._people

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) person."""
        here = self.matrix.currentIndex()
        there = here.siblingAtRow(max(0, min(self.matrix.grid.rowCount() - 1, here.row() + direction)))
        self.matrix.setCurrentIndex(there)

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        super().restyle()
        self.matrix.restyle()

    def _row(self, person: int) -> Row:
        """Return the row of a person as it may be shown now."""
        return privacy.shown(self._people[person])

    def _set(self, state: str) -> None:
        held = self.cell()
        if held is not None:
            self.state_asked.emit(held[0].person.id, held[1].avenue, state)

    def _square(self, person: Any, avenue: Any) -> GridCell:
        """Return one square, with a corner where a state that needs grounds has none."""
        row = self._row(person)
        cell = next(cell for cell in row.cells if cell.avenue == avenue)
        stands = cell.state_label or _("nothing recorded")
        lacks = cell.state in EXCUSED and not cell.grounds
        warning = _("no grounds given") if lacks else ""
        said = (f"{row.person.code} {_name(row)}".strip(), vocabulary.label("avenue", avenue), stands)
        spoken = ", ".join(filter(None, (*said, cell.ended, cell.grounds, warning, ", ".join(cell.refs))))
        return square(cell.state, spoken, warns=lacks)


def _name(row: Row) -> str:
    """Return what stands beside the code: the name, if it may be shown and there is one."""
    name = privacy.name(row.person.name, row.person.code)
    return "" if name == row.person.code else name


def _said(row: Row) -> str:
    """Return what a filter looks through: code and name, as they may be shown now."""
    return f"{row.person.code} {_name(row)}".casefold()


def _head(row: Row) -> GridHead:
    """Return what stands before a row."""
    return GridHead(row.person.id, _name(row), row.person.code, _used(row))


def _used(row: Row) -> str:
    """Count the remedies of which something is recorded."""
    return f"{len([cell for cell in row.cells if cell.state])}/{len(row.cells)}"


class _Square(QWidget):
    """One square of the legend."""

    def __init__(self, state: str, *, warns: bool = False) -> None:
        super().__init__()
        self._cell = square(state, warns=warns)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Be a little larger than the square."""
        return QSize(px(SIDE) + 6, px(SIDE) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        box = QRect(0, 0, px(SIDE), px(SIDE))
        box.moveCenter(self.rect().center())
        grid_cell.draw(painter, box, self._cell)


def _legend() -> QFrame:
    """Return what the squares mean, and which key sets each."""
    frame = QFrame()
    frame.setObjectName("filterBar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 5, 16, 5)
    flow = FlowRow()
    for key, state in KEYS.items():
        flow.add(_entry(_Square(state), vocabulary.label("exhaustion_state", state), key))
    flow.add(_entry(_Square(""), _("nothing recorded"), _("Del")))
    flow.add(_entry(_Square("", warns=True), _("no grounds given"), ""))
    row.addWidget(flow)
    return frame


def _entry(mark: QWidget, words: str, key: str) -> QWidget:
    """Return a mark with its key and what it means."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(4)
    row.addWidget(mark)
    if key:
        row.addWidget(PlainLabel(key, chip="key"))
    row.addWidget(PlainLabel(words, type="caption", tone="2"))
    return made
