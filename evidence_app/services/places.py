"""Places: add, move, see as a tree, and who was where when."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import NotFound
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.services import linked_rows, naming
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place in the tree; `events` happened in itself, `events_inside` in it and all that lies inside."""

    id: int
    parent: int | None
    depth: int
    name: str
    kind: str
    events: int
    events_inside: int


@dataclass(frozen=True, slots=True)
class Presence:
    """That somebody was in a place: the person, the event, the part taken, and the sources.

    `sort` orders by time, empty where nothing is known; `person_id` 0 stands for an event that names nobody.
    """

    person_id: int
    person_code: str
    person: str
    event_id: int
    event_code: str
    event: str
    when: str
    sort: str
    role: str
    place: str
    sources: tuple[str, ...]


def add(ws: Workspace, place: Place) -> Place:
    """Record a place; `parent` puts it inside another."""
    with ws.act("place.added") as act:
        return act.add(place)


def inside(ws: Workspace, place: Place) -> list[Place]:
    """Return the places directly inside one."""
    return ws.records.find(Place, parent=place.id)


def tree(ws: Workspace) -> tuple[PlaceNode, ...]:
    """Return all places, each after the one that holds it; one of a ring, which older data may hold, stands on top."""
    held = {place.id: place for place in ws.records.find(Place)}
    events = ws.records.tally(Event, "place")
    found = _in_order(held)
    inside_of = {place.id: events.get(place.id, 0) for place, _parent, _depth in found}
    for place, parent, _depth in reversed(found):
        if parent is not None:
            inside_of[parent] += inside_of[place.id]
    return tuple(
        PlaceNode(
            place.id,
            parent,
            depth,
            place.name.best(),
            vocabulary.label("place_type", place.kind),
            events.get(place.id, 0),
            inside_of[place.id],
        )
        for place, parent, depth in found
    )


def _in_order(held: dict[int, Place]) -> list[tuple[Place, int | None, int]]:
    """Return all places with the one that holds each and their depth, holders first."""
    children = _children(held)
    by_name = sorted(held.values(), key=_by_name)
    found: list[tuple[Place, int | None, int]] = []
    seen: set[int] = set()
    for top in [*(place for place in by_name if place.parent not in held), *by_name]:
        waiting: list[tuple[Place, int | None, int]] = [(top, None, 0)]
        while waiting:
            place, parent, depth = waiting.pop()
            if place.id not in seen:
                seen.add(place.id)
                found.append((place, parent, depth))
                waiting += [(below, place.id, depth + 1) for below in reversed(children[place.id])]
    return found


def within(ws: Workspace, place_id: int) -> set[int]:
    """Return the ids of a place and of all that lies inside it."""
    children = _children({place.id: place for place in ws.records.find(Place)})
    found, waiting = {place_id}, [place_id]
    while waiting:
        fresh = [below.id for below in children.get(waiting.pop(), []) if below.id not in found]
        found.update(fresh)
        waiting += fresh
    return found


def path_of(ws: Workspace, place_id: int) -> tuple[str, ...]:
    """Return the names of what a place lies in, the widest first."""
    names: list[str] = []
    place, seen = ws.records.get(Place, place_id), {place_id}
    while place is not None and place.parent is not None and place.parent not in seen:
        seen.add(place.parent)
        place = ws.records.get(Place, place.parent)
        names += [place.name.best()] if place else []
    return tuple(reversed(names))


def move(ws: Workspace, place: Place, parent: Place | None) -> Place:
    """Put a place inside another, or on top. Raises Refused where it would come to lie inside itself."""
    with ws.act("place.moved", obj=place.uid) as act:
        return act.change(place, parent=parent.id if parent else None)


def move_by_id(ws: Workspace, place_id: int, parent_id: int | None) -> Place:
    """Put a place inside another, both known by their ids. Raises NotFound, Refused."""
    place = ws.records.get(Place, place_id)
    parent = ws.records.get(Place, parent_id) if parent_id else None
    if place is None or (parent_id and parent is None):
        raise NotFound(what=_("place"))
    return move(ws, place, parent)


def who_was_there(ws: Workspace, place_id: int, *, deep: bool = True) -> tuple[Presence, ...]:
    """Return who was in a place, and by default in all inside it: in the order of codes, then of time."""
    ids = sorted(within(ws, place_id)) if deep else [place_id]
    names = {place.id: place.name.best() for place in ws.records.by_ids(Place, ids).values()}
    happened = {event.id: event for event in ws.records.find(Event, place=ids)}
    parts = _in_batches(ws, list(happened))
    people = ws.records.by_ids(Person, sorted({part.person for part in parts if part.person}))
    called = naming.called(ws.records, sorted(people))
    cited = _cited(ws, parts, list(happened))
    found = []
    for part in parts:
        event, person = happened[part.event or 0], people.get(part.person or 0)
        found.append(
            Presence(
                person_id=person.id if person else 0,
                person_code=person.code if person else "",
                person=called.get(person.id, "") if person else "",
                event_id=event.id,
                event_code=event.code,
                event=event.title.best(),
                when=date(event.happened),
                sort=(event.happened.earliest or event.happened.latest or "") if event.happened else "",
                role=linked_rows.role_label(part) if part.role else "",
                place=names.get(event.place or 0, ""),
                sources=cited.get(part.id or -event.id, ()) or cited.get(-event.id, ()),
            )
        )
    return tuple(sorted(found, key=lambda one: (not one.person_id, one.person_code, not one.sort, one.sort)))


def _children(held: dict[int, Place]) -> dict[int, list[Place]]:
    """Return what lies directly inside each place, by name."""
    found: dict[int, list[Place]] = {place: [] for place in held}
    for place in held.values():
        if place.parent in found:
            found[place.parent].append(place)
    return {place: sorted(below, key=_by_name) for place, below in found.items()}


def _by_name(place: Place) -> tuple[str, int]:
    """Return what places are ordered by."""
    return place.name.best().casefold(), place.id


def _in_batches(ws: Workspace, events: list[int]) -> list[Involvement]:
    """Return who took part in events; an event that names nobody gets an empty part."""
    parts: list[Involvement] = []
    for start in range(0, len(events), 500):
        parts += ws.records.find(Involvement, event=events[start : start + 500])
    named = {part.event for part in parts}
    return parts + [Involvement(event=event) for event in events if event not in named]


def _cited(ws: Workspace, parts: list[Involvement], events: list[int]) -> dict[int, tuple[str, ...]]:
    """Return the citations behind involvements by their id, and behind events by their id turned negative."""
    marks: list[Mark] = []
    for start in range(0, len(events), 500):
        marks += ws.records.find(Mark, event=events[start : start + 500])
    ids = {part.source for part in parts if part.source} | {mark.item for mark in marks if mark.item}
    codes = {item: held.code for item, held in ws.records.by_ids(Item, sorted(ids)).items()}
    found: dict[int, list[str]] = {}
    for part in parts:
        if part.source and part.source in codes:
            found.setdefault(part.id, []).append(f"{codes[part.source]} {part.locator or ''}".strip())
    for mark in marks:
        if mark.item in codes:
            found.setdefault(-(mark.event or 0), []).append(f"{codes[mark.item]} {mark.locator or ''}".strip())
    return {key: tuple(dict.fromkeys(cites)) for key, cites in found.items()}
