"""The state of the matrix of safeguards: what is known, and the verbs that change one square."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import safeguards
from evidence_app.services.safeguards import SafeguardMatrix


class SafeguardsViewModel(QObject):
    """Reads the matrix and writes squares; after each act it is read anew."""

    matrix_changed = Signal(object)  # SafeguardMatrix
    saved = Signal()
    refused = Signal(object)  # a source that is none, or a rule
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.matrix = SafeguardMatrix((), (), {})
        self.is_loaded = False

    def load(self) -> None:
        """Read the matrix."""
        topic = f"safeguards {id(self)}"
        self.lane.read(self, safeguards.matrix, topic=topic, done=self._on_read, failed=self.failed.emit)

    def forget(self) -> None:
        """Drop all that was read."""
        self.is_loaded = False
        self.matrix = SafeguardMatrix((), (), {})
        self.matrix_changed.emit(self.matrix)

    def set_state(self, person: int, kind: str, state: str) -> None:
        """Say whether a safeguard was kept; an empty state takes the answer back."""
        if state:
            self._write(safeguards.set_state, person, kind, state)
        elif (person, kind) in self.matrix.answers:
            self._write(safeguards.clear, person, kind)

    def set_source(self, person: int, kind: str, citation: str) -> None:
        """Say where it stands."""
        self._write(safeguards.set_source, person, kind, citation)

    def set_note(self, person: int, kind: str, note: str) -> None:
        """Write a note on it."""
        self._write(safeguards.set_note, person, kind, note)

    def _write(self, verb: Callable[..., Any], *values: Any) -> None:
        self.lane.submit(verb, *values, done=self._on_written, failed=self.refused.emit)

    def _on_written(self, _record: Any) -> None:
        self.saved.emit()
        self.load()

    def _on_read(self, matrix: SafeguardMatrix) -> None:
        self.matrix, self.is_loaded = matrix, True
        self.matrix_changed.emit(matrix)
