"""Opening a case, with the passphrase or otherwise; what a crash or a copy has left is put right on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import (
    AccessError,
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
from evidence_app.domain.media import StoredFile
from evidence_app.keys import key_file
from evidence_app.keys.key_file import KeyFile
from evidence_app.keys.keyring import Keyring
from evidence_app.services import accounts, deadline_rules
from evidence_app.services.workspace import DATABASE, LOCK, VAULT, Workspace
from evidence_app.store.archive import Archive, was_cut_off
from evidence_app.system import files

_MOST_NAMED = 100


@dataclass(frozen=True, slots=True)
class Opener:
    """What turns a key file into keys, what it raises where it is the wrong one, and what must be done first of all."""

    unlock: Callable[[KeyFile], Keyring]
    wrong: type[AccessError]
    first: Callable[[Workspace], None] = lambda _ws: None


def is_case(folder: Path) -> bool:
    """Tell whether a folder looks like a case."""
    return any(os.path.exists(folder / name) for name in (*key_file.NAMES, DATABASE))  # noqa: PTH110  never raises


def open_case(folder: Path, passphrase: str, *, read_only: bool = False) -> Workspace:
    """Open a case.

    Raises NotACase, MissingPart, KeysDamaged, NewerFormat, WrongPassphrase, OpenElsewhere, DatabaseDamaged,
    CannotWrite: each its own condition with its own sentence.
    """
    return opened(folder, Opener(lambda keys: keys.unlock(passphrase), WrongPassphrase), read_only=read_only)


def opened(folder: Path, opener: Opener, *, read_only: bool = False) -> Workspace:
    """Open a case with whatever opens it; raises what `open_case` raises, and the opener's own error."""
    if not is_case(folder):
        raise NotACase(folder=folder.name or folder)
    for part in (DATABASE, VAULT):
        if not (folder / part).exists():
            raise MissingPart(file=part)
    copies = key_file.copies(folder)
    with ExitStack() as undo:
        lock = _locked(folder, read_only)
        undo.callback(lock.release)
        keyring, archive = _unlocked(folder, copies, opener, read_only)
        undo.callback(archive.close)
        archive.upgrade()
        ws = Workspace(folder, keyring, archive, lock)
        undo.callback(ws.close)
        ws.learn_terms()
        if not read_only:
            opener.first(ws)
            if not accounts.is_entered(ws):
                accounts.enter(ws, key_file.of_keyring(folder, keyring))
            # A full disk must not keep the case shut: then all stays where it is until the next time.
            with suppress(NoSpace, CannotWrite, CannotRead):
                _tidy(ws)
        undo.pop_all()
    return ws


def _finish_interrupted_write(folder: Path, key: bytes) -> bool:
    """Let SQLite roll back a transaction that a crash cut off; True where there was one."""
    if not was_cut_off(folder / DATABASE):
        return False
    Archive(folder / DATABASE, key).close()
    return True


def _locked(folder: Path, read_only: bool) -> files.Lock:
    """Shut others out of a case."""
    try:
        return files.Lock(folder / LOCK, read_only=read_only)
    except files.Busy as problem:
        raise OpenElsewhere from problem
    except OSError as problem:
        raise unwritable(folder.name, problem) from problem


def _unlocked(folder: Path, copies: Sequence[KeyFile], opener: Opener, read_only: bool) -> tuple[Keyring, Archive]:
    """Open the database with the first copy of the key file that fits it.

    One of them may be another case's, put there by mistake: it must not make the database look damaged.
    """
    problems: list[EvidenceError] = []
    for keys in copies:
        try:
            keyring = opener.unlock(keys)
            if keys is not copies[0] and copies[0].fits(keyring):
                raise opener.wrong  # the copy lags behind: this was what opened it before
            if read_only:
                _finish_interrupted_write(folder, keyring.database)
            return keyring, Archive(folder / DATABASE, keyring.database, read_only=read_only)
        except (AccessError, KeysDamaged, DatabaseDamaged) as problem:
            problems.append(problem)
    of_two_cases = len({keys.case_uid for keys in copies}) > 1
    # What opens one case and not the other says nothing of the database.
    weights = (AccessError, DatabaseDamaged) if of_two_cases else (DatabaseDamaged, AccessError)
    raise min(problems, key=lambda one: next((n for n, kind in enumerate(weights) if isinstance(one, kind)), 2))


def _tidy(ws: Workspace) -> None:
    """Put right what a crash, a copy or an older program has left; no evidence is ever deleted."""
    deadline_rules.adopt(ws)
    key_file.sweep(ws.folder)
    ws.vault.prepare()
    copies = key_file.copies(ws.folder)
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
