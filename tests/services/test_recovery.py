"""The recovery sheet: it opens a case whose passphrase is forgotten, and an older one does so no more."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.domain.account import Account
from evidence_app.domain.errors import (
    AlreadyExists,
    BadInput,
    CannotWrite,
    NoSpace,
    WrongPassphrase,
    WrongSheet,
    WrongWord,
)
from evidence_app.domain.person import Person
from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, people, recovery, verifying
from evidence_app.services.recovery import Sheet
from evidence_app.services.workspace import Workspace
from tests.services.sound import PASSPHRASE, checked

NEW = "новая тихая фраза"


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


@pytest.fixture
def sheet(folder: Path) -> Sheet:
    """A sheet of the case that was typed back."""
    with cases.open_case(folder, PASSPHRASE) as ws:
        return confirmed(ws)


def confirmed(ws: Workspace) -> Sheet:
    """Make a sheet and confirm it."""
    made = recovery.add_recovery(ws)
    recovery.confirm_recovery(ws, made)
    return made


def opens(folder: Path, sheet: Sheet, quick: Profile) -> bool:
    """Tell whether a sheet opens a copy of the case."""
    shutil.copytree(folder, folder.with_name("tried"))
    try:
        recovery.open_with_recovery(folder.with_name("tried"), " ".join(sheet.words), NEW, profile=quick).close()
    except WrongSheet:
        return False
    finally:
        shutil.rmtree(folder.with_name("tried"))
    return True


def ops(ws: Workspace) -> list[str]:
    """Return the verbs of the journal."""
    return [entry.op for entry in ws.journal.entries()]


def test_the_sheet_opens_a_case_whose_passphrase_is_forgotten(folder: Path, sheet: Sheet, quick: Profile) -> None:
    with recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick) as ws:
        assert cases.counts(ws).people == 1
        assert ops(ws)[-1] == "account.recovered"
        people.add(ws, Person())
    with pytest.raises(WrongPassphrase):
        cases.open_case(folder, PASSPHRASE)
    with cases.open_case(folder, NEW) as ws:
        assert cases.counts(ws).people == 2
        assert recovery.has_recovery(ws)
    found = verifying.verify(folder, NEW)
    assert found.is_intact, found.findings
    assert found.notes == ()


def test_whoever_recovers_goes_on_as_a_new_account_and_what_the_old_one_signed_can_be_checked(
    folder: Path, sheet: Sheet, quick: Profile
) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        before = ws.account
    with recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick) as ws:
        after = ws.account
        held = {account.key_id: account for account in ws.records.find(Account)}
    assert after.key_id != before.key_id
    assert after.name == before.name
    assert held[before.key_id].public_key == before.public_key
    old, new = key_file.load(folder).content["accounts"]
    assert (old["id"], old["public_key"], old["sealed_key"]) == (before.uid, before.public_key, None)
    assert (new["id"], new["public_key"]) == (after.uid, after.public_key)


def test_the_sheet_opens_the_case_again_and_again(folder: Path, sheet: Sheet, quick: Profile) -> None:
    for passphrase in (NEW, "и ещё одна фраза"):
        recovery.open_with_recovery(folder, " ".join(sheet.words), passphrase, profile=quick).close()
        assert verifying.verify(folder, passphrase).is_intact


def test_a_new_passphrase_leaves_the_sheet_as_it_is(folder: Path, sheet: Sheet, quick: Profile) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        cases.change_passphrase(ws, PASSPHRASE, NEW, profile=quick)
        assert recovery.has_recovery(ws)
    assert opens(folder, sheet, quick)


def test_an_old_sheet_opens_nothing_once_a_new_one_is_confirmed_and_not_before(
    folder: Path, sheet: Sheet, quick: Profile
) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        newer = recovery.add_recovery(ws)
        assert recovery.has_recovery(ws)  # the older one still
    assert opens(folder, sheet, quick)
    assert opens(folder, newer, quick)
    with cases.open_case(folder, PASSPHRASE) as ws:
        recovery.confirm_recovery(ws, newer)
        with pytest.raises(WrongSheet):
            recovery.confirm_recovery(ws, sheet)
    assert not opens(folder, sheet, quick)
    assert opens(folder, newer, quick)


def test_a_sheet_that_nobody_has_typed_back_is_missed(folder: Path, quick: Profile) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert recovery.is_missing(ws)
        sheet = recovery.add_recovery(ws)
        assert recovery.is_missing(ws)
    assert opens(folder, sheet, quick)
    with cases.open_case(folder, PASSPHRASE) as ws:
        recovery.confirm_recovery(ws, sheet)
        assert not recovery.is_missing(ws)


def test_each_step_is_in_the_journal_and_the_words_are_in_no_file(folder: Path, sheet: Sheet) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        said = [json.loads(part.payload or b"{}") for part in ws.journal.parts() if part.part == 0]
        made = [facts for facts in said if facts.get("wrap") == sheet.wrap]
        assert ops(ws)[-2:] == ["account.recovery_made", "account.recovery_confirmed"]
        assert [set(facts) for facts in made] == [{"t", "account", "wrap"}] * 2
        told = b"".join(part.payload or b"" for part in ws.journal.parts())
    held = b"".join((folder / name).read_bytes() for name in key_file.NAMES)
    assert " ".join(sheet.words[:2]).encode() not in told + held
    assert not any(word in repr(sheet) for word in sheet.words)


def test_the_copies_of_the_keys_stay_the_same_bytes(folder: Path, quick: Profile) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        sheet = recovery.add_recovery(ws)
        assert key_file.copies_agree(folder)
        recovery.confirm_recovery(ws, sheet)
        assert key_file.copies_agree(folder)
    recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick).close()
    assert key_file.copies_agree(folder)


def test_the_wrap_of_a_sheet_is_as_the_format_says(folder: Path, sheet: Sheet) -> None:
    (wrap,) = [wrap for wrap in key_file.load(folder).content["wraps"] if wrap["kind"] == "recovery"]
    assert set(wrap) == {"id", "kind", "generation", "created", "account", "kdf", "shares", "nonce", "sealed"}
    assert (wrap["id"], wrap["account"], wrap["shares"]) == (sheet.wrap, None, None)
    assert set(wrap["kdf"]) == {"name", "salt"}
    assert wrap["kdf"]["name"] == "hkdf-sha256"


def test_what_is_refused_leaves_the_case_as_it_was(folder: Path, sheet: Sheet, tmp_path: Path, quick: Profile) -> None:
    cases.create(tmp_path / "other", "Другое", PASSPHRASE, profile=quick).close()
    with cases.open_case(tmp_path / "other", PASSPHRASE) as ws:
        foreign = confirmed(ws)
    before = (folder / "keys.json").read_bytes()
    typed = " ".join(sheet.words)
    for words, passphrase, error in (
        (" ".join(foreign.words), NEW, WrongSheet),
        (typed, "short", BadInput),
        (typed.replace(sheet.words[3], "oops", 1), NEW, WrongWord),
    ):
        with pytest.raises(error):
            recovery.open_with_recovery(folder, words, passphrase, profile=quick)
    assert (folder / "keys.json").read_bytes() == before
    assert checked(folder).is_intact


def test_a_key_file_of_another_case_beside_the_right_one_keeps_the_sheet_from_nothing(
    folder: Path, sheet: Sheet, tmp_path: Path, quick: Profile
) -> None:
    cases.create(tmp_path / "other", "Другое", PASSPHRASE, profile=quick).close()
    shutil.copy(tmp_path / "other" / "keys.json", folder / "keys.json")
    recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick).close()
    assert key_file.copies_agree(folder)
    cases.open_case(folder, NEW).close()


@pytest.mark.parametrize("failing", ["the key file", "the journal"])
@pytest.mark.parametrize("step", ["made", "confirmed", "opened"])
def test_a_step_that_cannot_be_written_has_not_happened(
    folder: Path, sheet: Sheet, quick: Profile, monkeypatch: pytest.MonkeyPatch, failing: str, step: str
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    with cases.open_case(folder, PASSPHRASE) as ws:
        newer = recovery.add_recovery(ws)
    before = [(folder / name).read_bytes() for name in key_file.NAMES]
    if failing == "the key file":
        monkeypatch.setattr("evidence_app.system.files.sync_file", full)
    else:
        monkeypatch.setattr("evidence_app.store.journal.Journal.append", full)
    with pytest.raises((NoSpace, OSError)):
        if step == "opened":
            recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick)
        else:
            with cases.open_case(folder, PASSPHRASE) as ws:
                recovery.add_recovery(ws) if step == "made" else recovery.confirm_recovery(ws, newer)
    monkeypatch.undo()
    assert [(folder / name).read_bytes() for name in key_file.NAMES] == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    assert checked(folder).is_intact


KILLED = """
import os, sys
from pathlib import Path
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, recovery
from evidence_app.system import files
folder, step, renames, words, passphrase, new = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *sys.argv[4:]
ordinary = Path.replace
def replace(path, target):
    global renames
    if renames == 0:
        os.kill(os.getpid(), 9)
    renames -= 1
    return ordinary(path, target)
