"""The vault of a case: put a file in once, read it back for ever, look for damage."""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from evidence_app.domain.errors import MissingPart, ObjectDamaged
from evidence_app.keys.keyring import Keyring
from evidence_app.system import files
from evidence_app.vault import streaming
from evidence_app.vault.landing import INCOMING, QUARANTINE, Landing, Sealed
from evidence_app.vault.source import Progress
from evidence_app.vault.streaming import Decrypting, NotAuthenticError

_CHUNK = 1 << 20


class Vault:
    """Encrypted objects in one folder; safe to use from several threads, needs no database."""

    def __init__(self, folder: Path, keyring: Keyring) -> None:
        self.folder = folder
        self._name_key, self._object_key = keyring.vault_name, keyring.vault_object

    def prepare(self) -> None:
        """Make the folders of an empty vault."""
        for folder in (self.folder, self.folder / INCOMING, self.folder / QUARANTINE):
            folder.mkdir(mode=0o700, exist_ok=True)
        files.sync_folder(self.folder)

    def name_of(self, sha256: str) -> str:
        """Return the name of the object that holds the plaintext of this hash."""
        return hmac.digest(self._name_key, bytes.fromhex(sha256), "sha256").hex()

    def path_of(self, sha256: str) -> Path:
        """Return where that object lies or would lie."""
        name = self.name_of(sha256)
        return self.folder / name[:2] / name

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
        buffer = io.BytesIO()  # its value shares its memory; `stream.read()` would hold the content twice
        try:
            with self.open(sha256) as stream:
                while piece := stream.read(_CHUNK):
                    buffer.write(piece)
        except NotAuthenticError as problem:
            raise ObjectDamaged(name=self.name_of(sha256)) from problem
        content = buffer.getvalue()
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
        yield from (path.name for path in self._objects())

    def strays(self, hashes: Iterable[str]) -> list[Path]:
        """Return the objects that none of the hashes names, and unfinished ones."""
        recorded = {self.name_of(sha256) for sha256 in hashes}
        nameless = [path for path in self._objects() if path.name not in recorded]
        return [*nameless, *(self.folder / INCOMING).iterdir()]

    def quarantine(self, hashes: Iterable[str]) -> list[str]:
        """Move strays aside; never delete. Returns their names."""
        strays = self.strays(hashes)
        for stray in strays:
            stray.replace(self.folder / QUARANTINE / stray.name)
        return [stray.name for stray in strays]

    def _objects(self) -> Iterator[Path]:
        """Yield what lies where objects lie, in order of name."""
        for shard in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(shard.iterdir())

    def is_sound(self, sha256: str) -> bool:
        """Tell whether an object that lies there still holds its content."""
        try:
            self.check(sha256)
        except (ObjectDamaged, MissingPart):
            return False
        return True

    def encrypt(self, name: str, content: Iterator[bytes], target: BinaryIO) -> None:
        """Write content as the object of this name."""
        streaming.encrypt(self._object_key, self._associated(name), streaming.segments(content), target)

    @staticmethod
    def _associated(name: str) -> bytes:
        return b"evidence-app/1/vault\x00" + name.encode()
