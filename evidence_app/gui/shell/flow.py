"""What the long jobs of an open case have in common."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.shell.shell import Shell


class Flow(QObject):
    """One job at a time, shown in the status bar of a shell; it outlives a shell that is furnished anew."""

    running_changed = Signal()

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__()
        self._files, self._session = files, shell.lane.session()
        self._job: Job | None = None
        self._is_running = False
        self.attach(shell)

    @property
    def is_running(self) -> bool:
        """Tell whether the job is under way."""
        return self._is_running

    def attach(self, shell: Shell) -> None:
        """Show the job in a shell from now on, and end with it."""
        self.setParent(shell)
        self._shell = shell
        shell.status.progress.cancelled.connect(self.stop)

    def stop(self) -> None:
        """Ask the job to stop; what it has recorded stays."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        """Say that something runs."""
        self._is_running = True
        self.running_changed.emit()

    def _end(self) -> None:
        """Put the progress away."""
        self._job, self._is_running = None, False
        self._shell.status.progress.hide()
        self.running_changed.emit()

    def _on_failed(self, error: EvidenceError) -> None:
        """Say a known error in the page in front."""
        self._end()
        self._shell.page.say_error(error)
