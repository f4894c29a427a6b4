"""The records that are written inside the form of another, each as one row of that record's details."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import BadDate
from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.record import Field, Record, fields
from evidence_app.services import naming
from evidence_app.services.field_rows import DetailRow, in_words, source
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, language_name

# By noun: the field that stands at the left, and those whose values stand beside it, in order.
SHOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "finding": ("kind", ("basis", "site", "side", "description", "size", "observed", "examiner", "consistency")),
    "safeguard": ("kind", ("state", "note")),
    "measure": ("kind", ("state", "body", "asked", "begins", "ends", "note")),
    "remedy": ("kind", ("description", "proceeding", "outcome")),
    "exhaustion": ("avenue", ("state", "ended", "grounds", "proceeding")),
    "charge": ("article", ("part", "law", "edition", "title", "person", "note")),
    "deadline": ("title", ("due", "starts", "done", "responsible", "note")),
    "identification": ("method", ("identified", "by", "certainty", "made", "said")),
    "mandate": ("scope", ("client", "lawyer", "proceeding", "begins", "ends", "note")),
}

NEVER_SILENT = frozenset({"kind", "basis", "method"})  # of a finding or an identification: how it is known


def parts(ws: Workspace, noun: str, **owner: int) -> list[DetailRow]:
    """Return the records of a noun that belong to one record: `parts(ws, "finding", person=7)`."""
    kind = NOUNS[noun]
    table = {line.name: line for line in fields(kind)}
    left, beside = SHOWN[noun]
    rows = []
    for record in ws.records.find(kind, order="id", voided=False, **owner):
        label = _said(ws, table[left], record) or _(table[left].label)
        said = [_said(ws, table[name], record) for name in beside if name in table]
        mine = [in_words(ws, table[name], getattr(record, name)) for name in owner]
        refs = source(ws, getattr(record, "source", None), getattr(record, "locator", None))
        words = " · ".join(word for word in said if word and word not in mine)
        rows.append(DetailRow(label, words or "–", refs, target=_other_person(ws, record, table, owner)))
    return rows


def _said(ws: Workspace, line: Field, record: Record) -> str:
    """Return a field in words; of one that a reader must not miss, also that nobody has stated it."""
    said = in_words(ws, line, getattr(record, line.name))
    return said or (vocabulary.stated(line.vocabulary, None) if line.name in NEVER_SILENT else "")


def labels(ws: Workspace, record: Record) -> tuple[str, ...]:
    """Return the labels that a record carries."""
    held = [one.label or 0 for one in ws.records.find(Labelling, subject=record.uid)]
    found = ws.records.by_ids(Label, held)
    return tuple(sorted(found[one].name for one in held if one in found and found[one].voided is None))


def label_rows(ws: Workspace, record: Record) -> list[DetailRow]:
    """Return the labels that a record carries, as one row."""
    carried = labels(ws, record)
    return [DetailRow(_("Labels"), ", ".join(carried))] if carried else []


def own_values(ws: Workspace, record: Record) -> list[DetailRow]:
    """Return what the case's own fields hold for a record."""
    rows = []
    for held in ws.records.find(OwnValue, subject=record.uid):
        field = ws.records.get(OwnField, held.own_field or 0)
        if field is None or field.voided is not None:
            continue
        person = ws.records.get(Person, held.person or 0)
        value = naming.label(ws.records, person) if person else _own_value(field, held.value or "")
        if value:
            rows.append(DetailRow(field.name.best(), value, target=person.code if person else None))
    return rows


def every_language(ws: Workspace, record: Record, names: tuple[str, ...]) -> list[DetailRow]:
    """Return fields whose text stands in several languages, a row for each: a search hit may stand in any of them."""
    table = {line.name: line for line in fields(type(record))}
    rows = []
    for name in names:
        texts = getattr(record, name).texts
        for tag, text in texts:
            label = _(table[name].label)
            rows.append(DetailRow(f"{label} ({language_name(tag)})" if len(texts) > 1 else label, text))
    return rows


def _own_value(field: OwnField, value: str) -> str:
    """Return the value of an own field in words: a date by its name."""
    if field.kind != "WHEN":
        return value
    try:
        return date(PartialDate.parse(value))
    except BadDate:
        return value


def _other_person(ws: Workspace, record: Record, table: dict[str, Field], owner: dict[str, int]) -> str | None:
    """Return the code of the person at the other end, where a record joins two."""
    others = [name for name, line in table.items() if line.noun == "person" and line.required and name not in owner]
    person = ws.records.get(Person, getattr(record, others[0]) or 0) if others else None
    return person.code if person is not None else None
