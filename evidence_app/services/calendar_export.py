"""Deadlines on their way out as a calendar file: through the gate, read back, logged."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import Refused
from evidence_app.domain.item import Item
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import deadline_rows, release
from evidence_app.services.calendars import Entry, read_back, stable_uid, to_ics
from evidence_app.services.deadline_rows import DeadlineRow
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _

EXPORT = "calendar"


@dataclass(frozen=True, slots=True)
class Exported:
    """A calendar file that left: where to, how many deadlines, its SHA-256, and what was withheld by ground."""

    path: Path
    deadlines: int
    sha256: str
    withheld: dict[str, int]


def export(ws: Workspace, out: Path, *, reader: str = "TEAM", language: str = "") -> Exported:
    """Write what is still to be done as a calendar file.

    The team reads titles and how each day was counted; everybody else the code of the paper and a word that says
    nothing, over a whole month where the day would place somebody in danger. Raises Refused where nothing may leave,
    AlreadyExists, CannotWrite, NoSpace, ReleaseRefused, CaseChanged.
    """
    with words.speaking(language or words.language()):
        gate = Gate(ws, reader, words.language())
        rows = [row for row in deadline_rows.rows(ws) if row.day and row.state != "done"]
        leaving = [row for row in rows if _may_leave(ws, gate, row)]
        if not leaving:
            raise Refused(why=_("there is no open deadline with a date that this reader may know of"))
        content = to_ics(_entries(ws, leaving, gate))
        inspected = release.inspect(gate, content, read_back)
        uids = [row.uid for row in leaving]
        digest = release.deliver(ws, gate, out, content, inspected, dossier=EXPORT, records=uids, kind="calendar")
    return Exported(out, len(leaving), digest, dict(gate.withheld))


def _may_leave(ws: Workspace, gate: Gate, row: DeadlineRow) -> bool:
    """Tell whether a reader may know of a deadline; one whose proceeding, paper or person is held back is counted."""
    records = ws.records
    held = records.get(Deadline, row.id)
    if held is None:
        return False
    step = records.get(Proceeding, held.proceeding) if held.proceeding else None
    paper = records.item(held.filing) if held.filing else None
    return gate.allows(held, step, paper, records.get(Person, held.person) if held.person else None)


def _entries(ws: Workspace, rows: list[DeadlineRow], gate: Gate) -> Iterator[Entry]:
    """Yield the entries of the calendar in an order that tells no more than they do."""
    held = ws.records.by_ids(Deadline, [row.id for row in rows])
    entries = (_entry(row, gate, is_coarse=_is_coarse(ws, gate, held[row.id])) for row in rows)
    yield from sorted(entries, key=lambda entry: (entry.day, entry.uid))


def _is_coarse(ws: Workspace, gate: Gate, held: Deadline) -> bool:
    """Tell whether the day of a deadline would place somebody who may be placed to the month only."""
    paper = ws.records.item(held.filing) if held.filing else None
    return gate.is_coarse(held.person) or (isinstance(paper, Item) and gate.places(paper))


def _entry(row: DeadlineRow, gate: Gate, *, is_coarse: bool) -> Entry:
    """Return the entry of a deadline: its day, or the whole month in which it lies."""
    uid, day = stable_uid(row.uid, gate.reader), date.fromisoformat(row.day)
    if gate.reader == "TEAM":
        said = "\n".join(filter(None, (row.proceeding_title, row.how, row.responsible)))
        return Entry(uid, day, gate.text(row.title), gate.text(said))
    title = " · ".join(filter(None, (gate.text(row.filing), _("Deadline"))))
    if is_coarse:
        return Entry(uid, day.replace(day=1), title, days=monthrange(day.year, day.month)[1])
    return Entry(uid, day, title)
