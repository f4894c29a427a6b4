"""`keys.json` and its copy: wraps of the master key, sealed account keys, self-check (docs/FORMAT.md §2)."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from evidence_app.domain.errors import KeysDamaged, MissingPart, NewerFormat, WrongPassphrase, unwritable
from evidence_app.keys.canonical import canonical
from evidence_app.keys.derivation import Profile, decode, encode, expand, new_kdf, stretch
from evidence_app.keys.keyring import Keyring, public_key_of
from evidence_app.system import files

FORMAT = "evidence-app/keys"
VERSION = 1
NAMES = ("keys.json", "keys.copy.json")
_MASTER = "evidence-app/1/wrap-master"
_SIGNING = "evidence-app/1/wrap-signing"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of a key file whose self-check held, and the names of copies that did not hold or differ."""

    content: dict[str, Any]
    damaged: tuple[str, ...] = ()

    @property
    def case_uid(self) -> str:
        """The uid of the case it belongs to."""
        return str(self.content["case"])

    def unlock(self, passphrase: str) -> Keyring:
        """Open the case for whoever's passphrase this is.

        Raises WrongPassphrase when no wrap opens; KeysDamaged when the file was changed by somebody without the
        master key.
        """
        try:
            for wrap in self.content["wraps"]:
                if wrap["kind"] == "passphrase":
                    stretched = stretch(passphrase, wrap["kdf"])
                    master = _open(wrap, stretched, _MASTER, _wrap_header(wrap, self.case_uid))
                    if master is not None:
                        seed = self._seed(wrap, stretched)
                        return self._checked(Keyring(self.case_uid, wrap["account"], master, seed))
        except (KeyError, TypeError, ValueError) as problem:
            # The self-check needs no key: whoever changes the file can make it hold.
            raise KeysDamaged(file=NAMES[0]) from problem
        raise WrongPassphrase

    def _seed(self, wrap: dict[str, Any], stretched: bytes) -> bytes:
        """Open the signing seed of the account that a wrap belongs to; both share one Argon2id run."""
        for account in self.content["accounts"]:
            if account["id"] == wrap["account"]:
                header = _account_header(account, self.case_uid)
                seed = _open(account["sealed_key"], stretched, _SIGNING, header)
                if seed is not None:
                    return seed
        raise KeysDamaged(file=NAMES[0])

    def _checked(self, keyring: Keyring) -> Keyring:
        """Return the keyring if the MAC of the file holds under it."""
        if not self.fits(keyring):
            raise KeysDamaged(file=NAMES[0])
        return keyring

    def fits(self, keyring: Keyring) -> bool:
        """Tell whether the file is of the keyring's case, and unchanged by anybody without its master key."""
        given, own = str(self.content.get("mac")).encode(), _mac(self.content, keyring).encode()
        return self.content.get("case") == keyring.case_uid and hmac.compare_digest(given, own)

    def with_passphrase(self, keyring: Keyring, passphrase: str, profile: Profile) -> KeyFile:
        """Return the file with the account's wraps made anew; the master key, and so all else, stays."""
        others = [wrap for wrap in self.content["wraps"] if wrap["account"] != keyring.account_id]
        accounts = [account for account in self.content["accounts"] if account["id"] != keyring.account_id]
        wrap, account = _wraps(keyring, passphrase, profile, self.content["generation"])
        return _sealed({**self.content, "wraps": [*others, wrap], "accounts": [*accounts, account]}, keyring)


def create(passphrase: str, profile: Profile, case_uid: str | None = None) -> tuple[KeyFile, Keyring]:
    """Make the keys of a new case with one account."""
    keyring = Keyring(case_uid or str(uuid.uuid4()), str(uuid.uuid4()), os.urandom(32), os.urandom(32))
    wrap, account = _wraps(keyring, passphrase, profile, 1)
    content = {
        "format": FORMAT,
        "version": VERSION,
        "case": keyring.case_uid,
        "generation": 1,
        "wraps": [wrap],
        "accounts": [account],
    }
    return _sealed(content, keyring), keyring


def load(folder: Path) -> KeyFile:
    """Read the first of the two copies whose self-check holds; raises what `copies` raises."""
    return copies(folder)[0]


def copies(folder: Path) -> tuple[KeyFile, ...]:
    """Read the copies whose self-check holds, two that are the same as one: there may be another case's among them.

    Raises MissingPart when there is neither, NewerFormat for a later version, KeysDamaged when neither holds.
    """
    sound, damaged = [], []
    for name in NAMES:
        content = _read(folder / name)
        if content is None:
            damaged.append(name)
        else:
            sound.append(content)
    if not sound:
        if not any((folder / name).exists() for name in NAMES):
            raise MissingPart(file=NAMES[0])
        raise KeysDamaged(file=", ".join(NAMES))
    if sound[0]["version"] > VERSION:
        raise NewerFormat(found=sound[0]["version"], known=VERSION)
    differing = [content for content in sound[1:] if content != sound[0] and content["version"] <= VERSION]
    return tuple(KeyFile(content, tuple(damaged)) for content in (sound[0], *differing))


def of_keyring(folder: Path, keyring: Keyring) -> KeyFile:
    """Read the first copy that belongs to an opened case; raises KeysDamaged where there is none by now."""
    for key_file in copies(folder):
        if key_file.fits(keyring):
            return key_file
    raise KeysDamaged(file=", ".join(NAMES))


