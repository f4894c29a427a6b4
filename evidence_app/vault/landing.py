"""Objects on their way into the vault: written one by one, made durable together."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from evidence_app.domain.errors import CannotRead, unwritable
from evidence_app.system import files
from evidence_app.system.words import _
from evidence_app.vault.hashing import Hashing, hash_of
from evidence_app.vault.source import Changed, Progress, Source, Unreadable

if TYPE_CHECKING:
    from evidence_app.vault.vault import Vault

INCOMING, QUARANTINE = ".incoming", ".quarantine"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that lies in the vault: hex SHA-256 of its plaintext, size in bytes, whether it lay there before.

    `modified` is the source's own time of last change, ISO 8601 UTC: a claim of the source, kept as such.
    """

    sha256: str
    size_bytes: int
    was_there: bool
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class _Written:
    """An object under its temporary name; `replaces` where a damaged one lies under the name it is to have."""

    stream: BinaryIO
    temporary: Path
    replaces: bool


class Landing:
    """A few objects that come in together; for one thread.

    What `put` returns counts only once `settle` has returned: all content is on the disk before the first name
    appears. Leaving the block leaves nothing behind of what was not settled.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._written: dict[Path, _Written] = {}
        self._shards: set[Path] = set()
        self.size_bytes = 0

    def __enter__(self) -> Landing:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._clear()

    def put(self, path: Path, progress: Progress = lambda _bytes: None) -> Sealed:
        """Hash a file, and encrypt it while reading it a second time.

        `progress` is told of bytes done, twice the size in all; raising in it cancels. Raises CannotRead for what is
        no regular file, cannot be read or changes meanwhile; NoSpace, CannotWrite.
        """
        try:
            with files.open_source(path) as stream:
                return self._put(Source(stream, progress))
        except files.NotRegularError as problem:
            raise CannotRead(path=path.name, why=_("it is a link, a device or a pipe, not a file")) from problem
        except Changed as problem:
            raise CannotRead(path=path.name, why=_("it changed while it was being read")) from problem
        except (OSError, Unreadable) as problem:
            raise CannotRead(path=path.name, why=getattr(problem, "strerror", None) or str(problem)) from problem

    def put_bytes(self, content: bytes) -> Sealed:
        """Encrypt bytes that were made here, such as a preview."""
        digest = hashlib.sha256(content).hexdigest()
        was_there = self._holds(digest)
        if not was_there:
            self._write(digest, iter([content]))
        return Sealed(digest, len(content), was_there)

    def settle(self) -> None:
        """Make durable all that was put: contents, then names, then folders. Raises NoSpace, CannotWrite."""
        try:
            for written in self._written.values():
                files.sync_file(written.stream)
                written.stream.close()
            for shard in self._shards:
                shard.mkdir(mode=0o700, exist_ok=True)
            for final, written in self._written.items():
                if written.replaces:
                    with suppress(FileNotFoundError):  # another landing has just set it aside
                        final.replace(self._vault.folder / QUARANTINE / f"{final.name}.{secrets.token_hex(4)}")
                written.temporary.replace(final)
            # The vault's folder always: whoever made a shard may not have come as far as that.
            for folder in (*self._shards, *([self._vault.folder] if self._shards else [])):
                files.sync_folder(folder)
        except OSError as problem:
            raise unwritable("vault", problem) from problem
        finally:
            self._clear()

    def _put(self, source: Source) -> Sealed:
        digest = hash_of(source.read())
        was_there = self._holds(digest)
        if not was_there:
            self._write(digest, source.again())
        elif hash_of(source.again()) != digest:
            raise Changed
        return Sealed(digest, source.size_bytes, was_there, source.modified)

    def _holds(self, digest: str) -> bool:
        """Tell whether content lies in the vault, sound, or is on its way there."""
        final = self._vault.home_of(digest)
        # Also of what lies there: whoever put it may have been cut off before its folder was on the disk.
        self._shards.add(final.parent)
        return final in self._written or (final.exists() and self._vault.is_sound(digest))

    def _write(self, digest: str, content: Iterator[bytes]) -> None:
        """Encrypt content under a temporary name; its hash must come out as `digest`."""
        final = self._vault.home_of(digest)
        try:
            if self._encrypted(final, content) != digest:
                raise Changed
        except BaseException:
            self._forget(final)
            raise

    def _encrypted(self, final: Path, content: Iterator[bytes]) -> str:
        """Encrypt content for the name it is to have; returns the hash of what was read."""
        temporary = self._vault.folder / INCOMING / secrets.token_hex(16)
        try:
            stream = temporary.open("xb")
            self._written[final] = _Written(stream, temporary, replaces=final.exists())
            with Hashing() as hashing:
                self._vault.encrypt(final.name, hashing.through(content), stream)
            stream.flush()
        except OSError as problem:
            raise unwritable("vault", problem) from problem
        self.size_bytes += stream.tell()
        return hashing.hexdigest

    def _forget(self, final: Path) -> None:
        """Remove one object that is not to land, or no longer lies under its temporary name."""
        written = self._written.pop(final, None)
        if written is not None:
            with suppress(OSError):
                written.stream.close()
            with suppress(OSError):
                written.temporary.unlink(missing_ok=True)

    def _clear(self) -> None:
        """Remove what has not landed, and begin anew."""
        for final in list(self._written):
            self._forget(final)
        self._shards.clear()
        self.size_bytes = 0
