"""Checking the case beside the window: everything is read and hashed anew, nothing is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from evidence_app.gui.dialogs.checked_sheet import CheckedSheet
from evidence_app.gui.jobs.archive_lane import Session
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.flow import Flow
from evidence_app.services import verifying
from evidence_app.services.verifying import Verification


class Checking(Flow):
    """Waits in the files lane while the archive lane checks; what is asked of the archive meanwhile comes after it."""

    finished = Signal()

    def start(self) -> None:
        """Begin, unless it is under way."""
        if not self.is_running:
            self._begin()
            self._job = self._files.give(
                lambda progress: _checked(self._session, progress),
                done=self._on_done,
                failed=self._on_failed,
                stopped=self._end,
                progressed=self._on_progressed,
            )

    def _on_progressed(self, step: Step) -> None:
        self._shell.status.progress.show_step(step.what, step.done, step.total)

    def _on_done(self, found: Verification) -> None:
        """Say what was found."""
        self._end()
        CheckedSheet(found, self._shell.window()).open()
        self.finished.emit()


def _checked(session: Session, progress: JobProgress) -> Verification:
    """Check the open case."""
    return session.ask(lambda ws: verifying.check(ws, progress))
