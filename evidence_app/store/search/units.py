"""What of a record can be found: the text that goes into the index and that hits are shown from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from evidence_app.domain.localised import Localised
from evidence_app.domain.media import StoredFile
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.domain.testimony import Segment, Translation
from evidence_app.store.queries.records import Records, column, source


@dataclass(frozen=True, slots=True)
class Unit:
    """Text of one record by weight: title, names, body; `language` where it has just one."""

    title: str
    names: str
    body: str
    language: str | None = None


# Whose text is indexed where: a name belongs to its person's unit, all others have their own.
OWNERS: dict[str, Callable[[Record], tuple[str, int]]] = {
    PersonName.noun: lambda name: ("person", getattr(name, "person", 0)),
}
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
        return Unit(record.code, spelled, _body(record, skip=()))
    if isinstance(record, Segment | Translation):
        return Unit("", "", record.text, record.language)
    if isinstance(record, StoredFile):
        return Unit("", "", record.extracted) if record.extracted else None
    title = getattr(record, "title", None) or getattr(record, "name", None)
    code = str(getattr(record, "code", ""))
    joined = " ".join(text for _tag, text in title.texts) if isinstance(title, Localised) else ""
    return Unit(f"{code} {joined}".strip(), "", _body(record, skip=("title", "name")))


def _body(record: Record, skip: tuple[str, ...]) -> str:
    """Return the searched fields of a record, a line each."""
    lines: list[str] = []
    for field in fields(NOUNS[record.noun]):
        value = getattr(record, field.name)
        if field.searched and field.name not in skip and value:
            lines += [text for _tag, text in value.texts] if field.kind is Kind.WORDS else [str(value)]
    return "\n".join(lines)
