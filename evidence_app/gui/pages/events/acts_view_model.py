"""The state of the matrix of acts: read only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import acts
from evidence_app.services.acts import ActMatrix


class ActsViewModel(QObject):
    """Reads who suffered what."""

    matrix_changed = Signal(object)  # ActMatrix
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.matrix = ActMatrix((), (), {}, {}, ())
        self.is_loaded = False

    def load(self) -> None:
        """Read the matrix."""
        self.lane.read(self, acts.matrix, topic=f"acts {id(self)}", done=self._on_read, failed=self.failed.emit)

    def forget(self) -> None:
        """Drop all that was read."""
        self.is_loaded = False
        self.matrix = ActMatrix((), (), {}, {}, ())
        self.matrix_changed.emit(self.matrix)

    def _on_read(self, matrix: ActMatrix) -> None:
        self.matrix, self.is_loaded = matrix, True
        self.matrix_changed.emit(matrix)
