"""Places: the tree, moving in it, and who was where when."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import NotFound, Refused
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.services import places
from evidence_app.services.workspace import Workspace


def place(ws: Workspace, name: str, parent: Place | None = None) -> Place:
    """Record a place."""
    return places.add(ws, Place(name=Localised.of(name, "ru"), parent=parent.id if parent else None))


@pytest.fixture
def house(case: Workspace) -> dict[str, Place]:
    """A region with a depot, a floor and a room, and a court beside the depot."""
    region = place(case, "Область")
    depot = place(case, "Автобаза", region)
    floor = place(case, "Этаж", depot)
    return {
        "region": region,
        "depot": depot,
        "floor": floor,
        "room": place(case, "Комната", floor),
        "court": place(case, "Суд", region),
    }


def happen(ws: Workspace, where: Place, date: str, *people: Person) -> Event:
    """Record an event and its victims."""
    with ws.act("event.added") as act:
        event = act.add(Event(title=Localised.of("Допрос", "ru"), happened=PartialDate.parse(date), place=where.id))
        for person in people:
            act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    return event


def test_the_tree_has_each_place_under_its_own_and_counts_what_happened_inside(case, house):
    happen(case, house["room"], "2022-01-07")
    happen(case, house["depot"], "2022-01-08")
    found = [(node.depth, node.name, node.events, node.events_inside) for node in places.tree(case)]
    assert found == [
        (0, "Область", 0, 2),
        (1, "Автобаза", 1, 2),
        (2, "Этаж", 0, 1),
        (3, "Комната", 1, 1),
        (1, "Суд", 0, 0),
    ]


def test_a_place_moves_with_all_that_lies_inside(case, house):
    places.move(case, house["depot"], house["court"])
    assert places.path_of(case, house["room"].id) == ("Область", "Суд", "Автобаза", "Этаж")
    places.move_by_id(case, house["depot"].id, None)
    assert places.path_of(case, house["room"].id) == ("Автобаза", "Этаж")


@pytest.mark.parametrize("into", ["depot", "floor", "room"])
def test_a_place_cannot_come_to_lie_inside_itself(case, house, into: str):
    with pytest.raises(Refused, match="part of itself"):
        places.move(case, house["depot"], house[into])
    assert places.path_of(case, house["depot"].id) == ("Область",)


def test_a_place_that_is_not_there_cannot_be_moved_into(case, house):
    with pytest.raises(NotFound):
        places.move_by_id(case, house["room"].id, 999)


def test_a_ring_that_older_data_holds_is_shown_once_and_ends(case, house):
    ring = {"parent": house["room"].id, "id": house["depot"].id}
    with case.archive.writing() as connection:
        connection.exec_driver_sql("UPDATE place SET parent = :parent WHERE id = :id", ring)
    names = [node.name for node in places.tree(case)]
    assert sorted(names) == sorted(["Область", "Суд", "Автобаза", "Этаж", "Комната"])
    assert places.within(case, house["floor"].id) == {house[name].id for name in ("floor", "room", "depot")}
    assert len(places.path_of(case, house["room"].id)) <= 2


def test_who_was_there_goes_into_all_rooms_or_stays_at_the_door(case, house):
    with case.act("test.prepared") as act:
        first, second = act.add(Person()), act.add(Person())
    inside = happen(case, house["room"], "2022-01-08", second, first)
    outside = happen(case, house["depot"], "2022-01-07", first)
    found = [(one.person_code, one.event_id, one.place) for one in places.who_was_there(case, house["depot"].id)]
    assert found == [
        (first.code, outside.id, "Автобаза"),
        (first.code, inside.id, "Комната"),
        (second.code, inside.id, "Комната"),
    ]
    shallow = places.who_was_there(case, house["depot"].id, deep=False)
    assert [one.event_id for one in shallow] == [outside.id]
    assert (shallow[0].when, shallow[0].role) == ("7 January 2022", "Victim")


def test_a_presence_names_its_own_source_else_those_of_the_event(case, house):
    with case.act("test.prepared") as act:
        first, second = act.add(Person()), act.add(Person())
        item = act.add(Media(kind="PHOTO", title=Localised.of("Журнал", "ru")))
    event = happen(case, house["room"], "2022-01-08")
    with case.act("test.prepared") as act:
        act.add(Mark(stance="SUPPORTS", item=item.id, event=event.id, locator="p. 4"))
        act.add(Involvement(person=first.id, event=event.id, role="VICTIM", source=item.id, locator="p. 2"))
        act.add(Involvement(person=second.id, event=event.id, role="VICTIM"))
    cited = {one.person_code: one.sources for one in places.who_was_there(case, house["room"].id)}
    assert cited == {first.code: ("E-001 p. 2",), second.code: ("E-001 p. 4",)}


def test_an_event_that_names_nobody_is_not_lost(case, house):
    event = happen(case, house["room"], "2022-01-08")
    (one,) = places.who_was_there(case, house["region"].id)
    assert (one.person_id, one.event_id, one.sources) == (0, event.id, ())
