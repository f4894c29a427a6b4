"""Intake: files are hashed, sealed and recorded before anything looks into them.

The work is cut so that a window can do it without waiting: `plan` and `seal` need no database and may run in any
thread, `Register` writes and runs where the workspace lives. `receive` strings both together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from evidence_app.domain.errors import CannotRead, EvidenceError, NoSpace
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Batch, Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.media import sniff
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system import words
from evidence_app.system.words import _
from evidence_app.vault.landing import Sealed
from evidence_app.vault.vault import Vault

FILES_AN_ACT = 25
_SNIFF_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a delivery and kept for all its files."""

    received_from: str | None = None
    received: PartialDate | None = None
    received_how: str | None = None
    received_by: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and the sentence that says why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to take, in order, and what was refused at first sight."""

    files: tuple[Path, ...]
    total_bytes: int
    refused: tuple[Refused, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that lies sealed in the vault, not recorded yet; `mime` and `kind` by its own first bytes."""

    name: str
    sealed: Sealed
    mime: str
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file: nothing is left out of it."""

    added: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


class Recording(Protocol):
    """Where arrivals are recorded: the register itself, or a window's way to the thread it lives in."""

    def record(self, arrivals: Sequence[Arrival]) -> Report:
        """Record some arrivals as one act."""


@dataclass
class Register:
    """Records the arrivals of one delivery; lives where the workspace lives."""

    ws: Workspace
    facts: Facts = field(default_factory=Facts)
    source: str = ""
    batch: Batch | None = None

    def record(self, arrivals: Sequence[Arrival]) -> Report:
        """Record some arrivals as one act: exhibit, file and custody together."""
        added: list[str] = []
        again: list[str] = []
        with self.ws.act("item.received") as act:
            if self.batch is None:
                self.batch = act.add(Batch(**self._facts(), source=self.source or None))
            for arrival in arrivals:
                known = self.ws.records.first(StoredFile, sha256=arrival.sealed.sha256, role="ORIGINAL")
                item = self.ws.records.get(Media, known.item or 0) if known else None
                if item is None or item.voided is not None:
                    item = act.add(self._media(arrival))
                    act.add(self._file(item, arrival))
                    added.append(item.code)
                else:
                    item = act.change(item, holder=self.ws.account.name)
                    again.append(item.code)
                self._log(act, item, arrival)
        return Report(tuple(added), tuple(again))

    def finish(self) -> None:
        """Mark the delivery as complete."""
        if self.batch is not None:
            with self.ws.act("batch.finished") as act:
                self.batch = act.change(self.batch, finished=True)

    def _facts(self) -> dict[str, Any]:
        facts = self.facts
        return {
            "received_from": facts.received_from,
            "received": facts.received,
            "received_how": facts.received_how,
            "received_by": facts.received_by,
        }

    def _media(self, arrival: Arrival) -> Media:
        title = Path(arrival.name).stem or arrival.name
        return Media(
            kind=arrival.kind,
            title=Localised.of(title, self.ws.case.languages[0] if self.ws.case.languages else words.language()),
            original_name=arrival.name,
            holder=self.ws.account.name,
            batch=self.batch.id if self.batch else None,
            **self._facts(),
        )

    @staticmethod
    def _file(item: Media, arrival: Arrival) -> StoredFile:
        sealed = arrival.sealed
        return StoredFile(
            item=item.id,
            name=arrival.name,
            sha256=sealed.sha256,
            size_bytes=sealed.size_bytes,
            mime=arrival.mime,
            modified=sealed.modified or None,
        )

    def _log(self, act: Act, item: Media, arrival: Arrival) -> None:
        """Log receipt and fixity of one file, also of one that is here already."""
        facts = self.facts
        act.custody(
            item,
            "RECEIVE",
            from_=facts.received_from,
            to=self.ws.account.name,
            when=facts.received.text if facts.received else None,
            purpose=facts.received_how,
            note=arrival.name,
        )
        act.custody(item, "INGEST", sha256=arrival.sealed.sha256, result=f"{arrival.sealed.size_bytes} B")


