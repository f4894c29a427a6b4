"""A matrix of squares: rows by columns, a cursor on one of them, digits that set it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.grid_cell import CELL, COLUMN, ROW, GridCell, GridDelegate
from evidence_app.gui.widgets.grid_heads import HEAD, ColumnHeads, GridHead, RowHeads, keys_of

Index = QModelIndex | QPersistentModelIndex
NAMES, WANTED = (196, 300), 260  # least and most room for names, and how much they get before squares grow
TIGHT, ROOMY = 36, 60  # least and most room for a square
_ROOT = QModelIndex()
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# What the Kazakh layout gives in the place of the digit of the same key.
_DIGITS = dict(zip('"ӘІҢҒ,.ҮҰҚ', "1234567890", strict=True))


class GridModel(QAbstractTableModel):
    """Heads and cells; a cell is made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[GridHead] = ()
        self.columns: Sequence[GridHead] = ()
        self._cell: Callable[[Any, Any], GridCell] = lambda _row, _column: GridCell("")

    def show(self, rows: Sequence[GridHead], columns: Sequence[GridHead], cell: Callable[[Any, Any], GridCell]) -> None:
        """Show another matrix; where its heads are the same ones, the cursor stays."""
        same = [*map(keys_of, (rows, columns))] == [*map(keys_of, (self.rows, self.columns))]
        if not same:
            self.beginResetModel()
        self.rows, self.columns, self._cell = rows, columns, cell
        if not same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, index: Index) -> GridCell:
        """Return the square at an index."""
        return self._cell(keys_of(self.rows)[index.row()], keys_of(self.columns)[index.column()])

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the cell, or what it says to the ear and in a tip."""
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).spoken
        return tip.plain(self.cell(index).spoken) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a head, or what it says."""
        heads = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role == HEAD:
            return head
        said = head.spoken or f"{head.code} {head.words} {head.count}".strip()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said
        return tip.plain(said) if role == Qt.ItemDataRole.ToolTipRole else None


class GridMatrix(QTableView):
    """Shows a matrix; says where the cursor is, what was opened, and which digit was pressed on a square."""

    moved = Signal(object, object)  # keys of row and column
    opened = Signal(object, object)
    typed = Signal(str)  # a digit, by the place of its key in every layout, or "Del"

    def __init__(self, name: str, digits: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid, self._digits = GridModel(), digits
        self.grid.setParent(self)
        self.setModel(self.grid)
        self.setAccessibleName(name)
        self.setItemDelegate(GridDelegate(self))
        self.setHorizontalHeader(ColumnHeads(self))
        self.setVerticalHeader(RowHeads(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for set_mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        self.grid.modelReset.connect(self.restyle)
        self.restyle()

    def show_matrix(
        self, rows: Sequence[GridHead], columns: Sequence[GridHead], cell: Callable[[Any, Any], GridCell]
    ) -> None:
        """Show a matrix; the cursor stays on its keys, else goes to the first square."""
        held = self.cursor_keys()
        self.grid.show(rows, columns, cell)
        if not self.currentIndex().isValid():
            self.put_cursor(*(held or (None, None)))
        self.viewport().update()

    def cursor_keys(self) -> tuple[Any, Any] | None:
        """Return the keys of row and column under the cursor."""
        here = self.currentIndex()
        if not here.isValid():
            return None
        return keys_of(self.grid.rows)[here.row()], keys_of(self.grid.columns)[here.column()]

    def put_cursor(self, row: Any, column: Any) -> None:
        """Put the cursor on keys; on the first row or column for one that is not there."""
        places = [_place(heads, key) for heads, key in ((self.grid.rows, row), (self.grid.columns, column))]
        self.setCurrentIndex(self.grid.index(places[0], places[1]))

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give squares the room that names leave, and names what is over then; both within limits."""
        count, room = len(self.grid.columns), self.width() - self.verticalScrollBar().sizeHint().width() - 4
        wanted = (room - px(WANTED)) // count if count else px(COLUMN)
        square = max(px(TIGHT), min(px(ROOMY), wanted))
        names = max(px(NAMES[0]), min(px(NAMES[1]), room - count * square))
        self.verticalHeader().setFixedWidth(names)
        self.horizontalHeader().setDefaultSectionSize(square)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the cursor is."""
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        keys = self.cursor_keys()
        if keys is not None:
            self.moved.emit(*keys)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that set a square from the commands of the window: Delete must not take a record out."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._key_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, set with a digit, clear with Delete; all else moves."""
        key = self._key_of(event)
        if key and self.currentIndex().isValid():
            self.typed.emit(key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif not key:
            super().keyPressEvent(event)

    def _key_of(self, event: QKeyEvent) -> str:
        """Return which of the keys that set a square was pressed; empty for any other."""
        if not self._digits or event.modifiers() & _CHORD:
            return ""
        if event.key() == Qt.Key.Key_Delete:
            return "Del"
        digit = _DIGITS.get(event.text().upper(), event.text().upper())
        return digit if digit and digit in self._digits else ""

    def _open(self, index: QModelIndex) -> None:
        """Say that a square was opened."""
        self.opened.emit(keys_of(self.grid.rows)[index.row()], keys_of(self.grid.columns)[index.column()])


def _place(heads: Sequence[GridHead], key: Any) -> int:
    """Return where a key stands among heads, the first place for one that is not there."""
    return next((place for place, held in enumerate(keys_of(heads)) if held == key), 0)
