"""What is linked to a record, as rows: involvements, statements, marks, assertions, files, custody."""

from __future__ import annotations

from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.citation import Citation
from evidence_app.domain.consent import Consent, latest
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record, fields
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier import sums
from evidence_app.services import custody, naming
from evidence_app.services.assertions import shown
from evidence_app.services.field_rows import DetailRow, source
from evidence_app.services.listing import date
from evidence_app.services.local_time import local_time
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def roles(ws: Workspace, record: Person) -> list[str]:
    """Return the roles of a person in words."""
    return [role_label(part) for part in ws.records.find(Involvement, person=record.id)]


def role_label(part: Involvement) -> str:
    """Return the role of an involvement in words, out of the list that fits."""
    first, second = ("role_proc", "role_event") if part.proceeding else ("role_event", "role_proc")
    return vocabulary.label(first if vocabulary.is_term(first, part.role) else second, part.role)


def consents(ws: Workspace, record: Person) -> list[DetailRow]:
    """Return the newest decision of a person on each scope."""
    decided = latest(ws.records.find(Consent, person=record.id))
    return [
        DetailRow(
            vocabulary.label("consent_scope", consent.scope),
            " · ".join(filter(None, (vocabulary.label("consent_status", consent.status), date(consent.given)))),
            source(ws, consent.proof, None),
        )
        for consent in decided.values()
    ]


def involvements(ws: Workspace, **subject: Any) -> list[DetailRow]:
    """Return the involvements of a person, or those in an event."""
    rows = []
    for part in ws.records.find(Involvement, **subject):
        if "person" in subject:
            happening = ws.records.get(Event, part.event or 0) or ws.records.get(Proceeding, part.proceeding or 0)
            title = happening.title.best() if happening else ""
            target = str(getattr(happening, "code", "")) or None
        else:
            who = ws.records.get(Person, part.person or 0)
            title, target = naming.label(ws.records, who), who.code if who else None
        more = filter(None, (title, _sums(part), vocabulary.label("outcome", part.outcome), part.sentence.best()))
        rows.append(DetailRow(role_label(part), " · ".join(more), source(ws, part.source, part.locator), target=target))
    return rows


def _sums(part: Involvement) -> str:
    """Return claimed and awarded sums in words."""
    said = []
    if part.claimed is not None:
        said.append(_("claimed %(sum)s") % {"sum": sums.money(part.claimed, part.currency)})
    if part.awarded is not None:
        said.append(_("awarded %(sum)s") % {"sum": sums.money(part.awarded, part.currency)})
    return ", ".join(said)


def statements(ws: Workspace, record: Person) -> list[DetailRow]:
    """Return the testimonies of a person."""
    return [
        DetailRow(
            testimony.code, f"{testimony.title.best()} · {date(testimony.taken)}".strip(" ·"), target=testimony.code
        )
        for testimony in ws.records.find(Testimony, speaker=record.id)
    ]


def happened(ws: Workspace, record: Place) -> list[DetailRow]:
    """Return the events in a place, in the order of time."""
    found = sorted(ws.records.find(Event, place=record.id), key=lambda event: sort_key(event.happened))
    return [
        DetailRow(event.code, f"{event.title.best()} · {date(event.happened)}".strip(" ·"), target=event.code)
        for event in found
    ]


def steps(found: list[Proceeding]) -> list[DetailRow]:
    """Return instances and steps of a proceeding, in the order of time."""
    rows = []
    for step in sorted(found, key=lambda step: sort_key(step.opened or step.decided)):
        outcome = vocabulary.label("outcome", step.outcome)
        said = filter(None, (step.title.best(), date(step.decided or step.opened), outcome))
        rows.append(DetailRow(vocabulary.label("stage", step.stage) or "–", " · ".join(said)))
    return rows


def sort_key(when: PartialDate | None) -> tuple[bool, str]:
    """Return what dates are ordered by: the unknown come last."""
    begins = (when.earliest or when.latest or "") if when else ""
    return not begins, begins


