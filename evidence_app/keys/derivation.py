"""Argon2id for passphrases, HKDF for everything else (docs/FORMAT.md §2)."""

from __future__ import annotations

import base64
import os
import time
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_MEMORY_LIMIT_KIB = 4 * 1024 * 1024  # a hostile key file must not be able to exhaust the computer


@dataclass(frozen=True, slots=True)
class Profile:
    """Cost of one passphrase guess: memory in KiB, passes, lanes."""

    memory_kib: int
    iterations: int
    lanes: int


FLOOR = Profile(memory_kib=262_144, iterations=3, lanes=4)


def calibrated() -> Profile:
    """Return a profile of about one second on this computer, never cheaper than the floor of 256 MiB."""
    started = time.perf_counter()
    stretch("calibration", new_kdf(FLOOR))
    seconds = time.perf_counter() - started
    memory = FLOOR.memory_kib
    while seconds < 0.6 and memory < 1_048_576:
        memory, seconds = memory * 2, seconds * 2
    return Profile(memory, FLOOR.iterations, FLOOR.lanes)


def new_kdf(profile: Profile) -> dict[str, Any]:
    """Return the `kdf` object of a new wrap, with a fresh salt."""
    return {
        "name": "argon2id",
        "memory_kib": profile.memory_kib,
        "iterations": profile.iterations,
        "lanes": profile.lanes,
        "salt": encode(os.urandom(16)),
    }


def new_hkdf() -> dict[str, Any]:
    """Return the `kdf` object of a wrap whose secret is 32 random bytes and needs no stretching."""
    return {"name": "hkdf-sha256", "salt": encode(os.urandom(16))}


def stretch(passphrase: str, kdf: dict[str, Any]) -> bytes:
    """Turn a passphrase (taken in NFC) into 32 bytes; raises ValueError for parameters out of all bounds."""
    memory, iterations, lanes = kdf["memory_kib"], kdf["iterations"], kdf["lanes"]
    if not (8 * lanes <= memory <= _MEMORY_LIMIT_KIB and 1 <= iterations <= 64 and 1 <= lanes <= 64):
        raise ValueError("Argon2id parameters out of bounds")
    argon = Argon2id(salt=decode(kdf["salt"]), length=KEY_BYTES, iterations=iterations, lanes=lanes, memory_cost=memory)
    # Half a character, such as a command line can bring, is no text, but neither damage: it is just another secret.
    return argon.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))


def expand(secret: bytes, salt: bytes, label: str) -> bytes:
    """Derive a 32-byte key for one use with HKDF-SHA256; `label` is its `info`."""
    return HKDF(SHA256(), KEY_BYTES, salt, label.encode()).derive(secret)


def encode(raw: bytes) -> str:
    """Write bytes as base64."""
    return base64.b64encode(raw).decode()


def decode(text: str) -> bytes:
    """Read base64 strictly."""
    return base64.b64decode(text, validate=True)