def strange(folder: Path, keyring: Keyring) -> list[str]:
    """Return the names of copies whose self-check holds and that do not belong to an opened case."""
    found = {name: _read(folder / name) for name in NAMES}
    return [name for name, content in found.items() if content is not None and not KeyFile(content).fits(keyring)]


def copies_agree(folder: Path) -> bool:
    """Tell whether both copies are the same bytes; after a crash between two writes they may not be."""
    first, second = (folder / name for name in NAMES)
    return first.exists() and second.exists() and first.read_bytes() == second.read_bytes()


def save(folder: Path, key_file: KeyFile) -> None:
    """Write both copies, each in one step. Raises CannotWrite, NoSpace."""
    with prepared(folder, key_file):
        pass


@contextmanager
def prepared(folder: Path, key_file: KeyFile) -> Iterator[None]:
    """Bring both copies to the disk before the block, and give them their names after, the first one first.

    Nothing is changed where the block fails. Raises CannotWrite, NoSpace.
    """
    raw = json.dumps(key_file.content, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    try:
        with ExitStack() as writing:
            for name in reversed(NAMES):
                writing.enter_context(files.prepared(folder / name, raw, replacing=True))
            yield
            for name in NAMES:
                _keep_another_cases(folder / name, key_file.case_uid)
    except OSError as problem:
        raise unwritable(NAMES[0], problem) from problem


def _keep_another_cases(path: Path, case_uid: str) -> None:
    """Set a key file aside that belongs to another case: it may be the only one of it."""
    content = _read(path)
    if content is not None and content.get("case") != case_uid:
        path.rename(path.with_name(f"{path.name}.{secrets.token_hex(4)}"))


def _read(path: Path) -> dict[str, Any] | None:
    """Return the content of one copy, or None where it is missing or its self-check fails."""
    try:
        raw = path.read_bytes()
        content = json.loads(raw)
        if content["format"] != FORMAT or content["check"] != _check(content) or type(content["version"]) is not int:
            return None
        # The bytes count, not only what they mean: a changed blank or letter case in base64 is a changed byte.
        same = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n" == raw
        return content if same or content["version"] > VERSION else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _wraps(keyring: Keyring, passphrase: str, profile: Profile, generation: int) -> tuple[dict[str, Any], ...]:
    """Return a passphrase wrap of the master key and the account with its sealed signing seed."""
    kdf = new_kdf(profile)
    stretched = stretch(passphrase, kdf)
    wrap = {
        "id": str(uuid.uuid4()),
        "kind": "passphrase",
        "generation": generation,
        "created": datetime.now(UTC).strftime("%Y-%m-%d"),
        "account": keyring.account_id,
        "kdf": kdf,
        "shares": None,
    }
    wrap |= _seal(keyring.master, stretched, kdf, _MASTER, _wrap_header(wrap, keyring.case_uid))
    account: dict[str, Any] = {
        "id": keyring.account_id,
        "public_key": encode(public_key_of(keyring.seed)),
        "sealed_key": {"kdf": kdf},
    }
    header = _account_header(account, keyring.case_uid)
    account["sealed_key"] |= _seal(keyring.seed, stretched, kdf, _SIGNING, header)
    return wrap, account


def _wrap_header(wrap: dict[str, Any], case_uid: str) -> bytes:
    """Return what a wrap is bound to: itself without the sealed part, and the case."""
    return canonical({key: wrap[key] for key in wrap if key not in {"nonce", "sealed"}} | {"case": case_uid})


def _account_header(account: dict[str, Any], case_uid: str) -> bytes:
    """Return what a sealed signing seed is bound to."""
    kdf = account["sealed_key"]["kdf"]
    return canonical({"account": account["id"], "case": case_uid, "kdf": kdf, "public_key": account["public_key"]})


def _seal(secret: bytes, stretched: bytes, kdf: dict[str, Any], label: str, header: bytes) -> dict[str, str]:
    """Encrypt 32 bytes under a stretched passphrase."""
    nonce = os.urandom(12)
    key = expand(stretched, decode(kdf["salt"]), label)
    return {"nonce": encode(nonce), "sealed": encode(AESGCM(key).encrypt(nonce, secret, header))}


def _open(sealed: dict[str, Any], stretched: bytes, label: str, header: bytes) -> bytes | None:
    """Decrypt what `_seal` made; None where the passphrase is another one."""
    key = expand(stretched, decode(sealed["kdf"]["salt"]), label)
    try:
        return AESGCM(key).decrypt(decode(sealed["nonce"]), decode(sealed["sealed"]), header)
    except InvalidTag:
        return None


def _sealed(content: dict[str, Any], keyring: Keyring) -> KeyFile:
    """Return the content with its MAC and self-check made anew."""
    with_mac = {**content, "mac": _mac(content, keyring)}
    return KeyFile({**with_mac, "check": _check(with_mac)})


def _mac(content: dict[str, Any], keyring: Keyring) -> str:
    """Authenticate the file with a key that only the master key gives."""
    body = canonical({key: value for key, value in content.items() if key not in {"mac", "check"}})
    return encode(hmac.digest(keyring.keys_file, body, "sha256"))


def _check(content: dict[str, Any]) -> str:
    """Hash the file without its own check."""
    body = {key: value for key, value in content.items() if key != "check"}
    return hashlib.sha256(canonical(body)).hexdigest()
