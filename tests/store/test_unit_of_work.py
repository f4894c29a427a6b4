"""One act is one transaction is one journal entry; undo is a new act that refuses to overwrite."""

from __future__ import annotations

import json

import pytest

from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.errors import BadInput, Refused
from evidence_app.domain.event import Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.undo_errors import UndoRefused
from evidence_app.services import custody, records, searching
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse


def entries(ws: Workspace) -> list[str]:
    """Return the verbs of the journal."""
    return [entry.op for entry in ws.journal.entries()]


def person(ws: Workspace, **values: str) -> Person:
    """Record a person."""
    with ws.act("person.added") as act:
        return act.add(Person(**values))


def test_an_act_is_one_entry_with_all_its_changes(case: Workspace) -> None:
    with case.act("person.added", reason="поступило заявление") as act:
        added = act.add(Person())
        act.add(PersonName(person=added.id, full="Айгүл Сәрсенова"))
        act.change(added, sex="F")
    assert entries(case) == ["case.created", "person.added"]
    said = [json.loads(part.payload) for part in case.journal.parts(seq=2)]
    assert [part["t"] for part in said] == ["act", "change", "change", "change"]
    assert said[0]["reason"] == "поступило заявление"
    assert said[3] == {
        "t": "change",
        "noun": "person",
        "uid": added.uid,
        "rev": 2,
        "before": {"sex": None},
        "after": {"sex": "F"},
    }
    assert act.change_set.seq == 2
    assert act.change_set.touches("person_name")


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, BadInput])
def test_an_error_inside_an_act_leaves_nothing_of_it(case: Workspace, error: type[BaseException]) -> None:
    told: list[ChangeSet] = []
    case.listeners.append(told.append)
    with pytest.raises(error), case.act("person.added") as act:
        added = act.add(Person(notes="исчезающее слово"))
        act.add(PersonName(person=added.id, full="Исчезающее Имя"))
        raise error
    assert case.records.count(Person) == case.records.count(PersonName) == 0
    assert entries(case) == ["case.created"]
    assert case.index.count(parse("исчезающее")) == 0
    assert told == []
    other = person(case)
    assert other.id == added.id  # the id is free again, and no memory of the record that had it is left
    with case.act("person.named") as act:
        act.add(PersonName(person=other.id, full="Другое Имя"))
    assert act.change_set.changes[0].after["person"] == other.uid


def test_an_act_that_changes_nothing_leaves_no_entry(case: Workspace) -> None:
    added = person(case, sex="F")
    with case.act("person.changed") as act:
        assert act.change(added, sex="F") == added
    with case.act("person.looked_at"):
        pass
    assert entries(case) == ["case.created", "person.added"]


def test_the_search_index_is_part_of_the_transaction(case: Workspace) -> None:
    added = person(case, notes="показания свидетеля")
    assert searching.search(case, "показания").total == 1
    with case.act("person.changed") as act:
        act.change(added, notes="ничего")
    assert searching.search(case, "показания").total == 0
    with case.act("person.voided") as act:
        act.void(added, "entered twice")
    assert searching.search(case, "ничего").total == 0
    case.undo(case.journal.last().seq)
    assert searching.search(case, "ничего").total == 1


def test_a_change_starts_from_what_is_stored_and_not_from_an_old_copy(case: Workspace) -> None:
    old = person(case, notes="один")
    with case.act("person.changed") as act:
        act.change(old, sex="F")
    with case.act("person.changed") as act:
        new = act.change(old, notes="два")
    assert (new.sex, new.notes, new.revision) == ("F", "два", 3)


def test_stamps_are_those_of_the_entries(case: Workspace) -> None:
    added = person(case)
    with case.act("person.changed") as act:
        changed = act.change(added, sex="F")
    first, last = list(case.journal.entries())[1:]
    assert (changed.created_at, changed.created_by) == (first.ts, first.actor)
    assert (changed.updated_at, changed.updated_by) == (last.ts, last.actor)


def test_undo_is_an_act_of_its_own(case: Workspace) -> None:
    added = person(case, sex="F", notes="до")
    with case.act("person.changed") as act:
        act.change(added, sex="M", notes=None)
    change_set = case.undo(3)
    now = case.records.get(Person, added.id)
    assert (now.sex, now.notes, now.revision) == ("F", "до", 3)
    assert change_set.verb == "act.undone"
    facts = json.loads(next(case.journal.parts(seq=4)).payload)
    assert facts["undoes"] == [case.journal.log, 3]


