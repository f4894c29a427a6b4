"""Intake: files are hashed, sealed and recorded before anything looks into them.

The work is cut so that a window can do it without waiting: `receive` needs no database and may run in any thread,
`Register` writes and runs where the workspace lives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Protocol

from evidence_app.domain.errors import CannotRead, DamageError
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Batch, Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.rules import check
from evidence_app.media import sniff
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.sources import Plan, Refused, plan, shown, without
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system import words
from evidence_app.system.words import _
from evidence_app.vault.landing import Landing, Sealed
from evidence_app.vault.vault import Vault

FILES_AN_ACT = 25
_BYTES_AN_ACT = 64 << 20
_SNIFF_BYTES = 4096

Told = Callable[[Refused], object]  # is told of each refusal at once: a delivery that is cut off has no report


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a delivery and kept for all its files."""

    received_from: str | None = None
    received: PartialDate | None = None
    received_how: str | None = None
    received_by: str | None = None


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

    def __post_init__(self) -> None:
        """Raise BadInput for facts that could not be kept, before anything is sealed."""
        check(Batch(**self._facts(), source=self.source or None))

    def record(self, arrivals: Sequence[Arrival]) -> Report:
        """Record some arrivals as one act: exhibit, file and custody together."""
        added: list[str] = []
        again: list[str] = []
        case, holder = self.ws.case, self.ws.account.name
        language = case.languages[0] if case.languages else words.language()
        known = self._known(arrivals)
        with self.ws.act("item.received") as act:
            batch = self.batch or act.add(Batch(**self._facts(), source=self.source or None))
            for arrival in arrivals:
                item = known.get(arrival.sealed.sha256)
                if item is None:
                    item = act.add(self._media(arrival, language, holder, batch))
                    act.add(self._file(item, arrival))
                    known[arrival.sealed.sha256] = item
                    added.append(item.code)
                else:
                    item = act.change(item, holder=holder)
                    again.append(item.code)
                self._log(act, item, arrival, holder)
        self.batch = batch  # only now: an act that failed took its batch back
        return Report(tuple(added), tuple(again))

    def finish(self) -> None:
        """Mark the delivery as complete."""
        if self.batch is not None:
            with self.ws.act("batch.finished") as act:
                self.batch = act.change(self.batch, finished=True)

    def _known(self, arrivals: Sequence[Arrival]) -> dict[str, Media]:
        """Return the exhibits that hold some of the files already, by hash; one that was voided holds none."""
        hashes = [arrival.sealed.sha256 for arrival in arrivals]
        files = self.ws.records.find(StoredFile, sha256=hashes, role="ORIGINAL")
        items = self.ws.records.by_ids(Media, [file.item for file in files if file.item])
        standing = {key: item for key, item in items.items() if item.voided is None}
        return {file.sha256: standing[file.item] for file in reversed(files) if file.item in standing}

    def _facts(self) -> dict[str, Any]:
        return {fact.name: getattr(self.facts, fact.name) for fact in fields(Facts)}

    def _media(self, arrival: Arrival, language: str, holder: str, batch: Batch) -> Media:
        title = Path(arrival.name).stem or arrival.name
        return Media(
            kind=arrival.kind,
            title=Localised.of(title, language),
            original_name=arrival.name,
            holder=holder,
            batch=batch.id,
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

    def _log(self, act: Act, item: Media, arrival: Arrival, holder: str) -> None:
        """Log receipt and fixity of one file, also of one that is here already."""
        facts = self.facts
        act.custody(
            item,
            "RECEIVE",
            from_=facts.received_from,
            to=holder,
            when=facts.received.text if facts.received else None,
            purpose=facts.received_how,
            note=arrival.name,
        )
        act.custody(item, "INGEST", sha256=arrival.sealed.sha256, result=f"{arrival.sealed.size_bytes} B")


class _Delivery:
    """Files on their way: sealed one by one, then made durable and recorded by the dozen; `report` grows with it."""

    def __init__(self, vault: Vault, landing: Landing, register: Recording, told: Told) -> None:
        self._vault, self._landing, self._register, self._told = vault, landing, register, told
        self._waiting: list[tuple[str, Sealed]] = []
        self.report = Report()

    @property
    def is_full(self) -> bool:
        """Whether it is time to record."""
        return len(self._waiting) >= FILES_AN_ACT or self._landing.size_bytes >= _BYTES_AN_ACT

    def seal(self, path: Path, progress: Callable[[int], None]) -> None:
        """Hash and encrypt one file, or refuse it. Raises CannotWrite, NoSpace."""
        try:
            self._waiting.append((shown(path.name), self._landing.put(path, progress)))
        except CannotRead as problem:
            self.refuse(Refused(shown(path.name), problem.sentence()))

    def refuse(self, *refused: Refused) -> None:
        """Keep, and tell, what is not taken."""
        self.report = _joined(self.report, Report(refused=refused))
        for each in refused:
            self._told(each)

    def record(self) -> None:
        """Make durable what waits, then record it; what fails here is not tried again."""
        waiting, self._waiting = self._waiting, []
        self._landing.settle()
        arrivals = [arrival for file in waiting if (arrival := self._arrival(*file)) is not None]
        if arrivals:
            self.report = _joined(self.report, self._register.record(arrivals))

    def _arrival(self, name: str, sealed: Sealed) -> Arrival | None:
        """Look at the first bytes of a file that lies in the vault; None where they cannot be had."""
        try:
            with self._vault.open(sealed.sha256) as stream:
                seen = sniff.sniff(stream.read(_SNIFF_BYTES), name)
        except (DamageError, CannotRead) as problem:
            self.refuse(Refused(name, problem.sentence()))
            return None
        return Arrival(name, sealed, seen.mime, _item_kind(seen.kind))


def receive(
    vault: Vault, planned: Plan, register: Recording, progress: Progress = nothing, told: Told = lambda _refused: None
) -> Report:
    """Seal and record every planned file; what could not be taken is in the report, with its reason.

    Raises what `progress` raises to cancel; all that was sealed until then is recorded and stays. A vault that cannot
    be written ends the delivery, as every further file would fail too.
    """
    done = 0

    def read(count: int) -> None:
        nonlocal done
        done += count
        progress.step(_("Sealing files"), done // 2, planned.total_bytes)

    with vault.landing() as landing:
        delivery = _Delivery(vault, landing, register, told)
        delivery.refuse(*planned.refused)
        case = vault.folder.parent
        files = without(planned.files, case)
        if len(files) < len(planned.files):
            delivery.refuse(Refused(shown(case.name), _("this is the open case itself; no file of its own was taken")))
        try:
            for path in files:
                delivery.seal(path, read)
                if delivery.is_full:
                    delivery.record()
        finally:
            delivery.record()
    return delivery.report


def run(
    ws: Workspace,
    paths: Sequence[Path],
    facts: Facts | None = None,
    progress: Progress = nothing,
    told: Told = lambda _refused: None,
) -> Report:
    """Take files and folders into the case, here and now."""
    planned = plan(paths)
    register = Register(ws, facts or Facts(), planned.source)
    report = receive(ws.vault, planned, register, progress, told)
    register.finish()
    return report


def unfinished(ws: Workspace) -> list[Batch]:
    """Return the deliveries that were begun and never finished: cancelled, or cut off by a crash."""
    return ws.records.find(Batch, finished=0)


def _item_kind(kind: str) -> str:
    """Return the `item_kind` of what a file looks like."""
    return {"photo": "PHOTO", "video": "VIDEO", "audio": "AUDIO", "web": "WEB", "pdf": "OFFICIAL"}.get(kind, "FILE")


def _joined(first: Report, second: Report) -> Report:
    """Add two reports."""
    return Report(first.added + second.added, first.again + second.again, first.refused + second.refused)