def plan(paths: Iterable[Path]) -> Plan:
    """List the regular files below some paths, in order of name; links and devices are refused, not followed.

    Raises CannotRead for a path that does not exist.
    """
    files: list[Path] = []
    refused: list[Refused] = []
    total = 0
    given = list(paths)
    for path in given:
        if not path.is_symlink() and not path.exists():
            raise CannotRead(path=path.name, why=_("it does not exist"))
        for found, is_file in _walk(path):
            if is_file:
                files.append(found)
                total += found.stat().st_size
            else:
                refused.append(Refused(shown(found.name), _("it is a link, a device or a pipe, not a file")))
    return Plan(tuple(files), total, tuple(refused), shown(given[0].name) if given else "")


def _walk(path: Path) -> Iterator[tuple[Path, bool]]:
    """Yield what lies at or below a path, and whether it is a regular file."""
    if path.is_dir() and not path.is_symlink():
        for entry in sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name)):
            yield from _walk(entry)
    else:
        yield path, path.is_file() and not path.is_symlink()


def seal(vault: Vault, path: Path, progress: Callable[[int], None]) -> Arrival:
    """Put one file into the vault and look at its first bytes. Raises CannotRead, NoSpace."""
    sealed = vault.put(path, progress)
    with vault.open(sealed.sha256) as stream:
        start = stream.read(_SNIFF_BYTES)
    name = shown(path.name)
    seen = sniff.sniff(start, name)
    return Arrival(name, sealed, seen.mime, _item_kind(seen.kind))


def receive(vault: Vault, planned: Plan, register: Recording, progress: Progress = nothing) -> Report:
    """Seal and record every planned file; what could not be taken is in the report, with its reason.

    Raises what `progress` raises to cancel; all that was recorded until then stays. A full disk ends the delivery,
    as every further file would fail too.
    """
    report = Report(refused=planned.refused)
    waiting: list[Arrival] = []
    done = 0

    def read(count: int) -> None:
        nonlocal done
        done += count
        progress.step(_("Sealing files"), done // 2, planned.total_bytes)

    try:
        for path in planned.files:
            try:
                waiting.append(seal(vault, path, read))
            except NoSpace:
                raise
            except EvidenceError as problem:
                report = _joined(report, Report(refused=(Refused(shown(path.name), problem.sentence()),)))
            if len(waiting) >= FILES_AN_ACT:
                report, waiting = _joined(report, register.record(waiting)), []
    finally:
        if waiting:
            report = _joined(report, register.record(waiting))
    return report


def run(ws: Workspace, paths: Sequence[Path], facts: Facts | None = None, progress: Progress = nothing) -> Report:
    """Take files and folders into the case, here and now."""
    planned = plan(paths)
    register = Register(ws, facts or Facts(), planned.source)
    report = receive(ws.vault, planned, register, progress)
    register.finish()
    return report


def take_bytes(ws: Workspace, content: bytes, name: str, item: Media, **custody: str | None) -> Media:
    """Record an exhibit whose file was made here, such as a placeholder of a sample; returns it as stored."""
    sealed = ws.vault.put_bytes(content)
    seen = sniff.sniff(content[:_SNIFF_BYTES], name)
    with ws.act("item.received") as act:
        stored = act.add(item.but(original_name=name, holder=item.holder or ws.account.name))
        arrival = Arrival(name, sealed, seen.mime, stored.kind)
        act.add(Register._file(stored, arrival))
        act.custody(stored, "RECEIVE", **{"to": stored.holder, **custody})
        act.custody(stored, "INGEST", sha256=sealed.sha256, result=f"{sealed.size_bytes} B")
    return stored


def shown(name: str) -> str:
    """Return a file name as it can be kept and shown: bytes that are no text appear as \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _item_kind(kind: str) -> str:
    """Return the `item_kind` of what a file looks like."""
    return {"photo": "PHOTO", "video": "VIDEO", "audio": "AUDIO", "web": "WEB", "pdf": "OFFICIAL"}.get(kind, "DATA")


def _joined(first: Report, second: Report) -> Report:
    """Add two reports."""
    return Report(first.added + second.added, first.again + second.again, first.refused + second.refused)
