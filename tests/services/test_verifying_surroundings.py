"""Verify also looks at what serves the records: the journal's triggers, the counters, the index, the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.domain.person import Person
from evidence_app.keys import key_file
from evidence_app.services import cases, people, records, searching
from evidence_app.services.workspace import DATABASE, VAULT
from evidence_app.store.archive import Archive
from tests.services.sound import PASSPHRASE, checked, codes


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


@pytest.fixture
def by_hand(folder: Path) -> Callable[..., None]:
    """Run statements on the database as somebody does who has its key."""

    def run(*statements: str) -> None:
        archive = Archive(folder / DATABASE, key_file.load(folder).unlock(PASSPHRASE).database)
        with archive.writing() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        archive.close()

    return run


TRIGGERS = {
    "taken away": ("DROP TRIGGER journal_no_delete", "journal_no_delete"),
    "of the parts": ("DROP TRIGGER journal_part_no_replace", "journal_part_no_replace"),
    "a strange one": ("CREATE TRIGGER odd AFTER INSERT ON person BEGIN SELECT 1; END", "odd"),
}


@pytest.mark.parametrize("kind", TRIGGERS)
def test_a_journal_that_lost_a_trigger_or_a_strange_one_is_told(
    folder: Path, by_hand: Callable[..., None], kind: str
) -> None:
    statement, name = TRIGGERS[kind]
    by_hand(statement)
    found = checked(folder)
    assert [(finding.code, finding.where) for finding in found.findings] == [("journal-unguarded", name)]


def test_a_trigger_made_harmless_is_told(folder: Path, by_hand: Callable[..., None]) -> None:
    by_hand(
        "DROP TRIGGER journal_no_update",
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT 1; END",
    )
    assert [finding.where for finding in checked(folder).findings] == ["journal_no_update"]


def test_a_counter_that_was_set_back_is_told_and_the_next_code_is_new_all_the_same(
    folder: Path, by_hand: Callable[..., None]
) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        added = [people.add(ws, Person()) for _ in range(3)]
        records.void(ws, added[1], "twice")
    by_hand("UPDATE code_counter SET last = 0 WHERE letter = 'P'", "DELETE FROM code_counter WHERE letter = 'E'")
    found = checked(folder)
    assert codes(found) == {"codes-behind"}
    assert [finding.where for finding in found.findings] == ["P", "E"]
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert [people.add(ws, Person()).code for _ in range(2)] == ["P-005", "P-006"]


@pytest.mark.parametrize(
    ("statements", "where"),
    [
        (["INSERT INTO search(search) VALUES('delete-all')", "DELETE FROM search_unit"], "person, testimony"),
        (["DELETE FROM search WHERE rowid = (SELECT id FROM search_unit WHERE noun = 'segment')"], "segment"),
        (["DELETE FROM search_unit WHERE noun = 'event'"], "event, search"),
    ],
)
def test_an_index_that_does_not_fit_the_records_is_told(
    folder: Path, by_hand: Callable[..., None], statements: list[str], where: str
) -> None:
    by_hand(*statements)
    (found,) = checked(folder).findings
    assert found.code == "index-stale"
    with cases.open_case(folder, PASSPHRASE) as ws:
        searching.rebuild(ws)
    assert checked(folder).findings == ()
    assert found.where.startswith(where)


def test_the_index_follows_all_that_is_done_to_records(folder: Path) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        person = ws.records.first(Person)
        records.void(ws, person, "twice")
        records.restore(ws, person)
        ws.undo(ws.journal.last().seq)
        assert searching.search(ws, "Сәрсенова").total == 0
    assert checked(folder).is_intact


def test_an_entry_by_nobody_who_has_an_account_is_told(folder: Path) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        ws.journal.actor = "0" * 32
        people.add(ws, Person())
        seq = ws.journal.last().seq
    found = checked(folder)
    assert [(finding.code, finding.where.split()[-1]) for finding in found.findings] == [("journal-actor", f"#{seq}")]


def test_what_is_no_part_of_the_case_is_a_note_and_no_damage(folder: Path) -> None:
    (folder / "dossier.pdf").write_bytes(b"%PDF")
    (folder / VAULT / "note.txt").write_text("in clear")
    found = checked(folder)
    assert found.is_intact
    (note,) = found.notes
    assert "dossier.pdf, vault/note.txt" in note
