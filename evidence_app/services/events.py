"""Events: add, say who took part, find what is missing."""

from __future__ import annotations

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.person import Person
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing


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
    return ws.records.find(Event, bearing.events_without_victim())


def without_source(ws: Workspace) -> list[Event]:
    """Return the events that nothing in the case bears on yet."""
    return ws.records.find(Event, bearing.events_without_source())
