"""How the fields of a record read: a value in words, with the record that it opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.citation import clock
from evidence_app.domain.item import Item
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.services import naming
from evidence_app.services.listing import date
from evidence_app.services.noun_labels import called
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, country_name, language_name

_FOLLOWED = frozenset({"person", "event", "item"})  # what has a code, and so a citation that leads to it


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A label and its value; `refs` are citations it rests on, `target` one that it opens, `mark` the link it shows."""

    label: str
    value: str
    refs: tuple[str, ...] = ()
    icon: str | None = None
    target: str | None = None
    mark: int = 0


def rows_of(ws: Workspace, record: Record, names: Iterable[str]) -> list[DetailRow]:
    """Return the named fields of a record that hold something."""
    table = {line.name: line for line in fields(type(record))}
    rows = []
    for name in names:
        if name in table:
            shown = in_words(ws, table[name], getattr(record, name))
            if shown:
                rows.append(DetailRow(_(table[name].label), shown, target=_target(ws, table[name], record)))
    return rows


def in_words(ws: Workspace, field: Field, value: Any) -> str:
    """Return a field's value in words; nothing for nothing."""
    if value is None or value == "" or value == ():
        return ""
    if field.name.endswith("_ms"):
        return clock(value, exact=False)
    if field.kind is Kind.REFERENCE:
        return _called(ws, field.noun, value)
    if field.kind is Kind.CHOICE:
        return vocabulary.label(field.vocabulary, value)
    if field.kind is Kind.WHEN:
        return date(value)
    if field.kind is Kind.WORDS:
        return str(value.best())
    if field.kind is Kind.LIST:
        return ", ".join(_named(field, part) for part in value)
    if field.kind is Kind.DATA:
        return "; ".join(f"{name}: {text}" for name, text in value)
    if field.kind is Kind.FLAG:
        return _("yes") if value else _("no")
    return _role(str(value)) if field.name == "role" else _named(field, str(value))


def _role(code: str) -> str:
    """Return a role in words, out of the list that knows it."""
    lists = ("role_event", "role_proc", "account_role")
    return next((vocabulary.label(name, code) for name in lists if vocabulary.is_term(name, code)), code)


def _named(field: Field, code: str) -> str:
    """Return a term, a language or a country by its name, anything else as it is."""
    if field.vocabulary:
        return vocabulary.label(field.vocabulary, code)
    if field.codes == "language" or field.name in {"language", "languages"}:
        return language_name(code)
    return country_name(code) if field.codes == "country" else code


def _called(ws: Workspace, noun: str, record_id: int) -> str:
    """Return what a referred record is called."""
    other = ws.records.item(record_id) if noun == "item" else ws.records.get(NOUNS[noun], record_id)
    if isinstance(other, Person):
        return naming.label(ws.records, other)
    if other is None or isinstance(other, Item):
        return str(getattr(other, "code", ""))
    title = getattr(other, "title", None) or getattr(other, "name", None)
    return title if isinstance(title, str) else title.best() if title else called(ws, other)


def _target(ws: Workspace, field: Field, record: Record) -> str | None:
    """Return the code that a reference opens."""
    value = getattr(record, field.name)
    if field.kind is not Kind.REFERENCE or field.noun not in _FOLLOWED or value is None:
        return None
    other = ws.records.item(value) if field.noun == "item" else ws.records.get(NOUNS[field.noun], value)
    return str(getattr(other, "code", "")) or None


def source(ws: Workspace, item_id: int | None, locator: str | None) -> tuple[str, ...]:
    """Return the citation of a source, or nothing."""
    found = ws.records.item(item_id) if item_id else None
    return (f"{getattr(found, 'code', '')} {locator or ''}".strip(),) if found else ()
