"""The vault of a case: put a file in once, read it back for ever, look for damage."""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import queue
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from evidence_app.domain.errors import CannotRead, CannotWrite, MissingPart, NoSpace, ObjectDamaged
from evidence_app.keys.keyring import Keyring
from evidence_app.system import files
from evidence_app.system.words import _
from evidence_app.vault import streaming
from evidence_app.vault.streaming import Decrypting, NotAuthenticError

_INCOMING, _QUARANTINE = ".incoming", ".quarantine"
_CHUNK = 1 << 20

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that lies in the vault: hex SHA-256 of its plaintext, size in bytes, whether it lay there before.

    `modified` is the source's own time of last change, ISO 8601 UTC: a claim of the source, kept as such.
    """

    sha256: str
    size_bytes: int
    was_there: bool
    modified: str | None = None


class Vault:
    """Encrypted objects in one folder; safe to use from several threads, needs no database."""

    def __init__(self, folder: Path, keyring: Keyring) -> None:
        self.folder = folder
        self._name_key, self._object_key = keyring.vault_name, keyring.vault_object

    def prepare(self) -> None:
        """Make the folders of an empty vault."""
        for folder in (self.folder, self.folder / _INCOMING, self.folder / _QUARANTINE):
            folder.mkdir(mode=0o700, exist_ok=True)
        files.sync_folder(self.folder)

    def name_of(self, sha256: str) -> str:
        """Return the name of the object that holds the plaintext of this hash."""
        return hmac.digest(self._name_key, bytes.fromhex(sha256), "sha256").hex()

    def path_of(self, sha256: str) -> Path:
        """Return where that object lies or would lie."""
        name = self.name_of(sha256)
        return self.folder / name[:2] / name

    def put(self, source: Path, progress: Progress = lambda _bytes: None) -> Sealed:
        """Hash a file, encrypt it, read it a second time while doing so, and make it durable.

        `progress` is told of bytes done, twice the size in all; raising in it cancels and leaves nothing behind.
        Raises CannotRead for what is no regular file, cannot be read or changes meanwhile; NoSpace.
        """
        try:
            with files.open_source(source) as stream:
                return self._put(stream, source, progress)
        except files.NotRegularError as problem:
            raise CannotRead(path=source.name, why=_("it is a link, a device or a pipe, not a file")) from problem
        except OSError as problem:
            raise CannotRead(path=source.name, why=problem.strerror or str(problem)) from problem

    def put_bytes(self, content: bytes) -> Sealed:
        """Seal bytes that were made here, such as a preview."""
        digest = hashlib.sha256(content).hexdigest()
        return Sealed(digest, len(content), self._store(digest, lambda: iter([content])))

    def open(self, sha256: str) -> Decrypting:
        """Open an object for reading at any place; raises MissingPart or ObjectDamaged at once where it can tell."""
        path = self.path_of(sha256)
        try:
            stream = path.open("rb")
        except FileNotFoundError as problem:
            raise MissingPart(file=f"vault/{path.parent.name}/{path.name}") from problem
        try:
            return Decrypting(stream, self._object_key, self._associated(path.name))
        except NotAuthenticError as problem:
            stream.close()
            raise ObjectDamaged(name=path.name) from problem

    def read(self, sha256: str) -> bytes:
        """Return the whole plaintext, its hash checked; raises MissingPart or ObjectDamaged."""
        try:
            with self.open(sha256) as stream:
                content = stream.read()
        except NotAuthenticError as problem:
            raise ObjectDamaged(name=self.name_of(sha256)) from problem
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ObjectDamaged(name=self.name_of(sha256))
        return content

    def check(self, sha256: str, size_bytes: int | None = None, progress: Progress = lambda _bytes: None) -> None:
        """Read an object through; raises MissingPart or ObjectDamaged. Memory: two segments."""
        digest, size = hashlib.sha256(), 0
        try:
            with self.open(sha256) as stream:
                while piece := stream.read(_CHUNK):
                    digest.update(piece)
                    size += len(piece)
                    progress(len(piece))
        except NotAuthenticError as problem:
            raise ObjectDamaged(name=self.name_of(sha256)) from problem
        if digest.hexdigest() != sha256 or size_bytes not in {None, size}:
            raise ObjectDamaged(name=self.name_of(sha256))

    def names(self) -> Iterator[str]:
        """Yield the names of all objects that lie in the vault."""
        for shard in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(entry.name for entry in shard.iterdir())

    def quarantine(self, hashes: Iterable[str]) -> list[str]:
        """Move objects that none of the hashes names, and unfinished ones, aside; never delete. Returns their names."""
        recorded = {self.name_of(sha256) for sha256 in hashes}
        strays = [self.folder / name[:2] / name for name in self.names() if name not in recorded]
        strays += list((self.folder / _INCOMING).iterdir())
        for stray in strays:
            stray.replace(self.folder / _QUARANTINE / stray.name)
        return [stray.name for stray in strays]

    def _put(self, stream: BinaryIO, source: Path, progress: Progress) -> Sealed:
        before = os.fstat(stream.fileno())
        digest = _digest(stream, progress)
        was_there = self._store(digest, lambda: _again(stream, progress))
        if was_there:
            stream.seek(0)
            if _digest(stream, progress) != digest:
                raise CannotRead(path=source.name, why=_("it changed while it was being read"))
        after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise CannotRead(path=source.name, why=_("it changed while it was being read"))
        return Sealed(digest, after.st_size, was_there, _utc(after.st_mtime_ns))

    def _store(self, digest: str, content: Callable[[], Iterator[bytes]]) -> bool:
        """Encrypt content whose hash must come out as `digest`; True where the object lay there before."""
        final = self.path_of(digest)
        if final.exists():
            if self._is_sound(digest):
                return True
            # What lay there was damaged; the same content has come again, so it can be made whole.
            final.replace(self.folder / _QUARANTINE / f"{final.name}.{secrets.token_hex(4)}")
        temporary = self.folder / _INCOMING / secrets.token_hex(16)
        try:
            with temporary.open("xb") as target:
                if self._encrypt(target, final.name, content()) != digest:
                    raise CannotRead(path=final.name, why=_("it changed while it was being read"))
                files.sync_file(target)
            new_shard = not final.parent.exists()
            final.parent.mkdir(mode=0o700, exist_ok=True)
            temporary.replace(final)
            files.sync_folder(final.parent)
            if new_shard:
                files.sync_folder(self.folder)
        except _Unreadable as problem:
            raise OSError(*problem.args) from problem
        except OSError as problem:
            raise _unwritable(problem) from problem
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        return False

    def _is_sound(self, digest: str) -> bool:
        """Tell whether an object that lies there still holds its content."""
        try:
            self.check(digest)
        except (ObjectDamaged, MissingPart):
            return False
        return True

    def _encrypt(self, target: BinaryIO, name: str, content: Iterator[bytes]) -> str:
        """Encrypt and hash the same buffers, the hashing in a thread of its own; return the hex digest."""
        with _Hashing() as hashing:
            pieces = hashing.through(_segments(content))
            streaming.encrypt(self._object_key, self._associated(name), pieces, target)
        return hashing.hexdigest

    @staticmethod
    def _associated(name: str) -> bytes:
        return b"evidence-app/1/vault\x00" + name.encode()


class _Hashing:
    """SHA-256 in a second thread: hashing and encrypting release the interpreter and run side by side."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._queue: queue.Queue[bytes | None] = queue.Queue(maxsize=2)
        self._thread = threading.Thread(target=self._work, daemon=True)

    def _work(self) -> None:
        while (piece := self._queue.get()) is not None:
            self._digest.update(piece)

    def __enter__(self) -> _Hashing:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._queue.put(None)
        self._thread.join()

    def through(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the pieces on, each handed to the hashing thread first."""
        for piece in pieces:
            self._queue.put(piece)
            yield piece

    @property
    def hexdigest(self) -> str:
        """The digest once the block has ended."""
        return self._digest.hexdigest()


def _segments(content: Iterator[bytes]) -> Iterator[bytes]:
    """Cut content into the pieces that `streaming.encrypt` wants: full segments, then the rest, at least one."""
    buffer, number = bytearray(), 0
    for piece in content:
        buffer += piece
        while len(buffer) > streaming.room(number):
            size = streaming.room(number)
            yield bytes(memoryview(buffer)[:size])
            del buffer[:size]
            number += 1
    yield bytes(buffer)


def _digest(stream: BinaryIO, progress: Progress) -> str:
    """Hash a source from its beginning."""
    digest = hashlib.sha256()
    buffer = bytearray(_CHUNK)
    view = memoryview(buffer)
    while size := stream.readinto(buffer):  # type: ignore[attr-defined]
        digest.update(view[:size])
        progress(size)
    return digest.hexdigest()


class _Unreadable(Exception):
    """The source failed while it was read, told apart from a vault that failed to take it."""


def _again(stream: BinaryIO, progress: Progress) -> Iterator[bytes]:
    """Read a source from its beginning, in pieces."""
    try:
        stream.seek(0)
        while piece := stream.read(_CHUNK):
            progress(len(piece))
            yield piece
    except OSError as problem:
        raise _Unreadable(*problem.args) from problem


def _utc(nanoseconds: int) -> str:
    """Write a file time as ISO 8601 UTC."""
    from datetime import UTC, datetime

    try:
        return datetime.fromtimestamp(nanoseconds / 1e9, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return ""


def _unwritable(problem: OSError) -> CannotWrite | NoSpace:
    """Return what it means that the vault could not be written."""
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return NoSpace()
    return CannotWrite(path="vault", why=problem.strerror or str(problem))
