"""A thread that does one job after the other."""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

from evidence_app.gui.jobs.job import Job, Work
from evidence_app.gui.jobs.relay import Relay


class Lane:
    """Runs jobs in the order in which they were given, in one thread of its own; never waits for the window."""

    def __init__(self, name: str, relay: Relay) -> None:
        self.relay = relay
        self._waiting: deque[tuple[Job, str]] = deque()
        self._turn = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def give(self, work: Work, *, topic: str = "", **callbacks: Any) -> Job:
        """Queue `work(progress)`; a waiting job of the same topic is dropped, since nobody wants its answer now.

        A lane that is closing takes nothing more: the job is over at once, as if it had been cancelled.
        """
        job = Job(work, self.relay, **callbacks)
        with self._turn:
            if self._closing:
                job.refuse()
                return job
            if topic:
                for old, subject in self._waiting:
                    if subject == topic:
                        old.cancel()
            self._waiting.append((job, topic))
            self._turn.notify()
        return job

    def close(self) -> None:
        """Let the thread end after what is queued; returns at once."""
        with self._turn:
            self._closing = True
            self._turn.notify()

    def join(self, timeout_s: float = 10.0) -> bool:
        """Wait for the thread to end; for the very end of the program and for tests, never with a window open."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        """Take jobs until closed."""
        while True:
            with self._turn:
                while not self._waiting and not self._closing:
                    self._turn.wait()
                if not self._waiting:
                    return
                job, _topic = self._waiting.popleft()
            job.run()
