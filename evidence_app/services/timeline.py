"""A person's course through the case: events, statements, steps of proceedings, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.testimony import Testimony
from evidence_app.services.field_rows import source
from evidence_app.services.linked_rows import role_label, sort_key
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Point:
    """One point in time: when in words (empty: not known), what, the person's part in it, where it leads."""

    when: str
    title: str
    note: str
    icon: str
    target: str = ""
    refs: tuple[str, ...] = ()


def of_person(ws: Workspace, record_id: int) -> tuple[Point, ...]:
    """Return everything dated that a person had part in; what has no date comes last."""
    person = ws.records.get(Person, record_id)
    if person is None:
        return ()
    found = [*_happenings(ws, person), *_statements(ws, person), *_filings(ws, person), *_findings(ws, person)]
    return tuple(point for _when, point in sorted(found, key=lambda pair: sort_key(pair[0])))


Dated = tuple[PartialDate | None, Point]


def _happenings(ws: Workspace, person: Person) -> Iterator[Dated]:
    """Yield the events and proceedings that a person had part in, each once, with the steps of the latter."""
    roles: dict[tuple[str, int], list[Involvement]] = {}
    for part in ws.records.find(Involvement, person=person.id):
        key = ("event", part.event) if part.event else ("proceeding", part.proceeding or 0)
        roles.setdefault(key, []).append(part)
    for (noun, record_id), held in roles.items():
        note = ", ".join(dict.fromkeys(role_label(part) for part in held))
        refs = tuple(dict.fromkeys(ref for part in held for ref in source(ws, part.source, part.locator)))
        if noun == "event":
            event = ws.records.get(Event, record_id)
            if event is not None and event.voided is None:
                title = event.title.best()
                yield event.happened, Point(date(event.happened), title, note, "calendar-days", event.code, refs)
        else:
            own = {other for kind, other in roles if kind == "proceeding"} - {record_id}
            yield from _steps(ws, ws.records.get(Proceeding, record_id), note, own)


def _steps(ws: Workspace, proceeding: Proceeding | None, note: str, own: set[int]) -> Iterator[Dated]:
    """Yield beginning and decision of a proceeding, and those of its steps but the ones with a part of their own."""
    if proceeding is None or proceeding.voided is not None:
        return
    title = proceeding.title.best()
    if proceeding.opened or not proceeding.decided:
        yield proceeding.opened, Point(date(proceeding.opened), title, note, "scale")
    if proceeding.decided:
        outcome = vocabulary.label("outcome", proceeding.outcome) or _("Decided")
        yield proceeding.decided, Point(date(proceeding.decided), title, " · ".join((note, outcome)), "gavel")
    for step in ws.records.find(Proceeding, parent=proceeding.id):
        if step.id not in own:
            yield from _steps(ws, step, note, own)


def _statements(ws: Workspace, person: Person) -> Iterator[Dated]:
    """Yield what a person said."""
    for testimony in ws.records.find(Testimony, speaker=person.id):
        form = vocabulary.stated("testimony_kind", testimony.form)
        title = testimony.title.best() or testimony.code
        when = testimony.taken or testimony.made
        yield when, Point(date(when), title, form, "message-square-quote", testimony.code)


def _filings(ws: Workspace, person: Person) -> Iterator[Dated]:
    """Yield what was filed by or for a person."""
    found = {one.id: one for one in ws.records.find(Filing, filed_by=person.id)}
    found |= {one.id: one for one in ws.records.find(Filing, filed_for=person.id)}
    for filing in found.values():
        when = filing.decided or filing.filed
        note = vocabulary.label("outcome", filing.outcome) or vocabulary.label("filing_type", filing.filing_type)
        yield when, Point(date(when), filing.title.best() or filing.code, note, "scale", filing.code)


def _findings(ws: Workspace, person: Person) -> Iterator[Dated]:
    """Yield the injuries that were observed on a day; others belong to their event."""
    for finding in ws.records.find(Finding, person=person.id):
        if finding.observed:
            title = " · ".join(
                filter(None, (vocabulary.stated("finding_kind", finding.kind), finding.description.best()))
            )
            basis = vocabulary.stated("finding_basis", finding.basis)
            refs = source(ws, finding.source, finding.locator)
            yield finding.observed, Point(date(finding.observed), title, basis, "scan-eye", "", refs)
