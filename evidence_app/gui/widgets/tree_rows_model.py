"""Rows of records that hang below one another, as a Qt model: in memory, in reading order, narrowed by words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from evidence_app.gui.widgets.cell import Cell
from evidence_app.system.words import _

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
ROW = int(Qt.ItemDataRole.UserRole) + 2
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TreeColumn:
    """One column: its title (a msgid), least width at 100 %, and its cell.

    Columns of a higher `priority` number go first when the window is narrow; those with `stretch` share what is left.
    """

    title: str
    width: int
    cell: Callable[[Any], Cell]
    priority: int = 1
    stretch: bool = False
    right: bool = False


@dataclass(slots=True)
class _Node:
    """A row in its place: the number of its parent (-1 for none) and of those below it that show."""

    row: Any
    parent: int
    below: list[int]
    words: str


class TreeRowsModel(QAbstractItemModel):
    """Rows with an `id`, in reading order; where they have a `depth`, deeper ones hang below the one before."""

    def __init__(self, columns: Sequence[TreeColumn]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._words = ""
        self.filled = [True] * len(self.columns)  # columns in which some row has something to show

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the filter stays."""
        self.beginResetModel()
        self._nodes = []
        path: list[int] = []
        for number, row in enumerate(rows):
            del path[getattr(row, "depth", 0) :]
            self._nodes.append(_Node(row, path[-1] if path else -1, [], _words(row)))
            path.append(number)
        self.filled = [any(column.cell(row).spoken() for row in rows) for column in self.columns]
        self._narrow()
        self.endResetModel()

    def keep(self, words: str) -> None:
        """Show only rows that hold all the words, and what they hang below."""
        self.beginResetModel()
        self._words = words.casefold()
        self._narrow()
        self.endResetModel()

    def row_at(self, index: Index) -> Any:
        """Return the row of an index, None for none."""
        return self._nodes[index.internalId()].row if index.isValid() else None

    def index_of(self, record_id: int) -> QModelIndex:
        """Return where a record is shown; an invalid index where it is not."""
        for number, node in enumerate(self._nodes):
            if node.row.id == record_id and number in self._siblings(node):
                return self.createIndex(self._siblings(node).index(number), 0, number)
        return QModelIndex()

    @property
    def total(self) -> int:
        """Return the number of rows before filtering."""
        return len(self._nodes)

    @property
    def shown(self) -> int:
        """Return the number of rows that the filter leaves."""
        return len(self._top) + sum(len(node.below) for node in self._nodes)

    def index(self, place: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a row below another."""
        below = self._nodes[parent.internalId()].below if parent.isValid() else self._top
        if 0 <= place < len(below) and 0 <= column < len(self.columns):
            return self.createIndex(place, column, below[place])
        return QModelIndex()

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return what a row hangs below."""
        number = self._nodes[index.internalId()].parent if index.isValid() else -1
        if number < 0:
            return QModelIndex()
        return self.createIndex(self._siblings(self._nodes[number]).index(number), 0, number)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count what hangs below a row."""
        if not parent.isValid():
            return len(self._top)
        return 0 if parent.column() else len(self._nodes[parent.internalId()].below)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the cell, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        row, column = self.row_at(index), self.columns[index.column()]
        if role == ROW:
            return row
        if role == CELL:
            return column.cell(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.cell(row).spoken()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title)}: {column.cell(row).spoken() or '—'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].title)
        return None

    def _siblings(self, node: _Node) -> list[int]:
        """Return the numbers of the rows that hang where a node hangs."""
        return self._top if node.parent < 0 else self._nodes[node.parent].below

    def _narrow(self) -> None:
        """Work out which rows show."""
        wanted = self._words.split()
        keep = [all(word in node.words for word in wanted) for node in self._nodes]
        for number in range(len(self._nodes) - 1, -1, -1):
            if keep[number] and self._nodes[number].parent >= 0:
                keep[self._nodes[number].parent] = True
        self._top = []
        for node in self._nodes:
            node.below = []
        for number, node in enumerate(self._nodes):
            if keep[number]:
                self._siblings(node).append(number)


def _words(value: Any) -> str:
    """Return all text of a row, also of what it is made of, for the filter to look through."""
    if isinstance(value, str):
        return value.casefold()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return "\n".join(filter(None, (_words(getattr(value, line.name)) for line in dataclasses.fields(value))))
    return ""
