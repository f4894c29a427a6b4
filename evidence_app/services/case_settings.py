"""The settings of a case: what its own record holds, and what must be known to change it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.errors import BadInput, ChangedMeanwhile
from evidence_app.domain.record import fields
from evidence_app.services import deadlines, recovery
from evidence_app.services.forms import reading, writing
from evidence_app.services.forms.form import Entry
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

_CALENDAR = frozenset({"country", "holidays", "own_holidays"})  # what the days of deadlines depend on
_DAY_OFF = re.compile(r"-?(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class CaseSettings:
    """The case's record by field, what its numbers are, and whether a recovery sheet was checked."""

    case_id: int
    entries: dict[str, Entry]
    numbers: str
    has_recovery: bool


def read(ws: Workspace) -> CaseSettings:
    """Return the settings as they stand. Raises KeysDamaged."""
    case = ws.case
    form = reading.of(ws, case.noun, case.id)
    entries = {entry.name: entry for section in form.sections for entry in section.entries}
    return CaseSettings(case.id, entries | _number(case), _numbers(case), recovery.has_recovery(ws))


def change(ws: Workspace, case_id: int, name: str, before: Any, value: Any) -> None:
    """Change one field that somebody saw as `before`. Raises BadInput, ChangedMeanwhile."""
    label = next(_(line.label) for line in fields(CaseFile) if line.name == name)
    if name == "zone" and value not in available_timezones():
        raise BadInput(where=label, why=_("there is no time zone “%(name)s”") % {"name": value})
    if name == "own_holidays":
        for day in value:
            _check_day(label, day)
    if name in _CALENDAR:
        case = ws.case
        if getattr(case, name) != before:
            raise ChangedMeanwhile(field=label)
        deadlines.set_calendar(ws, **{name: value})
        return
    writing.save(ws, CaseFile.noun, case_id, {name: before}, **{name: value})


def _check_day(where: str, day: str) -> None:
    """Raise BadInput for what is no day of the calendar; a minus before it makes a day off a working day."""
    found = _DAY_OFF.fullmatch(day)
    try:
        date.fromisoformat(found[1] if found else "")
    except ValueError as problem:
        why = _("write “%(day)s” as 2025-01-03, or -2025-01-05 for a working day") % {"day": day}
        raise BadInput(where=where, why=why) from problem


def _number(case: CaseFile) -> dict[str, Entry]:
    """Return the entry of the case's number, which a form shows above itself and not in itself."""
    line = next(line for line in fields(CaseFile) if line.name == "code")
    return {"code": Entry("code", line.kind, _(line.label), case.code)}


def _numbers(case: CaseFile) -> str:
    """Say which numbers this copy gives, in words."""
    if (case.first_block, case.block_step) == (0, 1):
        return _("This copy is the only one that gives numbers; they run on from 001.")
    first = 1000 * case.first_block + 1
    said = _("This copy gives the numbers from %(first)s on, a thousand at a time, and leaves every other block out.")
    return said % {"first": first}
