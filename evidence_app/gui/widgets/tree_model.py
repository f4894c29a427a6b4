"""Rows that lie inside one another, as a model: places in places, events under persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.cell import Cell

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
ROW = int(Qt.ItemDataRole.UserRole) + 2
MIME = "application/x-evidence-tree-row"  # inside this window only
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row: its key, that of the row it lies in (None: on top; it must come before), a cell for each column.

    A row of one cell runs over all columns.
    """

    key: int
    parent: int | None
    cells: tuple[Cell, ...]


class TreeModel(QAbstractItemModel):
    """Rows by key; one may be dragged onto another where that is allowed."""

    dropped = Signal(int, object)  # key of the row dragged, key of the row it was let go over or None

    def __init__(self, titles: Sequence[str], *, can_move: bool = False) -> None:
        super().__init__()
        self.titles, self._can_move = titles, can_move
        self.rows: Sequence[TreeRow] = ()
        self._places: dict[int, int] = {}
        self._inside: dict[int | None, list[int]] = {}
        self._order: dict[int, int] = {}  # where a row stands among those beside it

    def show(self, rows: Sequence[TreeRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self._places = {row.key: place for place, row in enumerate(rows)}
        self._inside, self._order = {}, {}
        for row in rows:
            beside = self._inside.setdefault(row.parent, [])
            self._order[row.key] = len(beside)
            beside.append(row.key)
        self.endResetModel()

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """Return where a row stands; nothing for one that is not here."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.createIndex(self._order[key], column, place)

    def row_at(self, index: Index) -> TreeRow:
        """Return the row at an index."""
        return self.rows[index.internalId()]

    def key_at(self, index: Index) -> int | None:
        """Return the key of the row at an index, None where there is none."""
        return self.row_at(index).key if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a row inside another."""
        inside = self._inside.get(self.key_at(parent), [])
        if not (0 <= row < len(inside) and 0 <= column < len(self.titles)):
            return QModelIndex()
        return self.createIndex(row, column, self._places[inside[row]])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the row that another lies in."""
        if not index.isValid():
            return QModelIndex()
        above = self.row_at(index).parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows inside another."""
        return 0 if parent.column() > 0 else len(self._inside.get(self.key_at(parent), []))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return len(self.titles)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the cell, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell()
        if role == ROW:
            return row
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.spoken()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.titles[index.column()]
            return f"{title}: {cell.spoken()}" if title and cell.spoken() else cell.spoken()
        return tip.plain(cell.spoken()) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged and dropped on where they may move."""
        flags = super().flags(index)
        if self._can_move:
            flags |= Qt.ItemFlag.ItemIsDropEnabled | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags)
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name what a dragged row is; nothing of it can be read outside."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the key of the row dragged."""
        made = QMimeData()
        made.setData(MIME, str(self.key_at(indexes[0])).encode())
        return made

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Say what was let go over what; the rows change once the case has."""
        if not data.hasFormat(MIME):
            return False
        self.dropped.emit(int(bytes(data.data(MIME).data()).decode()), self.key_at(parent))
        return False  # else the view would take the row out by itself

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Refuse a row over itself or over one that lies inside it."""
        if not data.hasFormat(MIME):
            return False
        dragged, over = int(bytes(data.data(MIME).data()).decode()), self.key_at(parent)
        while over is not None and over != dragged:
            over = self.rows[self._places[over]].parent
        return over is None
