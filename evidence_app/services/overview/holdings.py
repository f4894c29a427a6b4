"""What the case holds for each victim: a few queries over whole tables, sorted out by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.testimony import Segment, Testimony
from evidence_app.services import listing
from evidence_app.services.workspace import Workspace

_DETENTION = frozenset({"ARREST", "DETENTION"})
_SHOWS = frozenset({"DEPICTS", "IDENTIFIES"})
_BEARS = _SHOWS | {"SUPPORTS"}
_CLAIMS = frozenset({"CIVIL_CLAIM", "CLAIM", "COMPENSATION"})
_CONSENT = ("id", "person", "scope", "status", "given", "until", "proof", "withdrawn")


@dataclass(slots=True)
class Statement:
    """A testimony: how many paragraphs it has, how many are done, how many translated."""

    code: str
    paragraphs: int
    done: int
    translated: int


@dataclass(slots=True)
class Holding:
    """All that bears on the proof for one person; texts are codes of records."""

    person_id: int
    code: str
    basis: str | None
    is_recognised: bool
    today: str
    statements: list[Statement] = field(default_factory=list)
    scans: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    findings: int = 0
    reported: int = 0  # of the findings, those whose source is a medical report
    photos: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()  # photographs that came from them and show nobody yet
    detentions: list[tuple[str, bool]] = field(default_factory=list)  # code, whether it has a source
    recognitions: tuple[str, ...] = ()
    is_party: bool = False  # victim in a proceeding
    consents: list[Consent] = field(default_factory=list)
    forms: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    has_sum: bool = False
    is_claimant: bool = False


def gather(ws: Workspace) -> list[Holding]:
    """Return what is held for each victim, in the order of their codes."""
    involved = ws.records.some(Involvement, "person", "event", "proceeding", "role", "claimed", "source")
    held = _victims(ws, involved)
    items = {row.id: row for row in ws.records.some(Item, "id", "code", "kind", "source_person")}
    marks = [row for row in ws.records.some(Mark, "item", "person", "event", "stance") if row.item in items]
    _statements(ws, held)
    _papers(ws, held, items, marks)
    _findings(ws, held, items)
    _course(ws, held, marks, involved)
    _standing(ws, held, items, involved)
    _consents(ws, held)
    return list(held.values())


def _victims(ws: Workspace, involved: Iterable[Any]) -> dict[int, Holding]:
    """Return the persons who are recognised as victims or have the role of one; a group is not one person."""
    by_role = {part.person for part in involved if part.role == "VICTIM"}
    today = listing.today()
    rows = ws.records.some(Person, "id", "code", "basis", "recognised_victim", kind="INDIVIDUAL")
    chosen = [row for row in rows if row.recognised_victim or row.id in by_role]
    return {row.id: Holding(row.id, row.code, row.basis, bool(row.recognised_victim), today) for row in chosen}


def _statements(ws: Workspace, held: dict[int, Holding]) -> None:
    """Add testimonies with their paragraphs."""
    paragraphs = ws.records.tally(Segment, "item")
    done = ws.records.tally(Segment, "item", state="DONE")
    translated = ws.records.tally_translated()
    for row in ws.records.some(Testimony, "id", "code", "speaker"):
        if row.speaker in held:
            told = Statement(row.code, paragraphs.get(row.id, 0), done.get(row.id, 0), translated.get(row.id, 0))
            held[row.speaker].statements.append(told)


def _papers(ws: Workspace, held: dict[int, Holding], items: dict[int, Any], marks: Iterable[Any]) -> None:
    """Add files that are somebody's: marked with them, or come from them and marked with nobody."""
    borne: defaultdict[int, set[int]] = defaultdict(set)  # item → persons it bears on
    shown: defaultdict[int, set[int]] = defaultdict(set)
    for mark in marks:
        if mark.person is not None and mark.stance in _BEARS:
            borne[mark.item].add(mark.person)
            if mark.stance in _SHOWS:
                shown[mark.item].add(mark.person)
    spoken = {row.id for row in ws.records.some(Testimony, "id")}
    for item in items.values():
        if item.id not in spoken:
            for person in (borne.get(item.id) or {item.source_person}) & held.keys():
                _own(held[person], item)
        for person in shown.get(item.id, set()) & held.keys():
            _show(held[person], item)
        if item.kind == "PHOTO" and item.id not in borne and item.source_person in held:
            held[item.source_person].unmarked += (item.code,)


