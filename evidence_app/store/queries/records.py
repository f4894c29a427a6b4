"""Fetch records as domain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa

from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record
from evidence_app.store.tables import TABLES
from evidence_app.store.tables.values import from_row

R = TypeVar("R", bound=Record)
_IDS_A_QUERY = 500
Condition = sa.ColumnElement[bool]


def source(noun: type[Record]) -> sa.FromClause:
    """Return the table of a noun, joined with its base's where it has one."""
    table = TABLES[noun.noun]
    if noun.base is None:
        return table
    base = TABLES[noun.base.noun]
    return base.join(table, base.c.id == table.c.id)


def column(noun: type[Record], name: str) -> sa.Column[Any]:
    """Return the column that holds a field, wherever it lies."""
    table = TABLES[noun.noun]
    if noun.base is not None and name in TABLES[noun.base.noun].c:
        return TABLES[noun.base.noun].c[name]
    return table.c[name]


def _selection(noun: type[Record]) -> sa.Select[Any]:
    """Return the query for whole records of a noun; `id` once."""
    return _select(noun.noun)


# Making a statement takes longer than running it, so those that are run by the thousand are made once.
@cache
def _select(name: str) -> sa.Select[Any]:
    noun = NOUNS[name]
    columns = list(TABLES[name].c)
    if noun.base is not None:
        columns = [*TABLES[noun.base.noun].c, *(own for own in columns if own.name != "id")]
    return sa.select(*columns).select_from(source(noun))


@cache
def _select_one(name: str) -> sa.Select[Any]:
    return _select(name).where(column(NOUNS[name], "id") == sa.bindparam("record_id"))


def _equal(noun: type[Record], equal: Mapping[str, Any], *, voided: bool = False) -> Iterator[Condition]:
    """Yield the conditions that fields equal some values (a list: any of them) and that nothing was taken out."""
    for name, value in equal.items():
        held = column(noun, name)
        yield held.in_(value) if isinstance(value, list | tuple) else held == value
    if not voided:
        yield column(noun, "voided").is_(None)


class Records:
    """Questions by noun; voided records are left out unless asked for."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def get(self, noun: type[R], record_id: int) -> R | None:
        """Return one record by id, voided or not."""
        return next(self._run(noun, _select_one(noun.noun), record_id=record_id), None)

    def by_uid(self, noun: type[R], uid: str) -> R | None:
        """Return one record by uid, voided or not."""
        return next(self._run(noun, _selection(noun).where(column(noun, "uid") == uid)), None)

    def by_ids(self, noun: type[R], ids: Sequence[int]) -> dict[int, R]:
        """Return records by id."""
        found: dict[int, R] = {}
        for start in range(0, len(ids), _IDS_A_QUERY):
            chosen = ids[start : start + _IDS_A_QUERY]
            query = _selection(noun).where(column(noun, "id").in_(chosen))
            found.update((record.id, record) for record in self._run(noun, query))
        return found

    def find(self, noun: type[R], *where: Condition, order: str = "id", voided: bool = False, **equal: Any) -> list[R]:
        """Return the records whose fields equal the given values (a list: any of them), in the order of a field."""
        query = _selection(noun).where(*where, *_equal(noun, equal, voided=voided))
        return list(self._run(noun, query.order_by(column(noun, order), column(noun, "id"))))

    def first(self, noun: type[R], **equal: Any) -> R | None:
        """Return the first record that fits, or None."""
        return next(iter(self.find(noun, **equal)), None)

    def everything(self, noun: type[R]) -> Iterator[R]:
        """Yield all records of a noun, voided ones too; of a base noun, only those that no other specialises."""
        for row in self.rows(noun):
            yield from_row(noun, row)  # type: ignore[misc]

    def rows(self, noun: type[Record]) -> Iterator[Mapping[str, Any]]:
        """Yield what `everything` makes records of, as it lies in the tables."""
        query = _selection(noun)
        if "noun" in TABLES[noun.noun].c:
            query = query.where(TABLES[noun.noun].c.noun == noun.noun)
        yield from self.connection.execute(query.order_by(column(noun, "id"))).mappings()  # type: ignore[misc]

    def count(self, noun: type[Record], *where: Condition, **equal: Any) -> int:
        """Count the records that are not voided and fit."""
        query = sa.select(sa.func.count()).select_from(source(noun)).where(*where, *_equal(noun, equal))
        return int(self.connection.execute(query).scalar_one())

    def some(
        self,
        noun: type[Record],
        *names: str,
        where: Sequence[Condition] = (),
        voided: bool = False,
        most: int | None = None,
        **equal: Any,
    ) -> list[sa.Row[Any]]:
        """Return some fields, as stored, of the records that fit, or of the first: for lists that need no more."""
        query = sa.select(*(column(noun, name) for name in names)).select_from(source(noun))
        query = query.where(*where, *_equal(noun, equal, voided=voided)).order_by(column(noun, "id")).limit(most)
        return list(self.connection.execute(query))

    def tally(self, noun: type[Record], name: str, **equal: Any) -> dict[Any, int]:
        """Count the records that are not voided by the value of one field."""
        held = column(noun, name)
        query = sa.select(held, sa.func.count()).select_from(source(noun)).where(*_equal(noun, equal))
        return {value: int(count) for value, count in self.connection.execute(query.group_by(held))}

    def tally_translated(self) -> dict[int, int]:
        """Count the paragraphs that have a translation, by item."""
        segment, translation = TABLES["segment"], TABLES["translation"]
        query = (
            sa.select(segment.c.item, sa.func.count(segment.c.id.distinct()))
            .join(translation, translation.c.segment == segment.c.id)
            .where(segment.c.voided.is_(None), translation.c.voided.is_(None))
            .group_by(segment.c.item)
        )
        return {item: int(count) for item, count in self.connection.execute(query)}

    def values(self, noun: type[Record], name: str) -> list[Any]:
        """Return one field of all records of a noun as it is stored, each value once, voided records too."""
        return list(self.connection.execute(sa.select(column(noun, name)).distinct()).scalars())

    def item(self, record_id: int) -> Record | None:
        """Return an item as what it is: testimony, media or filing."""
        base = TABLES["item"]
        name = self.connection.execute(sa.select(base.c.noun).where(base.c.id == record_id)).scalar()
        return self.get(NOUNS[name], record_id) if name else None

    def uid_of(self, noun: str, record_id: int) -> str:
        """Return the uid of a record; KeyError where there is none."""
        table = TABLES[noun]
        uid = self.connection.execute(sa.select(table.c.uid).where(table.c.id == record_id)).scalar()
        if uid is None:
            raise KeyError((noun, record_id))
        return str(uid)

    def id_of(self, noun: str, uid: str) -> int:
        """Return the id of a record; KeyError where there is none."""
        table = TABLES[noun]
        record_id = self.connection.execute(sa.select(table.c.id).where(table.c.uid == uid)).scalar()
        if record_id is None:
            raise KeyError((noun, uid))
        return int(record_id)

    def _run(self, noun: type[R], query: sa.Select[Any], **values: Any) -> Iterator[R]:
        for row in self.connection.execute(query, values).mappings():
            yield from_row(noun, row)  # type: ignore[misc,arg-type]
