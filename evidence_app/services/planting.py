"""Ready-made cases: records that refer to each other by numbers of their own, planted into an open case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.item import Item
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.media import making, sniff
from evidence_app.services import deadline_rules
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system import paths
from evidence_app.system.words import _
from evidence_app.vault.landing import Sealed

R = TypeVar("R", bound=Record)
RECORDS_AN_ACT = 100
_PHOTO, _SECONDS, _FONT = (1600, 1200), 3, "SourceSans3-Regular.ttf"


@dataclass(frozen=True, slots=True)
class FileSpec:
    """A file to be made for an item: its form (photo, video, audio, document), the lines it shows, its seed."""

    item: int
    name: str
    form: str
    lines: tuple[str, ...]
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A case as pure data: each record carries a number of this plan and comes after all that it refers to."""

    case_file: CaseFile
    records: tuple[Record, ...]
    files: tuple[FileSpec, ...] = ()

    def of(self, noun: type[R]) -> tuple[R, ...]:
        """Return the records of a noun, in order."""
        return tuple(record for record in self.records if isinstance(record, noun))


@dataclass
class Draft:
    """A plan being written."""

    records: list[Record] = field(default_factory=list)
    files: list[FileSpec] = field(default_factory=list)
    _last: dict[str, int] = field(default_factory=dict)

    def add(self, record: R) -> R:
        """Give a record its number in the plan and keep it."""
        owner = owner_of(record)
        self._last[owner] = self._last.get(owner, 0) + 1
        numbered = record.but(id=self._last[owner])
        self.records.append(numbered)
        return numbered

    def plan(self, case_file: CaseFile) -> Plan:
        """Close the draft."""
        return Plan(case_file, tuple(self.records), tuple(self.files))


def owner_of(record: Record | type[Record]) -> str:
    """Return the noun in whose numbering a record stands: item for all that specialise it."""
    return record.base.noun if record.base else record.noun


def handle(record: Record) -> str:
    """Write what an assertion of a plan names as its subject; planted, it becomes the record's uid."""
    return f"{owner_of(record)} {record.id}"


def plant(ws: Workspace, plan: Plan, verb: str, progress: Progress = nothing) -> None:
    """Write a plan into an open case, in acts short enough for a window to stay quick."""
    specs = {spec.item: spec for spec in plan.files}
    bed = _Bed(ws)
    with ws.act(verb) as act:
        act.change(ws.case, **_told(plan.case_file))
    for start in range(0, len(plan.records), RECORDS_AN_ACT):
        progress.step(_("Writing the sample case"), start, len(plan.records))
        run = plan.records[start : start + RECORDS_AN_ACT]
        # Files are made and sealed before the act opens: it holds the archive only to write.
        kept = {record.id: _keep(ws, specs[record.id]) for record in run if _is_item(record) and record.id in specs}
        with ws.act(verb) as act:
            for record in run:
                bed.add(act, record, kept.get(record.id) if _is_item(record) else None)
    progress.step(_("Writing the sample case"), len(plan.records), len(plan.records))


def _is_item(record: Record) -> bool:
    return isinstance(record, Item)


def _told(case_file: CaseFile) -> dict[str, object]:
    """Return what a plan says of the case itself; the number blocks of the copy are not its business."""
    own = {"log", "first_block", "block_step"}
    told = {line.name: getattr(case_file, line.name) for line in fields(CaseFile) if line.name not in own}
    return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that lies in the vault."""

    name: str
    sealed: Sealed
    mime: str


def _keep(ws: Workspace, spec: FileSpec) -> _Kept:
    """Make a file and put it into the vault."""
    content = make(spec)
    return _Kept(spec.name, ws.vault.put_bytes(content), sniff.sniff(content, spec.name).mime)


def make(spec: FileSpec) -> bytes:
    """Return the bytes of a file that a plan asks for; the same ones each time."""
    font = paths.resources() / "fonts" / _FONT
    match spec.form:
        case "photo":
            return making.photo(*_PHOTO, spec.lines, spec.seed, font=font)
        case "video":
            return making.video(_SECONDS, spec.lines, spec.seed, font=font)
        case "audio":
            return making.audio(_SECONDS, spec.seed)
        case _:
            return making.document([spec.lines], font=font)


class _Bed:
    """What has been planted so far: numbers of the plan, and the records they became."""

    def __init__(self, ws: Workspace) -> None:
        self._holder = ws.account.name
        self._rules = {rule.key: rule for rule in deadline_rules.rules(ws)}
        self._planted: dict[tuple[str, int], Record] = {}

    def add(self, act: Act, record: Record, kept: _Kept | None) -> None:
        """Plant one record, and with an item its file and the first lines of its custody.

        A rule of deadlines that the case has is that one.
        """
        if isinstance(record, DeadlineRule) and record.key in self._rules:
            self._planted[owner_of(record), record.id] = self._rules[record.key]
            return
        settled = self._settled(record)
        if isinstance(settled, Media) and kept:
            settled = settled.but(original_name=kept.name)
        if isinstance(settled, Item) and (kept or settled.noun == "testimony"):
            settled = settled.but(holder=settled.holder or self._holder)
        stored = act.add(settled)
        self._planted[owner_of(record), record.id] = stored
        if isinstance(stored, Item) and stored.holder:
            when = stored.received.text if stored.received else None
            act.custody(stored, "RECEIVE", from_=stored.received_from, to=stored.holder, when=when)
        if kept:
            act.add(
                StoredFile(
                    item=stored.id,
                    name=kept.name,
                    sha256=kept.sealed.sha256,
                    size_bytes=kept.sealed.size_bytes,
                    mime=kept.mime,
                )
            )
            act.custody(stored, "INGEST", sha256=kept.sealed.sha256, result=f"{kept.sealed.size_bytes} B")

    def _settled(self, record: R) -> R:
        """Return a record of the plan with its references turned into those of the case."""
        values: dict[str, object] = {}
        for line in fields(type(record)):
            number = getattr(record, line.name)
            if line.kind is Kind.REFERENCE and number is not None:
                values[line.name] = self._planted[owner_of(NOUNS[line.noun]), number].id
        if isinstance(record, Assertion):
            owner, _space, number = record.subject.partition(" ")
            values["subject"] = self._planted[owner, int(number)].uid
        return record.but(id=0, **values)
