"""The case's own fields in a form: shown last, kept as their kind wants it, undone like any other act."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_app.domain.errors import BadInput, ChangedMeanwhile, NotFound
from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_field import OwnField
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Kind
from evidence_app.services import events, own_fields, people, records, searching
from evidence_app.services.forms import bulk, reading, writing
from evidence_app.services.forms.form import Candidate, Entry
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace


@pytest.fixture
def askar(case: Workspace) -> Person:
    """A person of the case."""
    return people.add(case, Person(), PersonName(full="Аскар Ахметов", language="ru"))


def field(ws: Workspace, kind: str, *choices: str, noun: str = "person") -> OwnField:
    """Define a field named after its kind."""
    return own_fields.add(ws, Localised.of(kind, "en"), noun, kind, choices)


def last(ws: Workspace, person: Person) -> tuple[Entry, ...]:
    """Return the entries of the last section of a person's form."""
    section = reading.of(ws, "person", person.id).sections[-1]
    return section.entries if section.title == "Own fields" else ()


def keep(ws: Workspace, person: Person, entry: Entry, value: Any) -> Any:
    """Save what was typed as the form does, and return what the form then holds."""
    before, after = writing.stored(entry, entry.value), writing.stored(entry, value)
    writing.save(ws, "person", person.id, before, **after)
    return next(one.value for one in last(ws, person) if one.name == entry.name)


def test_own_fields_stand_last_each_with_the_editor_of_its_kind(case: Workspace, askar: Person) -> None:
    assert last(case, askar) == ()
    made = [field(case, kind) for kind in ("TEXT", "NUMBER", "WHEN", "PERSON")]
    made.append(field(case, "CHOICE", "да", "нет"))
    entries = last(case, askar)
    assert [one.name for one in entries] == [f"own.{one.id}" for one in made]
    assert [one.kind for one in entries] == [Kind.TEXT, Kind.TEXT, Kind.WHEN, Kind.REFERENCE, Kind.CHOICE]
    assert [one.code for one in entries[-1].choices] == ["да", "нет"]
    assert not any(one.is_stated or one.is_required for one in entries)


def test_what_is_typed_into_an_own_field_is_kept_found_and_undone(case: Workspace, askar: Person) -> None:
    undoing = Undoing()
    undoing.watch(case)
    field(case, "TEXT")
    assert keep(case, askar, last(case, askar)[0], "особая примета") == "особая примета"
    assert [hit.citation for hit in searching.search(case, "примета").hits] == [askar.code]
    assert keep(case, askar, last(case, askar)[0], None) is None
    undoing.undo(case)
    assert last(case, askar)[0].value == "особая примета"
    undoing.undo(case)
    assert last(case, askar)[0].value is None


def test_each_kind_comes_back_as_its_editor_wants_it(case: Workspace, askar: Person) -> None:
    for kind in ("NUMBER", "WHEN", "PERSON"):
        field(case, kind)
    number, when, person = last(case, askar)
    assert keep(case, askar, number, "1 234,5") == "1234.5"
    assert keep(case, askar, when, PartialDate.parse("2022-01")) == PartialDate.parse("2022-01")
    other = people.add(case, Person(), PersonName(full="Берик"))
    held = keep(case, askar, person, Candidate("person", other.id, other.code, "Берик"))
    assert (held.record_id, held.code) == (other.id, other.code)


def test_what_does_not_fit_is_refused_and_what_changed_meanwhile_is_not_overwritten(
    case: Workspace, askar: Person
) -> None:
    own = field(case, "NUMBER")
    (entry,) = last(case, askar)
    with pytest.raises(BadInput):
        keep(case, askar, entry, "семь")
    own_fields.set_value(case, askar, own, "7")
    with pytest.raises(ChangedMeanwhile, match="NUMBER"):
        keep(case, askar, entry, "8")
    records.void(case, own, "лишнее")
    with pytest.raises(NotFound):
        keep(case, askar, entry, "8")


def test_own_fields_of_one_kind_of_record_are_in_no_other_form_and_not_in_bulk(case: Workspace, askar: Person) -> None:
    field(case, "TEXT", noun="event")
    event = events.add(case, Event(title=Localised.of("Задержание", "ru")))
    assert last(case, askar) == ()
    assert reading.of(case, "event", event.id).sections[-1].title == "Own fields"
    assert not [one for one in bulk.shared(case, "event", [event.id]) if one.entry.name.startswith("own.")]
