"""Cases: create, open, change the passphrase, count."""

from __future__ import annotations

import os
import secrets
import shutil
import uuid
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.account import Account
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.errors import (
    AlreadyExists,
    BadInput,
    CannotRead,
    CannotWrite,
    DatabaseDamaged,
    EvidenceError,
    KeysDamaged,
    MissingPart,
    NoSpace,
    NotACase,
    OpenElsewhere,
    WrongPassphrase,
    unwritable,
)
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.person import Person
from evidence_app.domain.testimony import Testimony
from evidence_app.keys import key_file
from evidence_app.keys.derivation import FLOOR, Profile, calibrated, encode
from evidence_app.keys.key_file import KeyFile
from evidence_app.keys.keyring import Keyring
from evidence_app.services import examining, karasai
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.workspace import DATABASE, LOCK, VAULT, Workspace
from evidence_app.store.archive import Archive, was_cut_off
from evidence_app.system import files, paths, words
from evidence_app.system.words import _
from evidence_app.vault.vault import Vault

NOTICE = "READ-ME-FIRST.txt"
_NOTICE_TEXT = """\
This folder belongs to the program Evidence App. Everything in it is encrypted.
Keep all its files together. To open it: start Evidence App, choose "Open a case",
choose this folder, and enter the passphrase.

Эта папка принадлежит программе Evidence App. Всё содержимое зашифровано.
Храните файлы вместе. Чтобы открыть: запустите Evidence App, выберите «Открыть дело»,
укажите эту папку и введите парольную фразу.

Бұл қалта Evidence App бағдарламасына тиесілі. Ішіндегінің бәрі шифрланған.
Файлдарды бірге сақтаңыз. Ашу үшін: Evidence App бағдарламасын іске қосып, «Істі ашу»
дегенді таңдап, осы қалтаны көрсетіп, құпиясөз тіркесін енгізіңіз.
"""
SHORTEST_PASSPHRASE = 8
_MOST_NAMED = 100
SAMPLE_PASSPHRASE = "public facts only"  # noqa: S105  shown wherever the sample is opened
SAMPLE_TITLE = "Koshmambet"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind the case holds, voided ones left out."""

    people: int
    testimonies: int
    media: int
    filings: int
    events: int
    files: int


def is_case(folder: Path) -> bool:
    """Tell whether a folder looks like a case."""
    return any(os.path.exists(folder / name) for name in (*key_file.NAMES, DATABASE))  # noqa: PTH110  never raises


def create(
    folder: Path, title: str, passphrase: str, *, language: str = "ru", profile: Profile | None = None
) -> Workspace:
    """Make a case in a folder that is new or empty, and open it.

    The folder appears only once the case is whole. Raises AlreadyExists, BadInput, CannotWrite, NoSpace.
    """
    if os.path.exists(folder) and (not folder.is_dir() or any(folder.iterdir())):  # noqa: PTH110
        raise AlreadyExists(path=folder.name)
    if not title.strip():
        raise BadInput(where=_("Title"), why=_("this must be filled in"))
    check_passphrase(passphrase)
    building = folder.with_name(f".{secrets.token_hex(8)}")  # shorter than any name that would be too long
    try:
        building.mkdir(mode=0o700, parents=True)
        _build(building, title.strip(), passphrase, language, profile or calibrated())
        if folder.exists():
            folder.rmdir()
        building.rename(folder)
        files.sync_folder(folder.parent)
    except OSError as problem:
        raise unwritable(folder.name, problem) from problem
    finally:
        if building.exists():
            shutil.rmtree(building)
    return open_case(folder, passphrase)


def _build(folder: Path, title: str, passphrase: str, language: str, profile: Profile) -> None:
    """Write all parts of a new case."""
    keys, keyring = key_file.create(passphrase, profile)
    (folder / LOCK).touch(mode=0o600)
    (folder / NOTICE).write_text(_NOTICE_TEXT, encoding="utf-8")
    key_file.save(folder, keys)
    Vault(folder / VAULT, keyring).prepare()
    archive = Archive(folder / DATABASE, keyring.database, create=True)
    archive.upgrade()
    log = str(uuid.uuid4())
    with Workspace(folder, keyring, archive, None, log) as workspace, workspace.act("case.created") as act:
        case = CaseFile(uid=keyring.case_uid, title=Localised.of(title, language), log=log, languages=(language,))
        act.add(case)
        public_key = encode(keyring.public_key)
        with words.speaking(language):
            name = _("Lead counsel")
        act.add(Account(uid=keyring.account_id, name=name, key_id=keyring.key_id, public_key=public_key))


def sample(folder: Path | None = None, progress: Progress = nothing) -> tuple[Path, str]:
    """Make the public sample case where it is not there yet; returns its folder and its passphrase, no secret."""
    folder = folder or paths.samples() / "karasai"
    if not is_case(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with create(folder, SAMPLE_TITLE, SAMPLE_PASSPHRASE, profile=FLOOR) as ws:
            karasai.load(ws, progress)
            examining.run(ws, progress)
    return folder, SAMPLE_PASSPHRASE


def open_case(folder: Path, passphrase: str, *, read_only: bool = False) -> Workspace:
    """Open a case.

    Raises NotACase, MissingPart, KeysDamaged, NewerFormat, WrongPassphrase, OpenElsewhere, DatabaseDamaged,
    CannotWrite: each its own condition with its own sentence.
    """
    if not is_case(folder):
        raise NotACase(folder=folder.name)
    for part in (DATABASE, VAULT):
        if not (folder / part).exists():
            raise MissingPart(file=part)
    copies = key_file.copies(folder)
    with ExitStack() as undo:
        lock = _locked(folder, read_only)
        undo.callback(lock.release)
        keyring, archive = _unlocked(folder, copies, passphrase, read_only)
        undo.callback(archive.close)
        if not read_only:
            archive.upgrade()
        ws = Workspace(folder, keyring, archive, lock)
        if not read_only:
            # A full disk must not keep the case shut: then all stays where it is until the next time.
            with suppress(NoSpace, CannotWrite, CannotRead):
                _tidy(ws, copies)
        undo.pop_all()
    return ws


def _locked(folder: Path, read_only: bool) -> files.Lock:
    """Shut others out of a case."""
    try:
        return files.Lock(folder / LOCK, read_only=read_only)
    except files.Busy as problem:
        raise OpenElsewhere from problem
    except OSError as problem:
        raise unwritable(folder.name, problem) from problem


def _unlocked(folder: Path, copies: Sequence[KeyFile], passphrase: str, read_only: bool) -> tuple[Keyring, Archive]:
    """Open the database with the first copy of the key file that fits it.

    One of them may be another case's, put there by mistake: it must not make the database look damaged.
    """
    problems: list[EvidenceError] = []
    for keys in copies:
        try:
            keyring = keys.unlock(passphrase)
            if keys is not copies[0] and copies[0].fits(keyring):
                raise WrongPassphrase  # the copy lags behind: this was the passphrase before
            if read_only:
                finish_interrupted_write(folder, keyring.database)
            return keyring, Archive(folder / DATABASE, keyring.database, read_only=read_only)
        except (WrongPassphrase, KeysDamaged, DatabaseDamaged) as problem:
            problems.append(problem)
    of_two_cases = len({keys.case_uid for keys in copies}) > 1
    # What opens one case and not the other says nothing of the database.
    weights = (WrongPassphrase, DatabaseDamaged) if of_two_cases else (DatabaseDamaged, WrongPassphrase)
    raise min(problems, key=lambda one: next((n for n, kind in enumerate(weights) if isinstance(one, kind)), 2))


def _tidy(ws: Workspace, copies: Sequence[KeyFile]) -> None:
    """Put right what a crash, a copy or an older database has left; nothing is ever deleted."""
    ws.vault.prepare()
    if len(copies) == len(key_file.NAMES) and all(keys.fits(ws.keyring) for keys in copies):
        key_file.save(ws.folder, copies[0])
    held = list(ws.records.values(StoredFile, "sha256"))
    strays = [stray.name for stray in ws.vault.strays(held)]
    if strays:
        _log_moved(ws, "vault.strays_set_aside", strays)
        ws.vault.quarantine(held)
    astray = ws.vault.astray(held)
    if astray:
        _log_moved(ws, "vault.brought_home", [ws.vault.name_of(sha256) for sha256 in astray])
        ws.vault.bring_home(astray)


def _log_moved(ws: Workspace, verb: str, names: Sequence[str]) -> None:
    """Log that objects of the vault are given another place."""
    with ws.act(verb) as act:
        act.facts |= {"names": list(names[:_MOST_NAMED]), "count": len(names)}


def finish_interrupted_write(folder: Path, key: bytes) -> bool:
    """Let SQLite roll back a transaction that a crash cut off; True where there was one."""
    if not was_cut_off(folder / DATABASE):
        return False
    Archive(folder / DATABASE, key).close()
    return True


def check_passphrase(passphrase: str) -> None:
    """Raise BadInput for a passphrase too short to protect anybody."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        why = _("use at least %(n)s characters; four or five words are best") % {"n": SHORTEST_PASSPHRASE}
        raise BadInput(where=_("Passphrase"), why=why)


