"""How the fields of a record read: a value in words, with the record that it opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.citation import clock
from evidence_app.domain.event import Event
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.services import naming
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, country_name, language_name


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A label and its value; `refs` are citations it rests on, `target` a citation that it opens."""

    label: str
    value: str
    refs: tuple[str, ...] = ()
    icon: str | None = None
    target: str | None = None


def rows_of(ws: Workspace, record: Record, names: Iterable[str]) -> list[DetailRow]:
    """Return the named fields of a record that hold something."""
    table = {line.name: line for line in fields(type(record))}
    rows = []
    for name in names:
        if name in table:
            shown = _shown(ws, record, name)
            if shown:
                rows.append(DetailRow(_(table[name].label), shown, target=_target(ws, record, name)))
    return rows


def _shown(ws: Workspace, record: Record, name: str) -> str:
    """Return a field's value in words."""
    line = next(line for line in fields(type(record)) if line.name == name)
    value = getattr(record, name)
    if value is None or value == "":
        return ""
    if name.endswith("_ms"):
        return clock(value, exact=False)
    if line.kind is Kind.REFERENCE:
        return _called(ws, line.noun, value)
    if line.kind is Kind.CHOICE:
        return vocabulary.label(line.vocabulary, value)
    if line.kind is Kind.WHEN:
        return date(value)
    if line.kind is Kind.WORDS:
        return str(value.best())
    if line.kind is Kind.LIST:
        return ", ".join(_named(name, part) for part in value)
    if line.kind is Kind.FLAG:
        return _("yes") if value else _("no")
    return _named(name, str(value))


def _named(field: str, code: str) -> str:
    """Return a language or country by its name, anything else as it is."""
    if field in {"language", "languages"}:
        return language_name(code)
    return country_name(code) if field == "nationalities" else code


def _called(ws: Workspace, noun: str, record_id: int) -> str:
    """Return what a referred record is called."""
    if noun == "person":
        return naming.label(ws.records, ws.records.get(Person, record_id))
    if noun == "place":
        place = ws.records.get(Place, record_id)
        return place.name.best() if place else ""
    if noun == "event":
        parent = ws.records.get(Event, record_id)
        return parent.title.best() if parent else ""
    other = ws.records.item(record_id)
    return str(getattr(other, "code", ""))


def _target(ws: Workspace, record: Record, name: str) -> str | None:
    """Return the code that a reference opens."""
    line = next(line for line in fields(type(record)) if line.name == name)
    value = getattr(record, name)
    if line.kind is not Kind.REFERENCE or line.noun not in {"person", "event"} or value is None:
        return None
    other = ws.records.get(Person if line.noun == "person" else Event, value)
    return str(getattr(other, "code", "")) or None


def source(ws: Workspace, item_id: int | None, locator: str | None) -> tuple[str, ...]:
    """Return the citation of a source, or nothing."""
    found = ws.records.item(item_id) if item_id else None
    return (f"{getattr(found, 'code', '')} {locator or ''}".strip(),) if found else ()
