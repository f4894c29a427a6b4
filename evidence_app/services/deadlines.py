"""Deadlines: add, do; change the rules and the calendar by which they are counted."""

from __future__ import annotations

from typing import Any

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.errors import NotFound
from evidence_app.domain.partial_date import PartialDate
from evidence_app.services import deadline_rules, listing, records
from evidence_app.services.changing import Changing
from evidence_app.services.due_days import counting, settled
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, deadline: Deadline, *, rule: str = "") -> Deadline:
    """Record a deadline; its day is counted where none is given. `rule` names one by its key. Raises BadInput."""
    with ws.act("deadline.added") as act:
        if rule:
            deadline = deadline.but(rule=deadline_rules.by_key(ws, rule).id)
        return act.add(settled(deadline, None, counting(ws)))


def finish(ws: Workspace, record_id: int, on: PartialDate | None = None) -> Deadline:
    """Record that what a deadline asked for was done, today unless said otherwise. Raises NotFound."""
    deadline = _held(ws, record_id)
    with ws.act("deadline.done", obj=deadline.uid) as act:
        return act.change(deadline, done=on or PartialDate.parse(listing.today()))


def reopen(ws: Workspace, record_id: int) -> Deadline:
    """Record that it was not done after all. Raises NotFound."""
    deadline = _held(ws, record_id)
    with ws.act("deadline.reopened", obj=deadline.uid) as act:
        return act.change(deadline, done=None)


def change_rule(ws: Workspace, rule: DeadlineRule, **values: Any) -> DeadlineRule:
    """Change a rule; the deadlines that it counts follow. Raises BadInput."""
    return records.change(ws, rule, **values)


def set_calendar(ws: Workspace, **values: Any) -> None:
    """Set country, `holidays` or `own_holidays` of the case; the deadlines that are counted by them follow.

    Raises BadDate for what is no day.
    """
    case = ws.case
    with ws.act("case_file.calendar_set", obj=case.uid) as act:
        Changing(ws, act).change(case, **values)


def _held(ws: Workspace, record_id: int) -> Deadline:
    deadline = ws.records.get(Deadline, record_id)
    if deadline is None:
        raise NotFound(what="deadline")
    return deadline
