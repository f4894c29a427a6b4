"""Acts of ill-treatment, person by person: who suffered what, in which events, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person
from evidence_app.services import events, naming
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace

VICTIM = "VICTIM"
_WEIGHT = ("FOUND", "CORROBORATED", "ALLEGED", "DISPUTED")  # which standing of several speaks for a cell


@dataclass(frozen=True, slots=True)
class Sufferer:
    """A person named as victim of an act."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ActEvent:
    """An event behind cells; `status` is a code of `event_status`."""

    id: int
    code: str
    title: str
    when: str
    status: str
    sources: int


@dataclass(frozen=True, slots=True)
class ActMatrix:
    """Victims by acts (codes of `act_type`, in its order) with the events behind each cell.

    `without_victim` are the acts of ill-treatment that name none: each must have one before it can be argued.
    """

    people: tuple[Sufferer, ...]
    acts: tuple[str, ...]
    cells: dict[tuple[int, str], tuple[int, ...]]
    events: dict[int, ActEvent]
    without_victim: tuple[ActEvent, ...]

    def behind(self, person: int, act: str) -> tuple[ActEvent, ...]:
        """Return the events behind a cell, in the order of their codes."""
        return tuple(self.events[event] for event in self.cells.get((person, act), ()))

    def of_person(self, person: int) -> int:
        """Count the kinds of act that a person suffered."""
        return sum(1 for act in self.acts if (person, act) in self.cells)

    def of_act(self, act: str) -> int:
        """Count the persons who suffered a kind of act."""
        return sum(1 for person in self.people if (person.id, act) in self.cells)


def standing(found: tuple[ActEvent, ...]) -> str:
    """Return the standing that speaks for several events: what a court has found weighs most."""
    return min((event.status for event in found), key=lambda status: _WEIGHT.index(status), default="")


def matrix(ws: Workspace) -> ActMatrix:
    """Return who suffered what."""
    held = {event.id: event for event in ws.records.find(Event, order="code")}
    sources = ws.records.tally(Mark, "event")
    cells: dict[tuple[int, str], list[int]] = {}
    named: set[int] = set()
    for part in ws.records.find(Involvement, role=VICTIM):
        event = held.get(part.event or 0)
        for act in event.acts if event and part.person else ():
            behind = cells.setdefault((part.person or 0, act), [])
            if event and event.id not in behind:
                behind.append(event.id)
                named.add(event.id)
    gaps = [event.id for event in events.without_victim(ws)]
    used = {act for _person, act in cells}
    order = [term.code for term in vocabulary.known("act_type")]
    places = {event: place for place, event in enumerate(held)}
    return ActMatrix(
        people=_people(ws, {person for person, _act in cells}),
        acts=tuple(act for act in order if act in used),
        cells={cell: tuple(sorted(behind, key=lambda event: places[event])) for cell, behind in cells.items()},
        events={event: _behind(held[event], sources.get(event, 0)) for event in named},
        without_victim=tuple(_behind(held[event], sources.get(event, 0)) for event in gaps),
    )


def _people(ws: Workspace, ids: set[int]) -> tuple[Sufferer, ...]:
    """Return persons by id, in the order of their codes."""
    names = naming.names_by_person(ws.records)
    people = sorted(ws.records.by_ids(Person, sorted(ids)).values(), key=lambda person: person.code)
    return tuple(
        Sufferer(person.id, person.code, name.full if (name := naming.choose(names.get(person.id, ()))) else "")
        for person in people
        if person.voided is None
    )


def _behind(event: Event, sources: int) -> ActEvent:
    """Return an event as it stands behind a cell."""
    return ActEvent(event.id, event.code, event.title.best(), date(event.happened), event.status, sources)
