"""The state of a list page: its rows, the record chosen, what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane

SETTLE_MS = 120  # arrowing through a list asks for details only where one rests


class RecordsViewModel(QObject):
    """Asks `rows_of(workspace)` and `details_of(workspace, id)` in the archive lane."""

    rows_changed = Signal(object)
    details_changed = Signal(object)  # Details, or None while nothing is chosen
    failed = Signal(object)

    def __init__(
        self,
        lane: ArchiveLane,
        rows_of: Callable[[Any], Sequence[Any]],
        details_of: Callable[[Any, int], Any],
    ) -> None:
        super().__init__()
        self.lane = lane
        self._rows_of, self._details_of = rows_of, details_of
        self.record_id = 0
        self.rows: Sequence[Any] = ()
        self.is_loaded = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask_details)

    def load(self) -> None:
        """Fetch the rows."""
        topic = f"rows {id(self)}"
        self.lane.submit(self._rows_of, topic=topic, done=self._on_rows, failed=self.failed.emit)

    def choose(self, record_id: int) -> None:
        """Make a record current; its details follow once the choice rests."""
        self.record_id = record_id
        if record_id:
            self._rest.start()
        else:
            self._rest.stop()
            self.details_changed.emit(None)

    def forget(self) -> None:
        """Drop all that was read."""
        self._rest.stop()
        self.record_id, self.rows, self.is_loaded = 0, (), False
        self.rows_changed.emit(())
        self.details_changed.emit(None)

    def _ask_details(self) -> None:
        """Fetch the details of the current record."""
        asked = self.record_id
        topic = f"details {id(self)}"
        self.lane.submit(
            self._details_of,
            asked,
            topic=topic,
            done=partial(self._on_details, asked),
            failed=self.failed.emit,
        )

    def _on_rows(self, rows: Sequence[Any]) -> None:
        self.rows, self.is_loaded = rows, True
        self.rows_changed.emit(rows)

    def _on_details(self, asked: int, details: Any) -> None:
        """Show the answer, unless another record is current by now."""
        if asked == self.record_id:
            self.details_changed.emit(details)
