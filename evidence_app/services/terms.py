"""Terms of proceedings that nobody has answered yet: the free date beside which deadlines may stand."""

from __future__ import annotations

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services.workspace import Workspace


def unanswered(ws: Workspace) -> list[tuple[Proceeding, str]]:
    """Return the proceedings whose term still waits, each with its last day (`YYYY-MM-DD`).

    A term is answered by a decision, and by a deadline that stands for it: one of that proceeding that is done, one
    about its document, or one on the same day anywhere in the same case. Such a deadline tells of itself.
    """
    steps = {step.id: step for step in ws.records.find(Proceeding)}
    done, papers, days = set[int | None](), set[int | None](), set[tuple[int, str]]()
    for held in ws.records.find(Deadline):
        papers.add(held.filing)
        done |= {held.proceeding} if held.done is not None else set()
        days.add((_root(steps, held.proceeding), last_day(held.due)))
    found = []
    for step in steps.values():
        day = last_day(step.due)
        is_decided = step.decided is not None or bool(step.outcome)
        is_kept = step.id in done or (step.document is not None and step.document in papers)
        if day and not is_decided and not is_kept and (_root(steps, step.id), day) not in days:
            found.append((step, day))
    return found


def last_day(when: PartialDate | None) -> str:
    """Return the last day that a date allows; empty for none."""
    return when.latest[:10] if when and when.latest else ""


def _root(steps: dict[int, Proceeding], step_id: int | None) -> int:
    """Return the id of the case that a step belongs to; 0 for a step that is not there."""
    seen: set[int] = set()
    here = steps.get(step_id or 0)
    while here is not None and here.parent in steps and here.id not in seen:
        seen.add(here.id)
        here = steps[here.parent]
    return here.id if here is not None else 0
