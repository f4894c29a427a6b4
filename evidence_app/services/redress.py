"""Redress: what a person seeks, and what is asked for to keep them safe."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.redress import Measure, Remedy
from evidence_app.services.field_rows import DetailRow, source
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace


def seek(ws: Workspace, person: Person, remedy: Remedy) -> Remedy:
    """Record a remedy that a person seeks (vocabulary `remedy`)."""
    with ws.act("remedy.added", obj=person.uid) as act:
        return act.add(remedy.but(person=person.id))


def shield(ws: Workspace, person: Person, measure: Measure) -> Measure:
    """Record a measure of protection needed or asked for a person (vocabulary `protection_measure`)."""
    with ws.act("measure.added", obj=person.uid) as act:
        return act.add(measure.but(person=person.id))


def remedies(ws: Workspace, person: Person) -> list[DetailRow]:
    """Return what a person seeks, each with its outcome and source."""
    rows = []
    for remedy in ws.records.find(Remedy, person=person.id):
        step = ws.records.get(Proceeding, remedy.proceeding) if remedy.proceeding else None
        said = (
            remedy.description.best(),
            step.title.best() if step else "",
            vocabulary.label("outcome", remedy.outcome),
        )
        label = vocabulary.label("remedy", remedy.kind)
        rows.append(DetailRow(label, _joined(said) or "—", source(ws, remedy.source, remedy.locator)))
    return rows


def measures(ws: Workspace, person: Person) -> list[DetailRow]:
    """Return the measures of protection of a person, each with its state, days and source."""
    rows = []
    for measure in ws.records.find(Measure, person=person.id):
        span = " – ".join(filter(None, (date(measure.begins), date(measure.ends))))
        state = vocabulary.label("measure_state", measure.state)
        said = (state, measure.body.best(), span or date(measure.asked), measure.note or "")
        label = vocabulary.label("protection_measure", measure.kind)
        rows.append(DetailRow(label, _joined(said), source(ws, measure.source, measure.locator)))
    return rows


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)
