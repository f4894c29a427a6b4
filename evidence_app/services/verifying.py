"""Verify: re-hash and replay everything, name what is wrong, write nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import DamageError, EvidenceError
from evidence_app.keys import key_file
from evidence_app.services import cases
from evidence_app.services.local_time import local_time
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.workspace import DATABASE, LOCK, VAULT, Workspace
from evidence_app.store import codes, replay
from evidence_app.store.archive import was_cut_off
from evidence_app.store.journal import Head
from evidence_app.store.queries.entries import Entries
from evidence_app.system.words import N_, _, ngettext_


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written: a stable code, the part of the case, a sentence."""

    code: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and found; `notes` are worth knowing but no damage."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    entries: int = 0
    records: int = 0
    files: int = 0
    bytes: int = 0
    head: Head | None = None

    @property
    def is_intact(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def summary(self) -> str:
        """Return the outcome in one sentence."""
        if self.is_intact:
            said = _("The record is intact: %(entries)s journal entries, %(records)s records, %(files)s files checked.")
            return said % {"entries": self.entries, "records": self.records, "files": self.files}
        count = len(self.findings)
        return ngettext_(
            "%(n)s thing is not as it was written.", "%(n)s things are not as they were written.", count
        ) % {"n": count}


_SHA256 = re.compile("[0-9a-f]{64}")
_MOST_NAMED = 5
SENTENCES = {
    "keys-damaged": N_("The key file %(where)s is damaged or missing; the other copy was used."),
    "database-damaged": N_("The database is damaged: %(where)s."),
    "journal-chain": N_("Journal entry %(where)s does not follow from the one before: it, or that one, was changed."),
    "journal-columns": N_("Journal entry %(where)s is filed under other words than it holds."),
    "journal-part": N_("A part of journal entry %(where)s is not what the entry committed to."),
    "record-altered": N_("The record %(where)s was changed without a journal entry."),
    "record-missing": N_("The record %(where)s is in the journal but no longer in the database."),
    "holder-differs": N_("The present holder of %(where)s is not who the custody log says."),
    "object-damaged": N_("The sealed file %(where)s is damaged."),
    "object-missing": N_("The sealed file %(where)s is missing."),
    "keys-foreign": N_("The key file %(where)s belongs to another case or was forged; the other copy was used."),
    "journal-unguarded": N_("The lock %(where)s that keeps the journal as it is was taken away or changed."),
    "journal-actor": N_("Journal entry %(where)s was made by nobody who has an account in this case."),
    "codes-behind": N_("The counter of codes %(where)s-… was set back; codes that were given could be given again."),
    "index-stale": N_("The search index does not fit the records (%(where)s); a search may miss some."),
}


def verify(folder: Path, passphrase: str, progress: Progress = nothing) -> Verification:
    """Check a case from outside; damage becomes a finding.

    Raises only what says nothing of damage: WrongPassphrase, NotACase, OpenElsewhere, NewerFormat.
    """
    interrupted = was_cut_off(folder / DATABASE)
    try:
        with cases.open_case(folder, passphrase, read_only=True) as ws:
            found = check(ws, progress)
    except DamageError as problem:
        where = str(problem.facts.get("file", DATABASE))
        return Verification((Finding(problem.code, where, problem.sentence()),))
    if not interrupted:
        return found
    note = _("A write that was cut off when the program last ended was rolled back.")
    return Verification(
        found.findings, (note, *found.notes), found.entries, found.records, found.files, found.bytes, found.head
    )


def check(ws: Workspace, progress: Progress = nothing) -> Verification:
    """Check an opened case."""
    findings = list(_key_findings(ws))
    progress.step(_("Checking the database"), 0, 1)
    damage = [_finding("database-damaged", said) for said in ws.archive.damage()]
    findings += damage
    if damage:
        return Verification(tuple(findings))
    findings += [_finding("database-damaged", said) for said in ws.archive.loose_ends()]
    progress.step(_("Replaying the journal"), 0, 1)
    for log in ws.journal.logs():
        findings += [_finding(fault.kind, fault.where) for fault in replay.chain_faults(ws.journal, log)]
    state = replay.replay(ws.journal)
    findings += [_finding(fault.kind, fault.where) for fault in replay.actor_faults(ws.journal, state)]
    findings += [_finding(fault.kind, fault.where) for fault in replay.record_faults(ws.records, state)]
    findings += _surroundings(ws)
    files = list(_sealed_files(state))
    findings += _vault_findings(ws, files, progress)
    head = ws.journal.head()
    return Verification(
        tuple(findings),
        (*_strays(ws, files), *_foreign(ws), *_unended(ws)),
        head.size,
        len(state.records),
        len(files),
        sum(file.size_bytes for file in files),
        head,
    )


def _unended(ws: Workspace) -> Iterator[str]:
    """Yield the exports that were cut off: whether their file was made, the journal cannot know."""
    said = _("Export of %(dossier)s, begun on %(when)s, was cut off: a file with SHA-256 %(hash)s may have been made.")
    for left in Entries(ws.archive.connection).exports():
        if not left.is_certain:
            facts = {"dossier": left.facts.get("dossier", ""), "hash": left.facts.get("sha256", "")}
            yield said % (facts | {"when": local_time(ws, left.ts)})


def _key_findings(ws: Workspace) -> Iterator[Finding]:
    """Yield the copies of the key file that are not as the case's own."""
    damaged, strange = key_file.load(ws.folder).damaged, key_file.strange(ws.folder, ws.keyring)
    yield from (_finding("keys-damaged", name) for name in damaged)
    yield from (_finding("keys-foreign", name) for name in strange)
    if not damaged and not strange and not key_file.copies_agree(ws.folder):
        yield _finding("keys-damaged", " / ".join(key_file.NAMES))


def _surroundings(ws: Workspace) -> Iterator[Finding]:
    """Yield what was changed of all that serves the records and is no record itself."""
    yield from (_finding("journal-unguarded", name) for name in ws.archive.loose_triggers())
    case = ws.case
    for letter in codes.behind(ws.archive.connection, case.first_block, case.block_step):
        yield _finding("codes-behind", letter)
    stale = ws.index.stale()
    if stale:
        yield _finding("index-stale", ", ".join(stale))


@dataclass(frozen=True, slots=True)
class _SealedFile:
    """A file that the vault must hold by what the journal says, whatever became of its row; the exhibit's code."""

    sha256: str
    size_bytes: int
    code: str


def _sealed_files(state: replay.State) -> Iterator[_SealedFile]:
    """Yield every file that the journal tells of."""
    for held in state.records.values():
        match held["noun"], held["values"]:
            case "file", {"sha256": str(sha256), "size_bytes": int(size), "item": str(uid)}:
                exhibit = state.records.get(uid, {}).get("values", {})
                if _SHA256.fullmatch(sha256):
                    yield _SealedFile(sha256, size, str(exhibit.get("code", "")))


def _vault_findings(ws: Workspace, files: list[_SealedFile], progress: Progress) -> Iterator[Finding]:
    """Read every sealed file through; one object may serve several rows and is read once."""
    total = sum(file.size_bytes for file in files)
    done = 0

    def read(count: int) -> None:
        nonlocal done
        done += count
        progress.step(_("Re-hashing the files"), min(done, total), total)

    sizes = {file.sha256: file for file in files}
    for sha256, file in sizes.items():
        try:
            ws.vault.check(sha256, file.size_bytes, read)
        except EvidenceError as problem:
            where = f"{file.code} ({ws.vault.name_of(sha256)[:16]})".strip()
            yield _finding("object-missing" if problem.code == "missing-part" else "object-damaged", where)


def _strays(ws: Workspace, files: list[_SealedFile]) -> Iterator[str]:
    """Tell of objects that no record names: left by a crash, harmless, never deleted."""
    known = {ws.vault.name_of(file.sha256) for file in files}
    count = sum(1 for name in ws.vault.names() if name not in known)
    if count:
        said = ngettext_(
            "%(n)s sealed file belongs to no record; it was left when an import was cut off.",
            "%(n)s sealed files belong to no record; they were left when an import was cut off.",
            count,
        )
        yield said % {"n": count}


def _foreign(ws: Workspace) -> Iterator[str]:
    """Tell of what lies in the folder of the case and is no part of it: it is not encrypted and not kept."""
    own = {*key_file.NAMES, cases.NOTICE, DATABASE, f"{DATABASE}-journal", LOCK, VAULT}
    strange = [path for path in sorted(ws.folder.iterdir()) if path.name not in own]
    names = [path.relative_to(ws.folder).as_posix() for path in (*strange, *ws.vault.foreign())]
    if names:
        said = ngettext_(
            "%(n)s file or folder in the folder of the case is no part of it: %(names)s.",
            "%(n)s files or folders in the folder of the case are no part of it: %(names)s.",
            len(names),
        )
        more = "…" if len(names) > _MOST_NAMED else ""
        yield said % {"n": len(names), "names": ", ".join(names[:_MOST_NAMED]) + more}


def _finding(code: str, where: str) -> Finding:
    return Finding(code, where, _(SENTENCES[code]) % {"where": where})
