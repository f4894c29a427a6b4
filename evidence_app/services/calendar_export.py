"""Deadlines on their way out as a calendar file: through the gate, read back, logged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import Refused
from evidence_app.domain.item import Item
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
    nothing. Raises Refused where nothing may leave, AlreadyExists, CannotWrite, NoSpace, ReleaseRefused, CaseChanged.
    """
    with words.speaking(language or words.language()):
        gate = Gate(ws, reader, words.language())
        rows = [row for row in deadline_rows.rows(ws) if row.day and row.state != "done"]
        leaving = [row for row in rows if _may_leave(ws, gate, row)]
        if not leaving:
            raise Refused(why=_("there is no open deadline with a date that this reader may know of"))
        content = to_ics(_entries(leaving, gate))
        inspected = release.inspect(gate, content, read_back)
        uids = [row.uid for row in leaving]
        digest = release.deliver(ws, gate, out, content, inspected, dossier=EXPORT, records=uids, kind="calendar")
    return Exported(out, len(leaving), digest, dict(gate.withheld))


def _may_leave(ws: Workspace, gate: Gate, row: DeadlineRow) -> bool:
    """Tell whether a reader may know of a deadline: neither its proceeding, paper nor person is held back."""
    held = ws.records.get(Deadline, row.id)
    if held is None or not gate.allows(held):
        return False
    step = ws.records.get(Proceeding, held.proceeding) if held.proceeding else None
    paper = ws.records.item(held.filing) if held.filing else None
    if step is not None and not gate.allows(step):
        return False
    if isinstance(paper, Item) and not gate.allows(paper):
        return False
    return held.person is None or gate.reader == "TEAM" or gate.person(held.person) is not None


def _entries(rows: list[DeadlineRow], gate: Gate) -> Iterator[Entry]:
    """Yield the days of the calendar."""
    for row in rows:
        uid, day = stable_uid(row.uid, gate.reader), date.fromisoformat(row.day)
        if gate.reader == "TEAM":
            said = "\n".join(filter(None, (row.proceeding_title, row.how, row.responsible)))
            yield Entry(uid, day, gate.text(row.title), gate.text(said))
        else:
            yield Entry(uid, day, " · ".join(filter(None, (gate.text(row.filing), _("Deadline")))))
