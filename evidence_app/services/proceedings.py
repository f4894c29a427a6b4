"""Proceedings: open a case, instance or step, say who has which part in it and what it decided; and show them all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.charge import Charge
from evidence_app.domain.event import Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import deadline_rows, listing
from evidence_app.services.deadline_rows import DeadlineRow
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """A node of the tree in reading order; `next_day` is ISO, `next_state` as in `deadline_rows`."""

    id: int
    uid: str
    parent: int
    depth: int
    title: str
    kind: str
    stage: str
    body: str
    number: str
    opened: str
    decided: str
    outcome: str
    outcome_label: str
    document: str
    next_day: str
    next_state: str
    next_words: str
    sort: str

    @property
    def code(self) -> str:
        """Its number before the body: proceedings carry no code of their own."""
        return self.number


def add(ws: Workspace, proceeding: Proceeding) -> Proceeding:
    """Record a proceeding; `parent` makes it an instance or step of another."""
    with ws.act("proceeding.added") as act:
        return act.add(proceeding)


def involve(ws: Workspace, proceeding: Proceeding, person: Person, involvement: Involvement) -> Involvement:
    """Record a person's part in a proceeding (vocabulary `role_proc`), with charge, outcome or claim."""
    with ws.act("person.involved", obj=person.uid) as act:
        return act.add(involvement.but(person=person.id, proceeding=proceeding.id))


def charge(ws: Workspace, proceeding: Proceeding, held: Charge) -> Charge:
    """Record a provision charged in a proceeding."""
    with ws.act("charge.added", obj=proceeding.uid) as act:
        return act.add(held.but(proceeding=proceeding.id))


def decide(ws: Workspace, proceeding: Proceeding, outcome: str, on: PartialDate | None = None) -> Proceeding:
    """Record what was decided (vocabulary `outcome`) and when."""
    with ws.act("proceeding.decided", obj=proceeding.uid) as act:
        return act.change(proceeding, outcome=outcome, decided=on)


def tree(ws: Workspace, today: str = "") -> list[ProceedingRow]:
    """Return all proceedings, each under the one it is part of, those that began first before the others."""
    steps = {step.id: step for step in ws.records.find(Proceeding)}
    children: dict[int, list[Proceeding]] = defaultdict(list)
    for step in steps.values():
        children[step.parent if step.parent in steps else 0].append(step)
    codes = {row.id: row.code for row in ws.records.some(Item, "id", "code")}
    due = _next_by_proceeding(ws, today)
    found: list[ProceedingRow] = []
    seen: set[int] = set()

    def walk(held: list[Proceeding], depth: int) -> None:
        for step in sorted(held, key=lambda one: (_sort(one) or "9", one.id)):
            if step.id not in seen:
                seen.add(step.id)
                found.append(_row(step, depth, codes.get(step.document or 0, ""), due.get(step.id), today))
                walk(children[step.id], depth + 1)

    walk(children[0], 0)
    walk([step for step in steps.values() if step.id not in seen], 0)  # those that are part of themselves
    return found


def charge_words(held: Charge, language: str = "") -> str:
    """Say a charge: provision, title, and in which edition of the law it was applied."""
    speak = language or None
    law = ", ".join(filter(None, (held.law.best(speak), _article(held))))
    edition = ""
    if held.edition is not None:
        day = held.edition.in_words(language) if language else listing.date(held.edition)
        edition = _("as in force on %(day)s") % {"day": day}
    return " · ".join(filter(None, (law, held.title.best(speak), edition)))


def _article(held: Charge) -> str:
    """Return article and part."""
    article = _("art. %(number)s") % {"number": held.article}
    part = _("part %(number)s") % {"number": held.part} if held.part else ""
    return f"{article} {part}".strip()


def _next_by_proceeding(ws: Workspace, today: str) -> dict[int, DeadlineRow]:
    """Return the next open deadline of each proceeding."""
    found: dict[int, DeadlineRow] = {}
    for row in deadline_rows.rows(ws, today):
        if row.proceeding and row.day and row.state != "done":
            found.setdefault(row.proceeding, row)
    return found


def _row(step: Proceeding, depth: int, document: str, due: DeadlineRow | None, today: str) -> ProceedingRow:
    next_day, next_state, next_words = (due.day, due.state, due.state_words) if due else _own_due(step, today)
    return ProceedingRow(
        id=step.id,
        uid=step.uid,
        parent=step.parent or 0,
        depth=depth,
        title=step.title.best(),
        kind=vocabulary.label("proceeding_kind", step.kind),
        stage=vocabulary.label("stage", step.stage),
        body=step.body.best(),
        number=step.reference_number or "",
        opened=listing.date(step.opened),
        decided=listing.date(step.decided),
        outcome=step.outcome or "",
        outcome_label=vocabulary.label("outcome", step.outcome),
        document=document,
        next_day=next_day,
        next_state=next_state,
        next_words=next_words,
        sort=_sort(step),
    )


def _own_due(step: Proceeding, today: str) -> tuple[str, str, str]:
    """Return day, state and words of the date that a proceeding itself gives, while it is undecided."""
    if step.due is None or step.decided is not None:
        return "", "", ""
    return deadline_rows.standing(step.due, today or listing.today())


def _sort(step: Proceeding) -> str:
    """Return what a proceeding is ordered by: when it began, else when it was decided."""
    known = step.opened or step.decided
    return (known.earliest or known.latest or "") if known else ""
