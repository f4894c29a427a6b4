"""Proof by victim: one square a person and kind of evidence, with headings that stay and totals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.proof_model import CELL, ProofModel
from evidence_app.gui.widgets.proof_table import NARROWEST, ROW, ProofTable
from evidence_app.services.overview import proof
from evidence_app.services.overview.proof import Matrix
from evidence_app.system.words import _

WIDEST, HEAD, KINDS = 26, 22, 210
_MOST_IN_MENU = 8


class ProofMatrix(QWidget):
    """The table with row headings that stay, and the totals at its right."""

    opened = Signal(str)  # a citation
    begun = Signal(str, int)  # kind of evidence that is missing, and the person
    export_asked = Signal()
    told = Signal(str)  # the square that the cursor came to, in words

    def __init__(self) -> None:
        super().__init__()
        self.model = ProofModel()
        self.table = ProofTable(self.model)
        self.table.setAccessibleName(_("Proof by victim"))
        self._totals = _Totals(self.model)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self._totals, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.acted.connect(self.act)
        self.table.told.connect(self.told)
        self.table.menu_asked.connect(self._on_menu_asked)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show proof."""
        self.model.set_matrix(matrix)
        self.restyle()

    def restyle(self) -> None:
        """Take up the sizes of the look in force, and fit the squares into the width."""
        kinds, numbers = self.table.verticalHeader(), self.table.horizontalHeader()
        count = max(1, self.model.columnCount())
        words = [drawing.width_of(row.title) for row in self.model.matrix.rows]
        headings = min(px(KINDS), max(words, default=0) + px(14))
        kinds.setDefaultSectionSize(px(ROW))
        kinds.setFixedWidth(headings)
        numbers.setFixedHeight(px(HEAD))
        self._totals.restyle()
        room = self.width() - headings - self._totals.width() - 2
        in_view = max(1, min(count, room // px(NARROWEST)))  # whole squares, also where more must be scrolled to
        pitch = max(px(NARROWEST), min(px(WIDEST), room // in_view))
        numbers.setDefaultSectionSize(pitch)
        bar = self.table.horizontalScrollBar().sizeHint().height() if pitch * count > room else 0
        self.table.setFixedHeight(px(HEAD) + self.model.rowCount() * px(ROW) + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the squares anew."""
        super().resizeEvent(event)
        self.restyle()

    def citation(self) -> str:
        """Return the citation of what the cursor is on: the record behind it, else the person."""
        index = self.table.currentIndex()
        if not index.isValid():
            return ""
        behind: tuple[str, ...] = index.data(CELL).citations
        return behind[0] if behind else self.model.matrix.victims[index.column()].code

    def act(self, index: QModelIndex) -> None:
        """Open what is there, or begin what is missing."""
        if not index.isValid():
            return
        behind = index.data(CELL).citations
        if behind:
            self.opened.emit(behind[0])
        else:
            self._begin(index.row(), index.column())

    def menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell: each record behind it, the person, and the way out of the case."""
        made = QMenu(self)
        if index.isValid():
            behind, person = index.data(CELL).citations, self.model.matrix.victims[index.column()]
            for citation in dict.fromkeys((*behind[:_MOST_IN_MENU], person.code)):
                made.addAction(_("Open %(record)s") % {"record": citation}, partial(self.opened.emit, citation))
            kind = proof.kind_words(self.model.matrix.rows[index.row()].kind)
            made.addAction(_("Add: %(kind)s") % {"kind": kind}, partial(self._begin, index.row(), index.column()))
            made.addSeparator()
        made.addAction(_("Save as a table for the team (CSV)…"), self.export_asked.emit)
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _begin(self, row: int, column: int) -> None:
        matrix = self.model.matrix
        self.begun.emit(matrix.rows[row].kind.value, matrix.victims[column].id)

    def _on_menu_asked(self, index: QModelIndex, at: QPoint) -> None:
        self.menu(index).popup(at)


class _Totals(QWidget):
    """How many are complete in each row, in line with it; the row headings say so to screen readers."""

    def __init__(self, model: ProofModel) -> None:
        super().__init__()
        self._model = model
        model.dataChanged.connect(lambda: self.update())

    def restyle(self) -> None:
        """Be as wide as the longest, and as high as the rows."""
        totals = [drawing.width_of(row.total, "figures") for row in self._model.matrix.rows]
        self.setFixedSize(max(totals, default=0) + px(14), px(HEAD) + len(totals) * px(ROW))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the totals."""
        painter = QPainter(self)
        for place, row in enumerate(self._model.matrix.rows):
            box = QRect(0, px(HEAD) + place * px(ROW), self.width(), px(ROW))
            drawing.text(painter, box, row.total, look.colour("text"), "figures", drawing.RIGHT)
