"""How a job reports where it is, and learns that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(BaseException):  # noqa: N818 - not an error; a BaseException so that no job swallows it
    """Raised inside a job, at a step, after someone asked it to stop."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a job is: `done` of `total` (0 = not known yet), and the stage it is in, as the service names it."""

    done: int = 0
    total: int = 0
    note: str = ""


class Progress:
    """Handed to a job; each step both reports and gives a chance to stop."""

    def __init__(self, report: Callable[[Step], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def step(self, done: int = 0, total: int = 0, note: str = "") -> None:
        """Report a step; raise `Cancelled` where the job was asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._report(Step(done, total, note))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._stop.is_set()
