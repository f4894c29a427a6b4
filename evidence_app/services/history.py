"""History: what the journal says of a record, of the whole case, and undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.record import Record
from evidence_app.services.workspace import Workspace


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
