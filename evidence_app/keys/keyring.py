"""The keys of an opened case, and what is made with them."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from evidence_app.keys.derivation import expand


def key_id(public_key: bytes) -> str:
    """Return the id by which journal entries name an account's key: 32 hex characters."""
    return hashlib.sha256(public_key).hexdigest()[:32]


def public_key_of(seed: bytes) -> bytes:
    """Return the 32-byte Ed25519 public key of a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


@dataclass(frozen=True)
class Keyring:
    """Master key of a case and signing seed of the account that opened it; never printed, never stored in clear."""

    case_uid: str
    account_id: str
    master: bytes = field(repr=False)
    seed: bytes = field(repr=False)

    def _derived(self, use: str) -> bytes:
        return expand(self.master, uuid.UUID(self.case_uid).bytes, f"evidence-app/1/{use}")

    @cached_property
    def database(self) -> bytes:
        """Raw key of SQLCipher."""
        return self._derived("database")

    @cached_property
    def vault_name(self) -> bytes:
        """Key under which vault objects are named."""
        return self._derived("vault-name")

    @cached_property
    def vault_object(self) -> bytes:
        """Key under which vault objects are encrypted."""
        return self._derived("vault-object")

    @cached_property
    def keys_file(self) -> bytes:
        """Key of the MAC over the key file."""
        return self._derived("keys-file")

    @cached_property
    def public_key(self) -> bytes:
        """The account's Ed25519 public key, 32 bytes."""
        return public_key_of(self.seed)

    @cached_property
    def key_id(self) -> str:
        """The account's key id."""
        return key_id(self.public_key)
