"""A list or a gallery of records: like the table, it chooses by id and has letters looked for in the archive."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.chooser import Chooser, Letters
from evidence_app.gui.widgets.record_model import RecordTableModel

_BATCH = 2000


class RecordList(QListView):
    """Records one under the other, or beside one another."""

    typed = Signal(str)  # letters with which somebody looks for a record

    def __init__(self, model: RecordTableModel) -> None:
        super().__init__()
        self._letters = Letters()
        self._wanted: QPersistentModelIndex | None = None
        self.setModel(model)
        self.chooser = Chooser(self, model)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # the window stays quick while many are placed
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        privacy.screen().changed.connect(self.viewport().update)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a record into view, now or once it has its place."""
        has_place = self.visualRect(index).height() > 0
        self._wanted = None if has_place else QPersistentModelIndex(index)
        if has_place:
            super().scrollTo(index, hint)

    def updateGeometries(self) -> None:
        """Bring the record into view that had no place yet."""
        super().updateGeometries()
        wanted = self._wanted
        if wanted is not None and wanted.isValid() and self.visualRect(wanted).height() > 0:
            self._wanted = None
            super().scrollTo(wanted, QAbstractItemView.ScrollHint.PositionAtCenter)

    def dataChanged(
        self, first: QModelIndex | QPersistentModelIndex, last: QModelIndex | QPersistentModelIndex, roles: object = ()
    ) -> None:
        """Paint anew; all records are of one size, so none of them moves."""
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Have the record looked for that begins with what is typed."""
        self.typed.emit(self._letters.add(search))