if step == "opened":
    Path.replace = replace
    recovery.open_with_recovery(folder, words, new, profile=Profile(64, 1, 1))
ws = cases.open_case(folder, passphrase)
if step == "confirmed":
    sheet = recovery.add_recovery(ws)
Path.replace = replace
recovery.add_recovery(ws) if step == "made" else recovery.confirm_recovery(ws, sheet)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("renames", [0, 1])
@pytest.mark.parametrize("step", ["made", "confirmed", "opened"])
def test_a_crash_between_the_steps_leaves_the_old_or_the_new(
    folder: Path, sheet: Sheet, quick: Profile, step: str, renames: int
) -> None:
    arguments = (folder, step, str(renames), " ".join(sheet.words), PASSPHRASE, NEW)
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=Path(__file__).parents[2], check=False)
    assert ended.returncode == -9
    passphrase = NEW if step == "opened" and renames == 1 else PASSPHRASE
    with cases.open_case(folder, passphrase) as ws:
        assert cases.counts(ws).people == 1
    assert key_file.copies_agree(folder)
    found = verifying.verify(folder, passphrase)
    assert found.is_intact, found.findings
    is_replaced = step == "confirmed" and renames == 1
    assert opens(folder, sheet, quick) is not is_replaced


def test_the_paper_names_nothing_of_the_case_and_holds_the_words(folder: Path, sheet: Sheet, tmp_path: Path) -> None:
    target = tmp_path / "лист.pdf"
    recovery.save_paper(sheet, target, folder)
    raw = target.read_bytes()
    assert raw.startswith(b"%PDF")
    with pytest.raises(AlreadyExists):
        recovery.save_paper(sheet, target, folder)
    assert target.read_bytes() == raw
    for place in (folder / "лист.pdf", tmp_path / "nowhere" / "лист.pdf"):
        with pytest.raises(CannotWrite):
            recovery.save_paper(sheet, place, folder)


def test_three_words_are_asked_for_by_their_places(sheet: Sheet) -> None:
    asked = {tuple(recovery.places_to_check()) for _ in range(40)}
    assert len(asked) > 20
    for places in asked:
        assert len(set(places)) == 3
        assert places == tuple(sorted(places))
        assert set(places) <= set(range(1, recovery.WORDS + 1))
    assert recovery.is_word(f" {sheet.words[0].upper()} ", sheet.words[0])
    assert recovery.is_word(sheet.numbers[0], sheet.words[0])
    assert not recovery.is_word("", sheet.words[0])
