"""Cases: create, open, change the passphrase, count; how one is opened stands in `opening`."""

from __future__ import annotations

import os
import secrets
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.account import Account
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.errors import AlreadyExists, BadInput, unwritable
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.testimony import Testimony
from evidence_app.keys import key_file
from evidence_app.keys.derivation import FLOOR, Profile, calibrated, encode
from evidence_app.services import accounts, deadline_rules, examining, karasai
from evidence_app.services.opening import is_case as is_case
from evidence_app.services.opening import open_case as open_case
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.sample import PASSPHRASE as SAMPLE_PASSPHRASE
from evidence_app.services.sample import TITLE as SAMPLE_TITLE
from evidence_app.services.workspace import DATABASE, LOCK, VAULT, Workspace
from evidence_app.store.archive import Archive
from evidence_app.system import files, paths
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


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind the case holds, voided ones left out."""

    people: int
    testimonies: int
    media: int
    filings: int
    events: int
    places: int
    proceedings: int
    files: int


def create(
    folder: Path, title: str, passphrase: str, *, language: str = "ru", profile: Profile | None = None
) -> Workspace:
    """Make a case in a folder that is new or empty, and open it.

    The folder appears only once the case is whole. Raises AlreadyExists, BadInput, CannotWrite, NoSpace.
    """
    if os.path.exists(folder) and (not folder.is_dir() or any(folder.iterdir())):  # noqa: PTH110
        raise AlreadyExists(path=folder.name or folder)
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
        name = accounts.first_name(language)
        act.add(Account(uid=keyring.account_id, name=name, key_id=keyring.key_id, public_key=public_key))
        for rule in deadline_rules.brought():
            act.add(rule)


def sample(folder: Path | None = None, progress: Progress = nothing) -> tuple[Path, str]:
    """Make the public sample case where it is not there yet; returns its folder and its passphrase, no secret.

    Raises CannotWrite, NoSpace.
    """
    folder = folder or paths.samples() / "karasai"
    if not is_case(folder):
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise unwritable(folder.parent.name, problem) from problem
        with create(folder, SAMPLE_TITLE, SAMPLE_PASSPHRASE, profile=FLOOR) as ws:
            karasai.load(ws, progress)
            examining.run(ws, progress)
    return folder, SAMPLE_PASSPHRASE


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
    with key_file.in_force(ws.folder, changed), ws.act("account.passphrase_changed", obj=keyring.account_id) as act:
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
        places=count(Place),
        proceedings=count(Proceeding),
        files=count(StoredFile, role="ORIGINAL"),
    )
