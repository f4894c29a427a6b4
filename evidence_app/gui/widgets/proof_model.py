"""The proof matrix as a table model: kinds of evidence down, victims across."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from evidence_app.gui.widgets import privacy, tip
from evidence_app.services.overview import proof
from evidence_app.services.overview.proof import Matrix

CELL = int(Qt.ItemDataRole.UserRole) + 1
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_SAID = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class ProofModel(QAbstractTableModel):
    """Kinds of evidence down, victims across; names give way to codes while they are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()

    def set_matrix(self, matrix: Matrix) -> None:
        """Show other proof; of the same people, the cursor and what was scrolled to stay."""
        if [one.id for one in matrix.victims] == [one.id for one in self.matrix.victims] and matrix.rows:
            self.matrix = matrix
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1), [CELL])
            return
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many kinds there are."""
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many victims there are."""
        return 0 if parent.isValid() else len(self.matrix.victims)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, or what a screen reader says of it."""
        if role == CELL:
            return self.matrix.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._says(index)
        return tip.plain(self._says(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a kind or a victim; while one header is reset, the other still asks for old sections."""
        held = self.matrix.victims if orientation == Qt.Orientation.Horizontal else self.matrix.rows
        if section >= len(held):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return tip.plain(self.person(section)) if role in _SAID else None
        row = self.matrix.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return proof.rule_words(row.kind)
        return f"{row.title}: {row.total}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def person(self, column: int) -> str:
        """Return code and name of a victim, as they may be shown now."""
        victim = self.matrix.victims[column]
        return " ".join(dict.fromkeys((victim.code, privacy.name(victim.name, victim.code)))).strip()

    def _says(self, index: _Index) -> str:
        victim = self.matrix.victims[index.column()]
        name = "" if privacy.is_on() else victim.name
        return self.matrix.says(index.row(), index.column(), name)
