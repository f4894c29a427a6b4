"""Verify finds every changed byte, says where, and changes none itself."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from evidence_app.domain.consent import Consent
from evidence_app.domain.errors import KeysDamaged, NotACase, OpenElsewhere, WrongPassphrase
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Testimony
from evidence_app.keys import key_file
from evidence_app.keys.canonical import canonical
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, consents, custody, intake, people, testimonies, verifying
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.verifying import Verification
from evidence_app.services.workspace import DATABASE, VAULT, Workspace
from evidence_app.store.archive import Archive

PASSPHRASE = "для проверки хватит"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with a little of everything, that no test touches."""
    place = tmp_path_factory.mktemp("original")
    (place / "видео.mp4").write_bytes(random.Random(1).randbytes((1 << 20) + 5000))
    (place / "записка.txt").write_text("Короткая записка.", "utf-8")
    with cases.create(place / "case", "Проверка", PASSPHRASE, profile=Profile(64, 1, 1)) as ws:
        fill(ws, place)
    return place / "case"


def fill(ws: Workspace, place: Path) -> None:
    """Record a little of everything."""
    person = people.add(ws, Person(sex="F", born=PartialDate.parse("1980-05")), PersonName(full="Сәрсенова Айгүл"))
    people.protect(ws, person, "P3", reason="угрозы")
    with ws.act("event.added") as act:
        event = act.add(
            Event(title=Localised.of({"ru": "Задержание", "kk": "Ұстау"}), happened=PartialDate.parse("2022-01"))
        )
        act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    testimonies.add(
        ws,
        Testimony(title=Localised.of("Рассказ", "ru"), speaker=person.id),
        [
            Paragraph("Меня задержали утром.", 0, 4000, {"en": "I was detained in the morning."}),
            Paragraph("Потом отпустили."),
        ],
    )
    consents.decide(ws, person, "COURT_NAT", "GIVEN")
    intake.run(ws, [place / "видео.mp4", place / "записка.txt"])
    custody.hand_over(ws, ws.records.item(2), "Эксперт", place="Алматы", seal="№ 17")


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    shutil.copytree(original, tmp_path / "case")
    return tmp_path / "case"


def checked(folder: Path) -> Verification:
    """Verify."""
    return verifying.verify(folder, PASSPHRASE)


def codes(found: Verification) -> set[str]:
    """Return what was found, by code."""
    return {finding.code for finding in found.findings}


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Change one bit of a file."""
    with path.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ (1 << bit)]))


def objects(folder: Path) -> list[Path]:
    """Return the sealed files of a case, the shortest first."""
    return sorted((path for path in (folder / VAULT).glob("??/*")), key=lambda path: path.stat().st_size)


def test_an_untouched_case_is_intact_and_verify_writes_nothing(folder: Path) -> None:
    before = hashes(folder)
    found = checked(folder)
    assert found.is_intact, found.findings
    assert found.notes == ()
    assert (found.files, found.entries) == (2, 9)
    assert found.records == 16
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
    assert [finding.where for finding in found.findings] == ["translation forged"]


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
