"""One piece of work in a lane, and what the window wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.jobs.relay import Relay
from evidence_app.services.progress import Cancelled, GaveWay

Work = Callable[[JobProgress], Any]


class Job:
    """A handle on work: `cancel()` it; the callbacks come in the window's thread, one of done, failed or stopped."""

    def __init__(
        self,
        work: Work,
        relay: Relay,
        *,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[EvidenceError], object] | None = None,
        progressed: Callable[[Step], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        self._work, self._relay = work, relay
        self._done, self._failed, self._progressed, self._stopped = done, failed, progressed, stopped
        self._progress = JobProgress(self._report)
        self.is_refused = False

    def cancel(self) -> None:
        """Ask the work to stop; what it has already recorded stays."""
        self._progress.cancel()

    def refuse(self) -> None:
        """Never run: the lane is closing."""
        self.is_refused = True
        self._tell(self._stopped)

    def run(self) -> bool:
        """Do the work and post what came of it; the one place where a job's unexpected error is caught.

        Returns whether it is over: a reading that gave way is to be run again.
        """
        try:
            if self._progress.is_cancelled:
                raise Cancelled
            result = self._work(self._progress)
        except GaveWay:
            return False
        except Cancelled:
            self._tell(self._stopped)
        except EvidenceError as error:
            self._tell(self._failed or self._relay.broke.emit, error)
        except Exception as bug:  # noqa: BLE001 - a bug in a job must reach the sheet, not end the lane
            self._tell(self._relay.broke.emit, bug)
        else:
            self._tell(self._done, result)
        return True

    def _report(self, step: Step) -> None:
        """Pass a step on to the window."""
        if self._progressed is not None:
            self._relay.post(self._progressed, step)

    def _tell(self, call: Callable[..., object] | None, *args: object) -> None:
        """Hand the outcome to whoever asked for it."""
        if call is not None:
            self._relay.post(call, *args)
