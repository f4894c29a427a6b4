"""The vault of a case: put a file in once, read it back for ever, look for damage."""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from evidence_app.domain.errors import CannotRead, MissingPart, ObjectDamaged, unwritable
from evidence_app.keys.keyring import Keyring
from evidence_app.system import files
from evidence_app.vault import streaming
from evidence_app.vault.landing import INCOMING, QUARANTINE, Landing, Sealed
from evidence_app.vault.reading import Reading, told
from evidence_app.vault.source import Progress

_CHUNK = 1 << 20
_SHARD = re.compile("[0-9a-f]{2}")
_OBJECT = re.compile("[0-9a-f]{64}")
_UNFINISHED = re.compile("[0-9a-f]{32}")
_SET_ASIDE = re.compile(r"([0-9a-f]{64}|[0-9a-f]{32})(\.[0-9a-f]{8})?")


class Vault:
    """Encrypted objects in one folder; safe to use from several threads, needs no database."""

    def __init__(self, folder: Path, keyring: Keyring) -> None:
        self.folder = folder
        self._name_key, self._object_key = keyring.vault_name, keyring.vault_object

    def prepare(self) -> None:
        """Make the folders that are not there: a copy may have dropped empty ones. Raises CannotWrite, NoSpace."""
        try:
            for folder in (self.folder, self.folder / INCOMING, self.folder / QUARANTINE):
                folder.mkdir(mode=0o700, exist_ok=True)
            files.sync_folder(self.folder)
        except OSError as problem:
            raise unwritable("vault", problem) from problem

    def name_of(self, sha256: str) -> str:
        """Return the name of the object that holds the plaintext of this hash."""
        return hmac.digest(self._name_key, bytes.fromhex(sha256), "sha256").hex()

    def home_of(self, sha256: str) -> Path:
        """Return where that object belongs."""
        name = self.name_of(sha256)
        return self.folder / name[:2] / name

    def path_of(self, sha256: str) -> Path:
        """Return where that object lies, be it set aside, or would lie."""
        home = self.home_of(sha256)
        with told(home.name):
            return home if home.exists() else self._set_aside(sha256) or home

    def landing(self) -> Landing:
        """Return a way in for several objects that are made durable together."""
        return Landing(self)

    def put(self, source: Path, progress: Progress = lambda _bytes: None) -> Sealed:
        """Put one file in, durably; what it raises is said at `Landing.put` and `Landing.settle`."""
        with self.landing() as landing:
            sealed = landing.put(source, progress)
            landing.settle()
        return sealed

    def put_bytes(self, content: bytes) -> Sealed:
        """Seal bytes that were made here, such as a preview."""
        with self.landing() as landing:
            sealed = landing.put_bytes(content)
            landing.settle()
        return sealed

    def open(self, sha256: str) -> Reading:
        """Open an object for reading at any place; opening and reading raise MissingPart, ObjectDamaged, CannotRead."""
        return self._opened(self.path_of(sha256), self.name_of(sha256))

    def read(self, sha256: str) -> bytes:
        """Return the whole plaintext, its hash checked; raises what `open` raises."""
        buffer = io.BytesIO()  # its value shares its memory; `stream.read()` would hold the content twice
        with self.open(sha256) as stream:
            while piece := stream.read(_CHUNK):
                buffer.write(piece)
        content = buffer.getvalue()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ObjectDamaged(name=self.name_of(sha256))
        return content

    def check(self, sha256: str, size_bytes: int | None = None, progress: Progress = lambda _bytes: None) -> None:
        """Read an object through; raises what `open` raises. Memory: two segments."""
        self._check(self.path_of(sha256), sha256, size_bytes, progress)

    def is_sound(self, sha256: str) -> bool:
        """Tell whether an object lies where it belongs and still holds its content."""
        return self._is_sound(self.home_of(sha256), sha256)

    def names(self) -> Iterator[str]:
        """Yield the names of all objects that lie where they belong."""
        yield from (path.name for path in self._objects())

    def foreign(self) -> Iterator[Path]:
        """Yield what lies in the vault and is no part of it, such as what a file manager leaves behind."""
        own = {INCOMING: _UNFINISHED, QUARANTINE: _SET_ASIDE}
        for entry in map(Path, _entries(self.folder)):
            is_own = entry.name in own or _SHARD.fullmatch(entry.name)
            if not is_own or entry.is_symlink() or not entry.is_dir():
                yield entry
                continue
            parts = _regular(entry, own[entry.name]) if entry.name in own else _sealed(entry)
            yield from (part for part in map(Path, _entries(entry)) if part not in set(parts))

    def strays(self, hashes: Iterable[str]) -> list[Path]:
        """Return the objects that none of the hashes names, and unfinished ones."""
        recorded = {self.name_of(sha256) for sha256 in hashes}
        nameless = [path for path in self._objects() if path.name not in recorded]
        return [*nameless, *_regular(self.folder / INCOMING, _UNFINISHED)]

    def quarantine(self, hashes: Iterable[str]) -> list[str]:
        """Move strays aside; never delete, never overwrite. Returns their names. Raises CannotWrite, NoSpace."""
        strays = self.strays(hashes)
        for stray in strays:
            aside = self.folder / QUARANTINE / stray.name
            self._move(stray, aside.with_name(f"{aside.name}.{secrets.token_hex(4)}") if aside.exists() else aside)
        return [stray.name for stray in strays]

    def astray(self, hashes: Iterable[str]) -> list[str]:
        """Return those of the hashes whose objects lie set aside and not where they belong."""
        aside = {path.name[:64] for path in _regular(self.folder / QUARANTINE, _SET_ASIDE)}
        if not aside:
            return []
        lost = [sha256 for sha256 in hashes if self.name_of(sha256) in aside and not self.home_of(sha256).exists()]
        return [sha256 for sha256 in lost if self._set_aside(sha256)]

    def bring_home(self, hashes: Iterable[str]) -> None:
        """Move objects from where they were set aside to where they belong. Raises CannotWrite, NoSpace."""
        for sha256 in hashes:
            aside, home = self._set_aside(sha256), self.home_of(sha256)
            if aside is not None and not home.exists():
                self._move(aside, home)

    def _set_aside(self, sha256: str) -> Path | None:
        """Return the first sound object of this content among those set aside; a lone one is not looked into."""
        home = self.home_of(sha256)
        found = [path for path in _regular(self.folder / QUARANTINE, _SET_ASIDE) if path.name[:64] == home.name]
        if len(found) == 1 and found[0].name == home.name:
            return found[0]
        return next((path for path in found if self._is_sound(path, sha256)), None)

    @staticmethod
    def _move(source: Path, target: Path) -> None:
        """Give an object another place, durably."""
        try:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            source.replace(target)
            for folder in (target.parent, source.parent, target.parents[1]):
                files.sync_folder(folder)
        except OSError as problem:
            raise unwritable("vault", problem) from problem

    def _objects(self) -> Iterator[Path]:
        """Yield what lies where objects lie and is named like one, in order of name."""
        for shard in _entries(self.folder):
            if _SHARD.fullmatch(shard.name):
                yield from _sealed(Path(shard))

    def _opened(self, path: Path, name: str) -> Reading:
        """Open what lies at a path as the object of a name."""
        with told(name):
            stream = path.open("rb")
        try:
            return Reading(stream, self._object_key, self._associated(name), name)
        except BaseException:
            stream.close()
            raise

    def _check(self, path: Path, sha256: str, size_bytes: int | None, progress: Progress) -> None:
        """Read what lies at a path through as the object of a content."""
        digest, size, name = hashlib.sha256(), 0, self.name_of(sha256)
        with self._opened(path, name) as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
                size += len(piece)
                progress(len(piece))
        if digest.hexdigest() != sha256 or size_bytes not in {None, size}:
            raise ObjectDamaged(name=name)

    def _is_sound(self, path: Path, sha256: str) -> bool:
        try:
            self._check(path, sha256, None, lambda _bytes: None)
        except (ObjectDamaged, MissingPart, CannotRead):
            return False
        return True

    def encrypt(self, name: str, content: Iterator[bytes], target: BinaryIO) -> None:
        """Write content as the object of this name."""
        streaming.encrypt(self._object_key, self._associated(name), streaming.segments(content), target)

    @staticmethod
    def _associated(name: str) -> bytes:
        return b"evidence-app/1/vault\x00" + name.encode()


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, in order of name; nothing where there is no folder. Raises CannotRead."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise CannotRead(path=folder.name, why=problem.strerror or str(problem)) from problem


def _regular(folder: Path, form: re.Pattern[str]) -> list[Path]:
    """Return the regular files of a folder whose names have the form; links, folders and others are left alone."""
    entries = _entries(folder)
    return [Path(one) for one in entries if form.fullmatch(one.name) and one.is_file(follow_symlinks=False)]


def _sealed(shard: Path) -> list[Path]:
    """Return the objects of a folder: regular files whose names have the form and begin with the folder's."""
    return [path for path in _regular(shard, _OBJECT) if path.name.startswith(shard.name)]
