"""A table of records: ids in memory, rows fetched a window at a time and kept within bounds, columns as data."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.cell import WAITING, Cell, Columns
from evidence_app.gui.widgets.differing import Differing, compare
from evidence_app.system.words import _

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
ROW = int(Qt.ItemDataRole.UserRole) + 2
WINDOW, MOST_ROWS = 200, 2000
_ROOT = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """Records of one noun in the order that the archive gave; every row has `id` and `code`.

    Subclasses state their columns. A row that is looked at and not here, or out of date, is asked for by `wanted`;
    one request is under way at a time, and the next is for what is looked at then.
    """

    wanted = Signal(object)  # ids whose rows are looked at
    order_changed = Signal()  # somebody asked for another order
    codes_grew = Signal()  # a row came whose code is longer than all before

    columns: ClassVar[Columns] = ()

    def __init__(self) -> None:
        super().__init__()
        self.ids: array[int] = array("q")
        self.order = ("", False)  # name of a sort, descending
        self.longest_code = ""
        self._rows: OrderedDict[int, Any] = OrderedDict()  # those looked at last come last
        self._fresh: set[int] = set()
        self._looked_at = -1  # number of the window looked at last whose rows are missing
        self._is_asking = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def set_ids(self, ids: array[int]) -> None:
        """Show these records; views keep what they hold of those that stay where they are among the others."""
        differing = compare(self.ids, ids)
        if differing.removed:
            self.beginRemoveRows(_ROOT, differing.at, differing.at + differing.removed - 1)
            self.ids = self.ids[: differing.at] + self.ids[differing.at + differing.removed :]
            self.endRemoveRows()
        if differing.added:
            self._insert(ids, differing)

    def _insert(self, ids: array[int], differing: Differing) -> None:
        """Take up what is new."""
        self.beginInsertRows(_ROOT, differing.at, differing.at + differing.added - 1)
        self.ids = ids
        self.endInsertRows()

    def put_rows(self, rows: Mapping[int, Any]) -> None:
        """Take up rows that have arrived."""
        for record_id, row in rows.items():
            self._keep(record_id, row)
        longest = max((row.code for row in rows.values() if row is not None), key=len, default="")
        if len(longest) > len(self.longest_code):
            self.longest_code = longest
            self.codes_grew.emit()
        self._repaint()

    def answer(self, asked: array[int], rows: Mapping[int, Any]) -> None:
        """Take up what a request brought; a record that has no row any more is not asked for again."""
        self._is_asking = False
        self.put_rows({record_id: rows.get(record_id) for record_id in asked})

    def give_up(self) -> None:
        """Stop waiting for a request that came to nothing."""
        self._is_asking = False

    def refresh(self) -> None:
        """Have rows fetched anew as they are looked at; until then the old ones are shown."""
        self._fresh.clear()
        self._repaint()

    def forget(self) -> None:
        """Drop every record."""
        self.beginResetModel()
        self.ids = array("q")
        self._rows.clear()
        self._fresh.clear()
        self._looked_at, self._is_asking = -1, False
        self.endResetModel()

    def row_at(self, place: int) -> Any:
        """Return the row at a place, or None while it is on its way."""
        record_id = self.ids[place]
        row = self._rows.get(record_id)
        if row is not None:
            self._rows.move_to_end(record_id)
        if record_id not in self._fresh:
            self._looked_at = place // WINDOW
            if not self._is_asking and not self._soon.isActive():
                self._soon.start(0)
        return row

    def row_of(self, record_id: int) -> Any:
        """Return the row of a record where it is here, else None."""
        return self._rows.get(record_id)

    def place_of(self, record_id: int) -> int:
        """Return where a record is shown, -1 where it is not."""
        try:
            return self.ids.index(record_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the records shown."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the cell, its words, or what a screen reader says."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row_at(index.row())
        if role == ROW:
            return row
        column = self.columns[index.column()]
        cell: Cell = WAITING if row is None else privacy.shown(column.cell(row))
        if role == CELL:
            return cell
        said = cell.spoken()
        return f"{_(column.title)}: {said}" if role == Qt.ItemDataRole.AccessibleTextRole else said

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].title)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the records in the order of a column; -1 stands for the order that is the list's own."""
        sort = self.columns[column].sort if 0 <= column < len(self.columns) else ""
        self.set_order(sort, order == Qt.SortOrder.DescendingOrder)

    def set_order(self, sort: str, descending: bool) -> None:
        """Ask for the records in an order by its name; empty for the list's own."""
        asked = (sort, descending and bool(sort))
        if asked != self.order:
            self.order = asked
            self.order_changed.emit()

    def _keep(self, record_id: int, row: Any) -> None:
        """Keep a row, and drop those looked at longest ago where there are too many."""
        self._rows[record_id] = row
        self._rows.move_to_end(record_id)
        self._fresh.add(record_id)
        while len(self._rows) > MOST_ROWS:
            dropped, _row = self._rows.popitem(last=False)
            self._fresh.discard(dropped)

    def _ask(self) -> None:
        """Ask for the window looked at last, without the rows that are here."""
        start, self._looked_at = self._looked_at * WINDOW, -1
        if self._is_asking or start < 0:
            return
        missing = array("q", (one for one in self.ids[start : start + WINDOW] if one not in self._fresh))
        if missing:
            self._is_asking = True
            self.wanted.emit(missing)

    def _repaint(self) -> None:
        """Have views paint what they show; they ask again for what is still missing."""
        if self.ids:
            last = self.index(len(self.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [int(Qt.ItemDataRole.DisplayRole), CELL])


_ROLES = {CELL, ROW, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}
