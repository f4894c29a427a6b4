"""`keys.json` and its copy: wraps of the master key, sealed account keys, self-check (docs/FORMAT.md §2)."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence_app.domain.errors import (
    KeysDamaged,
    MissingPart,
    NewerFormat,
    WrongPassphrase,
    WrongSheet,
    unwritable,
)
from evidence_app.keys import wraps
from evidence_app.keys.canonical import canonical
from evidence_app.keys.derivation import Profile, encode, stretch
from evidence_app.keys.keyring import Keyring
from evidence_app.system import files

FORMAT = "evidence-app/keys"
VERSION = 1
NAMES = ("keys.json", "keys.copy.json")


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
                if wrap["kind"] == wraps.PASSPHRASE:
                    stretched = stretch(passphrase, wrap["kdf"])
                    master = wraps.open_master(wrap, stretched, self.case_uid)
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
                seed = wraps.open_seed(account, stretched, self.case_uid)
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
        wrap, account = wraps.of_passphrase(keyring, passphrase, profile, self.content["generation"])
        return _sealed({**self.content, "wraps": [*others, wrap], "accounts": [*accounts, account]}, keyring)

    @property
    def openers(self) -> set[str]:
        """The ids of the accounts that can open the case with a passphrase."""
        return {wrap["account"] for wrap in self.content["wraps"] if wrap["account"] is not None}

    @property
    def retired(self) -> list[str]:
        """The ids of the accounts that may no longer open the case, the last to lose that last."""
        return [account["id"] for account in self.content["accounts"] if account["sealed_key"] is None]

    @property
    def recovery_wraps(self) -> list[str]:
        """The ids of the wraps that a recovery sheet opens."""
        return [wrap["id"] for wrap in self.content["wraps"] if wrap["kind"] == wraps.RECOVERY]

    def with_recovery(self, keyring: Keyring, secret: bytes) -> KeyFile:
        """Return the file with one recovery wrap; those that are there are gone."""
        others = [wrap for wrap in self.content["wraps"] if wrap["kind"] != wraps.RECOVERY]
        wrap = wraps.of_recovery(keyring, secret, self.content["generation"])
        return _sealed({**self.content, "wraps": [*others, wrap]}, keyring)

    def recovered(self, secret: bytes, passphrase: str, profile: Profile) -> tuple[KeyFile, Keyring]:
        """Return the file as it will be once an account was made under a new passphrase, and that account's keyring.

        A sheet opens the master key and no signing key, so whoever forgot the passphrase goes on as a new account. The
        one account that could open the case loses its wrap; where there are several, nobody knows whose sheet it was,
        and all stay. Raises WrongSheet, KeysDamaged.
        """
        try:
            keyring = self._checked(Keyring(self.case_uid, str(uuid.uuid4()), self._master(secret), os.urandom(32)))
            openers = {wrap["account"] for wrap in self.content["wraps"] if wrap["kind"] == wraps.PASSPHRASE}
            retired = openers if len(openers) == 1 else set()
            kept = [wrap for wrap in self.content["wraps"] if wrap["account"] not in retired]
            accounts = [
                {**account, "sealed_key": None} if account["id"] in retired else account
                for account in self.content["accounts"]
            ]
        except (KeyError, TypeError, ValueError) as problem:
            raise KeysDamaged(file=NAMES[0]) from problem
        wrap, account = wraps.of_passphrase(keyring, passphrase, profile, self.content["generation"])
        return _sealed({**self.content, "wraps": [*kept, wrap], "accounts": [*accounts, account]}, keyring), keyring

    def _master(self, secret: bytes) -> bytes:
        """Open the master key with the bytes of a recovery sheet; raises WrongSheet."""
        for wrap in self.content["wraps"]:
            master = wraps.open_master(wrap, secret, self.case_uid) if wrap["kind"] == wraps.RECOVERY else None
            if master is not None:
                return master
        raise WrongSheet


def create(passphrase: str, profile: Profile, case_uid: str | None = None) -> tuple[KeyFile, Keyring]:
    """Make the keys of a new case with one account."""
    keyring = Keyring(case_uid or str(uuid.uuid4()), str(uuid.uuid4()), os.urandom(32), os.urandom(32))
    wrap, account = wraps.of_passphrase(keyring, passphrase, profile, 1)
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
    with in_force(folder, key_file):
        pass


@contextmanager
def in_force(folder: Path, key_file: KeyFile) -> Iterator[None]:
    """Put a key file in force, the first copy first; where the block fails, what was there before is so again.

    Raises CannotWrite, NoSpace.
    """
    raw = json.dumps(key_file.content, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    try:
        for name in NAMES:
            _keep_another_cases(folder / name, key_file.case_uid)
        with files.exchanged({folder / name: raw for name in NAMES}):
            yield
    except OSError as problem:
        raise unwritable(NAMES[0], problem) from problem


def sweep(folder: Path) -> None:
    """Delete what a crash has left of key files that are not in force: a sheet that was ended may open them.

    Raises CannotWrite, NoSpace.
    """
    try:
        for name in NAMES:
            for leftover in files.leftovers(folder / name):
                leftover.unlink(missing_ok=True)
    except OSError as problem:
        raise unwritable(NAMES[0], problem) from problem


def _keep_another_cases(path: Path, case_uid: str) -> None:
    """Copy a key file aside that belongs to another case: it may be the only one of it."""
    content = _read(path)
    if content is not None and content.get("case") != case_uid:
        files.write_durably(path.with_name(f"{path.name}.{secrets.token_hex(4)}"), path.read_bytes())


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
