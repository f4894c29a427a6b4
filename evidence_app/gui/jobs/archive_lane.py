"""The one thread that opens the archive, asks it and closes it: its connection knows no other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from evidence_app.domain.changes import ChangeSet
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress
from evidence_app.gui.jobs.relay import Relay
from evidence_app.services.progress import Cancelled

T = TypeVar("T")
MUCH = 100_000  # objects that a reading left, of which Python would look for cycles again and again


class Closable(Protocol):
    """What the lane must know of a workspace."""

    @property
    def listeners(self) -> list[Callable[[ChangeSet], None]]:
        """Whom the workspace tells of each act."""

    def close(self) -> None:
        """Close the archive and forget its keys."""


class Session:
    """A case as it was open once: after the lock nothing is asked of it any more, even if a case is open again."""

    def __init__(self, lane: ArchiveLane, number: int) -> None:
        self._lane, self._number = lane, number

    def ask(self, call: Callable[[Any], T]) -> T:
        """Ask and wait for the answer: for another lane's thread, never for the window's.

        Raises what the call raises, and Cancelled once the case is locked or the lane closes.
        """
        return self._lane.ask(call, self._number)


class ArchiveLane(Lane):
    """A lane that holds the open workspace; `submit` hands it to every callable."""

    def __init__(self, relay: Relay) -> None:
        super().__init__("archive", relay)
        self._workspace: Any = None
        self._openings = 0

    def open(self, opener: Callable[[], Closable], **callbacks: Any) -> Job:
        """Open a workspace in the lane and keep it; `done` gets it, to read its title from, not to ask it."""

        def work(_progress: JobProgress) -> Closable:
            self._shut()
            opened = opener()
            opened.listeners.append(self.relay.tell_change)
            self._workspace = opened
            self._openings += 1
            return opened

        return self.give(work, **callbacks)

    def submit(self, call: Callable[..., Any], *args: Any, topic: str = "", **callbacks: Any) -> Job:
        """Ask `call(workspace, *args)`."""
        return self.give(lambda _progress: call(self._held(), *args), topic=topic, **callbacks)

    def read(self, reader: object, call: Callable[..., Any], *args: Any, topic: str = "", **callbacks: Any) -> Job:
        """Ask `call(workspace, *args)`, which takes long and writes nothing.

        It gives way to whatever else is asked meanwhile, also to another reader, and is begun anew after that.
        """

        def work(progress: JobProgress) -> Any:
            held = self._held()
            with _without_collecting(), held.giving_way(lambda: progress.is_cancelled or self.is_wanted(reader)):
                return call(held, *args)

        return self.give(work, topic=topic, reader=reader, **callbacks)

    def session(self) -> Session:
        """Return the case that is open now."""
        return Session(self, self._openings)

    def ask(self, call: Callable[[Any], T], opening: int) -> T:
        """Ask the case of one opening, and wait for the answer."""
        answer: Future[T] = Future()

        def work(_progress: JobProgress) -> None:
            try:
                answer.set_result(call(self._held(opening)))
            except Exception as problem:  # noqa: BLE001 - carried over to the lane that asked
                answer.set_exception(problem)

        if self.give(work).is_refused:
            raise Cancelled
        return answer.result()

    def lock(self, **callbacks: Any) -> Job:
        """Close the workspace; jobs given later need another `open`."""
        return self.give(lambda _progress: self._shut(), **callbacks)

    def close(self) -> None:
        """Close the workspace, then let the thread end."""
        self.lock()
        super().close()

    def _held(self, opening: int = 0) -> Any:
        """Return the open workspace, of one opening or any; after a lock nobody waits for answers any more."""
        if self._workspace is None or opening not in (0, self._openings):
            raise Cancelled
        return self._workspace

    def _shut(self) -> None:
        """Close the workspace that is open, if any."""
        held, self._workspace = self._workspace, None
        if held is not None:
            held.close()
        gc.unfreeze()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles in what is being read, and in what was: that holds every thread.

    Among the objects that 100,000 records make it took half a second, time and again. What a reading leaves, where it
    is much, is kept out of later looks until the case is left; it is free of cycles, so it goes when nobody holds it.
    """
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MUCH:  # while nobody looks, Python counts what is made
            gc.freeze()
        gc.enable()
