"""Streaming authenticated encryption in Tink's wire format AES256_GCM_HKDF_1MB (docs/FORMAT.md §3)."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SEGMENT_BYTES = 1 << 20
TAG_BYTES = 16
HEADER_BYTES = 40
_SALT_BYTES = 32
_PREFIX_BYTES = 7


class NotAuthenticError(Exception):
    """The ciphertext is not what was written: a changed, missing, added or exchanged byte."""


def _cipher(key: bytes, salt: bytes, associated: bytes) -> AESGCM:
    """Return the cipher of one stream."""
    return AESGCM(HKDF(SHA256(), 32, salt, associated).derive(key))


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    """Return the nonce of a segment."""
    return prefix + number.to_bytes(4, "big") + bytes([last])


def room(number: int) -> int:
    """Return how many plaintext bytes segment `number` holds when full."""
    return SEGMENT_BYTES - TAG_BYTES - (HEADER_BYTES if number == 0 else 0)


def segments(content: Iterator[bytes]) -> Iterator[bytes]:
    """Cut content into the pieces that `encrypt` wants: full segments, then the rest, at least one.

    Pieces that have the right size already are passed on as they are.
    """
    held, number = b"", 0  # a full segment waits until more follows, for the last one may be full but not empty
    for piece in content:
        if len(held) == room(number):
            yield held
            held, number = b"", number + 1
        rest = held + piece
        while len(rest) > room(number):
            yield rest[: room(number)]
            rest, number = rest[room(number) :], number + 1
        held = rest
    yield held


def encrypt(key: bytes, associated: bytes, segments: Iterator[bytes], target: BinaryIO) -> int:
    """Write a stream; `segments` yields at least one piece, each but the last of exactly `room(number)` bytes.

    Returns the number of bytes written. Memory: three segments.
    """
    salt, prefix = os.urandom(_SALT_BYTES), os.urandom(_PREFIX_BYTES)
    cipher = _cipher(key, salt, associated)
    target.write(bytes([HEADER_BYTES]) + salt + prefix)
    current = next(segments)
    # One buffer for all, a full segment where more can follow: memory that comes and goes costs more than AES.
    sealed = memoryview(bytearray(HEADER_BYTES + len(current) + TAG_BYTES))

    def write(piece: bytes, last: bool) -> int:
        size = cipher.encrypt_into(_nonce(prefix, number, last), piece, None, sealed[: len(piece) + TAG_BYTES])
        return target.write(sealed[:size])

    written, number = HEADER_BYTES, 0
    for following in segments:
        written += write(current, last=False)
        current, number = following, number + 1
    return written + write(current, last=True)


class Decrypting(io.RawIOBase):
    """A seekable read-only view of the plaintext; only the segments that are asked for are opened.

    Raises NotAuthenticError from any read that meets a changed byte. Not for use by two threads at once.
    """

    def __init__(self, source: BinaryIO, key: bytes, associated: bytes) -> None:
        super().__init__()
        self._source = source
        header = source.read(HEADER_BYTES)
        if len(header) != HEADER_BYTES or header[0] != HEADER_BYTES:
            raise NotAuthenticError
        self._prefix = header[1 + _SALT_BYTES :]
        self._cipher = _cipher(key, header[1 : 1 + _SALT_BYTES], associated)
        total = source.seek(0, io.SEEK_END)
        self._count = max(1, -(-total // SEGMENT_BYTES))
        self.size = total - HEADER_BYTES - TAG_BYTES * self._count
        # Only the one segment of an empty file is empty; a last one of a tag or less is what a cut has left, and
        # would never be opened, for no byte of it can be asked for.
        if self.size < 0 or (self._count > 1 and total - (self._count - 1) * SEGMENT_BYTES <= TAG_BYTES):
            raise NotAuthenticError
        self._position = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place in the plaintext."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        self._position = max(0, start + offset)
        return self._position

    def tell(self) -> int:
        """Return the place in the plaintext."""
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer from one segment; 0 at the end."""
        number = (self._position + HEADER_BYTES) // (SEGMENT_BYTES - TAG_BYTES)
        if self._position >= self.size:
            if self.size == 0:
                self._segment(0)  # an empty file is authenticated too
            return 0
        start = self._position - self._begins(number)
        piece = self._segment(number)[start : start + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        """Close the ciphertext with the view."""
        self._source.close()
        super().close()

    @staticmethod
    def _begins(number: int) -> int:
        """Return the plaintext offset at which a segment begins."""
        return 0 if number == 0 else number * (SEGMENT_BYTES - TAG_BYTES) - HEADER_BYTES

    def _segment(self, number: int) -> bytes:
        """Return the plaintext of one segment; the last one is kept."""
        if self._held[0] != number:
            self._source.seek(HEADER_BYTES if number == 0 else number * SEGMENT_BYTES)
            sealed = self._source.read(SEGMENT_BYTES - (HEADER_BYTES if number == 0 else 0))
            nonce = _nonce(self._prefix, number, last=number == self._count - 1)
            try:
                self._held = (number, self._cipher.decrypt(nonce, sealed, None))
            except (InvalidTag, ValueError) as problem:
                raise NotAuthenticError from problem
        return self._held[1]
