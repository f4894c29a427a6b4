"""History: what the journal says of a record and of the whole case, and the way back to an earlier value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.errors import NotFound, Refused
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields
from evidence_app.services import records
from evidence_app.services.workspace import Workspace
from evidence_app.store.tables.values import from_journal
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the journal with what its parts say; erased parts are None."""

    log: str
    seq: int
    ts: str
    actor: str
    op: str
    obj: str
    parts: tuple[dict[str, Any] | None, ...]


def lines(ws: Workspace) -> Iterator[Line]:
    """Yield the journal in order."""
    for log in ws.journal.logs():
        parts: dict[int, list[dict[str, Any] | None]] = {}
        for part in ws.journal.parts(log):
            parts.setdefault(part.seq, []).append(json.loads(part.payload) if part.payload else None)
        for entry in ws.journal.entries(log):
            held = tuple(parts.get(entry.seq, ()))
            yield Line(entry.log, entry.seq, entry.ts, entry.actor, entry.op, entry.obj, held)


def of(ws: Workspace, record: Record) -> list[Line]:
    """Return what happened to one record, oldest first; only the parts that speak of it."""
    found: dict[tuple[str, int], Line] = {}
    for entry, part in ws.journal.of_record(record.uid):
        key = (entry.log, entry.seq)
        said = json.loads(part.payload) if part.payload else None
        before = found[key].parts if key in found else ()
        found[key] = Line(entry.log, entry.seq, entry.ts, entry.actor, entry.op, entry.obj, (*before, said))
    return list(found.values())


def changes(ws: Workspace, record: Record) -> Iterator[dict[str, Any]]:
    """Yield the values that each change gave to a record, oldest first; those at its creation come first."""
    for line in of(ws, record):
        yield from (part["after"] for part in line.parts if part is not None and part["t"] == "change")


def restore_value(ws: Workspace, noun: str, uid: str, log: str, seq: int, field: str) -> Record:
    """Give a field the value that it had before an entry changed it: an edit like any other, an act of its own.

    Raises NotFound where the entry changed no such field, Refused for a field that is written by the program alone.
    """
    record = ws.records.by_uid(NOUNS[noun], uid)
    if record is None:
        raise NotFound(what=noun)
    line = next((line for line in fields(NOUNS[noun]) if line.name == field), None)
    if line is None or line.fixed:
        raise Refused(why=_("this field is not changed by hand"))
    for entry in of(ws, record):
        if (entry.log, entry.seq) == (log, seq):
            for part in entry.parts:
                if part is not None and part["t"] == "change" and field in (part["before"] or {}):
                    value = from_journal(line, part["before"][field], ws.records.id_of)
                    return records.change(ws, record, **{field: value})
    raise NotFound(what=f"{log}:{seq}")


def bring_back(ws: Workspace, noun: str, uid: str) -> Record:
    """Restore a voided record; raises NotFound."""
    record = ws.records.by_uid(NOUNS[noun], uid)
    if record is None:
        raise NotFound(what=noun)
    return records.restore(ws, record)
