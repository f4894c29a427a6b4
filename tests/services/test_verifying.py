"""Verify finds every changed byte, says where, and changes none itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from evidence_app.domain.consent import Consent
from evidence_app.domain.errors import KeysDamaged, NotACase, OpenElsewhere, WrongPassphrase
from evidence_app.domain.person import Person
from evidence_app.keys import key_file
from evidence_app.services import cases, consents, custody, deadline_rules, intake, verifying
from evidence_app.services.workspace import DATABASE
from tests.services.sound import PASSPHRASE, checked, codes, flip, hashes, objects


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


def test_an_untouched_case_is_intact_and_verify_writes_nothing(folder: Path) -> None:
    before = hashes(folder)
    found = checked(folder)
    assert found.is_intact, found.findings
    assert found.notes == ()
    assert (found.files, found.entries) == (2, 9)
    assert found.records == 16 + len(deadline_rules.brought())
    assert found.bytes == (1 << 20) + 5000 + len("Короткая записка.".encode())
    assert found.head is not None and found.head.size == 9
    assert hashes(folder) == before


def test_a_wrong_passphrase_is_told_apart_from_damage(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        verifying.verify(folder, "not the passphrase")
    flip(folder / DATABASE, 5)
    with pytest.raises(WrongPassphrase):
        verifying.verify(folder, "not the passphrase")
    assert codes(checked(folder)) == {"database-damaged"}


def test_verify_says_what_is_no_matter_of_damage_as_it_is(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotACase):
        verifying.verify(tmp_path / "nothing", PASSPHRASE)
    with cases.open_case(folder, PASSPHRASE), pytest.raises(OpenElsewhere):
        verifying.verify(folder, PASSPHRASE)


def test_every_changed_byte_of_the_vault_is_found_and_the_exhibit_named(folder: Path) -> None:
    chance = random.Random(2)
    for path, code in zip(objects(folder), ("E-002", "E-001"), strict=True):
        size = path.stat().st_size
        for place in [0, 1, 33, 39, 40, size // 2, size - 17, size - 1, *(chance.randrange(size) for _ in range(8))]:
            bit = chance.randrange(8)
            flip(path, place, bit)
            found = checked(folder)
            assert [finding.code for finding in found.findings] == ["object-damaged"], place
            assert code in found.findings[0].where
            assert path.name[:16] in found.findings[0].sentence
            flip(path, place, bit)
    assert checked(folder).is_intact


def test_a_missing_a_cut_and_an_exchanged_object_are_found(folder: Path) -> None:
    small, large = objects(folder)
    content, other = small.read_bytes(), large.read_bytes()
    small.unlink()
    assert codes(checked(folder)) == {"object-missing"}
    small.write_bytes(other)
    assert codes(checked(folder)) == {"object-damaged"}
    small.write_bytes(content)
    large.write_bytes(other[: 1 << 20])
    assert codes(checked(folder)) == {"object-damaged"}


def test_an_object_that_no_record_names_is_a_note_and_no_damage(folder: Path) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        ws.vault.put_bytes(b"sealed, and then the computer stopped")
    found = checked(folder)
    assert found.is_intact
    assert len(found.notes) == 1


def places_in(size: int) -> Iterator[int]:
    """Yield places of a database: all of the salt, the head of the first page, and sixty more anywhere."""
    chance = random.Random(3)
    yield from range(16)
    yield from range(16, 101, 7)
    yield from (chance.randrange(size) for _ in range(60))
    yield size - 1


def test_every_changed_byte_of_the_database_is_found(folder: Path) -> None:
    path = folder / DATABASE
    for place in places_in(path.stat().st_size):
        flip(path, place, place % 8)
        found = checked(folder)
        assert codes(found) == {"database-damaged"}, place
        assert all(finding.sentence and finding.where for finding in found.findings)
        flip(path, place, place % 8)
    assert checked(folder).is_intact


def test_a_database_cut_at_a_page_emptied_or_replaced_is_found(folder: Path, original: Path) -> None:
    path = folder / DATABASE
    raw = path.read_bytes()
    for content in (raw[:-4096], raw[:4096], raw[:100], b"", b"SQLite format 3\x00" + raw[16:], raw + raw[-4096:]):
        path.write_bytes(content)
        assert codes(checked(folder)) == {"database-damaged"}, len(content)
    path.unlink()
    assert codes(checked(folder)) == {"missing-part"}


def test_an_old_page_put_back_is_found(folder: Path) -> None:
    """No check of SQLCipher sees a page that was sound yesterday; the journal does."""
    path = folder / DATABASE
    old = path.read_bytes()
    with cases.open_case(folder, PASSPHRASE) as ws, ws.act("person.changed") as act:
        act.change(ws.records.get(Person, 1), notes="сегодня", sex="M")
    new = path.read_bytes()
    pages = [
        start
        for start in range(0, min(len(old), len(new)), 4096)
        if old[start : start + 4096] != new[start : start + 4096]
    ]
    seen = [not checked(place(folder, new, old, start)).is_intact for start in pages]
    # The head of the file holds counters alone, and the search index is made of the records.
    assert sum(seen) >= 5
    for start, is_seen in zip(pages, seen, strict=True):
        if not is_seen:
            with cases.open_case(place(folder, new, old, start), PASSPHRASE, read_only=True) as ws:
                assert ws.records.get(Person, 1).notes == "сегодня", start
                assert ws.journal.last().op == "person.changed", start


def place(folder: Path, new: bytes, old: bytes, start: int) -> Path:
    """Put one old page into a newer database; returns the folder."""
    (folder / DATABASE).write_bytes(new[:start] + old[start : start + 4096] + new[start + 4096 :])
    return folder


def test_a_damaged_key_file_is_named_and_its_copy_used(folder: Path) -> None:
    for name in key_file.NAMES:
        size = (folder / name).stat().st_size
        for place in (0, size // 3, size - 2, size - 1):
            flip(folder / name, place)
            found = checked(folder)
            assert codes(found) == {"keys-damaged"}
            assert found.findings[0].where == name
            flip(folder / name, place)
        (folder / name).rename(folder / "aside")
        assert checked(folder).findings[0].where == name
        (folder / "aside").rename(folder / name)
    for name in key_file.NAMES:
        flip(folder / name, 10)
    assert codes(checked(folder)) == {"keys-damaged"}
    with pytest.raises(KeysDamaged):
        cases.open_case(folder, PASSPHRASE)


@pytest.mark.parametrize("undone", ["hand over twice", "import again", "void and import again", "correct a holder"])
def test_ordinary_work_never_looks_like_damage(folder: Path, tmp_path: Path, undone: str) -> None:
    source = tmp_path / "видео.mp4"
    source.write_bytes(random.Random(1).randbytes((1 << 20) + 5000))
    with cases.open_case(folder, PASSPHRASE) as ws:
        item = ws.records.item(2)
        if undone == "hand over twice":
            custody.hand_over(ws, custody.hand_over(ws, item, "Суд"), "Эксперт")
            custody.log(ws, item, "VIEW", purpose="просмотр")
        if undone == "import again":
            custody.hand_over(ws, item, "Суд")
            assert intake.run(ws, [source]).again == ("E-001",)
        if undone == "void and import again":
            with ws.act("item.voided") as act:
                act.void(item, "entered twice")
            assert intake.run(ws, [source]).added == ("E-003",)
            assert intake.run(ws, [source]).again == ("E-003",)
        if undone == "correct a holder":
            consents.decide(ws, ws.records.get(Person, 1), "PUBLIC_NAMED", "REFUSED")
            ws.undo(ws.journal.last().seq)
            assert len(ws.records.find(Consent)) == 1
    found = checked(folder)
    assert found.is_intact, found.findings


def test_nothing_but_reading_is_asked_of_sqlite(folder: Path) -> None:
    with cases.open_case(folder, PASSPHRASE, read_only=True) as ws:
        assert ws.archive.connection.execute(sa.text("PRAGMA query_only")).scalar() == 1
        assert verifying.check(ws).is_intact
