"""Which record of a view is current and which are chosen: by ids, and in spans of rows, however many there are."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from evidence_app.gui.widgets.record_model import RecordTableModel

Flag = QItemSelectionModel.SelectionFlag
MOST_SINGLY = 5000  # chosen records that are looked for one by one after a change
TYPING_S = 1.0  # letters within this time belong to one word
_FEW = 8


@dataclass(frozen=True, slots=True)
class _Held:
    """What was current and chosen; `chosen` is None where it was everything, or too much to look for."""

    current: int
    chosen: list[int] | None
    was_all: bool


class Chooser(QObject):
    """Speaks for one view of a record model; it is silent while records come and go, and then says what is new."""

    current_changed = Signal(int)  # record id; 0 for none
    selection_changed = Signal(int)  # how many records are chosen

    def __init__(self, view: QAbstractItemView, model: RecordTableModel) -> None:
        super().__init__(view)
        self._view, self._model, self._said, self._is_changing = view, model, 0, False
        view.selectionModel().currentChanged.connect(self._say_current)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def show_ids(self, ids: array[int]) -> None:
        """Show these records; what is chosen, current and in view stays so where it is still there."""
        held = self._hold()
        self._is_changing = True
        try:
            self._model.set_ids(ids)
            self._restore(held)
        finally:
            self._is_changing = False
        self._say_current()
        self._on_selection_changed()

    def forget(self) -> None:
        """Drop every record."""
        self._model.forget()
        self._say_current()

    def current_id(self) -> int:
        """Return the record that the keyboard is on; 0 for none."""
        index = self._view.currentIndex()
        return self._model.ids[index.row()] if index.isValid() else 0

    def selection(self) -> list[int]:
        """Return the ids of the records chosen, in the order shown."""
        return [one for first, last in self._spans() for one in self._model.ids[first : last + 1].tolist()]

    def show_record(self, record_id: int) -> bool:
        """Choose a record and scroll to it; False where it is not in the list."""
        place = self._model.place_of(record_id)
        if place >= 0:
            self._go(place)
        return place >= 0

    def show_place(self, place: int) -> None:
        """Choose the record at a place, if there is one, and scroll to it."""
        if 0 <= place < self._model.rowCount():
            self._go(place)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) record."""
        self.show_place(self._view.currentIndex().row() + direction)

    def go_on(self, ids: array[int]) -> None:
        """Go to the first of these records; from one of them on to the next."""
        here = self.current_id()
        if ids:
            self.show_record(ids[(ids.index(here) + 1) % len(ids) if here in ids else 0])

    def _go(self, place: int) -> None:
        """Make a place current, and the only one chosen."""
        index = self._model.index(place, 0)
        self._view.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        self._view.scrollTo(index)

    def _spans(self) -> list[tuple[int, int]]:
        """Return the first and last row of each run of chosen rows, in order."""
        found: list[tuple[int, int]] = []
        parts = self._view.selectionModel().selection().toList()
        for first, last in sorted({(part.top(), part.bottom()) for part in parts}):
            if found and first <= found[-1][1] + 1:
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            else:
                found.append((first, last))
        return found

    def _hold(self) -> _Held:
        """Remember what is current and chosen."""
        spans, ids = self._spans(), self._model.ids
        many = sum(last - first + 1 for first, last in spans)
        was_all = many > 1 and many == len(ids)
        if was_all or many > MOST_SINGLY:
            return _Held(self.current_id(), None, was_all)
        return _Held(self.current_id(), [one for first, last in spans for one in ids[first : last + 1]], was_all)

    def _restore(self, held: _Held) -> None:
        """Choose again what was chosen and is still there."""
        model, chooser = self._model, self._view.selectionModel()
        if held.was_all:
            self._view.selectAll()
        elif held.chosen is not None:
            chosen = QItemSelection()
            for first, last in _runs(self._places(held.chosen)):
                chosen.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
            chooser.select(chosen, Flag.ClearAndSelect)
        place = model.place_of(held.current) if held.current else -1
        if place >= 0:
            chooser.setCurrentIndex(model.index(place, 0), Flag.NoUpdate)
        elif self._view.currentIndex().isValid():
            chooser.clear()

    def _places(self, ids: list[int]) -> list[int]:
        """Return where records are, in order; those that are gone are left out."""
        if len(ids) <= _FEW:
            found: Iterable[int] = (self._model.place_of(one) for one in ids)
        else:
            places = dict(zip(self._model.ids, range(len(self._model.ids)), strict=True))
            found = (places.get(one, -1) for one in ids)
        return sorted(place for place in found if place >= 0)

    def _say_current(self, *_indexes: object) -> None:
        """Say which record is current, once."""
        if not self._is_changing and self.current_id() != self._said:
            self._said = self.current_id()
            self.current_changed.emit(self._said)

    def _on_selection_changed(self, *_selections: object) -> None:
        if not self._is_changing:
            self.selection_changed.emit(sum(last - first + 1 for first, last in self._spans()))


class Letters:
    """Letters typed one soon after the other, gathered to a word."""

    def __init__(self) -> None:
        self._typed, self._typed_at = "", 0.0

    def are_coming(self) -> bool:
        """Tell whether the next letter belongs to the word of the last one."""
        return bool(self._typed) and time.monotonic() - self._typed_at < TYPING_S

    def add(self, letters: str) -> str:
        """Return the word so far; the same letter again and again goes through what begins with it."""
        self._typed = self._typed + letters if self.are_coming() else letters
        self._typed_at = time.monotonic()
        return self._typed[0] if len(set(self._typed)) == 1 else self._typed


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of places that follow one another."""
    first = last = -1
    for place in places:
        if first >= 0 and place == last + 1:
            last = place
            continue
        if first >= 0:
            yield first, last
        first = last = place
    if first >= 0:
        yield first, last
