"""Questions about a whole case make no record of whoever has nothing to do with the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import acts, claims, exhaustion, naming, safeguards
from evidence_app.services.overview import decisions
from evidence_app.services.parties import parties
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import records
from evidence_app.system import words

CROWD = 60
FEW = 8


@pytest.fixture
def crowd(case: Workspace) -> Workspace:
    """A case of many people, each with a name, an event, and a part in it; only the first claims anything."""
    with case.act("case.synthesised") as act:
        for number in range(CROWD):
            person = act.add(Person()).id
            act.add(PersonName(person=person, full=f"Somebody {number}", language="en"))
            kind, acts_done = ("DETENTION", ()) if number else ("ACT", ("INCOMM",))
            event = act.add(Event(title=Localised.of(f"Event {number}", "en"), kind=kind, acts=acts_done)).id
            act.add(Involvement(person=person, event=event, role="VICTIM", claimed=None if number else 100))
    return case


@pytest.mark.parametrize(
    ("ask", "answers"),
    [
        (claims.ledger, lambda found: len(found.rows) == 1),
        (exhaustion.matrix, lambda found: len(found.rows) == CROWD),
        (acts.matrix, lambda found: [person.name for person in found.people] == ["Somebody 0"]),
        (safeguards.matrix, lambda found: len(found.people) == CROWD),
        (decisions.pending, lambda found: any(f"{CROWD} events without a source" in one.title for one in found)),
    ],
)
def test_a_crowd_is_not_read_record_by_record(
    crowd: Workspace, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Workspace], Any], answers: Callable[[Any], bool]
) -> None:
    made: list[str] = []
    make = records.from_row

    def counted(noun: Any, row: Any) -> Any:
        made.append(noun.noun)
        return make(noun, row)

    monkeypatch.setattr(records, "from_row", counted)
    assert answers(ask(crowd))
    assert len(made) <= FEW


def test_people_in_a_crowd_are_called_as_each_of_them_would_be_alone(crowd: Workspace) -> None:
    with crowd.act("person.changed") as act:
        one, other = crowd.records.find(Person)[:2]
        act.add(PersonName(person=one.id, full="Некто", language="ru", preferred=True))
        act.add(PersonName(person=other.id, full="Latin Again", language="en", kind="TRANSLIT", preferred=True))

    for language in ("en", "ru"):
        words.choose(language)
        alone = {person.id: naming.label(crowd.records, person) for person in crowd.records.find(Person)}
        assert naming.called(crowd.records) == alone
        assert {key: party.name for key, party in parties(crowd, alone).items()} == alone
    words.choose("en")
