"""Undo and redo: what was done since the opening goes back step by step, and comes again, each by an act of its own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evidence_app.domain.errors import UndoRefused
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.record import Record, fields
from evidence_app.services import custody, people, records
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace
from evidence_app.store.replay import chain_faults, record_faults, replay


@pytest.fixture
def undoing(case: Workspace) -> Undoing:
    """What watches the acts of the case."""
    made = Undoing()
    made.watch(case)
    return made


def state(ws: Workspace) -> dict[str, dict[str, Any]]:
    """Return every record that is not voided, by uid, as its fields stand."""
    held: dict[str, dict[str, Any]] = {}
    for noun in (Person, PersonName, Place):
        for record in ws.records.find(noun):
            held[record.uid] = {line.name: plain(record, line.name) for line in fields(noun)}
    return held


def plain(record: Record, name: str) -> Any:
    """Return a value; of text in several languages the texts, whose order the journal does not keep."""
    value = getattr(record, name)
    return value.as_dict() if isinstance(value, Localised) else value


steps = st.lists(
    st.tuples(st.sampled_from(["add", "name", "place", "change", "twice", "void", "restore"]), st.integers(0, 99)),
    min_size=1,
    max_size=9,
)


def take(ws: Workspace, step: str, number: int) -> None:
    """Do one of the things that people do."""
    held = ws.records.find(Person, voided=True)
    chosen = held[number % len(held)] if held else None
    if step == "place":
        above = ws.records.find(Place)
        name = Localised.of({"ru": f"Село {number}", "kk": f"Ауыл {number}"})
        records.add(ws, Place(name=name, parent=above[number % len(above)].id if above else None))
    elif step == "add" or chosen is None:
        people.add(ws, Person(born=PartialDate.parse("1990~")), PersonName(full=f"Имя {number}"))
    elif step == "name":
        people.add_name(ws, chosen, PersonName(full=f"Другое имя {number}"))
    elif step == "change":
        values = {"sex": ("F", "M", None)[number % 3], "languages": ("ru", "kk")[: number % 3]}
        records.change(ws, chosen, notes=f"заметка {number % 4}", **values)
    elif step == "twice":
        with ws.act("person.changed") as act:
            act.change(chosen, notes=f"сперва {number}")
            act.change(chosen, notes=f"потом {number}")
    elif step == "void" and chosen.voided is None:
        records.void(ws, chosen, "введено дважды")
    elif step == "restore":
        records.restore(ws, chosen)


def test_any_work_is_undone_to_the_start_and_done_again_to_the_end(case: Workspace, undoing: Undoing) -> None:
    @settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(steps)
    def holds(chosen: list[tuple[str, int]]) -> None:
        watch = Undoing()
        watch.watch(case)
        states = [state(case)]
        for step, number in chosen:
            last = case.journal.last()
            take(case, step, number)
            if case.journal.last() != last:
                states.append(state(case))
        for expected in reversed(states[:-1]):
            assert watch.undo(case) is not None
            assert state(case) == expected
        assert watch.undo(case) is None
        for expected in states[1:]:
            assert watch.redo(case) is not None
            assert state(case) == expected
        assert watch.redo(case) is None
        for _expected in states[1:]:
            assert watch.undo(case) is not None
        assert state(case) == states[0]

    holds()
    assert list(chain_faults(case.journal, case.journal.log)) == []
    assert list(record_faults(case.records, replay(case.journal))) == []


def test_undo_says_what_it_did(case: Workspace, undoing: Undoing) -> None:
    person = people.add(case, Person())
    records.change(case, person, sex="F")
    assert undoing.undo(case).words == "Undone: Sex of P-001 changed"
    assert undoing.redo(case).words == "Done again: Sex of P-001 changed"
    assert undoing.undo(case).words == "Undone: Sex of P-001 changed"
    assert undoing.undo(case).words == "Undone: P-001 added"
    assert undoing.undo(case) is None


def test_a_new_act_leaves_nothing_to_be_done_again(case: Workspace, undoing: Undoing) -> None:
    person = people.add(case, Person())
    records.change(case, person, sex="F")
    undoing.undo(case)
    records.change(case, person, notes="новое")
    assert undoing.redo(case) is None
    assert undoing.undo(case).words == "Undone: Notes of P-001 changed"


def test_what_others_changed_since_is_not_overwritten_but_named(case: Workspace, undoing: Undoing) -> None:
    person = people.add(case, Person())
    records.change(case, person, occupation=Localised.of("Teacher"))
    with case.act("item.received") as act:  # an act that undo passes over has changed the same field
        act.change(person, occupation=Localised.of("Musician"))
    with pytest.raises(UndoRefused) as refused:
        undoing.undo(case)
    assert refused.value.sentence() == "This cannot be undone: “Occupation” (P-001) has changed since."
    assert undoing.undo(case).words == "Undone: P-001 added"  # the next one goes on to what came before


def test_custody_and_what_the_program_did_by_itself_are_passed_over(case: Workspace, undoing: Undoing) -> None:
    person = people.add(case, Person())
    with case.act("item.added") as act:
        item = act.add(Item(code="X-1", title=Localised.of("Видео", "ru")))
    custody.hand_over(case, item, "Эксперт")
    custody.log(case, item, "VIEW")
    with case.act("item.examined") as act:
        act.change(item, languages=("ru",))
    assert undoing.undo(case).words.startswith("Undone: X-1 added")
    assert undoing.undo(case).words == "Undone: P-001 added"
    assert case.records.get(Person, person.id).voided == "undone"
    assert case.records.get(Item, item.id).holder == "Эксперт"


def test_what_was_done_before_the_opening_stays(case: Workspace) -> None:
    people.add(case, Person())
    late = Undoing()
    late.watch(case)
    assert late.undo(case) is None


def test_a_reference_to_what_was_undone_is_undone_first(case: Workspace, undoing: Undoing) -> None:
    village = records.add(case, Place(name=Localised.of("Село", "ru")))
    yard = records.add(case, Place(name=Localised.of("Двор", "ru")))
    records.change(case, yard, parent=village.id)
    assert undoing.undo(case) is not None
    assert case.records.get(NOUNS["place"], yard.id).parent is None
    assert undoing.redo(case) is not None
    assert case.records.get(NOUNS["place"], yard.id).parent == village.id


def test_several_records_voided_together_come_back_together(case: Workspace, undoing: Undoing) -> None:
    held = [people.add(case, Person()) for _n in range(3)]
    records.void_all(case, held, "проба")
    assert case.records.count(Person) == 0
    assert undoing.undo(case).words == "Undone: P-001 voided, and 2 records more"
    assert case.records.count(Person) == 3
