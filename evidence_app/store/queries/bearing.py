"""What stands in a case and what is missing from it: questions over several tables that only SQL answers quickly."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from evidence_app.domain.event import Involvement
from evidence_app.domain.record import Record
from evidence_app.store.queries.records import Condition, Records
from evidence_app.store.tables import TABLES

_PERSON, _EVENT, _PART = TABLES["person"].c, TABLES["event"].c, TABLES["involvement"].c
_MARK, _SAID = TABLES["mark"].c, TABLES["assertion"].c
_VICTIM = "VICTIM"


@dataclass(frozen=True, slots=True)
class Lack:
    """How many records lack something, and the codes of the first of them."""

    count: int
    codes: tuple[str, ...]


def claims(records: Records) -> list[Involvement]:
    """Return the involvements that hold a sum and whose person, event and proceeding were not taken out."""
    has_sum = sa.or_(_PART.claimed.is_not(None), _PART.awarded.is_not(None), _PART.paid.is_not(None))
    gone = (_is_gone(noun, _PART[noun]) for noun in ("person", "event", "proceeding"))
    return records.find(Involvement, has_sum, *(sa.not_(one) for one in gone))


def events_without_victim() -> Condition:
    """Return the condition that an event is an act of ill-treatment which names no victim yet."""
    parts = TABLES["involvement"].alias().c
    named = sa.select(parts.event).where(parts.role == _VICTIM, parts.voided.is_(None), parts.event.is_not(None))
    return sa.and_(_EVENT.kind == "ACT", _EVENT.id.not_in(named))


def events_without_source() -> Condition:
    """Return the condition that nothing in the case bears on an event yet."""
    return _EVENT.id.not_in(sa.select(_MARK.event).where(_MARK.voided.is_(None), _MARK.event.is_not(None)))


def people_without_basis() -> Condition:
    """Return the condition that nothing says why a person may be named."""
    return _PERSON.basis.is_(None)


def lack(records: Records, noun: type[Record], condition: Condition, most: int) -> Lack:
    """Return how many records a condition holds for, and the codes of the first so many."""
    count = records.count(noun, condition)
    return Lack(count, tuple(row.code for row in records.some(noun, "code", where=[condition], most=most)))


def suffered(records: Records) -> list[tuple[int, int, str]]:
    """Return the persons who are victims of events with acts: person, event, and the acts as a JSON list."""
    query = (
        sa.select(_PART.person, _PART.event, _EVENT.acts)
        .join_from(TABLES["involvement"], TABLES["event"], _EVENT.id == _PART.event)
        .where(_PART.role == _VICTIM, _PART.voided.is_(None), _PART.person.is_not(None))
        .where(_EVENT.voided.is_(None), sa.func.json_array_length(_EVENT.acts) > 0)
        .order_by(_PART.id)
    )
    return [(row.person, row.event, row.acts) for row in records.connection.execute(query)]


def held(records: Records, kinds: Collection[str], acts: Collection[str]) -> set[int]:
    """Return the ids of persons who are victims of events of some kinds or with some acts."""
    done = sa.func.json_each(_EVENT.acts).table_valued("value")
    has_act = sa.exists().select_from(done).where(done.c.value.in_(sorted(acts)))
    query = (
        sa.select(_PART.person)
        .join_from(TABLES["involvement"], TABLES["event"], _EVENT.id == _PART.event)
        .where(_PART.role == _VICTIM, _PART.voided.is_(None), _PART.person.is_not(None))
        .where(_EVENT.voided.is_(None), sa.or_(_EVENT.kind.in_(sorted(kinds)), has_act))
    )
    return set(records.connection.execute(query.distinct()).scalars())


def suffering(roles: Collection[str]) -> Condition:
    """Return the condition that a person is recognised as a victim or has one of some roles anywhere."""
    parts = sa.select(_PART.person).where(_PART.role.in_(sorted(roles)), _PART.voided.is_(None))
    return sa.or_(_PERSON.recognised_victim == 1, _PERSON.id.in_(parts.where(_PART.person.is_not(None))))


def unsettled(records: Records) -> list[tuple[str, str]]:
    """Return the facts on which sources differ and none is preferred: uid of the subject and name of the field."""
    query = (
        sa.select(_SAID.subject, _SAID.field)
        .where(_SAID.voided.is_(None))
        .group_by(_SAID.subject, _SAID.field)
        .having(sa.func.count(_SAID.value.distinct()) > 1, sa.func.sum(sa.func.coalesce(_SAID.preferred, 0)) == 0)
    )
    return [(row.subject, row.field) for row in records.connection.execute(query)]


def _is_gone(noun: str, held: sa.ColumnElement[Any]) -> Condition:
    """Return the condition that a column names a record which was taken out."""
    table = TABLES[noun].c
    return sa.exists().where(table.id == held, table.voided.is_not(None))
