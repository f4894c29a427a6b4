"""Keys that cannot be written, or a crash while they are: the old ones hold or the new, and the journal says which."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evidence_app.domain.account import Account
from evidence_app.domain.errors import CannotWrite, DatabaseDamaged, NoSpace, WrongPassphrase
from evidence_app.keys import key_file, wraps
from evidence_app.keys.derivation import Profile
from evidence_app.services import accounts, cases, recovery, verifying
from evidence_app.services.recovery import Sheet
from evidence_app.store.journal import Journal
from evidence_app.system import files
from tests.services.sheets import NEW, opens
from tests.services.sound import PASSPHRASE, checked

QUICK = Profile(64, 1, 1)
FIRST, SECOND = key_file.NAMES
STEPS = ("confirmed", "opened", "passphrase")
LOGGED = {
    "confirmed": "account.recovery_confirmed",
    "opened": "account.recovered",
    "passphrase": "account.passphrase_changed",
}


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


def do(step: str, folder: Path, words: str) -> None:
    """Carry out one of the steps that change the key file."""
    if step == "opened":
        recovery.open_with_recovery(folder, words, NEW, profile=QUICK).close()
        return
    with cases.open_case(folder, PASSPHRASE) as ws:
        if step == "confirmed":
            recovery.confirm_sheet(ws, recovery.make_sheet(ws))
        else:
            cases.change_passphrase(ws, PASSPHRASE, NEW, profile=QUICK)


def state(folder: Path, passphrase: str = PASSPHRASE) -> tuple[list[str], list[str]]:
    """Return the verbs of the journal, and the key ids of the accounts."""
    with cases.open_case(folder, passphrase, read_only=True) as ws:
        return [entry.op for entry in ws.journal.entries()], [one.key_id for one in ws.records.find(Account)]


def leftovers(folder: Path) -> list[str]:
    """Return what lies hidden in the folder of the case."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


@contextmanager
def failing(what: str) -> Iterator[None]:
    """Let one thing fail: bringing bytes to the disk, the journal, or giving a copy of the keys its name."""
    replace = Path.replace

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    def refused(path: Path, target: Path) -> Path:
        if what in {target.name, "both"} and target.name in key_file.NAMES:
            raise OSError(5, "Input/output error")
        return replace(path, target)

    with pytest.MonkeyPatch.context() as patch:
        if what == "the disk":
            patch.setattr(files, "sync_file", full)
        elif what == "the journal":
            patch.setattr(Journal, "append", full)
        else:
            patch.setattr(Path, "replace", refused)
        yield


@pytest.mark.parametrize("what", ["the disk", "the journal", FIRST, SECOND, "both"])
@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_cannot_be_written_has_not_happened(folder: Path, sheet: Sheet, what: str, step: str) -> None:
    before = [(folder / name).read_bytes() for name in key_file.NAMES]
    told = state(folder)
    with pytest.raises((NoSpace, CannotWrite)), failing(what):
        do(step, folder, " ".join(sheet.words))
    assert [(folder / name).read_bytes() for name in key_file.NAMES] == before
    assert leftovers(folder) == []
    assert state(folder) == told
    found = checked(folder)
    assert (found.findings, found.notes) == ((), ())
    assert opens(folder, sheet, QUICK)


KILLED = """
import os, sys
from pathlib import Path
from evidence_app.store.journal import Journal
from tests.services.test_keys_at_fault import do
folder, step, renames, words = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
ordinary = Path.replace
def die(*_arguments):
    os.kill(os.getpid(), 9)
def replace(path, target):
    global renames
    if renames == 0:
        die()
    renames -= 1
    return ordinary(path, target)
Path.replace = replace
Journal.append = die
do(step, folder, words)
"""


def kill(folder: Path, step: str, renames: int, words: str) -> None:
    """Carry out a step and die: before the first copy has its name, before the second has, or before the journal."""
    root = Path(__file__).parents[2]
    arguments = [sys.executable, "-c", KILLED, str(folder), step, str(renames), words]
    assert subprocess.run(arguments, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}).returncode == -9


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("renames", [0, 1, 2])
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_leaves_the_old_or_the_new_and_nothing_beside_it(
    folder: Path, sheet: Sheet, step: str, renames: int
) -> None:
    kill(folder, step, renames, " ".join(sheet.words))
    is_new = renames > 0
    passphrase = NEW if step != "confirmed" and is_new else PASSPHRASE
    if passphrase == NEW:
        with pytest.raises(WrongPassphrase):
            cases.open_case(folder, PASSPHRASE)
    with cases.open_case(folder, passphrase) as ws:
        assert accounts.is_entered(ws)
        assert ws.account.name
    assert leftovers(folder) == []
    assert key_file.copies_agree(folder)
    found = verifying.verify(folder, passphrase)
    assert (found.findings, found.notes) == ((), ())
    assert opens(folder, sheet, QUICK) is not (step == "confirmed" and is_new)


def test_a_recovery_that_a_crash_cut_off_is_told_to_the_journal_when_the_case_is_next_opened(
    folder: Path, sheet: Sheet
) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        before = ws.account
    kill(folder, "opened", 2, " ".join(sheet.words))
    with cases.open_case(folder, NEW) as ws:
        after, (told,) = ws.account, [one for one in ws.journal.entries() if one.op == LOGGED["opened"]]
        (facts,) = [json.loads(part.payload or b"") for part in ws.journal.parts(seq=told.seq) if part.part == 0]
    assert (after.name, after.role) == (before.name, before.role)
    assert (facts["account"], facts["replaces"]) == (after.uid, [before.uid])
    cases.open_case(folder, NEW).close()
    assert state(folder, NEW)[0].count(LOGGED["opened"]) == 1


def test_a_database_that_knows_no_account_is_told_as_damage(folder: Path) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws, ws.archive.writing() as connection:
        connection.exec_driver_sql("DELETE FROM account")
    with pytest.raises(DatabaseDamaged):
        cases.open_case(folder, PASSPHRASE)


def test_what_a_crash_left_of_the_keys_is_gone_before_a_new_sheet_ends_the_old_one(folder: Path, sheet: Sheet) -> None:
    kill(folder, "confirmed", 0, "")
    (hidden, *_more) = [folder / name for name in leftovers(folder)]
    secret = recovery.read_words(" ".join(sheet.words))
    kept = json.loads(hidden.with_name(FIRST).read_bytes())
    assert any(wraps.open_master(one, secret, kept["case"]) for one in kept["wraps"] if one["kind"] == wraps.RECOVERY)
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert leftovers(folder) == []
        recovery.confirm_sheet(ws, recovery.make_sheet(ws))
    assert not opens(folder, sheet, QUICK)
    assert sorted(path.name for path in folder.glob("*keys*")) == sorted(key_file.NAMES)


def test_a_file_of_somebody_else_beside_the_keys_stays(folder: Path) -> None:
    others = [folder / ".keys.json.bak", folder / "keys.json.0123abcd", folder / ".keys.json.0123abcd.txt"]
    for path in others:
        path.write_text("mine")
    (folder / f".{FIRST}.0123abcd").write_text("of a crash")
    cases.open_case(folder, PASSPHRASE).close()
    assert all(path.read_text() == "mine" for path in others)
    assert not (folder / f".{FIRST}.0123abcd").exists()
