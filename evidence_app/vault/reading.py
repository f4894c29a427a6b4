"""Reading an object of the vault: what is wrong with it is told in the words of a case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from evidence_app.domain.errors import CannotRead, MissingPart, ObjectDamaged
from evidence_app.vault.streaming import Decrypting, NotAuthenticError


class Reading(Decrypting):
    """The plaintext of one object; opening and every read raise ObjectDamaged or CannotRead, nothing else."""

    def __init__(self, source: BinaryIO, key: bytes, associated: bytes, name: str) -> None:
        self._name = name
        with told(name):
            super().__init__(source, key, associated)

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer from one segment; 0 at the end."""
        with told(self._name):
            return super().readinto(buffer)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Tell of an object that is missing, damaged or cannot be read by its name."""
    file = f"vault/{name[:2]}/{name}"
    try:
        yield
    except NotAuthenticError as problem:
        raise ObjectDamaged(name=name) from problem
    except FileNotFoundError as problem:
        raise MissingPart(file=file) from problem
    except OSError as problem:
        raise CannotRead(path=file, why=problem.strerror or str(problem)) from problem