def test_undo_refuses_when_the_field_has_changed_since(case: Workspace) -> None:
    added = person(case, sex="F")
    for sex in ("M", "X"):
        with case.act("person.changed") as act:
            act.change(added, sex=sex, notes=f"теперь {sex}")
    before = case.records.get(Person, added.id)
    with pytest.raises(UndoRefused):
        case.undo(3)
    assert case.records.get(Person, added.id) == before
    assert len(entries(case)) == 4


def test_undo_goes_when_only_other_fields_have_changed_since(case: Workspace) -> None:
    added = person(case, sex="F")
    with case.act("person.changed") as act:
        act.change(added, sex="M")
    with case.act("person.changed") as act:
        act.change(added, notes="позже")
    case.undo(3)
    now = case.records.get(Person, added.id)
    assert (now.sex, now.notes) == ("F", "позже")


def test_what_was_added_is_undone_by_voiding_it_and_that_can_be_undone(case: Workspace) -> None:
    added = person(case)
    case.undo(2)
    assert case.records.find(Person) == []
    assert case.records.get(Person, added.id).voided == "undone"
    with pytest.raises(UndoRefused):
        case.undo(2)
    case.undo(3)
    assert [held.code for held in case.records.find(Person)] == [added.code]


def test_a_reference_is_undone_to_the_record_it_named(case: Workspace) -> None:
    first, second = person(case), person(case)
    with case.act("person.named") as act:
        name = act.add(PersonName(person=first.id, full="Имя"))
    with case.act("person.named") as act:
        act.change(name, person=second.id)
    case.undo(case.journal.last().seq)
    assert case.records.get(PersonName, name.id).person == first.id


def test_there_is_nothing_to_undo_in_an_act_that_was_never_done(case: Workspace) -> None:
    with pytest.raises(KeyError):
        case.undo(99)


def test_the_case_and_its_accounts_are_never_voided(case: Workspace) -> None:
    with pytest.raises(Refused):
        case.undo(1)
    for record in (case.case, case.account):
        with pytest.raises(Refused):
            records.void(case, record, "by mistake")
        with pytest.raises(Refused), case.act("case.voided") as act:
            act.void(record, "by mistake")
    assert entries(case) == ["case.created"]
    assert (case.case.voided, case.account.voided) == (None, None)


def test_an_entry_that_changed_no_record_is_not_undone(case: Workspace) -> None:
    with case.act("item.added") as act:
        item = act.add(Item(title=Localised.of("Пальто", "ru"), holder="Адвокат"))
    custody.log(case, item, "VIEW")
    with pytest.raises(Refused):
        case.undo(case.journal.last().seq)
    with case.act("dossier.exported") as act:
        act.export(dossier="x", reader="TEAM")
    with pytest.raises(Refused):
        case.undo(case.journal.last().seq)


@pytest.mark.parametrize("value", ["Ab\ud800c", "\udfff"])
def test_half_a_character_is_refused_wherever_it_is_said(case: Workspace, value: str) -> None:
    added = person(case)
    with case.act("item.added") as act:
        item = act.add(Item(title=Localised.of("Пальто", "ru")))
    for wrong in (
        lambda act: act.add(Person(notes=value)),
        lambda act: act.add(Person(nationalities=(value,))),
        lambda act: act.add(Item(title=Localised.of({"ru": value}))),
        lambda act: act.add(Item(title=Localised.of({value: "x"}))),
        lambda act: act.change(added, notes=value),
        lambda act: act.void(added, value),
        lambda act: act.custody(item, "VIEW", purpose=value),
    ):
        with pytest.raises(BadInput), case.act("any.thing") as act:
            wrong(act)
    with pytest.raises(BadInput), case.act("any.thing", reason=value) as act:
        act.change(added, notes="x")
    assert len(entries(case)) == 3
    assert person(case).code == "P-002"


@pytest.mark.parametrize("number", [1 << 53, -(1 << 53), 1 << 70, 1.5, True])
def test_a_number_that_the_journal_cannot_say_is_refused(case: Workspace, number: int) -> None:
    added = person(case)
    with pytest.raises(BadInput), case.act("any.thing") as act:
        act.add(Involvement(person=added.id, role="VICTIM", claimed=number))
    with case.act("involvement.added") as act:
        act.add(Involvement(person=added.id, role="VICTIM", claimed=(1 << 53) - 1))


def test_handing_over_is_not_undone_but_handed_back(case: Workspace) -> None:
    with case.act("item.added") as act:
        item = act.add(Item(title=Localised.of("Пальто", "ru"), holder="Адвокат"))
    custody.hand_over(case, item, "Эксперт")
    with pytest.raises(Refused):
        case.undo(case.journal.last().seq)
    assert case.records.get(Item, item.id).holder == "Эксперт"
