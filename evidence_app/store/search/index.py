"""The full-text index: FTS5 over folded text, kept in the same transaction as the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record
from evidence_app.language.fold import searchable
from evidence_app.store.queries.records import Records
from evidence_app.store.search.query import Query
from evidence_app.store.search.units import SEARCHED, Unit, findable, owners, unit_of
from evidence_app.store.tables import search_unit

_FROM = "FROM search JOIN search_unit u ON u.id = search.rowid WHERE search MATCH :match "
_HITS = f"SELECT u.noun, u.record, u.language, bm25(search, 8.0, 5.0, 1.0) AS score {_FROM}"


def _among(nouns: Sequence[str]) -> str:
    """Return the condition that a hit is of one of the nouns; only words of our own ever stand in it."""
    known = ", ".join(f"'{noun}'" for noun in nouns if noun in SEARCHED)
    return f"AND u.noun IN ({known})" if nouns else ""


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the record whose text matches; a higher score is better."""

    noun: str
    record: int
    language: str | None
    score: float


class Index:
    """Keep and ask the index of an archive."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._records = Records(connection)

    def update(self, touched: Iterable[tuple[str, int]]) -> None:
        """Index the given records (noun, id) anew; inside the transaction that changed them."""
        wanted: dict[tuple[str, int], Record | None] = {}
        for noun, record_id in touched:
            record = self._records.get(NOUNS[noun], record_id)
            if record is None:
                continue
            for owner in owners(self._records, record):
                if owner == (noun, record_id):
                    wanted[owner] = record
                else:
                    wanted.setdefault(owner)
        for (noun, record_id), record in wanted.items():
            if noun in SEARCHED:
                self._refresh(noun, record_id, record or self._records.get(NOUNS[noun], record_id))

    def search(self, query: Query, nouns: Sequence[str] = (), limit: int = 50) -> list[Found]:
        """Return the best hits for a query, best first; nothing for an empty query."""
        expression = query.match_expression()
        if not expression:
            return []
        statement = sa.text(_HITS + _among(nouns) + " ORDER BY score LIMIT :limit")
        rows = self._connection.execute(statement, {"match": expression, "limit": limit})
        return [Found(noun, record, language, -score) for noun, record, language, score in rows]

    def count(self, query: Query, nouns: Sequence[str] = ()) -> int:
        """Count all hits of a query."""
        expression = query.match_expression()
        if not expression:
            return 0
        statement = sa.text(f"SELECT count(*) {_FROM}{_among(nouns)}")
        return int(self._connection.execute(statement, {"match": expression}).scalar_one())

    def stale(self) -> list[str]:
        """Return the nouns of which other records are indexed than can be found; which words, is not looked into."""
        indexed = set(self._connection.exec_driver_sql("SELECT rowid FROM search").scalars())
        held = search_unit.c
        found = []
        for noun in SEARCHED:
            rows = self._connection.execute(sa.select(held.record, held.id).where(held.noun == noun)).all()
            units = {row.id for row in rows}
            if {row.record for row in rows} != set(findable(self._connection, noun)) or not units <= indexed:
                found.append(noun)
            indexed -= units
        return [*found, *(["search"] if indexed else [])]

    def rebuild(self) -> None:
        """Index every record anew; inside a transaction."""
        self._connection.exec_driver_sql("INSERT INTO search(search) VALUES('delete-all')")
        self._connection.execute(search_unit.delete())
        for noun in SEARCHED:
            for record in self._records.everything(NOUNS[noun]):
                self._refresh(noun, record.id, record)

    def _refresh(self, noun: str, record_id: int, record: Record | None) -> None:
        """Replace the unit of one record."""
        held = search_unit.c
        row = self._connection.execute(
            sa.select(held.id).where((held.noun == noun) & (held.record == record_id))
        ).scalar()
        if row is not None:
            self._connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (row,))
            self._connection.execute(search_unit.delete().where(held.id == row))
        unit = unit_of(self._records, record) if record else None
        if unit:
            self._insert(noun, record_id, unit)

    def _insert(self, noun: str, record_id: int, unit: Unit) -> None:
        """Add the unit of one record."""
        columns = {"noun": noun, "record": record_id, "language": unit.language}
        row = self._connection.execute(search_unit.insert(), columns).inserted_primary_key
        text = (searchable(unit.title), searchable(unit.names), searchable(unit.body))
        self._connection.exec_driver_sql(
            "INSERT INTO search(rowid, title, names, body) VALUES (?, ?, ?, ?)",
            (row[0], *text),  # type: ignore[index]
        )
