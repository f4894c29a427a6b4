"""Going somewhere by a few letters."""

from __future__ import annotations

import pytest

from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import going, records
from evidence_app.services.workspace import Workspace


@pytest.fixture
def people(case: Workspace) -> Workspace:
    """Two persons, two exhibits and an event whose title names one of the persons."""
    with case.act("person.added") as act:
        for full in ("Арсен Болотов", "Руслан Ахметов"):
            person = act.add(Person())
            act.add(PersonName(person=person.id, full=full))
        act.add(Event(title=Localised.of("Болотов возвращается", "ru")))
        for title in ("Видео у ворот", "Снимок спины"):
            act.add(Media(title=Localised.of(title, "ru")))
    return case


def titles(ws: Workspace, words: str, **how: bool) -> list[str]:
    """Return the titles of what is offered."""
    return [goal.title for goal in going.find(ws, words, **how)]


def test_a_name_leads_to_the_person_before_all_that_speaks_of_them(people: Workspace):
    assert titles(people, "боло") == ["Арсен Болотов", "Болотов возвращается"]
    assert titles(people, "боло", people_only=True) == ["Арсен Болотов"]


def test_half_a_code_offers_all_that_begin_so_and_a_whole_one_its_record(people: Workspace):
    assert [goal.code for goal in going.find(people, "e-00")] == ["E-001", "E-002"]
    assert [goal.code for goal in going.find(people, "Е-2")] == ["E-002"]
    assert going.find(people, "E-002")[0].title == "Снимок спины"


def test_a_citation_brings_its_place_along(people: Workspace):
    assert going.find(people, "E-001 00:41")[0].anchor == "00:41"


def test_what_is_voided_is_not_offered(people: Workspace):
    person = people.records.first(Person, code="P-002")
    assert person is not None
    records.void(people, person, "entered twice")
    assert titles(people, "русл") == []


def test_no_more_is_offered_than_asked_for(people: Workspace):
    assert len(going.find(people, "e-", limit=1)) == 1
