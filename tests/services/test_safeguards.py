"""Safeguards: who was held, what was kept, from where it is known, and what nobody has asked."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.safeguard import Safeguard
from evidence_app.services import safeguards
from evidence_app.services.workspace import Workspace


@pytest.fixture
def held(case: Workspace) -> Person:
    """A person who was detained; another was only present, a third a victim of a broadcast alone."""
    with case.act("test.prepared") as act:
        people = [act.add(Person()) for _ in range(3)]
        act.add(PersonName(person=people[0].id, full="Айдар Сейтов", preferred=True))
        detention = act.add(Event(kind="DETENTION", title=Localised.of("Содержание", "ru")))
        broadcast = act.add(Event(kind="BROADCAST", title=Localised.of("Показ", "ru")))
        act.add(Media(kind="PHOTO", title=Localised.of("Журнал", "ru")))
        for person, event, role in ((0, detention, "VICTIM"), (1, detention, "WITNESS"), (2, broadcast, "VICTIM")):
            act.add(Involvement(person=people[person].id, event=event.id, role=role))
    return people[0]


def test_the_matrix_holds_who_was_held_and_all_fourteen_safeguards(case: Workspace, held: Person):
    matrix = safeguards.matrix(case)
    assert [(person.id, person.name) for person in matrix.people] == [(held.id, "Айдар Сейтов")]
    assert len(matrix.kinds) == 14
    assert matrix.answers == {}
    assert matrix.of_person(held.id).unasked == 14


def test_an_answer_is_one_act_and_the_next_one_changes_it(case: Workspace, held: Person):
    heard: list[str] = []
    case.listeners.append(lambda change_set: heard.append(change_set.verb))
    first = safeguards.set_state(case, held.id, "LAWYER", "RESPECTED")
    second = safeguards.set_state(case, held.id, "LAWYER", "BREACHED")
    assert first.id == second.id
    assert heard == ["safeguard.set", "safeguard.set"]
    matrix = safeguards.matrix(case)
    assert matrix.answers[held.id, "LAWYER"].state == "BREACHED"
    tally = matrix.of_kind("LAWYER")
    assert (tally.respected, tally.breached, tally.unasked, tally.answered) == (0, 1, 0, 1)


@pytest.mark.parametrize("typed", ["E-001 p. 2", "е-1 стр 2", " e–001, p.2 "])
def test_a_source_is_understood_as_people_type_it(case: Workspace, held: Person, typed: str):
    safeguards.set_state(case, held.id, "LAWYER", "BREACHED")
    safeguards.set_source(case, held.id, "LAWYER", typed)
    answer = safeguards.matrix(case).answers[held.id, "LAWYER"]
    assert (answer.state, answer.citation) == ("BREACHED", "E-001 p. 2")


def test_setting_the_state_anew_keeps_source_and_note(case: Workspace, held: Person):
    safeguards.set_source(case, held.id, "DOCTOR", "E-001")
    safeguards.set_note(case, held.id, "DOCTOR", "врача не звали")
    safeguards.set_state(case, held.id, "DOCTOR", "BREACHED")
    answer = safeguards.matrix(case).answers[held.id, "DOCTOR"]
    assert (answer.citation, answer.note) == ("E-001", "врача не звали")
    safeguards.set_source(case, held.id, "DOCTOR", "")
    assert safeguards.matrix(case).answers[held.id, "DOCTOR"].citation == ""


def test_a_source_that_leads_nowhere_or_is_a_person_is_refused_and_nothing_is_written(case: Workspace, held: Person):
    for typed, error in (("E-999", NotFound), ("some words", NotFound), (held.code, BadInput)):
        with pytest.raises(error):
            safeguards.set_source(case, held.id, "LAWYER", typed)
    assert case.records.find(Safeguard) == []


def test_clearing_voids_with_a_reason_and_nobody_has_asked_again(case: Workspace, held: Person):
    record = safeguards.set_state(case, held.id, "LAWYER", "BREACHED")
    safeguards.clear(case, held.id, "LAWYER")
    assert safeguards.matrix(case).answers == {}
    stored = case.records.get(Safeguard, record.id)
    assert stored is not None and stored.voided == safeguards.CLEARED
    safeguards.clear(case, held.id, "LAWYER")  # nothing is there to clear, nothing happens


def test_of_two_answers_the_newest_shows_and_says_that_there_is_another(case: Workspace, held: Person):
    with case.act("test.prepared") as act:
        for state in ("RESPECTED", "BREACHED"):
            act.add(Safeguard(person=held.id, kind="FAMILY", state=state))
    answer = safeguards.matrix(case).answers[held.id, "FAMILY"]
    assert (answer.state, answer.others) == ("BREACHED", 1)


def test_a_person_with_an_answer_stands_in_the_matrix_even_without_an_event(case: Workspace):
    with case.act("test.prepared") as act:
        person = act.add(Person())
    safeguards.set_state(case, person.id, "CONSUL", "NOT_APPLICABLE")
    assert [one.id for one in safeguards.matrix(case).people] == [person.id]
