"""The matrix of acts: who suffered what, the events behind each square, and the acts that name nobody yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain import vocabulary
from evidence_app.gui.pages.events import acts_cells
from evidence_app.gui.pages.events.acts_view_model import ActsViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.grid_heads import Heads
from evidence_app.gui.widgets.grid_legend import legend
from evidence_app.gui.widgets.grid_matrix import GridMatrix
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.services.acts import ActEvent, ActMatrix, Sufferer
from evidence_app.system.words import _, ngettext_

BEHIND, MOST_GAPS = 92, 12


class ActsPane(QWidget):
    """Legend, what is missing, matrix, and the events behind the square under the cursor."""

    chosen = Signal(int)  # an event behind the square under the cursor
    opened = Signal(int)
    failed = Signal(object)

    def __init__(self, view_model: ActsViewModel) -> None:
        super().__init__()
        self.view_model = view_model
        view_model.setParent(self)
        self.matrix = GridMatrix(_("Acts"))
        self._empty, self._stack = EmptyState("users"), QStackedWidget()
        self._people: dict[int, Sufferer] = {}
        self._gaps, self._title, self._behind = QVBoxLayout(), ElidedLabel(type="h3"), QScrollArea()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        squares = [
            (acts_cells.square(status), vocabulary.label("event_status", status)) for status in acts_cells.STANDINGS
        ]
        column.addWidget(legend([*squares, (acts_cells.square("ALLEGED", warns=True), _("no source yet"))]))
        column.addWidget(self.matrix, 1)
        column.addWidget(self._foot())
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._gaps)
        outer.addWidget(self._stack, 1)
        self._connect()

    def load(self) -> None:
        """Read the matrix anew."""
        self.view_model.load()

    def clear(self) -> None:
        """Forget everything."""
        self.view_model.forget()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) person."""
        here, last = self.matrix.currentIndex(), self.matrix.grid.rowCount() - 1
        self.matrix.setCurrentIndex(here.siblingAtRow(max(0, min(last, here.row() + direction))))

    def restyle(self) -> None:
        """Take up new sizes."""
        self.matrix.restyle()
        self._empty.restyle()
        self._behind.setFixedHeight(px(BEHIND))

    def _foot(self) -> QFrame:
        """Return the panel of the events behind a square."""
        foot = QFrame()
        foot.setObjectName("paneFoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(20, 10, 12, 6)
        column.setSpacing(4)
        column.addWidget(self._title)
        self._behind.setFrameShape(QFrame.Shape.NoFrame)
        self._behind.setWidgetResizable(True)
        self._behind.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._behind.setFixedHeight(px(BEHIND))
        column.addWidget(self._behind)
        return foot

    def _connect(self) -> None:
        """Bind the parts to one another."""
        self.view_model.matrix_changed.connect(self._on_matrix_changed)
        self.view_model.failed.connect(self.failed)
        self.matrix.moved.connect(self._on_moved)
        self.matrix.opened.connect(self._on_opened)
        privacy.screen().changed.connect(self._show)

    def _on_matrix_changed(self, matrix: ActMatrix) -> None:
        self._people = {person.id: person for person in matrix.people}
        _clear(self._gaps)
        if matrix.without_victim:
            self._gaps.addWidget(self._gap_bar(matrix.without_victim))
        self._show()
        self._stack.setCurrentIndex(0 if matrix.people else 1)
        if not matrix.people:
            loaded = self.view_model.is_loaded
            words = _("Give an event its acts and name its victims; then they stand here, person by person.")
            self._empty.say(_("No acts yet") if loaded else "", words if loaded else "")

    def _show(self) -> None:
        """Show the matrix as it may be shown now."""
        matrix = self.view_model.matrix
        self.matrix.show_matrix(
            Heads(list(self._people), lambda place: acts_cells.row_head(matrix, matrix.people[place])),
            [acts_cells.column_head(matrix, act) for act in matrix.acts] if matrix.people else [],
            lambda person, act: acts_cells.cell(matrix, self._people[person], act),
        )
        keys = self.matrix.cursor_keys()
        if keys is not None:
            self._on_moved(*keys)
        else:
            self._title.setText("")
            self._behind.setWidget(QWidget())

    def _on_moved(self, person: int, act: str) -> None:
        """List the events behind the square."""
        found, name = self.view_model.matrix.behind(person, act), acts_cells.name_of(self._people[person])
        code = self._people[person].code
        who = name if name == code else f"{code}  {name}"
        self._title.setText(f"{who}  ·  {vocabulary.label('act_type', act)}")
        body = Ground("surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(3)
        for event in found:
            column.addWidget(self._link(event, f"{event.code}  {acts_cells.line(event)}"))
        if not found:
            column.addWidget(PlainLabel(_("nothing recorded"), tone="3"))
        column.addStretch()
        self._behind.setWidget(body)
        if found:
            self.chosen.emit(found[0].id)

    def _on_opened(self, person: int, act: str) -> None:
        """Open the first event behind a square."""
        found = self.view_model.matrix.behind(person, act)
        if found:
            self.opened.emit(found[0].id)

    def _gap_bar(self, gaps: tuple[ActEvent, ...]) -> QFrame:
        """Return the bar that names the acts without a victim."""
        frame, flow = QFrame(), FlowRow()
        frame.setObjectName("filterBar")
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 6, 16, 6)
        said = ngettext_("%(n)s act names no victim yet:", "%(n)s acts name no victim yet:", len(gaps))
        flow.add(PlainLabel(said % {"n": len(gaps)}, chip="warn"))
        for event in gaps[:MOST_GAPS]:
            flow.add(self._link(event, event.code))
        row.addWidget(flow)
        return frame

    def _link(self, event: ActEvent, words: str) -> LinkLabel:
        """Return words that open an event."""
        made = LinkLabel(words)
        made.setWordWrap(False)
        made.clicked.connect(lambda: self.opened.emit(event.id))
        return made


def _clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (entry := layout.takeAt(0)) is not None:
        held = entry.widget()
        if held is not None:
            held.deleteLater()
