"""The table of a list page: painted rows, columns that give way when the window is narrow, many rows chosen at once."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from evidence_app.gui.theme.look import now, px
from evidence_app.gui.widgets import citation_mime, drawing, privacy
from evidence_app.gui.widgets.cell_delegate import FIRST_MARGIN, MARGIN, CellDelegate
from evidence_app.gui.widgets.chooser import Chooser, Letters
from evidence_app.gui.widgets.column_header import HEIGHT, ColumnHeader
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.table_columns import TableColumns

_CURSOR = QAbstractItemView.CursorAction
DENSITIES = {"compact": 28, "normal": 34, "roomy": 44}


class RecordTable(QTableView):
    """Rows of records; its `chooser` says which is current and which are chosen."""

    opened = Signal(int)
    quick_look_asked = Signal()
    typed = Signal(str)  # letters with which somebody looks for a row
    columns_asked = Signal(QPoint)  # where on the screen
    columns_changed = Signal()

    def __init__(self, model: RecordTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.columns, self.density = TableColumns(model.columns), "normal"
        self.hovered, self.first_column = -1, 0
        self._letters, self._is_placing = Letters(), False
        self.head = ColumnHeader(self)
        self.setModel(model)
        self.chooser = Chooser(self, model)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(self.head)
        self._set_up()
        self._connect()
        self.restyle()

    def set_density(self, name: str) -> None:
        """Set how high rows are: compact, normal, roomy."""
        self.density = name if name in DENSITIES else "normal"
        self.verticalHeader().setDefaultSectionSize(px(DENSITIES[self.density]))

    def choose_columns(self, keys: list[str]) -> None:
        """Show these columns in this order."""
        self.columns.choose(keys)
        self._fit()
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Show the usual columns again."""
        self.columns.reset()
        self._fit()
        self.columns_changed.emit()

    def arrangement(self) -> dict[str, Any]:
        """Return order, columns, widths and density as JSON values."""
        sort, descending = self._model.order
        return {
            "sort": [sort, descending],
            "columns": list(self.columns.chosen),
            "widths": dict(self.columns.widths),
            "density": self.density,
        }

    def arrange(self, state: dict[str, Any]) -> None:
        """Be as the table was left; what is missing or odd is passed over."""
        sort, columns, widths = (state.get(key) for key in ("sort", "columns", "widths"))
        known = {column.sort for column in self._model.columns}
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in known:
            self._model.order = (sort[0], bool(sort[0]) and bool(sort[1]))
            self.head.show_order()
        if isinstance(columns, list):
            self.columns.choose(key for key in columns if isinstance(key, str))
        if isinstance(widths, dict):
            self.columns.set_widths({key: width for key, width in widths.items() if isinstance(width, int)})
        self.set_density(str(state.get("density", self.density)))
        self._fit()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.set_density(self.density)
        self.head.setFixedHeight(px(HEIGHT))
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current record with Enter, look at it with the space bar."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chooser.current_id():
                self.opened.emit(self.chooser.current_id())
        elif plain and event.key() == Qt.Key.Key_Space:
            if self._letters.are_coming():
                self.keyboardSearch(" ")
            else:
                self.quick_look_asked.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the citation of the current record, however many are chosen."""
        row = self._model.row_of(self.chooser.current_id())
        if row is not None:
            drag = QDrag(self)
            drag.setMimeData(citation_mime.mime_of(row.code))
            drag.exec(Qt.DropAction.CopyAction)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and last record with Home and End: there is no way along the columns of a row."""
        if self._model.rowCount() and action in (_CURSOR.MoveHome, _CURSOR.MoveEnd):
            return self._model.index(0 if action == _CURSOR.MoveHome else self._model.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Have the row looked for that begins with what is typed: rows that are not here cannot be looked through."""
        self.typed.emit(self._letters.add(search))

    def _hover(self, row: int) -> None:
        """Take another row for the one under the pointer."""
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _fit(self) -> None:
        """Place the columns in their order and give them their widths."""
        self._is_placing = True
        code = _widest(self._model.longest_code) + FIRST_MARGIN + MARGIN + 2
        widths = self.columns.fit(self.viewport().width(), px, code)
        order = self.columns.order()
        for place, number in enumerate(order):
            self.head.moveSection(self.head.visualIndex(number), place)
            self.setColumnHidden(number, number not in widths)
            self.setColumnWidth(number, widths.get(number, 0))
        self.first_column = next((number for number in order if number in widths), 0)
        self._is_placing = False

    def _on_section_resized(self, number: int, _before: int, width: int) -> None:
        """Remember a width that was dragged; the wide column takes what is left."""
        column = self._model.columns[number]
        if not self._is_placing and width and not column.stretch:
            self.columns.set_widths(self.columns.widths | {column.key: round(width / now().scale)})
            self._fit()
            self.columns_changed.emit()

    def _on_section_moved(self, *_places: int) -> None:
        """Remember an order that was dragged."""
        if not self._is_placing:
            numbers = [self.head.logicalIndex(place) for place in range(self.head.count())]
            keys = [self._model.columns[number].key for number in numbers]
            self.choose_columns([key for key in keys if key in self.columns.chosen])

    def _set_up(self) -> None:
        """Set what never changes."""
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)

    def _connect(self) -> None:
        """Bind head, model and screen of names."""
        self.head.sectionResized.connect(self._on_section_resized)
        self.head.sectionMoved.connect(self._on_section_moved)
        self.head.columns_asked.connect(self.columns_asked)
        self._model.order_changed.connect(self.head.show_order)
        self._model.codes_grew.connect(self._fit)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.ids[index.row()]))
        privacy.screen().changed.connect(self.viewport().update)


def _widest(code: str) -> int:
    """Return the width of the widest code of this length: figures are not all of one width."""
    return max(drawing.width_of(re.sub("[0-9]", figure, code)) for figure in "0123456789")