def _own(holding: Holding, item: Any) -> None:
    """Add a paper of one person's."""
    if item.kind == "MEDICAL":
        holding.reports += (item.code,)
    elif item.kind == "CONSENT_FORM":
        holding.forms += (item.code,)
    elif item.kind == "TESTIMONY":
        holding.scans += (item.code,)


def _show(holding: Holding, item: Any) -> None:
    """Add a picture of one person."""
    if item.kind == "PHOTO":
        holding.photos += (item.code,)
    elif item.kind == "VIDEO":
        holding.videos += (item.code,)


def _findings(ws: Workspace, held: dict[int, Holding], items: dict[int, Any]) -> None:
    """Add injuries, and the reports and pictures that they name."""
    for finding in ws.records.some(Finding, "person", "source", "photo"):
        holding = held.get(finding.person)
        if holding is None:
            continue
        holding.findings += 1
        source, photo = items.get(finding.source), items.get(finding.photo)
        if source is not None and source.kind == "MEDICAL":
            holding.reported += 1
            holding.reports = _with(holding.reports, source.code)
        if photo is not None:
            holding.photos = _with(holding.photos, photo.code)


def _course(ws: Workspace, held: dict[int, Holding], marks: Iterable[Any], involved: Iterable[Any]) -> None:
    """Add arrests, detentions and medical contacts of each, and whether anything bears them out."""
    events = {row.id: row for row in ws.records.some(Event, "id", "code", "kind")}
    sourced = {mark.event for mark in marks if mark.stance != "CONTRADICTS"}
    for part in involved:
        event, holding = events.get(part.event), held.get(part.person)
        if event is None or holding is None or part.role != "VICTIM":
            continue
        if event.kind in _DETENTION:
            holding.detentions.append((event.code, event.id in sourced or part.source is not None))
        elif event.kind == "MEDICAL":
            holding.contacts += (event.code,)


def _standing(ws: Workspace, held: dict[int, Holding], items: dict[int, Any], involved: Iterable[Any]) -> None:
    """Add recognition as a victim and claims, from proceedings and from filings for somebody."""
    for part in involved:
        holding = held.get(part.person)
        if holding is None:
            continue
        holding.is_party |= part.proceeding is not None and part.role == "VICTIM"
        holding.is_claimant |= part.role == "CIV_CLAIMANT"
        if part.claimed is not None:
            holding.has_sum = True
            if part.source in items:
                holding.claims = _with(holding.claims, items[part.source].code)
    for filing in ws.records.some(Filing, "code", "filing_type", "filed_for"):
        holding = held.get(filing.filed_for)
        if holding is not None and filing.filing_type == "RECOGNITION":
            holding.recognitions += (filing.code,)
        elif holding is not None and filing.filing_type in _CLAIMS:
            holding.claims = _with(holding.claims, filing.code)


def _consents(ws: Workspace, held: dict[int, Holding]) -> None:
    """Add decisions; their few different dates are read once each."""
    read = cache(PartialDate.parse)
    for row in ws.records.some(Consent, *_CONSENT):
        if row.person in held:
            values = dict(zip(_CONSENT, row, strict=True))
            dates = {name: read(values[name]) for name in ("given", "until", "withdrawn") if values[name]}
            held[row.person].consents.append(Consent(**values | dates))


def _with(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return codes and one more, where it is not among them."""
    return codes if code in codes else (*codes, code)
