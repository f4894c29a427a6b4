"""A case of every schema that was ever in use can be looked at and verified without being changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence_app.cli import run
from evidence_app.domain.errors import CannotWrite, NewerFormat
from evidence_app.domain.event import Event
from evidence_app.domain.person import Person
from evidence_app.keys import key_file
from evidence_app.services import cases, verifying
from evidence_app.services.workspace import DATABASE
from evidence_app.store.archive import Archive
from tests.services.sound import codes, hashes

NOT_KEPT = {"index-stale"}  # the statements beside this file hold no search index


def spoil(folder: Path, passphrase: str, statement: str) -> None:
    """Change an old archive behind the program's back, without bringing it to this version's schema."""
    archive = Archive(folder / DATABASE, key_file.load(folder).unlock(passphrase).database)
    with archive.writing() as connection:
        connection.exec_driver_sql(statement)
    archive.close()


def test_an_old_case_is_read_without_being_changed(old_case: Path, passphrase: str, tmp_path: Path) -> None:
    before = hashes(tmp_path)
    with cases.open_case(old_case, passphrase, read_only=True) as ws:
        assert [person.code for person in ws.records.find(Person)] == ["P-001"]
        assert not ws.records.first(Event).authority
        assert not ws.case.own_holidays
        assert hashes(tmp_path) == before  # while it is open, too: the copy touches no disk
    assert hashes(tmp_path) == before


def test_an_old_case_that_is_only_read_takes_nothing_in(old_case: Path, passphrase: str) -> None:
    ws = cases.open_case(old_case, passphrase, read_only=True)
    with ws, pytest.raises(CannotWrite), ws.act("person.added") as act:
        act.add(Person())


def test_an_old_case_is_verified_as_it_is(old_case: Path, passphrase: str, tmp_path: Path) -> None:
    before = hashes(tmp_path)
    found = verifying.verify(old_case, passphrase)
    assert codes(found) <= NOT_KEPT
    assert (found.entries, found.records) == (8, 10)
    assert hashes(tmp_path) == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE person SET notes = 'другая запись' WHERE id = 1", "record-altered"),
        ("DROP TRIGGER journal_no_update", "journal-unguarded"),
        ("DELETE FROM person_name WHERE id = 3", "record-missing"),
    ],
)
def test_what_was_changed_in_an_old_case_is_found_before_it_is_upgraded(
    old_case: Path, passphrase: str, statement: str, code: str
) -> None:
    spoil(old_case, passphrase, statement)
    assert codes(verifying.verify(old_case, passphrase)) - NOT_KEPT == {code}


def test_a_case_of_a_later_version_is_refused_to_readers_too(old_case: Path, passphrase: str) -> None:
    spoil(old_case, passphrase, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerFormat):
        cases.open_case(old_case, passphrase, read_only=True)
    with pytest.raises(NewerFormat):
        verifying.verify(old_case, passphrase)


@pytest.mark.parametrize(("command", "code"), [("verify", 4), ("deadlines", 0), ("journal", 0)])
def test_the_command_line_looks_at_an_old_case(
    old_case: Path,
    passphrase: str,
    command: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("EVIDENCE_PASSPHRASE", passphrase)
    before = (old_case / DATABASE).read_bytes()
    assert run(["--interface", "en", command, str(old_case), "--json"], lambda *_window: None) == code
    printed = capsys.readouterr()
    assert printed.err == ""
    assert all(json.loads(line) is not None for line in printed.out.splitlines())
    assert (old_case / DATABASE).read_bytes() == before
