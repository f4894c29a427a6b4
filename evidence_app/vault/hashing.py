"""SHA-256 of what passes by, beside the work done on it."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterable, Iterator


def hash_of(pieces: Iterable[bytes]) -> str:
    """Hash what comes in pieces."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


class Hashing:
    """SHA-256 in a second thread: hashing and encrypting release the interpreter and run side by side.

    The first piece is hashed at once, so that a small file costs no thread.
    """

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._queue: queue.Queue[bytes | None] = queue.Queue(maxsize=2)
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Hashing:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()

    def through(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the pieces on, each hashed or handed to the hashing thread first."""
        for number, piece in enumerate(pieces):
            if number == 0:
                self._digest.update(piece)
            else:
                self._hand_over(piece)
            yield piece

    @property
    def hexdigest(self) -> str:
        """The digest once the block has ended."""
        return self._digest.hexdigest()

    def _hand_over(self, piece: bytes) -> None:
        """Give a piece to the thread."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="hashing", daemon=True)
            self._thread.start()
        self._queue.put(piece)

    def _work(self) -> None:
        while (piece := self._queue.get()) is not None:
            self._digest.update(piece)
