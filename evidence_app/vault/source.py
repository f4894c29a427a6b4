"""A file of somebody else's, read twice and expected to be the same both times."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import BinaryIO

from evidence_app.vault import streaming

Progress = Callable[[int], None]


class Changed(Exception):
    """The source was not the same when it was read again."""


class Unreadable(Exception):
    """The source failed while it was read, told apart from a vault that failed to take it."""


class Source:
    """An opened source; `progress` is told of bytes read, each time they are read."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream, self._progress = stream, progress
        self._before = os.fstat(stream.fileno())

    @property
    def size_bytes(self) -> int:
        """The size it had when it was opened."""
        return self._before.st_size

    @property
    def modified(self) -> str:
        """Its own time of last change, ISO 8601 UTC; empty where it is no time."""
        try:
            return datetime.fromtimestamp(self._before.st_mtime_ns / 1e9, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (OverflowError, ValueError, OSError):
            return ""

    def read(self) -> Iterator[bytes]:
        """Read it from its beginning, in pieces of the size of the vault's segments; raises Unreadable."""
        most = self.size_bytes + 1  # one more, to see a file that has grown
        sizes = (min(most, streaming.room(number)) for number in count())
        try:
            self._stream.seek(0)
            while piece := self._stream.read(next(sizes)):
                self._progress(len(piece))
                yield piece
        except OSError as problem:
            raise Unreadable(problem.strerror or str(problem)) from problem

    def again(self) -> Iterator[bytes]:
        """Read it once more; raises Changed where size or time of change are others by then."""
        yield from self.read()
        after = os.fstat(self._stream.fileno())
        if (self._before.st_size, self._before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise Changed
