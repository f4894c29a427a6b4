"""The state of a list page: what is asked for, the record chosen, what is known of it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services.listing import Ask, First, NounList

Answered = Callable[[Any], object]
Missed = Callable[[], object] | None
BREATH_MS = 40  # the first rows are painted before the rest is asked for: both want the interpreter
SETTLE_MS = 120  # arrowing through a list asks for details only where one rests


class RecordsViewModel(QObject):
    """Asks a list and `details_of(workspace, id)` in the archive lane; an answer to an older question is dropped."""

    first_arrived = Signal(object)  # First: the beginning of what is asked for now
    ids_arrived = Signal(object)  # array of all ids
    rows_arrived = Signal(object, object)  # ids that were asked for, rows by id
    rows_missed = Signal()
    tabs_counted = Signal(object)  # number of records by tab
    values_arrived = Signal(str, object)  # of a facet
    beginnings_arrived = Signal(object)  # ids of records that begin with the letters typed
    tab_found = Signal(int, object)  # record, the tab under which it stands or None
    details_changed = Signal(object)  # Details, or None while nothing is chosen
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane, kind: NounList[Any], details_of: Callable[[Any, int], Any]) -> None:
        super().__init__()
        self.lane, self.kind = lane, kind
        self._details_of = details_of
        self.ask, self.record_id = Ask(), 0
        self.rows: Sequence[Any] = ()  # those that arrived last
        self.is_loaded = self.is_whole = False  # whether the first rows, and all ids, of what is asked for are here
        self._turn = 0  # of the questions; an answer of another turn is too late
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask_details)
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(BREATH_MS)
        self._breath.timeout.connect(self._ask_ids)

    def show(self, ask: Ask) -> None:
        """Ask for another list: its first rows at once, then all ids."""
        self._breath.stop()
        self.ask = ask
        self._turn += 1
        self.is_whole = False
        self._submit("list", self.kind.first, ask, done=self._on_first)

    def load(self) -> None:
        """Fetch what is asked for, anew where it is here already: then all of it, so that nothing jumps."""
        if not self.is_loaded:
            self.show(self.ask)
            return
        self._ask_ids()
        if self.record_id:
            self._rest.start()

    def fetch(self, ids: array[int]) -> None:
        """Fetch the rows of a window."""
        self._submit("", self.kind.rows, ids, done=partial(self._on_rows, ids), missed=self._on_missed)

    def ask_values(self, facet: str) -> None:
        """Fetch the values of a facet."""
        self._submit("values", self.kind.facet, self.ask, facet, done=partial(self.values_arrived.emit, facet))

    def look_for(self, letters: str) -> None:
        """Find the records that begin with some letters."""
        self._submit("letters", self.kind.beginning, self.ask, letters, done=self.beginnings_arrived.emit)

    def find_tab(self, record_id: int) -> None:
        """Find where a record stands that is not among those asked for."""
        self._submit("tab", self.kind.tab_of, record_id, done=partial(self.tab_found.emit, record_id))

    def choose(self, record_id: int) -> None:
        """Make a record current; its details follow once the choice rests."""
        self.record_id = record_id
        if record_id:
            self._rest.start()
        else:
            self._rest.stop()
            self.details_changed.emit(None)

    def forget(self) -> None:
        """Drop all that was read, and all that is still on its way."""
        self._rest.stop()
        self._breath.stop()
        self._turn += 1
        self.record_id, self.rows, self.ask = 0, (), Ask()
        self.is_loaded = self.is_whole = False
        self.details_changed.emit(None)

    def _ask_ids(self) -> None:
        """Fetch all ids, and the counts of the tabs."""
        self._submit("list", self.kind.ids, self.ask, done=self._on_ids)
        self._ask_tabs()

    def _ask_tabs(self) -> None:
        """Count what stands under each tab."""
        if self.kind.shape.tab is not None:
            self._submit("tabs", self.kind.tabs, done=self.tabs_counted.emit)

    def _ask_details(self) -> None:
        """Fetch the details of the current record."""
        asked = self.record_id
        self._submit("details", self._details_of, asked, done=partial(self._on_details, asked))

    def _submit(
        self,
        topic: str,
        call: Callable[..., Any],
        *args: Any,
        done: Answered,
        missed: Missed = None,
    ) -> None:
        """Ask in the lane; the answer comes only if nothing else is asked for by then."""
        named = f"{topic} {id(self)}" if topic else ""
        answered, failed = partial(self._on_answered, self._turn, done, missed), partial(self._on_failed, missed)
        self.lane.submit(call, *args, topic=named, done=answered, failed=failed, stopped=missed)

    def _on_answered(self, turn: int, done: Answered, missed: Missed, answer: Any) -> None:
        """Take an answer, unless something else was asked for meanwhile."""
        if turn == self._turn:
            done(answer)
        elif missed is not None:
            missed()

    def _on_failed(self, missed: Missed, error: Any) -> None:
        if missed is not None:
            missed()
        self.failed.emit(error)

    def _on_first(self, first: First[Any]) -> None:
        self.rows, self.is_loaded, self.is_whole = list(first.rows.values()), True, first.is_whole
        self.first_arrived.emit(first)
        if first.is_whole:
            self._ask_tabs()
        else:
            self._breath.start()

    def _on_ids(self, ids: array[int]) -> None:
        self.is_whole = True
        self.ids_arrived.emit(ids)

    def _on_rows(self, ids: array[int], rows: Mapping[int, Any]) -> None:
        self.rows = list(rows.values())
        self.rows_arrived.emit(ids, rows)

    def _on_missed(self) -> None:
        self.rows_missed.emit()

    def _on_details(self, asked: int, details: Any) -> None:
        """Show the answer, unless another record is current by now."""
        if asked == self.record_id:
            self.details_changed.emit(details)
