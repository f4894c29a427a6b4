"""Whatever way a field is changed, what follows from it follows: no way gets round a rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import BadInput, EvidenceError, Refused
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.record import Record
from evidence_app.services import assertions, deadline_rules, deadlines, history, people, places, records
from evidence_app.services.forms import writing
from evidence_app.services.forms.calling import candidate
from evidence_app.services.workspace import Workspace

Way = Callable[[Workspace, Record, str, Any], object]


def save(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Type into the form."""
    writing.save(ws, record.noun, record.id, {field: getattr(record, field)}, **{field: value})


def change(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Change a record in code."""
    records.change(ws, record, **{field: value})


def change_many(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Choose several records and change them together."""
    writing.change_many(ws, record.noun, [record.id], **{field: value})


def add_preferred(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Record what a source says, and prefer it at once."""
    assertions.add(ws, record.noun, record.id, field, _stated(ws, record, field, value), prefer=True)


def prefer(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Prefer what a source has said before."""
    assertions.prefer(ws, assertions.add(ws, record.noun, record.id, field, _stated(ws, record, field, value)).id)


def restore_value(ws: Workspace, record: Record, field: str, value: Any) -> None:
    """Give back from the history the value that a field held before."""
    with ws.act("test.prepared") as act:
        act.change(record, **{field: value})
    with ws.act("test.prepared") as act:
        act.change(record, **{field: getattr(record, field)})
    seq = ws.journal.last().seq
    history.restore_value(ws, record.noun, record.uid, ws.journal.log, seq, field)


def _stated(ws: Workspace, record: Record, field: str, value: Any) -> Any:
    """Return a value as the form hands it to a source: a reference as a candidate."""
    return candidate(ws, ws.records.get(type(record), value)) if field == "parent" else value


WAYS: tuple[Way, ...] = (save, change, change_many, add_preferred, prefer, restore_value)
every_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
# Sources are not set side by side for names: each spelling is a record of its own.
by_hand = pytest.mark.parametrize("way", (save, change, change_many, restore_value), ids=lambda way: way.__name__)


def on(day: str) -> PartialDate:
    return PartialDate.parse(day)


def names(ws: Workspace) -> list[tuple[str, str | None, bool]]:
    return [(name.full, name.script, bool(name.preferred)) for name in ws.records.find(PersonName)]


@every_way
def test_the_day_of_a_deadline_follows_its_start(case: Workspace, way: Way) -> None:
    held = deadlines.add(case, Deadline(title=Localised.of("Appeal"), starts=on("2025-01-17")), rule="kz-appeal")
    assert held.due == on("2025-02-03")
    way(case, held, "starts", on("2025-01-20"))
    assert case.records.get(Deadline, held.id).due == on("2025-02-04")


@every_way
def test_a_day_set_by_hand_stays(case: Workspace, way: Way) -> None:
    own = Deadline(title=Localised.of("Appeal"), starts=on("2025-01-17"), due=on("2025-01-30"))
    held = deadlines.add(case, own, rule="kz-appeal")
    way(case, held, "starts", on("2025-01-20"))
    assert case.records.get(Deadline, held.id).due == on("2025-01-30")


@every_way
def test_deadlines_follow_their_rule(case: Workspace, way: Way) -> None:
    held = deadlines.add(case, Deadline(title=Localised.of("Appeal"), starts=on("2025-01-17")), rule="kz-appeal")
    rule = deadline_rules.by_key(case, "kz-appeal")
    if way is restore_value:  # a rule that was changed behind its deadlines takes them along once it is given back
        deadlines.change_rule(case, rule, count=30)
        seq, count, due = case.journal.last().seq, 15, on("2025-02-03")
        history.restore_value(case, rule.noun, rule.uid, case.journal.log, seq, "count")
    else:
        count, due = 30, on("2025-02-17")
        way(case, rule, "count", count)
    assert deadline_rules.by_key(case, "kz-appeal").count == count
    assert case.records.get(Deadline, held.id).due == due


@by_hand
def test_the_script_of_a_name_follows_its_letters(case: Workspace, way: Way) -> None:
    person = people.add(case, Person(), PersonName(full="Алия"))
    way(case, case.records.first(PersonName, person=person.id), "full", "Aliya")
    assert names(case) == [("Aliya", "Latn", True)]


@by_hand
def test_just_one_name_of_a_person_in_a_script_is_preferred(case: Workspace, way: Way) -> None:
    person = people.add(case, Person(), PersonName(full="Алия"))
    other = people.add_name(case, person, PersonName(full="Әлия"))
    if way is restore_value:  # what a name has lost to another comes back to it, and the other gives way
        writing.save(case, "person_name", other.id, {"preferred": False}, preferred=True)
        first = case.records.first(PersonName, full="Алия")
        seq = case.journal.last().seq
        history.restore_value(case, first.noun, first.uid, case.journal.log, seq, "preferred")
        assert [is_preferred for _full, _script, is_preferred in names(case)] == [True, False]
    else:
        way(case, other, "preferred", True)
        assert [is_preferred for _full, _script, is_preferred in names(case)] == [False, True]


@every_way
def test_a_preferred_name_gives_way_to_another_only(case: Workspace, way: Way) -> None:
    person = people.add(case, Person(), PersonName(full="Алия"))
    name = case.records.first(PersonName, person=person.id)
    with pytest.raises(BadInput):
        if way is restore_value:
            second = people.add_name(case, person, PersonName(full="Әлия"))
            records.change(case, second, preferred=True)
            seq = case.journal.last().seq
            history.restore_value(case, second.noun, second.uid, case.journal.log, seq, "preferred")
        else:
            way(case, name, "preferred", False)
    assert sum(is_preferred for _full, _script, is_preferred in names(case)) == 1


@every_way
def test_nothing_becomes_a_part_of_itself(case: Workspace, way: Way) -> None:
    outer = records.add(case, Place(name=Localised.of("Двор", "ru")))
    inner = records.add(case, Place(name=Localised.of("Дом", "ru")))
    places.move(case, outer, inner)
    places.move(case, outer, None)
    seq = case.journal.last().seq
    places.move(case, inner, outer)
    with pytest.raises(Refused):
        if way is restore_value:
            history.restore_value(case, outer.noun, outer.uid, case.journal.log, seq, "parent")
        else:
            way(case, outer, "parent", inner.id)
    assert case.records.get(Place, outer.id).parent is None
    assert places.path_of(case, inner.id) == ("Двор",)


def test_a_preferred_name_that_is_added_takes_the_place_of_the_one_before_in_one_act(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Алия"))
    seq = case.journal.last().seq
    writing.add(case, "person_name", person=person.id, full="Әлия", preferred=True)
    assert case.journal.last().seq == seq + 1
    assert names(case) == [("Алия", "Cyrl", False), ("Әлия", "Cyrl", True)]
    case.undo(seq + 1)
    assert names(case) == [("Алия", "Cyrl", True)]


def test_a_name_that_comes_back_does_not_take_the_preference_of_another(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Алия"))
    gone = records.void(case, case.records.first(PersonName, person=person.id), "введено дважды")
    writing.add(case, "person_name", person=person.id, full="Әлия")
    records.restore(case, gone)
    assert [is_preferred for _full, _script, is_preferred in names(case)] == [False, True]


def test_of_a_record_that_was_refused_nothing_is_changed(case: Workspace) -> None:
    rule = deadline_rules.by_key(case, "kz-appeal")
    for way in (save, change, change_many, add_preferred, prefer):
        with pytest.raises(EvidenceError):
            way(case, rule, "count", 0)
    assert deadline_rules.by_key(case, "kz-appeal").count == 15
