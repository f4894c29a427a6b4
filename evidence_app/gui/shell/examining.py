"""Looking into sealed files beside the window: thumbnails, facts and text arrive as workers find them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import examining


def _examine(lane: ArchiveLane, progress: JobProgress) -> int:
    """Look into all that waits; runs in the files lane and records in the archive lane."""

    def prepare(ws: Any) -> tuple[Any, list[examining.Waiting]]:
        return ws.vault, examining.pending(ws)

    vault, waiting = lane.ask(prepare)

    def record(examined: list[examining.Examined]) -> None:
        lane.ask(lambda ws: examining.record(ws, examined))

    return examining.through(vault, waiting, record, progress)


class Examining(QObject):
    """Runs after an import, and when a case is opened in which files still wait."""

    finished = Signal(int)  # how many files were looked into

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__(shell)
        self._shell, self._files = shell, files
        self._job: Job | None = None
        shell.status.progress.cancelled.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether files are being looked into."""
        return self._job is not None

    def start(self) -> None:
        """Begin, unless it is under way."""
        if self._job is None:
            self._job = self._files.give(
                lambda progress: _examine(self._shell.lane, progress),
                done=self._on_done,
                failed=self._on_failed,
                stopped=partial(self._on_done, 1),
                progressed=self._on_progressed,
            )

    def stop(self) -> None:
        """Ask it to stop; what is recorded stays, the rest waits for the next time."""
        if self._job is not None:
            self._job.cancel()

    def _on_progressed(self, step: Step) -> None:
        self._shell.status.progress.show_step(step.what, step.done, step.total)

    def _on_done(self, count: int) -> None:
        """Show what was found."""
        self._job = None
        self._shell.status.progress.hide()
        if count:
            self._shell.refresh()
        self.finished.emit(count)

    def _on_failed(self, error: EvidenceError) -> None:
        self._job = None
        self._shell.status.progress.hide()
        self._shell.page.say_error(error)