def change_passphrase(ws: Workspace, old: str, new: str, *, profile: Profile | None = None) -> None:
    """Wrap the keys anew under another passphrase; no record is touched.

    Raises WrongPassphrase, BadInput, KeysDamaged, NoSpace, CannotWrite; then the old passphrase holds and nothing is
    logged.
    """
    check_passphrase(new)
    keys = key_file.of_keyring(ws.folder, ws.keyring)
    keyring = keys.unlock(old)
    changed = keys.with_passphrase(keyring, new, profile or calibrated())
    # On the disk before the journal tells of it, in force after: whatever fails, both are as they were.
    with key_file.prepared(ws.folder, changed), ws.act("account.passphrase_changed", obj=keyring.account_id) as act:
        act.facts["account"] = keyring.account_id


def rename(ws: Workspace, title: str, language: str, *, code: str | None = None) -> None:
    """Give the case another title in one language, and its number where given."""
    case = ws.case
    with ws.act("case.renamed", obj=case.uid) as act:
        titles = Localised.of(case.title.as_dict() | {language: title})
        act.change(case, title=titles, code=case.code if code is None else code)


def counts(ws: Workspace) -> Counts:
    """Count what the case holds."""
    count = ws.records.count
    return Counts(
        people=count(Person),
        testimonies=count(Testimony),
        media=count(Media),
        filings=count(Filing),
        events=count(Event),
        files=count(StoredFile, role="ORIGINAL"),
    )
