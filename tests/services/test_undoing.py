"""Undo and redo: what was done since the opening goes back step by step, and comes again, each by an act of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evidence_app.domain.errors import OwnerVoided, Refused
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.record import Record, fields
from evidence_app.domain.undo_errors import LoggedSince, UndoRefused, UndoStopped
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, custody, people, places, records
from evidence_app.services import undoing as undoing_rules
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace
from evidence_app.store.replay import chain_faults, record_faults, replay


@pytest.fixture
def undoing(case: Workspace) -> Undoing:
    """What watches the acts of the case."""
    made = Undoing()
    made.watch(case)
    return made


@pytest.fixture
def undoing_alone() -> Undoing:
    """What watches no case yet."""
    return Undoing()


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
    elif step == "name" and chosen.voided is None:
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
    with pytest.raises(UndoRefused, match="“Occupation”"):  # the adding is next, and would take the change with it
        undoing.undo(case)
    assert case.records.get(Person, person.id).voided is None
    assert undoing.undo(case) is None


def held_item(ws: Workspace) -> Item:
    """Record an exhibit that no custody speaks of yet."""
    with ws.act("item.added") as act:
        return act.add(Item(code="X-1", title=Localised.of("Видео", "ru")))


def test_undo_stops_at_custody_and_does_not_void_what_was_handed_over(case: Workspace, undoing: Undoing) -> None:
    people.add(case, Person())
    item = held_item(case)
    custody.hand_over(case, item, "Эксперт")
    with pytest.raises(UndoStopped) as stopped:
        undoing.undo(case)
    assert stopped.value.sentence().startswith("“Handed over: X-1” cannot be undone")
    with pytest.raises(LoggedSince) as refused:
        undoing.undo(case)
    assert refused.value.sentence().startswith("This cannot be undone: X-1 has been handed on")
    kept = case.records.get(Item, item.id)
    assert (kept.holder, kept.voided) == ("Эксперт", None)
    assert undoing.undo(case).words == "Undone: P-001 added"


def test_to_look_at_an_exhibit_stops_no_undo_but_keeps_it_from_being_voided(case: Workspace, undoing: Undoing) -> None:
    person = people.add(case, Person())
    item = held_item(case)
    records.change(case, person, sex="F")
    custody.log(case, item, "VIEW")
    with case.act("item.examined") as act:  # the program by itself
        act.change(item, languages=("ru",))
    assert undoing.undo(case).words == "Undone: Sex of P-001 changed"
    with pytest.raises(LoggedSince):
        undoing.undo(case)
    assert case.records.get(Item, item.id).voided is None


def test_undo_stops_at_what_left_the_case_and_keeps_the_records_that_left(case: Workspace, undoing: Undoing) -> None:
    stayed, left = people.add(case, Person()), people.add(case, Person())
    with case.act("dossier.exported") as act:
        act.export(dossier="D-01", reader="COURT_NAT", records=[left.uid])
    with pytest.raises(UndoStopped, match="Dossier exported"):
        undoing.undo(case)
    with pytest.raises(LoggedSince, match="P-002"):
        undoing.undo(case)
    assert undoing.undo(case).words == "Undone: P-001 added"
    assert [case.records.get(Person, one.id).voided for one in (stayed, left)] == ["undone", None]


def test_what_was_done_again_is_kept_as_well_once_it_was_handed_over(case: Workspace, undoing: Undoing) -> None:
    item = held_item(case)
    undoing.undo(case)
    undoing.redo(case)
    custody.hand_over(case, item, "Эксперт")
    for refusal in (UndoStopped, LoggedSince):
        with pytest.raises(refusal):
            undoing.undo(case)
    assert case.records.get(Item, item.id).voided is None


def test_what_was_voided_is_voided_again_though_somebody_looked_at_it(case: Workspace, undoing: Undoing) -> None:
    item = held_item(case)
    records.void(case, item, "введено дважды")
    undoing.undo(case)
    custody.log(case, item, "VIEW")
    assert undoing.redo(case) is not None
    assert case.records.get(Item, item.id).voided == "введено дважды"


def test_undo_makes_no_place_a_part_of_itself(case: Workspace) -> None:
    outer = records.add(case, Place(name=Localised.of("Двор", "ru")))
    inner = records.add(case, Place(name=Localised.of("Дом", "ru"), parent=outer.id))
    moved = places.move(case, inner, None)
    seq = case.journal.last().seq
    places.move(case, outer, moved)
    with pytest.raises(Refused, match="part of itself"):
        case.undo(seq)
    assert case.records.get(Place, inner.id).parent is None


def test_nothing_comes_back_without_what_it_belongs_to(case: Workspace, undoing: Undoing) -> None:
    outer = records.add(case, Place(name=Localised.of("Двор", "ru")))
    inner = records.add(case, Place(name=Localised.of("Дом", "ru"), parent=outer.id))
    gone = records.void(case, inner, "введено дважды")
    records.void_all(case, [outer], "введено дважды")
    with pytest.raises(OwnerVoided, match="“Двор”"):
        records.restore(case, gone)
    with pytest.raises(OwnerVoided):
        case.undo(case.journal.last().seq - 1)
    assert [undoing.undo(case).change_set.changes[0].uid for _both in range(2)] == [outer.uid, inner.uid]


def test_what_was_voided_with_its_owner_comes_back_with_it(case: Workspace, undoing: Undoing) -> None:
    outer = records.add(case, Place(name=Localised.of("Двор", "ru")))
    inner = records.add(case, Place(name=Localised.of("Дом", "ru"), parent=outer.id))
    records.void_all(case, [outer, inner], "введено дважды")
    undoing.undo(case)
    assert case.records.count(Place) == 2


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


def test_what_is_typed_on_into_a_new_record_is_undone_with_it(case: Workspace, undoing: Undoing) -> None:
    place = records.add(case, Place(name=Localised.of("Се", "ru")))
    place = records.change(case, place, name=Localised.of("Село", "ru"))
    place = records.change(case, place, name=Localised.of("Село Карасай", "ru"))
    place = records.change(case, place, address="ул. Абая")
    undoing.undo(case)
    held = case.records.get(Place, place.id)
    assert held is not None and (held.name.best("ru"), held.address) == ("Село Карасай", None)
    undone = undoing.undo(case)
    assert undone is not None and "added" in undone.words and undoing.undo(case) is None
    again = undoing.redo(case)
    assert again is not None and "added" in again.words
    held = case.records.get(Place, place.id)
    assert held is not None and (held.voided, held.name.best("ru")) == (None, "Село Карасай")


@pytest.mark.parametrize(("within_s", "after"), [(0, "Село Карасай"), (10, "Аул"), (10, "Сел")])
def test_what_comes_later_or_takes_something_away_is_undone_by_itself(
    within_s: float, after: str, case: Workspace, undoing: Undoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing_rules, "TYPED_ON_S", within_s)
    place = records.add(case, Place(name=Localised.of("Село", "ru")))
    records.change(case, place, name=Localised.of(after, "ru"))
    undoing.undo(case)
    held = case.records.get(Place, place.id)
    assert held is not None and (held.voided, held.name.best("ru")) == (None, "Село")


def test_a_lock_does_not_end_what_can_be_undone_and_done_again(
    folder: Path, passphrase: str, quick: Profile, undoing_alone: Undoing
) -> None:
    undoing = undoing_alone
    with cases.create(folder, "Дело", passphrase, profile=quick) as ws:
        undoing.watch(ws)
        village = records.add(ws, Place(name=Localised.of("Село", "ru")))
        item = records.add(ws, Media(title=Localised.of("Видео", "ru")))
        custody.hand_over(ws, item, "эксперт")
        records.change(ws, village, address="ул. Абая")
        records.change(ws, village, precision="дом")
        undoing.undo(ws)
    with cases.open_case(folder, passphrase) as ws:
        records.change(ws, village, latitude="43.1")  # by somebody else, past the window
        undoing.watch(ws)
        again = undoing.redo(ws)
        assert again is not None and ws.records.get(Place, village.id).precision == "дом"
        undoing.undo(ws)
        undone = undoing.undo(ws)
        assert undone is not None and ws.records.get(Place, village.id).address is None
        with pytest.raises(UndoStopped):
            undoing.undo(ws)


def test_an_older_copy_in_the_place_of_the_case_is_not_undone_into(
    folder: Path, passphrase: str, quick: Profile, undoing_alone: Undoing, tmp_path: Path
) -> None:
    undoing = undoing_alone
    with cases.create(folder, "Дело", passphrase, profile=quick):
        pass
    shutil.copytree(folder, tmp_path / "older")
    with cases.open_case(folder, passphrase) as ws:
        undoing.watch(ws)
        records.add(ws, Place(name=Localised.of("Село", "ru")))
    with cases.open_case(tmp_path / "older", passphrase) as ws:
        undoing.watch(ws)
        assert undoing.undo(ws) is None
