"""Durable writes, careful reads, one lock: the only calls that touch the file system for the case itself."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotRegularError(OSError):
    """The path is a link, pipe, socket, device or folder, so its bytes are not a file's."""


class Busy(OSError):
    """Another process holds the lock."""


def sync_folder(folder: Path) -> None:
    """Make a rename or a new name in a folder survive a power cut; Windows needs and knows no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(stream: BinaryIO) -> None:
    """Bring a written file to the disk itself; on macOS past the drive's cache."""
    stream.flush()
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(stream.fileno(), fcntl.F_FULLFSYNC)
    else:
        os.fsync(stream.fileno())


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file in one step: after a crash it holds the old bytes or the new ones, never a mixture."""
    with prepared(path, content, replacing=True):
        pass


@contextmanager
def prepared(path: Path, content: bytes, *, replacing: bool) -> Iterator[None]:
    """Bring content to the disk before the block, and give it its name after; nothing stays where the block fails.

    Unless `replacing`, raises FileExistsError where another file has got that name meanwhile.
    """
    with _temporary(path, content) as temporary:
        yield
        if replacing:
            temporary.replace(path)
        else:
            _name_once(temporary, path)
    sync_folder(path.parent)


@contextmanager
def exchanged(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Give files other contents, in this order, for the block; for good where it ends well, else all are as before.

    A crash leaves each file with the old bytes or the new ones, and temporary files (`leftovers`) beside them.
    """
    with ExitStack() as making:
        new = {path: making.enter_context(_temporary(path, content)) for path, content in contents.items()}
        held = {path: raw for path in contents if (raw := _held(path)) is not None}
        old = {path: making.enter_context(_temporary(path, raw)) for path, raw in held.items()}
        with ExitStack() as putting_back:
            for path, temporary in new.items():
                temporary.replace(path)
                putting_back.callback(_put_back, path, old.get(path))
            for folder in {path.parent for path in contents}:
                sync_folder(folder)
            yield
            putting_back.pop_all()


@contextmanager
def _temporary(path: Path, content: bytes) -> Iterator[Path]:
    """Bring content to the disk under a temporary name beside a path, for as long as the block lasts."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            sync_file(stream)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _held(path: Path) -> bytes | None:
    """Return what a file holds, None where nobody can read it."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _put_back(path: Path, old: Path | None) -> None:
    """Give a file what it held before; a disk that refuses that, too, has the last word."""
    with suppress(OSError):
        if old is None:
            path.unlink()
        else:
            old.replace(path)
        sync_folder(path.parent)


def leftovers(path: Path) -> Iterator[Path]:
    """Yield the temporary files that a crash has left of a file."""
    name = re.compile(re.escape(f".{path.name}.") + "[0-9a-f]{8}")
    yield from (found for found in path.parent.iterdir() if name.fullmatch(found.name) and not found.is_dir())


def _name_once(temporary: Path, path: Path) -> None:
    """Give a file its name only if no other has it: by a link, and where the disk knows none, by looking first."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        if path.exists():
            raise FileExistsError(errno.EEXIST, "file exists", str(path)) from None
        temporary.rename(path)


@contextmanager
def open_source(path: Path) -> Iterator[BinaryIO]:
    """Open somebody else's file for reading: regular files only, links not followed, never blocking.

    Raises NotRegularError for anything else, OSError as the system gives it.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    except OSError as problem:
        if problem.errno in {errno.ELOOP, errno.ENXIO, errno.EISDIR}:
            raise NotRegularError(problem.errno, "not a regular file", str(path)) from problem
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotRegularError(errno.EINVAL, "not a regular file", str(path))
    with os.fdopen(handle, "rb", buffering=0) as stream:
        yield stream


class Lock:
    """An exclusive lock on a file, freed by the system when the process ends however it ends."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Take the lock at once; `read_only`: also where nothing can be written. Raises Busy when another has it."""
        self._stream = _lockable(path) if read_only else path.open("ab")
        try:
            self._take()
        except OSError as problem:
            self._stream.close()
            raise Busy(errno.EBUSY, "locked", str(path)) from problem

    def _take(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            self._stream.seek(0)
            msvcrt.locking(self._stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(self._stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        self._stream.close()


def _lockable(path: Path) -> IO[bytes]:
    """Open the file of a lock; on a medium that cannot be written, as it lies there."""
    try:
        return path.open("ab")
    except OSError as problem:
        if problem.errno not in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise
        return path.open("rb")
