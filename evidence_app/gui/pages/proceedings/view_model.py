"""The state of the screen of proceedings: what each tab shows, the record chosen, and the verbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import (
    calendar_export,
    claims,
    deadline_details,
    deadline_rows,
    deadlines,
    exhaustion,
    mandates,
    person_standing,
    proceeding_details,
    proceedings,
)

SETTLE_MS = 120  # arrowing through a list asks for details only where one rests
CASES, CLAIMS, DEADLINES, EXHAUSTION, MANDATES = TABS = ("cases", "claims", "deadlines", "exhaustion", "mandates")
_READ: dict[str, Callable[..., Any]] = {
    CASES: proceedings.tree,
    CLAIMS: claims.ledger,
    DEADLINES: deadline_rows.rows,
    EXHAUSTION: exhaustion.matrix,
    MANDATES: mandates.board,
}
_KNOWN: dict[str, Callable[..., Any]] = {
    "proceeding": proceeding_details.overview,
    "deadline": deadline_details.overview,
    "person": person_standing.of_person,
}


class ProceedingsViewModel(QObject):
    """Asks the archive lane for one tab at a time, and for what is known of the record chosen in it."""

    read = Signal(str, object)  # tab, what it shows
    details_read = Signal(object)  # Details, or Standing of a person, or None
    exported = Signal(object)  # calendar_export.Exported
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self._wanted: tuple[str, int] = ("", 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask_details)

    def load(self, tab: str) -> None:
        """Read what a tab shows."""
        done = partial(self.read.emit, tab)
        self.lane.read(self, _READ[tab], topic=f"{tab} {id(self)}", done=done, failed=self.failed.emit)

    def choose(self, kind: str, record_id: int) -> None:
        """Make a record current (proceeding, deadline or person); what is known follows once the choice rests."""
        self._wanted = (kind, record_id)
        if record_id:
            self._rest.start()
        else:
            self._rest.stop()
            self.details_read.emit(None)

    def forget(self) -> None:
        """Drop all that was asked for."""
        self._rest.stop()
        self._wanted = ("", 0)
        self.details_read.emit(None)

    def finish(self, record_id: int, *, is_done: bool) -> None:
        """Record that a deadline was met, or that it was not after all."""
        self._write(DEADLINES, deadlines.finish if is_done else deadlines.reopen, record_id)

    def set_state(self, person_id: int, avenue: str, state: str) -> None:
        """Record how far a person has used a remedy; an empty state takes it back."""
        self._write(EXHAUSTION, exhaustion.set_state, person_id, avenue, state)

    def end_mandate(self, record_id: int) -> None:
        """Record that a mandate ends today."""
        self._write(MANDATES, mandates.end, record_id)

    def export(self, out: Path, reader: str) -> None:
        """Write the open deadlines as a calendar file."""
        call = partial(_export, out=out, reader=reader)
        self.lane.submit(call, done=self.exported.emit, failed=self.failed.emit)

    def _write(self, tab: str, verb: Callable[..., Any], *values: Any) -> None:
        """Carry out a verb, then read the tab and the details anew."""
        self.lane.submit(verb, *values, done=partial(self._on_written, tab), failed=self.failed.emit)

    def _on_written(self, tab: str, _record: Any) -> None:
        self.load(tab)
        if self._wanted[1]:
            self._ask_details()

    def _ask_details(self) -> None:
        """Fetch what is known of the current record."""
        kind, record_id = self._wanted
        done = partial(self._on_details, self._wanted)
        self.lane.submit(_KNOWN[kind], record_id, topic=f"details {id(self)}", done=done, failed=self.failed.emit)

    def _on_details(self, asked: tuple[str, int], details: Any) -> None:
        """Show the answer, unless another record is current by now."""
        if asked == self._wanted:
            self.details_read.emit(details)


def _export(ws: Any, out: Path, reader: str) -> calendar_export.Exported:
    """Write the calendar file in the language spoken now."""
    return calendar_export.export(ws, out, reader=reader)
