"""Acts of ill-treatment, person by person: who suffered what, in which events, and what is still missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person
from evidence_app.services import events, naming
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing

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
    cells: dict[tuple[int, str], dict[int, None]] = {}
    acts_of = cache(json.loads)
    for person, event, acts in bearing.suffered(ws.records):
        for act in acts_of(acts):
            cells.setdefault((person, act), {})[event] = None
    held = ws.records.by_ids(Event, sorted({event for behind in cells.values() for event in behind}))
    sources = ws.records.tally(Mark, "event")
    used = {act for _person, act in cells}
    order = [term.code for term in vocabulary.known("act_type")]
    return ActMatrix(
        people=_people(ws, {person for person, _act in cells}),
        acts=tuple(act for act in order if act in used),
        cells={cell: tuple(sorted(behind, key=lambda event: held[event].code)) for cell, behind in cells.items()},
        events={event.id: _behind(event, sources.get(event.id, 0)) for event in held.values()},
        without_victim=tuple(_behind(event, sources.get(event.id, 0)) for event in events.without_victim(ws)),
    )


def _people(ws: Workspace, ids: set[int]) -> tuple[Sufferer, ...]:
    """Return persons by id, in the order of their codes."""
    names = naming.called(ws.records, sorted(ids)) if ids else {}
    people = [row for row in ws.records.some(Person, "id", "code") if row.id in ids] if ids else []
    return tuple(Sufferer(row.id, row.code, names.get(row.id, "")) for row in sorted(people, key=lambda row: row.code))


def _behind(event: Event, sources: int) -> ActEvent:
    """Return an event as it stands behind a cell."""
    return ActEvent(event.id, event.code, event.title.best(), date(event.happened), event.status, sources)
