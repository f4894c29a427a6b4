"""What the timeline and the strip below it have in common: one event is current, and choosing it is said once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.timeline_model import TimelineModel

Index = QModelIndex | QPersistentModelIndex


class EventList(QListView):
    """A list of marks; says which event a person chose or opened, never the echo of `choose`."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = TimelineModel()
        self._wanted, self._is_echo = 0, False
        self.marks.setParent(self)
        self.setModel(self.marks)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        privacy.screen().changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take up the sizes of the look in force, and words as they may be shown."""
        raise NotImplementedError

    def choose(self, event: int) -> None:
        """Make an event current and bring it into view; one that is not here waits until it is."""
        self._wanted = event
        place = self.marks.place_of(event)
        self._is_echo = True
        if place < 0:
            self.clearSelection()
        self.setCurrentIndex(self.marks.index(place))
        self._is_echo = False
        self.viewport().update()

    def step(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) mark; False where there is none."""
        count = self.marks.rowCount()
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1 if direction > 0 else count
        if not 0 <= here + direction < count:
            return False
        self.setCurrentIndex(self.marks.index(here + direction))
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which event was chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
        bar = self.marks.bar_at(current.row()) if current.isValid() else None
        if bar is not None and not self._is_echo:
            self._wanted = bar.id
            self.chosen.emit(bar.id)
