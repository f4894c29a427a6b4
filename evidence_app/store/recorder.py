"""Write records and keep what changed; the only code that inserts or updates a record's row."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
import uuid_utils

from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.changes import Change
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields, own_fields
from evidence_app.domain.rules import check, composed
from evidence_app.store import codes
from evidence_app.store.queries.records import Records
from evidence_app.store.tables import TABLES
from evidence_app.store.tables.values import columns, journal_value

R = TypeVar("R", bound=Record)


def journalled(record: Record, uid_of: Any) -> dict[str, Any]:
    """Return all values of a record that are there, as the journal writes them."""
    values = {field.name: journal_value(field, getattr(record, field.name), uid_of) for field in fields(type(record))}
    return {name: value for name, value in (values | {"voided": record.voided}).items() if value is not None}


class Recorder:
    """Records written in one transaction, and their changes in order; all are stamped with the act's one moment."""

    def __init__(self, connection: sa.Connection, actor: str, moment: str, uids: dict[tuple[str, int], str]) -> None:
        self._connection, self._actor, self._moment, self._uids = connection, actor, moment, uids
        self._records = Records(connection)
        self._case: CaseFile | None = None
        self.changes: list[Change] = []

    def add(self, record: R) -> R:
        """Insert a record; returns it with id, uid, revision 1 and, where its noun carries one, its code."""
        values = {field.name: composed(getattr(record, field.name)) for field in fields(type(record))}
        if record.letter and not values["code"]:
            values["code"] = self._code(record.letter)
        record = record.but(
            **values,
            uid=record.uid or str(uuid_utils.uuid7()),
            revision=1,
            created_at=self._moment,
            created_by=self._actor,
            updated_at=self._moment,
            updated_by=self._actor,
        )
        check(record)
        record = record.but(id=self._insert(record))
        self._uids[_owner(record).noun, record.id] = record.uid
        self._keep(record, None, journalled(record, self.uid_of))
        return record

    def change(self, record: R, **values: Any) -> R:
        """Update fields of a record; what it held until now is read from the archive, not taken from `record`."""
        stored = self._records.get(type(record), record.id)
        if stored is None:
            raise KeyError((record.noun, record.id))
        wanted = {name: composed(value) for name, value in values.items()}
        changed = stored.but(**wanted, revision=stored.revision + 1, updated_at=self._moment, updated_by=self._actor)
        before, after = journalled(stored, self.uid_of), journalled(changed, self.uid_of)
        names = [name for name in {*before, *after} if before.get(name) != after.get(name)]
        if not names:
            return stored
        check(changed)
        self._update(changed)
        self._keep(changed, {name: before.get(name) for name in names}, {name: after.get(name) for name in names})
        return changed

    def uid_of(self, noun: str, record_id: int) -> str:
        """Return a record's uid, remembered between acts: it never changes."""
        key = (noun, record_id)
        if key not in self._uids:
            self._uids[key] = self._records.uid_of(noun, record_id)
        return self._uids[key]

    def _keep(self, record: Record, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        self.changes.append(Change(record.noun, record.uid, record.id, record.revision, before, after))

    def _code(self, letter: str) -> str:
        if self._case is None:
            self._case = self._records.first(CaseFile)
        first, step = (self._case.first_block, self._case.block_step) if self._case else (0, 1)
        return codes.allot(self._connection, letter, first, step)

    def _insert(self, record: Record) -> int:
        """Insert the rows of a record; returns its id."""
        owner = _owner(record)
        row = _common(record) | _own(record, owner)
        if "noun" in TABLES[owner.noun].c:
            row["noun"] = record.noun
        inserted = self._connection.execute(TABLES[owner.noun].insert(), row).inserted_primary_key
        record_id = int(inserted[0])  # type: ignore[index]
        if owner is not type(record):
            self._connection.execute(TABLES[record.noun].insert(), {"id": record_id} | _own(record, type(record)))
        return record_id

    def _update(self, record: Record) -> None:
        """Update the rows of a record."""
        owner = _owner(record)
        for noun, row in ((owner, _common(record) | _own(record, owner)), (type(record), _own(record, type(record)))):
            if row:
                self._connection.execute(_update_of(noun.noun), row | {"record_id": record.id})


@cache
def _update_of(name: str) -> sa.Update:
    """Return the statement that updates one row; made once, for making it takes longer than running it."""
    table = TABLES[name]
    return table.update().where(table.c.id == sa.bindparam("record_id"))


def _owner(record: Record) -> type[Record]:
    """Return the noun whose table holds a record's uid."""
    return record.base or NOUNS[record.noun]


def _common(record: Record) -> dict[str, Any]:
    """Return the columns that every record has, but its id."""
    names = ("uid", "revision", "created_at", "created_by", "updated_at", "updated_by", "voided")
    return {name: getattr(record, name) for name in names}


def _own(record: Record, noun: type[Record]) -> dict[str, Any]:
    """Return the columns of the fields that a noun itself declares."""
    row: dict[str, Any] = {}
    for field in own_fields(noun):
        row |= columns(field, getattr(record, field.name))
    return row
