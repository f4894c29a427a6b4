"""The key file: every changed byte is told apart from a wrong passphrase, and no wrap can be moved."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidence_app.domain.errors import KeysDamaged, MissingPart, NewerFormat, NotACase, WrongPassphrase
from evidence_app.keys import key_file
from evidence_app.keys.canonical import canonical
from evidence_app.keys.derivation import Profile
from evidence_app.keys.keyring import Keyring
from evidence_app.services import cases
from evidence_app.services.workspace import DATABASE, VAULT, Workspace

FIRST, SECOND = key_file.NAMES


@pytest.fixture
def keys(tmp_path: Path, quick: Profile, passphrase: str) -> Keyring:
    """The keyring of a new key file in `tmp_path`."""
    made, keyring = key_file.create(passphrase, quick)
    key_file.save(tmp_path, made)
    return keyring


def forged(content: dict[str, Any]) -> key_file.KeyFile:
    """Return content whose self-check holds, as anybody can make it who has the file."""
    body = {key: value for key, value in content.items() if key != "check"}
    return key_file.KeyFile({**body, "check": hashlib.sha256(canonical(body)).hexdigest()})


def flipped(raw: bytes, place: int, bit: int = 0) -> bytes:
    """Return bytes with one bit changed."""
    return raw[:place] + bytes([raw[place] ^ (1 << bit)]) + raw[place + 1 :]


def test_the_keys_open_again_with_the_passphrase(tmp_path: Path, keys: Keyring, passphrase: str) -> None:
    opened = key_file.load(tmp_path).unlock(passphrase)
    assert opened == keys
    assert opened.database == keys.database
    assert opened.key_id == keys.key_id


def test_both_copies_are_the_same_bytes(tmp_path: Path, keys: Keyring) -> None:
    assert (tmp_path / FIRST).read_bytes() == (tmp_path / SECOND).read_bytes()
    assert key_file.copies_agree(tmp_path)


def test_a_wrong_passphrase_is_no_damage(tmp_path: Path, keys: Keyring, passphrase: str) -> None:
    for wrong in ("", passphrase + " ", passphrase.upper(), passphrase[:-1], "\udcff", "x" * 100_000):
        with pytest.raises(WrongPassphrase):
            key_file.load(tmp_path).unlock(wrong)


def test_the_same_passphrase_opens_composed_and_decomposed(tmp_path: Path, quick: Profile) -> None:
    made, keyring = key_file.create("ёж и йод", quick)
    assert made.unlock(unicodedata.normalize("NFD", "ёж и йод")) == keyring


def test_each_changed_byte_of_one_copy_is_seen_and_the_other_copy_is_used(tmp_path: Path, keys: Keyring) -> None:
    raw = (tmp_path / FIRST).read_bytes()
    for name in key_file.NAMES:
        for place in range(len(raw)):
            (tmp_path / name).write_bytes(flipped(raw, place, place % 8))
            loaded = key_file.load(tmp_path)
            assert loaded.damaged == (name,), f"byte {place} of {name}"
            assert loaded.case_uid == keys.case_uid
        (tmp_path / name).write_bytes(raw)


def test_each_byte_that_is_changed_in_both_copies_is_damage_and_never_a_wrong_passphrase(
    tmp_path: Path, keys: Keyring
) -> None:
    raw = (tmp_path / FIRST).read_bytes()
    for place in range(len(raw)):
        for name in key_file.NAMES:
            (tmp_path / name).write_bytes(flipped(raw, place, place % 7))
        with pytest.raises(KeysDamaged):
            key_file.load(tmp_path)


def test_a_byte_that_changes_nothing_of_the_meaning_is_a_changed_byte(tmp_path: Path, keys: Keyring) -> None:
    raw = (tmp_path / FIRST).read_bytes()
    for changed in (raw + b" ", raw.rstrip(), raw.replace(b"\n", b"\r\n"), json.dumps(json.loads(raw)).encode()):
        assert json.loads(changed) == json.loads(raw)
        (tmp_path / FIRST).write_bytes(changed)
        assert key_file.load(tmp_path).damaged == (FIRST,)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}'])
def test_what_is_no_key_file_is_damage(tmp_path: Path, keys: Keyring, content: bytes) -> None:
    for name in key_file.NAMES:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(KeysDamaged):
        key_file.load(tmp_path)


@pytest.mark.parametrize("name", key_file.NAMES)
def test_a_missing_copy_is_named_and_the_other_opens(tmp_path: Path, keys: Keyring, passphrase: str, name: str) -> None:
    (tmp_path / name).unlink()
    loaded = key_file.load(tmp_path)
    assert loaded.damaged == (name,)
    assert loaded.unlock(passphrase) == keys


def test_without_either_copy_a_part_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingPart):
        key_file.load(tmp_path)


def test_a_newer_version_is_refused_unread(tmp_path: Path, keys: Keyring) -> None:
    newer = forged({"format": key_file.FORMAT, "version": 2, "case": keys.case_uid, "surprise": ["new"]})
    key_file.save(tmp_path, newer)
    before = (tmp_path / FIRST).read_bytes()
    with pytest.raises(NewerFormat) as refused:
        key_file.load(tmp_path)
    assert refused.value.facts == {"found": 2, "known": 1}
    assert (tmp_path / FIRST).read_bytes() == before


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "another case": lambda content: content.update(case="00000000-0000-4000-8000-000000000000"),
    "another account": lambda content: content["wraps"][0].update(account="x"),
    "another kind": lambda content: content["wraps"][0].update(kind="recovery"),
    "another day": lambda content: content["wraps"][0].update(created="2020-01-01"),
    "another generation": lambda content: content["wraps"][0].update(generation=2),
    "other costs": lambda content: content["wraps"][0]["kdf"].update(memory_kib=72),
    "a wrap more": lambda content: content["wraps"].append({**content["wraps"][0], "id": "y"}),
    "another public key": lambda content: content["accounts"][0].update(public_key="AAAA"),
    "no account": lambda content: content["accounts"].clear(),
    "no wraps": lambda content: content.pop("wraps"),
    "text for a wrap": lambda content: content.update(wraps=["wrap"]),
    "no costs": lambda content: content["wraps"][0].update(kdf={}),
    "costs without end": lambda content: content["wraps"][0]["kdf"].update(iterations=10**12),
    "text for a nonce": lambda content: content["wraps"][0].update(nonce="?"),
    "no mac": lambda content: content.pop("mac"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_forged_file_whose_self_check_holds_opens_nothing(
    tmp_path: Path, keys: Keyring, passphrase: str, change: str
) -> None:
    content = json.loads((tmp_path / FIRST).read_bytes())
    CHANGES[change](content)
    key_file.save(tmp_path, forged(content))
    with pytest.raises((KeysDamaged, WrongPassphrase)):
        key_file.load(tmp_path).unlock(passphrase)


def test_a_wrap_does_not_open_in_another_case(tmp_path: Path, keys: Keyring, quick: Profile, passphrase: str) -> None:
    content = json.loads((tmp_path / FIRST).read_bytes())
    other, _keyring = key_file.create("another passphrase", quick)
    moved = forged({**other.content, "wraps": content["wraps"], "accounts": content["accounts"]})
    with pytest.raises(WrongPassphrase):
        moved.unlock(passphrase)


def test_neither_key_lies_in_the_file_in_clear(tmp_path: Path, keys: Keyring) -> None:
    raw = (tmp_path / FIRST).read_bytes()
    for secret in (keys.master, keys.seed, keys.database, keys.vault_object):
        assert secret not in raw
        assert secret.hex().encode() not in raw
        assert secret.hex() not in repr(keys)


def parts_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of database and vault."""
    files = [folder / DATABASE, *(path for path in (folder / VAULT).rglob("*") if path.is_file())]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_new_passphrase_touches_neither_records_nor_vault(
    tmp_path: Path, case: Workspace, folder: Path, quick: Profile, passphrase: str
) -> None:
    case.vault.put_bytes(b"sealed")
    case.close()
    before = parts_of(folder)
    keys = key_file.load(folder)
    key_file.save(folder, keys.with_passphrase(keys.unlock(passphrase), "совсем другая фраза", quick))
    assert parts_of(folder) == before
    assert key_file.load(folder).unlock("совсем другая фраза") == keys.unlock(passphrase)


def test_after_a_change_the_old_passphrase_opens_nothing_and_the_journal_tells_of_it(
    case: Workspace, folder: Path, quick: Profile, passphrase: str
) -> None:
    with pytest.raises(WrongPassphrase):
        cases.change_passphrase(case, "not this one", "совсем другая фраза", profile=quick)
    cases.change_passphrase(case, passphrase, "совсем другая фраза", profile=quick)
    assert [entry.op for entry in case.journal.entries()] == ["case.created", "account.passphrase_changed"]
    case.close()
    with pytest.raises(WrongPassphrase):
        cases.open_case(folder, passphrase)
    with cases.open_case(folder, "совсем другая фраза") as ws:
        assert ws.case.log == ws.journal.log


def test_a_folder_without_any_part_is_no_case(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(NotACase):
        cases.open_case(tmp_path, passphrase)
