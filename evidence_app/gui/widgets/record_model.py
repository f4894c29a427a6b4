"""A table of records: rows in memory, columns as data, filter and sort over row numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from evidence_app.gui.widgets.cell import Column
from evidence_app.system.words import _

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
ROW = int(Qt.ItemDataRole.UserRole) + 2
_ROOT = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """Rows of one noun; every row has `id` and `code`. Subclasses state their columns."""

    columns: ClassVar[tuple[Column[Any], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Any] = ()
        self._found_by: list[str] = []
        self._visible: list[int] = []
        self.filled = [True] * len(self.columns)  # columns in which some row has something to show
        self._words = ""
        self._keep: Callable[[Any], bool] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; filter and order stay."""
        self.beginResetModel()
        self._rows = rows
        self._found_by = []
        self.filled = [any(column.cell(row).spoken() for row in rows) for column in self.columns]
        self._refresh()
        self.endResetModel()

    def keep(self, words: str = "", test: Callable[[Any], bool] | None = None) -> None:
        """Show only rows that hold all the words and pass the test."""
        self.beginResetModel()
        self._words, self._keep = words.casefold(), test
        self._refresh()
        self.endResetModel()

    def row_at(self, place: int) -> Any:
        """Return the row shown at a place."""
        return self._rows[self._visible[place]]

    def place_of(self, record_id: int) -> int:
        """Return where a record is shown, -1 where it is not."""
        for place, number in enumerate(self._visible):
            if self._rows[number].id == record_id:
                return place
        return -1

    @property
    def total(self) -> int:
        """Return the number of rows before filtering."""
        return len(self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the cell, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == ROW:
            return row
        column = self.columns[index.column()]
        if role == CELL:
            return column.cell(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.cell(row).spoken()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title)}: {column.cell(row).spoken()}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].title)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 brings back the order of the record."""
        self.layoutAboutToBeChanged.emit()
        chosen = [(index, self._visible[index.row()]) for index in self.persistentIndexList()]
        self._sorted = (column, order) if column >= 0 else None
        self._refresh()
        places = {number: place for place, number in enumerate(self._visible)}
        for index, number in chosen:
            self.changePersistentIndex(index, self.index(places[number], index.column()))
        self.layoutChanged.emit()

    def _haystacks(self) -> list[str]:
        """Return what the filter looks through: all text of each row; made when it is first asked for."""
        if not self._found_by and self._rows:
            names = [field.name for field in dataclasses.fields(self._rows[0])]
            texts = [name for name in names if isinstance(getattr(self._rows[0], name), str)]
            self._found_by = [" ".join(getattr(row, name) for name in texts).casefold() for row in self._rows]
        return self._found_by

    def _refresh(self) -> None:
        """Work out which rows show, and in what order."""
        shown = list(range(len(self._rows)))
        for word in self._words.split():
            found_by = self._haystacks()
            shown = [n for n in shown if word in found_by[n]]
        if self._keep is not None:
            keep = self._keep
            shown = [n for n in shown if keep(self._rows[n])]
        if self._sorted is not None:
            number, order = self._sorted
            key = self.columns[number].sort_key
            descending = order == Qt.SortOrder.DescendingOrder
            if key is not None:
                keys = {n: key(self._rows[n]) for n in shown}
                known = [n for n in shown if keys[n] is not None]
                known.sort(key=lambda n: keys[n], reverse=descending)
                shown = known + [n for n in shown if keys[n] is None]
        self._visible = shown
