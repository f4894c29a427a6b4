"""A case opens after copies that drop things, with a key file of another case beside it, and from what is read-only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotWrite, DatabaseDamaged, NoSpace, WrongPassphrase
from evidence_app.domain.person import Person
from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, intake, people, verifying
from evidence_app.services.workspace import DATABASE, VAULT
from evidence_app.store.archive import was_cut_off
from tests.services.sound import PASSPHRASE, checked, codes, hashes, objects

FIRST, SECOND = key_file.NAMES


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


@pytest.fixture
def other(tmp_path: Path, quick: Profile) -> Path:
    """Another case, closed, under the same passphrase."""
    cases.create(tmp_path / "other", "Другое", PASSPHRASE, profile=quick).close()
    return tmp_path / "other"


def ops(folder: Path) -> list[str]:
    """Return the verbs of the journal."""
    with cases.open_case(folder, PASSPHRASE, read_only=True) as ws:
        return [entry.op for entry in ws.journal.entries()]


def test_a_copy_that_drops_empty_folders_opens_and_takes_files(folder: Path, tmp_path: Path) -> None:
    for name in (".incoming", ".quarantine"):
        (folder / VAULT / name).rmdir()
    assert checked(folder).is_intact
    (tmp_path / "new.txt").write_text("новое")
    with cases.open_case(folder, PASSPHRASE) as ws:
        ws.vault.put_bytes(b"stray")
        assert intake.run(ws, [tmp_path / "new.txt"]).added == ("E-003",)
    (folder / VAULT / ".quarantine").rmdir()
    cases.open_case(folder, PASSPHRASE).close()
    assert ops(folder)[-1] == "vault.strays_set_aside"


def test_what_a_file_manager_leaves_keeps_no_case_shut_and_is_no_matter_for_the_journal(folder: Path) -> None:
    shard = objects(folder)[0].parent
    (shard / ".DS_Store").write_bytes(b"x")
    (shard / "folder").mkdir()
    (folder / VAULT / "note.txt").write_bytes(b"x")
    before = ops(folder)
    for _ in range(2):
        cases.open_case(folder, PASSPHRASE).close()
    assert ops(folder) == before
    assert (shard / ".DS_Store").exists()


def test_a_look_at_an_older_database_costs_the_newer_one_nothing(folder: Path, tmp_path: Path) -> None:
    older = (folder / DATABASE).read_bytes()
    (tmp_path / "new.txt").write_text("новое")
    with cases.open_case(folder, PASSPHRASE) as ws:
        intake.run(ws, [tmp_path / "new.txt"])
    newer = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(older)
    cases.open_case(folder, PASSPHRASE).close()
    (folder / DATABASE).write_bytes(newer)
    assert checked(folder).is_intact  # verify moves nothing, and reads what lies set aside
    cases.open_case(folder, PASSPHRASE).close()
    assert ops(folder)[-1] == "vault.brought_home"
    assert list((folder / VAULT / ".quarantine").iterdir()) == []
    assert checked(folder).is_intact


@pytest.mark.parametrize("name", key_file.NAMES)
def test_the_key_file_of_another_case_beside_the_right_one_is_told_and_not_used(
    folder: Path, other: Path, name: str
) -> None:
    shutil.copy(other / FIRST, folder / name)
    before = hashes(folder)
    found = checked(folder)
    assert codes(found) == {"keys-foreign"}
    assert found.findings[0].where == name
    assert hashes(folder) == before
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert len(ws.records.find(Person)) == 1
    assert (folder / name).read_bytes() == (other / FIRST).read_bytes()


def test_another_cases_key_file_makes_neither_a_wrong_passphrase_nor_damage_of_the_other(
    folder: Path, other: Path, quick: Profile
) -> None:
    keys = key_file.load(other)
    key_file.save(other, keys.with_passphrase(keys.unlock(PASSPHRASE), "фраза другого дела", quick))
    shutil.copy(other / FIRST, folder / FIRST)
    cases.open_case(folder, PASSPHRASE).close()
    for wrong in ("фраза другого дела", "ничья фраза"):
        with pytest.raises(WrongPassphrase):
            cases.open_case(folder, wrong)


def test_damage_of_the_database_is_still_told_beside_another_cases_key_file(folder: Path, other: Path) -> None:
    shutil.copy(other / FIRST, folder / FIRST)
    raw = bytearray((folder / DATABASE).read_bytes())
    raw[3] ^= 1
    (folder / DATABASE).write_bytes(raw)
    with pytest.raises(DatabaseDamaged):
        cases.open_case(folder, PASSPHRASE)


def test_a_write_that_was_cut_off_is_rolled_back_whichever_key_file_is_tried_first(folder: Path, other: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from evidence_app.services import cases;"
        "from evidence_app.domain.person import Person;"
        "ws = cases.open_case(Path(sys.argv[1]), sys.argv[2]); ws.archive.connection.exec_driver_sql("
        "'PRAGMA cache_size = 2');\n"
        "with ws.act('person.added') as act:\n"
        "    for number in range(300): act.add(Person(notes='x' * 4000))\n"
        "    os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, folder, PASSPHRASE], cwd=Path(__file__).parents[2], check=False)
    assert was_cut_off(folder / DATABASE)
    shutil.copy(other / FIRST, folder / FIRST)
    assert codes(checked(folder)) == {"keys-foreign"}
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert len(ws.records.find(Person)) == 1


def test_after_a_crash_between_two_writes_of_the_keys_the_old_passphrase_opens_nothing(
    folder: Path, quick: Profile
) -> None:
    old = (folder / SECOND).read_bytes()
    keys = key_file.load(folder)
    key_file.save(folder, keys.with_passphrase(keys.unlock(PASSPHRASE), "новая фраза", quick))
    (folder / SECOND).write_bytes(old)
    with pytest.raises(WrongPassphrase):
        cases.open_case(folder, PASSPHRASE)
    cases.open_case(folder, "новая фраза").close()
    assert key_file.copies_agree(folder)


def test_a_new_passphrase_overwrites_no_key_file_of_another_case(folder: Path, other: Path, quick: Profile) -> None:
    shutil.copy(other / FIRST, folder / FIRST)
    with cases.open_case(folder, PASSPHRASE) as ws:
        cases.change_passphrase(ws, PASSPHRASE, "новая фраза", profile=quick)
    (kept,) = folder.glob(f"{FIRST}.*")
    assert kept.read_bytes() == (other / FIRST).read_bytes()
    assert key_file.copies_agree(folder)
    cases.open_case(folder, "новая фраза").close()


@pytest.mark.parametrize("failing", ["the key file", "the journal"])
def test_a_passphrase_that_cannot_be_changed_is_neither_changed_nor_logged(
    folder: Path, quick: Profile, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    before = [(folder / name).read_bytes() for name in key_file.NAMES]

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    with cases.open_case(folder, PASSPHRASE) as ws:
        if failing == "the key file":
            monkeypatch.setattr("evidence_app.system.files.sync_file", full)
        else:
            monkeypatch.setattr(ws.journal, "append", full)
        with pytest.raises(NoSpace):
            cases.change_passphrase(ws, PASSPHRASE, "новая фраза", profile=quick)
        monkeypatch.undo()
    assert [(folder / name).read_bytes() for name in key_file.NAMES] == before
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []
    assert "account.passphrase_changed" not in ops(folder)


@pytest.fixture
def read_only(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """The case on a medium that cannot be written."""
    medium = tmp_path / "medium"
    medium.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "tmpfs", medium]).returncode:
        pytest.skip("only root can mount a medium")
    shutil.copytree(folder, medium / "case")
    subprocess.run(["mount", "-o", "remount,ro", medium], check=True)
    yield medium / "case"
    subprocess.run(["umount", "-l", medium], check=True)


def test_a_case_on_a_read_only_medium_is_verified_and_read_and_for_writing_refused(read_only: Path) -> None:
    found = verifying.verify(read_only, PASSPHRASE)
    assert found.is_intact, found.findings
    with cases.open_case(read_only, PASSPHRASE, read_only=True) as ws:
        assert cases.counts(ws).people == 1
    with pytest.raises(CannotWrite):
        cases.open_case(read_only, PASSPHRASE)


def test_a_vault_that_cannot_be_laid_out_keeps_no_case_shut(folder: Path) -> None:
    (folder / VAULT / ".incoming").rmdir()
    (folder / VAULT / ".incoming").write_bytes(b"")
    with cases.open_case(folder, PASSPHRASE) as ws:
        people.add(ws, Person())
        with pytest.raises(CannotWrite):
            ws.vault.put_bytes(b"x")