def marks(ws: Workspace, **subject: Any) -> list[DetailRow]:
    """Return the places in items that bear on a record: `marks(ws, person=7)`, for an item `marks(ws, target=7)`."""
    rows = []
    for mark in ws.records.find(Mark, **subject):
        held = ws.records.item(mark.item or 0)
        if isinstance(held, Item) and held.voided is None:
            citation = f"{held.code} {mark.locator or ''}".strip()
            said = " · ".join(filter(None, (vocabulary.label("link_stance", mark.stance), _quoted(mark), mark.note)))
            target = citation if Citation.parse(citation) else held.code  # a range of paragraphs opens all
            called = f"{citation}  {held.title.best()}".strip()
            rows.append(DetailRow(called, said, icon=icon_of(held), target=target, mark=mark.id))
    return rows


def bearings(ws: Workspace, record: Item) -> list[DetailRow]:
    """Return what an item's marks bear on."""
    rows = []
    for mark in ws.records.find(Mark, item=record.id):
        target = (
            ws.records.get(Person, mark.person or 0)
            or ws.records.get(Event, mark.event or 0)
            or ws.records.get(Proceeding, mark.proceeding or 0)
            or ws.records.get(Place, mark.place or 0)
            or ws.records.item(mark.target or 0)
        )
        if target is None or target.voided is not None:
            continue
        called = naming.label(ws.records, target) if isinstance(target, Person) else ""
        called = called or (target.title.best() if isinstance(target, Event | Proceeding | Item) else "")
        called = called or (target.name.best() if isinstance(target, Place) else "")
        stance = vocabulary.label("link_stance", mark.stance)
        said = " · ".join(filter(None, (called, _quoted(mark), mark.note)))
        refs = (f"{record.code} {mark.locator}",) if mark.locator else ()
        code = str(getattr(target, "code", "")) or None
        rows.append(DetailRow(stance, said, refs, target=code, mark=mark.id))
    return rows


def _quoted(mark: Mark) -> str:
    """Return the words that a mark quotes, as a quotation."""
    return f"“{mark.quote}”" if mark.quote else ""


def icon_of(record: Item) -> str:
    """Return the icon of an item's kind."""
    return {"testimony": "message-square-quote", "filing": "scale"}.get(record.noun, "film")


def assertions(ws: Workspace, record: Record) -> list[DetailRow]:
    """Return what sources say of a record, the preferred value first."""
    table = {line.name: line for line in fields(type(record))}
    found = sorted(ws.records.find(Assertion, subject=record.uid), key=lambda said: (said.field, not said.preferred))
    return [
        DetailRow(
            _(table[said.field].label) if said.field in table else said.field,
            shown(table[said.field], said.value) if said.field in table else said.value.best(),
            source(ws, said.source, said.locator),
        )
        for said in found
    ]


def files(ws: Workspace, record: Item) -> list[DetailRow]:
    """Return name, size and hash of an item's original."""
    rows = []
    for held in ws.records.find(StoredFile, item=record.id, role="ORIGINAL"):
        rows.append(DetailRow(_("Original file name"), held.name or ""))
        rows.append(DetailRow(_("Size"), sums.exact_size(held.size_bytes)))
        rows.append(DetailRow("SHA-256", held.sha256))
    return rows


def metadata(record: Item) -> list[DetailRow]:
    """Return what a media file says of itself, verbatim."""
    return [DetailRow(name, text) for name, text in record.metadata] if isinstance(record, Media) else []


def custody_acts(ws: Workspace, record: Item) -> list[DetailRow]:
    """Return the chain of custody of an item."""
    rows = []
    for act in custody.of(ws, record):
        parties = " → ".join(filter(None, (act.facts.get("from"), act.facts.get("to"))))
        said = " · ".join(filter(None, (local_time(ws, act.ts), parties)))
        rows.append(DetailRow(vocabulary.label("custody_action", act.action), said))
    return rows
