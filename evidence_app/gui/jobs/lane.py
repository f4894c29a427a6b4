"""A thread that does one job after the other."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Any

from evidence_app.gui.jobs.job import Job, Work
from evidence_app.gui.jobs.relay import Relay


@dataclass(frozen=True, slots=True)
class _Place:
    """A job in the queue; `reader` is whose reading it is, None for what must not wait for readings."""

    job: Job
    topic: str
    reader: object = None


class Lane:
    """Runs jobs in the order in which they were given, in one thread of its own; never waits for the window.

    Readings come after all other jobs, those of whoever asked last before the others.
    """

    def __init__(self, name: str, relay: Relay) -> None:
        self.relay = relay
        self._waiting: deque[_Place] = deque()
        self._readings: list[_Place] = []
        self._reader: object = None  # who asked for a reading last
        self._turn = threading.Condition()
        self._closing = False
        self._now: _Place | None = None  # what is being done
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is being done and nothing waits."""
        with self._turn:
            return not (self._now or self._waiting or self._readings)

    def give(self, work: Work, *, topic: str = "", reader: object = None, **callbacks: Any) -> Job:
        """Queue `work(progress)`; a waiting job or a reading of the same topic is dropped: nobody wants its answer now.

        A lane that is closing takes nothing more: the job is over at once, as if it had been cancelled.
        """
        job = Job(work, self.relay, **callbacks)
        with self._turn:
            if self._closing:
                job.refuse()
                return job
            self._drop(topic)
            place = _Place(job, topic, reader)
            if reader is None:
                self._waiting.append(place)
            else:
                self._readings.append(place)
                self._reader = reader
            self._turn.notify()
        return job

    def close(self) -> None:
        """Let the thread end after what is queued, but for readings; returns at once."""
        with self._turn:
            self._closing = True
            for place in self._readings:
                place.job.cancel()
            self._turn.notify()

    def join(self, timeout_s: float = 10.0) -> bool:
        """Wait for the thread to end; for the very end of the program and for tests, never with a window open."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def is_wanted(self, reader: object) -> bool:
        """Tell whether something waits that comes before a reading of somebody's; may be asked often."""
        return self._closing or bool(self._waiting) or self._reader is not reader

    def _drop(self, topic: str) -> None:
        """Cancel what waits under a topic, and what is being read."""
        reading = (self._now,) if self._now is not None and self._now.reader is not None else ()
        for old in (*self._waiting, *self._readings, *reading):
            if topic and old.topic == topic:
                old.job.cancel()

    def _serve(self) -> None:
        """Take jobs until closed; a reading that gave way keeps its place."""
        while True:
            with self._turn:
                self._now = None
                while not (self._waiting or self._readings or self._closing):
                    self._turn.wait()
                if not (self._waiting or self._readings):
                    return
                place = self._waiting.popleft() if self._waiting else self._next_reading()
                self._now = place
            if not place.job.run():
                with self._turn:
                    self._readings.insert(0, place)
                    if self._closing:
                        place.job.cancel()

    def _next_reading(self) -> _Place:
        """Take the first reading of whoever asked last; once they have none, the first of all."""
        chosen = next((place for place in self._readings if place.reader is self._reader), self._readings[0])
        self._readings.remove(chosen)
        self._reader = chosen.reader
        return chosen
