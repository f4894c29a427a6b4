"""Questions about the journal that no whole log need be read for: the newest acts, what was done since, what left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from evidence_app.store.tables import journal, journal_part

BEGUN, FAILED = "export.begun", "export.failed"


@dataclass(frozen=True, slots=True)
class Brief:
    """One act: who did what when, to which record (uid)."""

    log: str
    seq: int
    ts: str
    actor: str
    op: str
    obj: str


@dataclass(frozen=True, slots=True)
class Left:
    """Something that left the case: when, and what the journal says of it.

    `is_certain` is false where it was begun and no entry tells its end: a crash came between, and it may have left.
    """

    ts: str
    facts: dict[str, Any]
    is_certain: bool = True


class Entries:
    """Questions by time; all logs together."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def newest(self, limit: int) -> list[Brief]:
        """Return the newest acts, the newest first."""
        held = journal.c
        query = sa.select(held.log, held.seq, held.ts, held.actor, held.op, held.obj)
        query = query.order_by(held.ts.desc(), held.seq.desc()).limit(limit)
        return [Brief(*row) for row in self._connection.execute(query)]

    def tally_since(self, seen: dict[str, int]) -> dict[tuple[str, str], int]:
        """Count acts by (actor, verb) after the entry of each log that was seen last."""
        held = journal.c
        fresh: sa.ColumnElement[bool] = sa.true() if not seen else held.log.not_in(list(seen))
        for log, seq in seen.items():
            fresh = fresh | ((held.log == log) & (held.seq > seq))
        query = sa.select(held.actor, held.op, sa.func.count()).where(fresh).group_by(held.actor, held.op)
        return {(actor, op): int(count) for actor, op, count in self._connection.execute(query)}

    def heads(self) -> dict[str, int]:
        """Return the number of the newest entry of each log."""
        query = sa.select(journal.c.log, sa.func.max(journal.c.seq)).group_by(journal.c.log)
        return {log: int(seq) for log, seq in self._connection.execute(query)}

    def exports(self) -> list[Left]:
        """Return all that left the case or may have, oldest first; what failed and what was erased are left out."""
        held, part = journal.c, journal_part.c
        same = (held.log == part.log) & (held.seq == part.seq)
        query = sa.select(held.log, held.seq, held.ts, held.op, part.payload).join(journal_part, same)
        rows = self._connection.execute(query.where(part.kind == "export").order_by(held.ts, held.seq)).all()
        ends = self._ends() if any(row.op == BEGUN for row in rows) else {}
        found = []
        for row in rows:
            end = ends.get((row.log, row.seq), "") if row.op == BEGUN else row.op
            if row.payload and end != FAILED:
                found.append(Left(row.ts, json.loads(row.payload), bool(end)))
        return found

    def _ends(self) -> dict[tuple[str, int], str]:
        """Return the verb that ended each export, by the log and number of the entry that began it."""
        held, part = journal.c, journal_part.c
        same = (held.log == part.log) & (held.seq == part.seq)
        query = sa.select(held.log, held.op, part.payload).join(journal_part, same).where(part.kind == "act")
        query = query.where((held.op == FAILED) | held.op.like("%.exported"))
        rows = [(row, json.loads(row.payload or b"{}")) for row in self._connection.execute(query)]
        return {(row.log, int(said["begun"])): row.op for row, said in rows if "begun" in said}
