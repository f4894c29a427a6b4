"""The state of the timeline: where all events lie, and what is fetched for the stretch in view."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import chronology
from evidence_app.services.chronology import Chronology, Look

SETTLE_MS = 120  # zooming asks only where it comes to rest


class TimelineViewModel(QObject):
    """Reads the chronology once, then asks for looks at it as the window moves."""

    looked = Signal(object)  # Look
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.look = Look(0.0, 0.0)
        self._chronology: Chronology | None = None
        self._ids: Collection[int] | None = None
        self._window = (0.0, 0.0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask_look)

    def load(self, ids: Collection[int] | None = None) -> None:
        """Read where events lie, all or those of a filter, and look at them anew."""
        self._ids = ids
        topic = f"chronology {id(self)}"
        self.lane.read(self, chronology.read, ids, topic=topic, done=self._on_read, failed=self.failed.emit)

    def move(self, first: float, last: float) -> None:
        """Take note of the stretch in view; ask for it where it holds what was not fetched."""
        self._window = (first, last)
        if not self.look.is_whole:
            self._rest.start()

    def forget(self) -> None:
        """Drop all that was read."""
        self._rest.stop()
        self._chronology, self.look = None, Look(0.0, 0.0)
        self.looked.emit(self.look)

    def _on_read(self, read: Chronology) -> None:
        self._chronology = read
        self._look(None, None)

    def _ask_look(self) -> None:
        """Look at the stretch in view and as much again on either side."""
        first, last = self._window
        length = last - first
        self._look(first - length, last + length)

    def _look(self, first: float | None, last: float | None) -> None:
        """Fetch a stretch; an answer from before another chronology was read is dropped."""
        held = self._chronology
        if held is not None:
            self.lane.submit(
                chronology.look,
                held,
                first,
                last,
                topic=f"look {id(self)}",
                done=partial(self._on_looked, held),
                failed=self.failed.emit,
            )

    def _on_looked(self, asked_of: Any, look: Look) -> None:
        if asked_of is self._chronology:
            self.look = look
            self.looked.emit(look)
