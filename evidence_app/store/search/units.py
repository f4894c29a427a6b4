"""What of a record can be found: the text that goes into the index and that hits are shown from."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa

from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import StoredFile
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.domain.testimony import Segment, Translation
from evidence_app.store.queries.records import Records, column, source
from evidence_app.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Unit:
    """Text of one record by weight: title, names, body; `language` where it has just one."""

    title: str
    names: str
    body: str
    language: str | None = None


SEARCHED = (
    "person",
    "testimony",
    "media",
    "filing",
    "event",
    "place",
    "proceeding",
    "segment",
    "translation",
    "file",
    "mark",
)


# What labels and own values are put on: records that are called by a uid of their own.
_SUBJECTS = ("person", "item", "event", "place", "proceeding")


def owners(records: Records, record: Record) -> list[tuple[str, int]]:
    """Return where the text of a record is indexed (noun, id): in its own unit, but for what is part of another's.

    A name belongs to its person's unit, a label and the value of an own field to those of the records that have them.
    """
    if isinstance(record, PersonName):
        return [("person", record.person or 0)]
    if isinstance(record, Label):
        return [owner for on in records.find(Labelling, label=record.id) for owner in _named(records, on.subject)]
    if isinstance(record, OwnField):
        held = records.find(OwnValue, own_field=record.id)
        return [owner for value in held for owner in _named(records, value.subject)]
    if isinstance(record, Labelling | OwnValue):
        return _named(records, record.subject)
    return [(record.noun, record.id)]


def _named(records: Records, uid: str) -> list[tuple[str, int]]:
    """Return noun and id of the record that a uid names, in a list; nothing where it names none that has a unit."""
    for noun in _SUBJECTS:
        with suppress(KeyError):
            record_id = records.id_of(noun, uid)
            record = records.item(record_id) if noun == "item" else None
            return [(record.noun if record is not None else noun, record_id)]
    return []


def findable(connection: sa.Connection, noun: str) -> list[int]:
    """Return the ids of the records of a noun of which `unit_of` returns something."""
    kind = NOUNS[noun]
    query = sa.select(column(kind, "id")).select_from(source(kind)).where(column(kind, "voided").is_(None))
    if kind is StoredFile:
        query = query.where(column(kind, "extracted") != "")
    return list(connection.execute(query).scalars())


def unit_of(records: Records, record: Record) -> Unit | None:
    """Return what can be found of a record; None where it is voided or holds no text."""
    if record.voided is not None:
        return None
    if isinstance(record, Person):
        spelled = "\n".join(name.full for name in records.find(PersonName, person=record.id))
        return Unit(record.code, spelled, _join(_body(record, skip=()), _own(records, record)))
    if isinstance(record, Segment | Translation):
        return Unit("", "", record.text, record.language)
    if isinstance(record, StoredFile):
        return Unit("", "", record.extracted) if record.extracted else None
    title = getattr(record, "title", None) or getattr(record, "name", None)
    code = str(getattr(record, "code", ""))
    joined = " ".join(text for _tag, text in title.texts) if isinstance(title, Localised) else ""
    body = _body(record, skip=("title", "name"))
    return Unit(f"{code} {joined}".strip(), "", _join(body, _own(records, record)))


def _body(record: Record, skip: tuple[str, ...]) -> str:
    """Return the searched fields of a record, a line each."""
    lines: list[str] = []
    for field in fields(NOUNS[record.noun]):
        value = getattr(record, field.name)
        if field.searched and field.name not in skip and value:
            lines += [text for _tag, text in value.texts] if field.kind is Kind.WORDS else [str(value)]
    return "\n".join(lines)


def _own(records: Records, record: Record) -> str:
    """Return labels and values of own fields that a record carries, a line each."""
    if record.noun not in _SUBJECTS and record.base is None:
        return ""
    return "\n".join(records.connection.execute(_carried(), {"subject": record.uid}).scalars())


@cache
def _carried() -> sa.CompoundSelect[str]:
    """Return the query for what a record carries; made once, for an import asks it of every record."""
    value, field, on, label = (TABLES[noun].c for noun in ("own_value", "own_field", "labelling", "label"))
    subject: sa.BindParameter[str] = sa.bindparam("subject")
    values = sa.select(value.value).where(value.subject == subject, value.own_field == field.id, value.value != "")
    names = sa.select(label.name).where(on.subject == subject, on.label == label.id)
    return sa.union_all(
        values.where(value.voided.is_(None), field.voided.is_(None)),
        names.where(on.voided.is_(None), label.voided.is_(None)),
    )


def _join(*texts: str) -> str:
    """Return texts under one another, empty ones left out."""
    return "\n".join(text for text in texts if text)
