"""Labels and own fields: defined by the team, put on any record, and found by a search."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import BadDate, BadInput
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Record
from evidence_app.services import details, labelling, labels, own_fields, people, records, searching, verifying
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace


@pytest.fixture
def person(case: Workspace) -> Person:
    """A person of the case."""
    return people.add(case, Person(), PersonName(full="Әбілов Қайрат", language="kk"))


@pytest.fixture
def filing(case: Workspace) -> Filing:
    """A filing of the case."""
    with case.act("filing.added") as act:
        return act.add(Filing(title=Localised.of("Жалоба", "ru"), is_held=False))


def found(ws: Workspace, words: str) -> list[str]:
    """Return what a search for the words finds."""
    return [hit.citation for hit in searching.search(ws, words).hits]


def field(ws: Workspace, kind: str, noun: str = "person", *choices: str) -> OwnField:
    """Define a field."""
    return own_fields.add(ws, Localised.of("Поле", "ru"), noun, kind, choices)


def test_a_label_is_put_on_any_record_and_found(case: Workspace, person: Person, filing: Filing) -> None:
    urgent = labels.add(case, "  срочно   проверить ")
    assert urgent.name == "срочно проверить"
    for record in (person, filing):
        labels.put_on(case, record, urgent)
        labels.put_on(case, record, urgent)
    assert sorted(found(case, "срочно")) == [filing.code, person.code]
    assert [used.count for used in labels.all_of(case)] == [2]
    assert [label.name for label in labels.of(case, person)] == ["срочно проверить"]
    labels.take_off(case, person, urgent)
    labels.take_off(case, person, urgent)
    assert found(case, "срочно") == [filing.code]
    labels.put_on(case, person, urgent)
    assert len(found(case, "срочно")) == 2


def test_a_tick_on_several_records_is_one_act_and_one_undo(case: Workspace, person: Person, filing: Filing) -> None:
    others = [people.add(case, Person()) for _other in range(3)]
    ids = [person.id, *(one.id for one in others)]
    labels.put_on(case, others[0], labels.add(case, "старое"))
    watch, seq = Undoing(), case.journal.last().seq
    watch.watch(case)
    labelling.tick(case, "person", ids, ["срочно", " Срочно "], ["старое"])
    assert case.journal.last().seq == seq + 1
    assert [[label.name for label in labels.of(case, one)] for one in (person, others[0])] == [["срочно"], ["срочно"]]
    assert watch.undo(case).words == "Undone: Labels changed"
    assert [labels.of(case, one) for one in (person, *others[1:])] == [[], [], []]
    assert [label.name for label in labels.of(case, others[0])] == ["старое"]
    watch.redo(case)
    assert len(found(case, "срочно")) == 4


def test_a_tick_that_would_overfill_an_act_is_split(case: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [people.add(case, Person()).id for _one in range(5)]
    monkeypatch.setattr(records, "RECORDS_AN_ACT", 4)
    seq = case.journal.last().seq
    labelling.tick(case, "person", ids, ["срочно", "важно"], [])
    assert case.journal.last().seq == seq + 3
    assert len(found(case, "важно")) == 5


def test_a_label_that_is_renamed_is_found_by_its_new_name_alone(case: Workspace, person: Person) -> None:
    label = labels.add(case, "синий")
    labels.put_on(case, person, label)
    labels.retitle(case, label, "зелёный")
    assert found(case, "синий") == []
    assert found(case, "зелёный") == [person.code]
    records.void(case, label, "не нужна")
    assert found(case, "зелёный") == []
    assert labels.all_of(case) == []
    assert labels.of(case, person) == []
    assert labels.add(case, "ЗЕЛЁНЫЙ").id == label.id
    assert found(case, "зелёный") == [person.code]


def test_two_labels_have_never_the_same_name(case: Workspace) -> None:
    first, second = labels.add(case, "срочно"), labels.add(case, "позже")
    assert labels.add(case, "Срочно").id == first.id
    with pytest.raises(BadInput):
        labels.retitle(case, second, "СРОЧНО")
    with pytest.raises(BadInput):
        labels.add(case, "   ")
    assert labels.retitle(case, second, "Позже").name == "Позже"


KEPT = [
    ("TEXT", "  два слова ", "два слова"),
    ("NUMBER", "1 234,5", "1234.5"),
    ("NUMBER", "-7", "-7"),
    ("NUMBER", "1234,500", "1234.500"),
    ("NUMBER", "0.500", "0.500"),
    ("NUMBER", "1 500", "1500"),
    ("WHEN", "07.01.2022", "2022-01-07"),
    ("CHOICE", "да", "да"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), KEPT)
def test_a_value_is_kept_as_its_field_wants_it_and_found(
    case: Workspace, person: Person, kind: str, typed: str, kept: str
) -> None:
    own = field(case, kind, "person", *(("да", "нет") if kind == "CHOICE" else ()))
    own_fields.set_value(case, person, own, typed)
    assert [held.text for held in own_fields.values(case, person)] == [kept]
    assert found(case, f'"{kept}"') == [person.code]
    shown = details.person(case, person.id)
    assert shown is not None
    assert "Own fields" in [section.title for section in shown.sections]
    own_fields.set_value(case, person, own, "")
    assert [held.text for held in own_fields.values(case, person)] == [""]
    assert found(case, f'"{kept}"') == []


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("NUMBER", "семь"),
        ("NUMBER", "1e5"),
        ("NUMBER", "12 34"),
        ("NUMBER", "١٢"),
        ("NUMBER", "1,234.5"),
        ("WHEN", "вчера"),
        ("CHOICE", "может"),
        ("PERSON", "P-999"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused(case: Workspace, person: Person, kind: str, typed: str) -> None:
    own = field(case, kind, "person", *(("да", "нет") if kind == "CHOICE" else ()))
    before = case.journal.last()
    with pytest.raises((BadInput, BadDate)):
        own_fields.set_value(case, person, own, typed)
    assert case.journal.last() == before


@pytest.mark.parametrize("typed", ["1,500", "1.500", "-12,345"])
def test_a_number_that_can_be_read_in_two_ways_is_asked_back(case: Workspace, person: Person, typed: str) -> None:
    own = field(case, "NUMBER", "person")
    with pytest.raises(BadInput) as refused:
        own_fields.set_value(case, person, own, typed)
    offered = refused.value.sentence().split("write ")[1].rstrip(".").split(" or ")
    for number in offered:
        own_fields.set_value(case, person, own, number)
        assert own_fields.values(case, person)[0].text == number
    assert len({float(number) for number in offered}) == 2


def test_a_number_that_was_kept_before_stays_as_it_is(case: Workspace, person: Person) -> None:
    own = field(case, "NUMBER", "person")
    with case.act("test.prepared") as act:
        act.add(OwnValue(own_field=own.id, subject=person.uid, value="1.500"))
    own_fields.set_value(case, person, own, "1.500")
    assert own_fields.values(case, person)[0].text == "1.500"


def test_a_field_can_name_a_person(case: Workspace, person: Person, filing: Filing) -> None:
    own = field(case, "PERSON", "filing")
    own_fields.set_value(case, filing, own, person.code.lower())
    assert [held.text for held in own_fields.values(case, filing)] == [person.code]


def test_fields_stand_in_their_order_and_belong_to_one_kind_of_record(
    case: Workspace, person: Person, filing: Filing
) -> None:
    made = [own_fields.add(case, Localised.of(name, "ru"), "person") for name in ("а", "б", "в")]
    own_fields.move(case, made[2], -1)
    own_fields.move(case, made[0], -1)
    assert [own.name.best() for own in own_fields.of(case, "person")] == ["а", "в", "б"]
    assert own_fields.values(case, filing) == []
    with pytest.raises(BadInput):
        own_fields.set_value(case, filing, made[0], "x")
    with pytest.raises(BadInput):
        own_fields.add(case, Localised.of("x", "ru"), "account")


def test_a_choice_that_a_record_holds_cannot_be_taken_away(case: Workspace, person: Person) -> None:
    own = field(case, "CHOICE", "person", "да", "нет", "да")
    assert own.choices == ("да", "нет")
    own_fields.set_value(case, person, own, "нет")
    with pytest.raises(BadInput):
        own_fields.offer(case, own, ["да", "может"])
    assert own_fields.offer(case, own, ["нет", "да", "может"]).choices == ("нет", "да", "может")
    with pytest.raises(BadInput):
        field(case, "CHOICE", "person", "одно")


def test_a_field_that_is_voided_is_neither_shown_nor_found_and_keeps_what_it_held(
    case: Workspace, person: Person
) -> None:
    own = field(case, "TEXT")
    own_fields.set_value(case, person, own, "особая примета")
    voided = records.void(case, own, "лишнее")
    assert own_fields.values(case, person) == []
    assert found(case, "примета") == []
    records.restore(case, voided)
    assert [held.text for held in own_fields.values(case, person)] == ["особая примета"]
    assert found(case, "примета") == [person.code]


def test_a_case_with_labels_and_values_is_intact_and_indexed_anew_the_same(
    case: Workspace, person: Person, filing: Filing
) -> None:
    with case.act("event.added") as act:
        event: Record = act.add(Event(title=Localised.of("Задержание", "ru")))
    for record in (person, filing, event):
        labels.put_on(case, record, labels.add(case, "срочно"))
    own_fields.set_value(case, person, field(case, "TEXT"), "примета")
    before = found(case, "срочно"), found(case, "примета")
    case.rebuild_index()
    assert (found(case, "срочно"), found(case, "примета")) == before
    assert len(before[0]) == 3
    checked = verifying.check(case)
    assert checked.is_intact, checked.findings
