"""Verify finds what somebody changed by SQL who has the key of the database, past every trigger."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.keys import key_file
from evidence_app.keys.canonical import canonical
from evidence_app.services import cases
from evidence_app.services.workspace import DATABASE
from evidence_app.store.archive import Archive
from tests.services.sound import PASSPHRASE, checked, codes, objects


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


@pytest.fixture
def by_hand(folder: Path) -> Callable[..., None]:
    """Run statements on the database as somebody does who has its key and takes the triggers away."""

    def run(*statements: str | tuple[str, tuple[object, ...]]) -> None:
        keyring = key_file.load(folder).unlock(PASSPHRASE)
        archive = Archive(folder / DATABASE, keyring.database)
        archive.connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        with archive.writing() as connection:
            triggers = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
            for name, _sql in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            for statement in statements:
                text, values = statement if isinstance(statement, tuple) else (statement, ())
                assert connection.exec_driver_sql(text, values).rowcount != 0, text
            for _name, sql in triggers:
                connection.exec_driver_sql(sql)
        archive.close()

    return run


def test_taking_the_triggers_away_and_putting_them_back_is_no_damage(
    folder: Path, by_hand: Callable[..., None]
) -> None:
    by_hand()
    assert checked(folder).is_intact


ENTRY, PART = "UPDATE journal SET", "UPDATE journal_part SET"
JOURNAL = {
    "another time": (f"{ENTRY} ts = '2020-01-01T00:00:00.000Z' WHERE seq = 3", "journal-columns", "#3"),
    "another verb": (f"{ENTRY} op = 'person.added' WHERE seq = 3", "journal-columns", "#3"),
    "another actor": (f"{ENTRY} actor = 'x' WHERE seq = 9", "journal-columns", "#9"),
    "another object": (f"{ENTRY} obj = 'x' WHERE seq = 1", "journal-columns", "#1"),
    "other bytes": (f"{ENTRY} bytes = CAST(bytes || ' ' AS BLOB) WHERE seq = 3", "journal-chain", "#4"),
    "no JSON": (f"{ENTRY} bytes = x'00' WHERE seq = 3", "journal-chain", "#3"),
    "another key": (
        f"""{ENTRY} bytes = CAST(replace(bytes, '"log"', '"lag"') AS BLOB) WHERE seq = 2""",
        "journal-columns",
        "#2",
    ),
    "another version": (
        f"""{ENTRY} bytes = CAST(replace(bytes, '"v":1', '"v":2') AS BLOB) WHERE seq = 9""",
        "journal-chain",
        "#9",
    ),
    "one gone": ("DELETE FROM journal WHERE seq = 4", "journal-chain", "#5"),
    "the first gone": ("DELETE FROM journal WHERE seq = 1", "database-damaged", "journal_part → journal"),
    "another salt": (f"{PART} salt = randomblob(16) WHERE seq = 2 AND part = 1", "journal-part", "#2.1"),
    "no salt": (f"{PART} salt = NULL WHERE seq = 2 AND part = 0", "journal-part", "#2.0"),
    "another payload": (
        f"""{PART} payload = CAST(replace(payload, '"F"', '"M"') AS BLOB) WHERE seq = 2 AND part = 1""",
        "journal-part",
        "#2.1",
    ),
    "no payload": (f"{PART} payload = NULL WHERE seq = 3 AND part = 1", "journal-part", "#3.1"),
    "text": (f"{PART} payload = CAST(payload AS TEXT) WHERE seq = 3 AND part = 1", "journal-part", "#3.1"),
    "no words": (f"{PART} payload = x'7b7d' WHERE seq = 3 AND part = 1", "journal-part", "#3.1"),
    "a part gone": ("DELETE FROM journal_part WHERE seq = 5 AND part = 2", "journal-part", "#5"),
    "all parts gone": ("DELETE FROM journal_part WHERE seq = 5", "journal-part", "#5"),
    "parts turned": (f"{PART} part = -part WHERE seq = 5", "journal-part", "#5"),
    "a part more": (
        "INSERT INTO journal_part SELECT log, seq, 9, kind, uid, salt, payload FROM journal_part WHERE seq = 3 LIMIT 1",
        "journal-part",
        "#3",
    ),
    "another kind": (f"{PART} kind = 'custody' WHERE seq = 3 AND part = 1", "journal-columns", "#3.1"),
    "another record": (f"{PART} uid = 'x' WHERE seq = 3 AND part = 1", "journal-columns", "#3.1"),
}


@pytest.mark.parametrize("edit", JOURNAL)
def test_an_edit_of_the_journal_past_its_triggers_is_found(
    folder: Path, by_hand: Callable[..., None], edit: str
) -> None:
    statement, code, where = JOURNAL[edit]
    by_hand(statement)
    found = checked(folder)
    named = [finding.where for finding in found.findings if finding.code == code]
    assert any(place.endswith(where) for place in named), found.findings


def test_each_single_byte_of_payload_salt_and_entry_counts(folder: Path, by_hand: Callable[..., None]) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        part = next(part for part in ws.journal.parts(seq=5) if part.part == 3)
        entry = next(entry for entry in ws.journal.entries() if entry.seq == 5)
    chance = random.Random(4)
    for table, column, where, raw in (
        ("journal_part", "payload", "seq = 5 AND part = 3", part.payload),
        ("journal_part", "salt", "seq = 5 AND part = 3", part.salt),
        ("journal", "bytes", "seq = 5", entry.raw),
    ):
        for _ in range(8):
            changed = bytearray(raw)
            changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
            by_hand((f"UPDATE {table} SET {column} = ? WHERE {where}", (bytes(changed),)))
            found = checked(folder)
            assert any("#5" in finding.where or "#6" in finding.where for finding in found.findings), bytes(changed)
        by_hand((f"UPDATE {table} SET {column} = ? WHERE {where}", (raw,)))
        assert checked(folder).is_intact


RECORDS = {
    "a field": ("UPDATE person SET sex = 'M'", "person P-001"),
    "a field emptied": ("UPDATE person SET sex = NULL", "person P-001"),
    "a code": ("UPDATE person SET code = 'P-002'", "person P-002"),
    "a code outside the list": ("UPDATE person SET protection = 'P9'", "person P-001"),
    "when it was made": ("UPDATE person SET created_at = '2020-01-01T00:00:00.000Z'", "person P-001"),
    "who made it": ("UPDATE event SET created_by = 'x'", "event N-001"),
    "when it was changed": ("UPDATE event SET updated_at = '2020-01-01T00:00:00.000Z'", "event N-001"),
    "who changed it": ("UPDATE consent SET updated_by = 'x'", "consent"),
    "a revision": ("UPDATE segment SET revision = 7 WHERE number = 1", "segment"),
    "voided": ("UPDATE segment SET voided = 'nothing to see' WHERE number = 2", "segment"),
    "a text": ("UPDATE segment SET text = text || ' ' WHERE number = 1", "segment"),
    "a number": ("UPDATE segment SET start_ms = 1 WHERE number = 1", "segment"),
    "text for a number": ("UPDATE segment SET number = 'one' WHERE number = 1", "segment"),
    "a fraction": ("UPDATE segment SET start_ms = 0.5 WHERE number = 1", "segment"),
    "bytes for a text": ("UPDATE segment SET text = x'ff00' WHERE number = 1", "segment"),
    "a date": ("UPDATE event SET happened = '2022-02'", "event N-001"),
    "a date that is none": ("UPDATE event SET happened = 'spring'", "event N-001"),
    "the bound of a date": ("UPDATE event SET happened_min = '2021-01-01T00:00:00'", "event N-001"),
    "words in a language": ("UPDATE event SET title = replace(title, 'Ұ', 'У')", "event N-001"),
    "words that are no JSON": ("UPDATE event SET title = 'x'", "event N-001"),
    "a list that is a number": ("UPDATE event SET acts = '5'", "event N-001"),
    "a reference": ("UPDATE involvement SET event = NULL", "involvement"),
    "a hash": (f"UPDATE file SET sha256 = '{'0' * 64}' WHERE id = 1", "file"),
    "a hash that is none": ("UPDATE file SET sha256 = 'zz' WHERE id = 1", "file"),
    "a size": ("UPDATE file SET size_bytes = 5 WHERE id = 1", "file"),
    "a size in words": ("UPDATE file SET size_bytes = 'much' WHERE id = 1", "file"),
    "a holder": ("UPDATE item SET holder = 'Кто-то' WHERE id = 2", "media E-001"),
    "which noun it is": ("UPDATE item SET noun = 'filing' WHERE id = 2", "media E-001"),
    "the log": ("UPDATE case_file SET log = 'x'", "case_file"),
    "the key of an account": ("UPDATE account SET public_key = 'x'", "account"),
    "a field of the table of its own": ("UPDATE testimony SET language = 'kk'", "testimony T-001"),
}  # fmt: skip


@pytest.mark.parametrize("edit", RECORDS)
def test_a_record_edited_past_the_journal_is_found_and_named(
    folder: Path, by_hand: Callable[..., None], edit: str
) -> None:
    statement, where = RECORDS[edit]
    by_hand(statement)
    found = checked(folder)
    assert next(finding.where for finding in found.findings if finding.code == "record-altered").startswith(where)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DELETE FROM consent", "consent"),
        ("DELETE FROM translation", "translation"),
        ("DELETE FROM involvement", "involvement"),
        ("DELETE FROM testimony", "testimony T-001"),
        ("DELETE FROM file WHERE id = 2", "file"),
    ],
)
def test_a_deleted_record_is_found_and_named(
    folder: Path, by_hand: Callable[..., None], statement: str, where: str
) -> None:
    by_hand(statement)
    found = checked(folder)
    assert next(finding.where for finding in found.findings if finding.code == "record-missing").startswith(where)


def test_deleting_what_others_refer_to_is_found(folder: Path, by_hand: Callable[..., None]) -> None:
    by_hand("DELETE FROM person")
    found = checked(folder)
    assert not found.is_intact
    assert any("person" in finding.where for finding in found.findings)


def test_a_record_that_the_journal_does_not_know_is_found(folder: Path, by_hand: Callable[..., None]) -> None:
    columns = "revision, created_at, created_by, updated_at, updated_by, segment, language, text"
    by_hand(f"INSERT INTO translation (uid, {columns}) SELECT 'forged', {columns} FROM translation")
    found = checked(folder)
    assert [finding.where for finding in found.findings if finding.code == "record-altered"] == ["translation forged"]


def test_a_rewritten_chain_is_found_by_who_kept_the_head(folder: Path, by_hand: Callable[..., None]) -> None:
    """Whoever has the keys can make a chain that holds; only a head that left the case tells."""
    before = checked(folder).head
    with cases.open_case(folder, PASSPHRASE) as ws:
        last = ws.journal.last()
    said = json.loads(last.raw) | {"mono": 1}
    by_hand(("UPDATE journal SET bytes = ? WHERE seq = 9", (canonical(said),)))
    found = checked(folder)
    assert found.is_intact
    assert before is not None and found.head is not None
    assert (found.head.size, found.head.root == before.root) == (before.size, False)


def test_a_file_is_checked_by_what_the_journal_says_whatever_became_of_its_row(
    folder: Path, by_hand: Callable[..., None]
) -> None:
    by_hand("DELETE FROM file WHERE id = 1")
    objects(folder)[-1].unlink()
    assert {"record-missing", "object-missing"} <= codes(checked(folder))
