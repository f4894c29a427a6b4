"""The matrix as a table for the team: codes and states only, let out through the gate like everything else."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.person import Person
from evidence_app.services import release
from evidence_app.services.overview import proof
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _

READER, NAME = "TEAM", "proof-by-victim"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A finished table, the gate that it passed, and the uids of the persons in it."""

    gate: release.Gate
    content: bytes
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A table that left: where it lies, how many persons stand in it, how many were withheld from this reader."""

    path: Path
    people: int
    withheld: int


def prepare(ws: Workspace) -> Prepared:
    """Make the table: a line for each victim whom the team may have, a column for each kind of evidence."""
    gate = release.Gate(ws, READER, words.language())
    matrix = proof.matrix(ws)
    allowed = [place for place, victim in enumerate(matrix.victims) if gate.person(victim.id) is not None]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("No."), *(row.title for row in matrix.rows)])
    for place in allowed:
        states = (proof.state_words(row.cells[place].state) for row in matrix.rows)
        writer.writerow([matrix.victims[place].code, *states])
    writer.writerow([_("Complete"), *(_of(row, allowed) for row in matrix.rows)])
    people = ws.records.by_ids(Person, [matrix.victims[place].id for place in allowed])
    uids = tuple(person.uid for person in people.values())
    # With a mark of UTF-8, or spreadsheets take Cyrillic for something else.
    return Prepared(gate, out.getvalue().encode("utf-8-sig"), uids)


def inspect(prepared: Prepared) -> release.Inspected:
    """Read the table back and look for what must not leave; needs no archive."""
    return release.inspect(prepared.gate, prepared.content, _read_back)


def deliver(ws: Workspace, prepared: Prepared, inspected: release.Inspected, target: Path) -> Saved:
    """Write the table outside the case and log it. Raises what `release.deliver` raises."""
    release.deliver(
        ws,
        prepared.gate,
        target,
        prepared.content,
        inspected,
        dossier=NAME,
        records=prepared.records,
        kind="table",
    )
    return Saved(target, len(prepared.records), sum(prepared.gate.withheld.values()))


def save(ws: Workspace, target: Path) -> Saved:
    """Make, inspect and deliver the table, here and now."""
    prepared = prepare(ws)
    return deliver(ws, prepared, inspect(prepared), target)


def _of(row: proof.Row, places: list[int]) -> str:
    """Return how many of the persons in the table are complete."""
    complete = sum(row.cells[place].state is proof.State.COMPLETE for place in places)
    return _("%(n)s of %(total)s") % {"n": complete, "total": len(places)}


def _read_back(content: bytes) -> list[str]:
    """Return every text in a table."""
    return [cell for line in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in line]
