"""Acts: who suffered what, in which events, and what names nobody."""

from __future__ import annotations

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person
from evidence_app.services import acts
from evidence_app.services.workspace import Workspace


def beating(ws: Workspace, *people: Person, status: str = "ALLEGED", acts_done: tuple[str, ...] = ("BEAT",)) -> Event:
    """Record an act of ill-treatment and its victims."""
    with ws.act("event.added") as act:
        event = act.add(Event(kind="ACT", title=Localised.of("Избиение", "ru"), acts=acts_done, status=status))
        for person in people:
            act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    return event


def people(ws: Workspace, count: int) -> list[Person]:
    """Record persons."""
    with ws.act("person.added") as act:
        return [act.add(Person()) for _ in range(count)]


def test_one_beating_of_two_is_a_cell_for_each(case: Workspace):
    first, second = people(case, 2)
    event = beating(case, first, second, acts_done=("THREAT", "BEAT"))
    matrix = acts.matrix(case)
    assert matrix.acts == ("BEAT", "THREAT")  # in the order of the list, not of typing
    assert {cell: [one.id for one in matrix.behind(*cell)] for cell in matrix.cells} == {
        (person.id, act): [event.id] for person in (first, second) for act in ("BEAT", "THREAT")
    }
    assert (matrix.of_person(first.id), matrix.of_act("BEAT")) == (2, 2)


def test_an_act_without_a_victim_is_a_gap(case: Workspace):
    (person,) = people(case, 1)
    beating(case, person)
    gap = beating(case)
    assert [one.id for one in acts.matrix(case).without_victim] == [gap.id]


def test_what_a_court_has_found_speaks_for_a_cell(case: Workspace):
    (person,) = people(case, 1)
    for status in ("DISPUTED", "FOUND", "ALLEGED"):
        beating(case, person, status=status)
    found = acts.matrix(case).behind(person.id, "BEAT")
    assert len(found) == 3
    assert acts.standing(found) == "FOUND"
    assert acts.standing(()) == ""


def test_an_alleged_perpetrator_is_no_victim(case: Workspace):
    (person,) = people(case, 1)
    event = beating(case)
    with case.act("person.involved") as act:
        act.add(Involvement(person=person.id, event=event.id, role="PERP"))
    assert acts.matrix(case).people == ()
