"""The recovery sheet: it opens a case whose passphrase is forgotten, and an older one does so no more."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from evidence_app.domain.account import Account
from evidence_app.domain.errors import (
    AlreadyExists,
    BadInput,
    CannotWrite,
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
from tests.services.sheets import NEW, confirmed, opens
from tests.services.sound import PASSPHRASE, checked, hashes


@pytest.fixture
def folder(copied: Path) -> Path:
    """The case of this test: a copy of a sound one."""
    return copied


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
        newer = recovery.make_sheet(ws)
        assert recovery.has_recovery(ws)  # the older one still
    assert opens(folder, sheet, quick)
    assert not opens(folder, newer, quick)
    with cases.open_case(folder, PASSPHRASE) as ws:
        recovery.confirm_sheet(ws, newer)
    assert not opens(folder, sheet, quick)
    assert opens(folder, newer, quick)


def test_a_sheet_that_nobody_has_typed_back_opens_nothing_and_is_missed(folder: Path, quick: Profile) -> None:
    before = hashes(folder)
    with cases.open_case(folder, PASSPHRASE) as ws:
        sheet = recovery.make_sheet(ws)
        assert recovery.is_missing(ws)
    assert hashes(folder) == before
    assert not opens(folder, sheet, quick)
    with cases.open_case(folder, PASSPHRASE) as ws:
        recovery.confirm_sheet(ws, sheet)
        assert not recovery.is_missing(ws)
    assert opens(folder, sheet, quick)


def test_each_step_is_in_the_journal_and_the_words_are_in_no_file(folder: Path, sheet: Sheet) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        said = [json.loads(part.payload or b"{}") for part in ws.journal.parts() if part.part == 0]
        (wrap,) = key_file.load(folder).recovery_wraps
        made = [facts for facts in said if facts.get("wrap") == wrap]
        assert ops(ws)[-1] == "account.recovery_confirmed"
        assert [set(facts) for facts in made] == [{"t", "account", "wrap"}]
        told = b"".join(part.payload or b"" for part in ws.journal.parts())
    held = b"".join((folder / name).read_bytes() for name in key_file.NAMES)
    assert " ".join(sheet.words[:2]).encode() not in told + held
    assert not any(word in repr(sheet) for word in sheet.words)


def test_the_copies_of_the_keys_stay_the_same_bytes(folder: Path, quick: Profile) -> None:
    with cases.open_case(folder, PASSPHRASE) as ws:
        sheet = recovery.make_sheet(ws)
        assert key_file.copies_agree(folder)
        recovery.confirm_sheet(ws, sheet)
        assert key_file.copies_agree(folder)
    recovery.open_with_recovery(folder, " ".join(sheet.words), NEW, profile=quick).close()
    assert key_file.copies_agree(folder)


def test_the_wrap_of_a_sheet_is_as_the_format_says(folder: Path, sheet: Sheet) -> None:
    (wrap,) = [wrap for wrap in key_file.load(folder).content["wraps"] if wrap["kind"] == "recovery"]
    assert set(wrap) == {"id", "kind", "generation", "created", "account", "kdf", "shares", "nonce", "sealed"}
    assert (wrap["id"], wrap["account"], wrap["shares"]) == (key_file.load(folder).recovery_wraps[0], None, None)
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
