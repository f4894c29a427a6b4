"""Lists of a noun: which records, in what order, how many of each kind. All of it is asked of SQLite."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.sql import visitors

from evidence_app.domain.errors import Refused
from evidence_app.domain.record import Record
from evidence_app.store.queries.records import column, source
from evidence_app.system.words import _

Condition = sa.ColumnElement[bool]
# What a statement may ask for by name: worked out only where it does, for some records or for all.
Offers = Mapping[str, Callable[[Sequence[int] | None], Any]]
MOST_VALUES = 200
_AT_A_TIME = 2000


@dataclass(frozen=True, slots=True)
class Ask:
    """What a list should show: a tab, words, values kept by facet (facet, value), and an order by the name of a sort.

    Everything may be left empty; without a sort the list has the order that is its own.
    """

    tab: str = ""
    words: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    sort: str = ""
    descending: bool = False

    @property
    def filters(self) -> int:
        """How many filters are in force; the tab is none."""
        return len(self.kept) + bool(self.words.strip())


class Facet(Protocol):
    """A property by which a list can be narrowed."""

    def keeps(self, value: str) -> Condition:
        """Return the condition that a record has the value."""

    def counts(self, listed: sa.Select[Any]) -> sa.Select[Any]:
        """Return the query for (value, count) over the records that a query without columns finds."""


@dataclass(frozen=True)
class ByValue:
    """One value for each record, or none."""

    value: sa.ColumnElement[Any]

    def keeps(self, value: str) -> Condition:
        """Compare as text."""
        return sa.cast(self.value, sa.Text) == value

    def counts(self, listed: sa.Select[Any]) -> sa.Select[Any]:
        """Group by the value; the commonest come first."""
        value, many = self.value.label("value"), sa.func.count().label("many")
        grouped = listed.with_only_columns(value, many).where(self.value.is_not(None), self.value != "")
        return grouped.group_by(value).order_by(many.desc()).limit(MOST_VALUES)


@dataclass(frozen=True)
class ByList:
    """Any number of values for each record, in a column that holds a JSON list."""

    values: sa.ColumnElement[Any]

    def keeps(self, value: str) -> Condition:
        """Look through the list."""
        held = sa.func.json_each(self.values).table_valued("value")
        return sa.exists().select_from(held).where(held.c.value == value)

    def counts(self, listed: sa.Select[Any]) -> sa.Select[Any]:
        """Take the lists apart and group."""
        lists = listed.with_only_columns(self.values.label("held")).where(self.values.is_not(None)).subquery()
        held, many = sa.func.json_each(lists.c.held).table_valued("value"), sa.func.count().label("many")
        each = sa.select(held.c.value, many).select_from(lists.join(held, sa.true()))
        return each.group_by(held.c.value).order_by(many.desc()).limit(MOST_VALUES)


@dataclass(frozen=True)
class ByCondition:
    """Values that a record may have side by side, each by a condition of its own."""

    conditions: Mapping[str, Condition]

    def keeps(self, value: str) -> Condition:
        """Return the condition; nothing has a value that is not one of them."""
        return self.conditions.get(value, sa.false())

    def counts(self, listed: sa.Select[Any]) -> sa.Select[Any]:
        """Count each condition in one pass."""
        flags = [sa.case((condition, 1), else_=0).label(name) for name, condition in self.conditions.items()]
        rows = listed.with_only_columns(*flags).subquery()
        each = [sa.select(sa.literal(name), sa.func.sum(rows.c[name])) for name in self.conditions]
        return sa.select(sa.union_all(*each).subquery())


@dataclass(frozen=True)
class ByRows:
    """Any number of values for each record, in other tables: `pairs` is a query for (record, value)."""

    record: sa.ColumnElement[Any]  # the id of what is listed
    pairs: sa.Subquery

    @classmethod
    def of(cls, record: sa.ColumnElement[Any], *queries: sa.Select[Any]) -> ByRows:
        """Take the pairs of several queries together, each once."""
        return cls(record, sa.union(*queries).subquery())

    def keeps(self, value: str) -> Condition:
        """Look for a pair with the value."""
        record, held = self.pairs.c[0], self.pairs.c[1]
        return self.record.in_(sa.select(record).where(sa.cast(held, sa.Text) == value))

    def counts(self, listed: sa.Select[Any]) -> sa.Select[Any]:
        """Group the pairs of the records listed."""
        record, value = self.pairs.c[0], self.pairs.c[1]
        many = sa.func.count().label("many")
        found = sa.select(value, many).where(record.in_(listed), value.is_not(None))
        return found.group_by(value).order_by(many.desc()).limit(MOST_VALUES)


@dataclass(frozen=True)
class Shape:
    """What a list of a noun can show and ask: its facts a record, how words find it, tabs, facets, sorts, its order.

    `searched` gives the condition that one word finds a record. Records whose sort is NULL come last either way.
    """

    noun: type[Record]
    facts: Mapping[str, sa.ColumnElement[Any]]
    searched: Callable[[str], Condition]
    begins: Callable[[str], Condition]
    sorts: Mapping[str, tuple[sa.ColumnElement[Any], ...]]
    facets: Mapping[str, Facet] = field(default_factory=dict)
    tab: sa.ColumnElement[Any] | None = None
    order: tuple[sa.ColumnElement[Any], ...] = ()

    @property
    def id(self) -> sa.ColumnElement[Any]:
        """The column of ids."""
        return column(self.noun, "id")

    def facet(self, name: str) -> Facet:
        """Return a facet by its name. Raises Refused."""
        if name not in self.facets:
            raise Refused(why=_("this list has no filter “%(name)s”") % {"name": name})
        return self.facets[name]

    def everything(self) -> sa.Select[Any]:
        """Return the query for the ids of all that is not voided."""
        return sa.select(self.id).select_from(source(self.noun)).where(column(self.noun, "voided").is_(None))

    @cached_property
    def reading(self) -> tuple[sa.Select[Any], frozenset[str]]:
        """The query for the facts of `ids`, and what it asks for: made once, which takes as long as it runs."""
        named = [fact.label(name) for name, fact in self.facts.items()]
        query = self.everything().with_only_columns(self.id.label("id"), *named)
        query = query.where(self.id.in_(sa.bindparam("ids", expanding=True)))
        return query, _asked(query)


class Listed:
    """Asks for the records of one shape."""

    def __init__(self, connection: sa.Connection, shape: Shape, offers: Offers) -> None:
        self._connection, self._shape, self._offers = connection, shape, offers

    def ids(self, ask: Ask, limit: int | None = None) -> array[int]:
        """Return the ids in order, all or the first ones."""
        query = self._ordered(self._found(ask), ask).limit(limit)
        return self._ids(query)

    def beginning(self, ask: Ask, letters: str, limit: int) -> array[int]:
        """Return the ids, in order, of the first records whose code, name or title begins with some letters."""
        return self._ids(self._ordered(self._found(ask).where(self._shape.begins(letters)), ask).limit(limit))

    def facts(self, ids: Sequence[int]) -> dict[int, Any]:
        """Return the facts of records by id, each a row with the names of the shape; voided ones are left out."""
        query, asked = self._shape.reading
        values = {name: self._offers[name](ids) for name in asked & self._offers.keys()}
        return {row.id: row for row in self._connection.execute(query, values | {"ids": list(ids)})}

    def tabs(self) -> dict[str, int]:
        """Count the records under each tab."""
        if self._shape.tab is None:
            return {}
        tab = self._shape.tab.label("tab")
        query = self._shape.everything().with_only_columns(tab, sa.func.count()).group_by(tab)
        return {str(row[0]): int(row[1]) for row in self._run(query)}

    def tab_of(self, record_id: int) -> str | None:
        """Return the tab under which a record stands, empty in a list without tabs; None where it is in no list."""
        tab = sa.literal("") if self._shape.tab is None else self._shape.tab
        query = self._shape.everything().with_only_columns(tab).where(self._shape.id == record_id)
        return self._run(query).scalar()

    def values(self, ask: Ask, name: str) -> dict[str, int]:
        """Count the values of a facet among what the other filters find."""
        others = Ask(ask.tab, ask.words, tuple(pair for pair in ask.kept if pair[0] != name))
        query = self._shape.facet(name).counts(self._found(others))
        return {str(row[0]): int(row[1]) for row in self._run(query) if row[1]}

    def _found(self, ask: Ask) -> sa.Select[Any]:
        """Return the query for what passes tab, words and facets."""
        query = self._shape.everything()
        if ask.tab and self._shape.tab is not None:
            query = query.where(self._shape.tab == ask.tab)
        for word in ask.words.split():
            query = query.where(self._shape.searched(word))
        for name, value in ask.kept:
            query = query.where(self._shape.facet(name).keeps(value))
        return query

    def _ordered(self, query: sa.Select[Any], ask: Ask) -> sa.Select[Any]:
        """Put a query in order."""
        sort = self._shape.sorts.get(ask.sort)
        if sort is None:
            return query.order_by(*self._shape.order, self._shape.id)
        keys = [key.desc() if ask.descending else key.asc() for key in sort]
        return query.order_by(keys[0].nulls_last(), *keys[1:], self._shape.id)

    def _ids(self, query: sa.Select[Any]) -> array[int]:
        """Return what a query for ids finds, compactly."""
        found = array("q")
        for some in self._run(query).scalars().partitions(_AT_A_TIME):
            found.extend(some)
        return found

    def _run(self, query: sa.Select[*tuple[Any, ...]]) -> sa.CursorResult[*tuple[Any, ...]]:
        """Run a query with what it asks for."""
        return self._connection.execute(
            query, {name: self._offers[name](None) for name in _asked(query) & self._offers.keys()}
        )


def _asked(query: sa.Select[Any]) -> frozenset[str]:
    """Return the names of what a query wants to be given."""
    return frozenset(part.key for part in visitors.iterate(query) if isinstance(part, sa.BindParameter))
