"""Between a record and its row, and between a record and its journal values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Field, Kind, Record, fields

COMMON = ("id", "uid", "revision", "created_at", "created_by", "updated_at", "updated_by", "voided")


def columns(field: Field, value: Any) -> dict[str, Any]:
    """Return the column values of one field."""
    if field.kind is Kind.WHEN:
        bounds = (value.text, value.earliest, value.latest) if value else (None, None, None)
        return dict(zip((field.name, f"{field.name}_min", f"{field.name}_max"), bounds, strict=True))
    if field.kind is Kind.WORDS:
        return {field.name: _json(value.as_dict()) if value else None}
    if field.kind in {Kind.LIST, Kind.DATA}:
        return {field.name: _json(value) if value else None}
    if field.kind is Kind.FLAG:
        return {field.name: None if value is None else int(value)}
    return {field.name: value}


def from_row(noun: type[Record], row: Mapping[str, Any]) -> Record:
    """Make the record of a row; a base row of a specialised noun must hold the columns of both tables."""
    values = {name: row[name] for name in COMMON}
    for field in fields(noun):
        values[field.name] = _value(field, row[field.name])
    return noun(**values)


def _value(field: Field, stored: Any) -> Any:
    """Read one stored value."""
    if field.kind is Kind.WHEN:
        return PartialDate.parse(stored) if stored else None
    if field.kind is Kind.WORDS:
        return Localised.of(json.loads(stored)) if stored else Localised()
    if field.kind is Kind.LIST:
        return tuple(json.loads(stored)) if stored else ()
    if field.kind is Kind.DATA:
        return tuple((name, text) for name, text in json.loads(stored)) if stored else ()
    if field.kind is Kind.FLAG:
        return None if stored is None else bool(stored)
    return stored


def journal_value(field: Field, value: Any, uid_of: Callable[[str, int], str]) -> Any:
    """Return what the journal writes for a value (docs/FORMAT.md §4.2)."""
    if value is None or value == ():
        return None
    if field.kind is Kind.WHEN:
        return value.text
    if field.kind is Kind.WORDS:
        return [[tag, text] for tag, text in value.texts] or None
    if field.kind is Kind.LIST:
        return list(value)
    if field.kind is Kind.DATA:
        return [[name, text] for name, text in value]
    if field.kind is Kind.REFERENCE:
        return uid_of(field.noun, value)
    return value


def from_journal(field: Field, value: Any, id_of: Callable[[str, str], int]) -> Any:
    """Return the record's value for a journal value."""
    if field.kind is Kind.WHEN:
        return PartialDate.parse(value) if value else None
    if field.kind is Kind.WORDS:
        return Localised(tuple((tag, text) for tag, text in value or ()))
    if field.kind is Kind.LIST:
        return tuple(value or ())
    if field.kind is Kind.DATA:
        return tuple((name, text) for name, text in value or ())
    if field.kind is Kind.REFERENCE:
        return id_of(field.noun, value) if value else None
    return value


def _json(value: Any) -> str:
    """Write JSON compactly, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
