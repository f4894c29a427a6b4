"""Wraps of the master key, and accounts with their sealed signing seeds (docs/FORMAT.md §2)."""

from __future__ import annotations

import os
import uuid
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from evidence_app.keys.canonical import canonical
from evidence_app.keys.derivation import Profile, decode, encode, expand, new_hkdf, new_kdf, stretch
from evidence_app.keys.keyring import Keyring, public_key_of
from evidence_app.system import clock

PASSPHRASE, RECOVERY = "passphrase", "recovery"
_MASTER = "evidence-app/1/wrap-master"
_SIGNING = "evidence-app/1/wrap-signing"


def of_passphrase(
    keyring: Keyring, passphrase: str, profile: Profile, generation: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a wrap of the master key under a passphrase, and the account whose signing seed the same one seals."""
    kdf = new_kdf(profile)
    stretched = stretch(passphrase, kdf)
    wrap = _new(PASSPHRASE, keyring, kdf, generation, keyring.account_id)
    account: dict[str, Any] = {
        "id": keyring.account_id,
        "public_key": encode(public_key_of(keyring.seed)),
        "sealed_key": {"kdf": kdf},
    }
    header = _account_header(account, keyring.case_uid)
    account["sealed_key"] |= _seal(keyring.seed, stretched, kdf, _SIGNING, header)
    return _closed(wrap, keyring, stretched), account


def of_recovery(keyring: Keyring, secret: bytes, generation: int) -> dict[str, Any]:
    """Return a wrap of the master key under the 32 bytes of a recovery sheet; it is nobody's account."""
    return _closed(_new(RECOVERY, keyring, new_hkdf(), generation, None), keyring, secret)


def open_master(wrap: dict[str, Any], secret: bytes, case_uid: str) -> bytes | None:
    """Open a wrap with a stretched passphrase or the bytes of a sheet; None where they are another's."""
    return _open(wrap, secret, _MASTER, _wrap_header(wrap, case_uid))


def open_seed(account: dict[str, Any], stretched: bytes, case_uid: str) -> bytes | None:
    """Open an account's signing seed with the stretched passphrase of its person."""
    return _open(account["sealed_key"], stretched, _SIGNING, _account_header(account, case_uid))


def _new(kind: str, keyring: Keyring, kdf: dict[str, Any], generation: int, account: str | None) -> dict[str, Any]:
    """Return a wrap that nothing is sealed in yet."""
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "generation": generation,
        "created": clock.instant().strftime("%Y-%m-%d"),
        "account": account,
        "kdf": kdf,
        "shares": None,
    }


def _closed(wrap: dict[str, Any], keyring: Keyring, secret: bytes) -> dict[str, Any]:
    """Seal the master key in a wrap."""
    return wrap | _seal(keyring.master, secret, wrap["kdf"], _MASTER, _wrap_header(wrap, keyring.case_uid))


def _wrap_header(wrap: dict[str, Any], case_uid: str) -> bytes:
    """Return what a wrap is bound to: itself without the sealed part, and the case."""
    return canonical({key: wrap[key] for key in wrap if key not in {"nonce", "sealed"}} | {"case": case_uid})


def _account_header(account: dict[str, Any], case_uid: str) -> bytes:
    """Return what a sealed signing seed is bound to."""
    kdf = account["sealed_key"]["kdf"]
    return canonical({"account": account["id"], "case": case_uid, "kdf": kdf, "public_key": account["public_key"]})


def _seal(secret: bytes, opener: bytes, kdf: dict[str, Any], label: str, header: bytes) -> dict[str, str]:
    """Encrypt 32 bytes so that `opener` opens them."""
    nonce = os.urandom(12)
    key = expand(opener, decode(kdf["salt"]), label)
    return {"nonce": encode(nonce), "sealed": encode(AESGCM(key).encrypt(nonce, secret, header))}


def _open(sealed: dict[str, Any], opener: bytes, label: str, header: bytes) -> bytes | None:
    """Decrypt what `_seal` made; None where something else opens it."""
    key = expand(opener, decode(sealed["kdf"]["salt"]), label)
    try:
        return AESGCM(key).decrypt(decode(sealed["nonce"]), decode(sealed["sealed"]), header)
    except InvalidTag:
        return None
