"""Events: add, say who took part, find what is missing."""

from __future__ import annotations

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, event: Event) -> Event:
    """Record an event."""
    with ws.act("event.added") as act:
        return act.add(event)


def involve(ws: Workspace, event: Event, person: Person, involvement: Involvement) -> Involvement:
    """Record that a person took part in an event (vocabulary `role_event`), and how that is known."""
    with ws.act("person.involved", obj=person.uid) as act:
        return act.add(involvement.but(person=person.id, event=event.id))


def without_victim(ws: Workspace) -> list[Event]:
    """Return the acts of ill-treatment that name no victim yet: each must have one before it can be argued."""
    held = {part.event for part in ws.records.find(Involvement, role="VICTIM")}
    return [event for event in ws.records.find(Event, kind="ACT") if event.id not in held]


def without_source(ws: Workspace) -> list[Event]:
    """Return the events that nothing in the case bears on yet."""
    held = {mark.event for mark in ws.records.find(Mark)}
    return [event for event in ws.records.find(Event) if event.id not in held]
