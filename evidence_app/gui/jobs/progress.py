"""How a job reports where it is, and learns that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from evidence_app.services.progress import Cancelled


@dataclass(frozen=True, slots=True)
class Step:
    """Where a job is: what it does now, in words, and `done` of `total` (0 = not known)."""

    what: str
    done: int = 0
    total: int = 0


class JobProgress:
    """The services' `Progress`: each step both reports and gives a chance to stop."""

    def __init__(self, report: Callable[[Step], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def step(self, what: str, done: int, total: int) -> None:
        """Report a step; raise `Cancelled` where the job was asked to stop. Without words it only asks."""
        if self._stop.is_set():
            raise Cancelled
        if what:
            self._report(Step(what, done, total))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._stop.is_set()
