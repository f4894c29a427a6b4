"""Looking into sealed files beside the window: thumbnails, facts and text arrive as workers find them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from evidence_app.gui.jobs.archive_lane import Session
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.flow import Flow
from evidence_app.services import examining


def _examine(session: Session, progress: JobProgress) -> int:
    """Look into all that waits; runs in the files lane and records in the archive lane."""

    def prepare(ws: Any) -> tuple[Any, list[examining.Waiting]]:
        return ws.vault, examining.pending(ws)

    vault, waiting = session.ask(prepare)

    def record(examined: list[examining.Examined]) -> None:
        session.ask(lambda ws: examining.record(ws, examined))

    return examining.through(vault, waiting, record, progress)


class Examining(Flow):
    """Runs after an import, and when a case is opened in which files still wait; it may stop at any time."""

    finished = Signal(int)  # how many files were looked into

    def start(self) -> None:
        """Begin, unless it is under way."""
        if not self.is_running:
            self._begin()
            self._job = self._files.give(
                lambda progress: _examine(self._session, progress),
                done=self._on_done,
                failed=self._on_failed,
                stopped=partial(self._on_done, 1),
                progressed=self._on_progressed,
            )

    def _on_progressed(self, step: Step) -> None:
        self._shell.status.progress.show_step(step.what, step.done, step.total)

    def _on_done(self, count: int) -> None:
        """Show what was found."""
        self._end()
        if count:
            self._shell.refresh()
        self.finished.emit(count)
