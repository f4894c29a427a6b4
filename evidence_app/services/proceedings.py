"""Proceedings: open a case, instance or step, say who has which part in it and what it decided."""

from __future__ import annotations

from evidence_app.domain.event import Involvement
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, proceeding: Proceeding) -> Proceeding:
    """Record a proceeding; `parent` makes it an instance or step of another."""
    with ws.act("proceeding.added") as act:
        return act.add(proceeding)


def involve(ws: Workspace, proceeding: Proceeding, person: Person, involvement: Involvement) -> Involvement:
    """Record a person's part in a proceeding (vocabulary `role_proc`), with charge, outcome or claim."""
    with ws.act("person.involved", obj=person.uid) as act:
        return act.add(involvement.but(person=person.id, proceeding=proceeding.id))


def decide(ws: Workspace, proceeding: Proceeding, outcome: str, on: PartialDate | None = None) -> Proceeding:
    """Record what was decided (vocabulary `outcome`) and when."""
    with ws.act("proceeding.decided", obj=proceeding.uid) as act:
        return act.change(proceeding, outcome=outcome, decided=on)
