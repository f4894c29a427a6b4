"""The chronology: where events lie, how that is known, and a look at any number of them."""

from __future__ import annotations

import pytest

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.services import chronology
from evidence_app.services.chronology import Doubt, doubt_of, seconds
from evidence_app.services.workspace import Workspace

DAY = 86_400


def add(ws: Workspace, *dates: str, **values: object) -> list[Event]:
    """Record an event for each date; an empty one has none."""
    with ws.act("event.added") as act:
        return [
            act.add(
                Event(
                    title=Localised.of(f"Событие {date}", "ru"), happened=PartialDate.parse(date) if date else None
                ).but(**values)
            )
            for date in dates
        ]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2022-01-07", Doubt.EXACT),
        ("2022-01-07T18:40", Doubt.EXACT),
        ("2022-01-07~", Doubt.ABOUT),
        ("2022-01-07?", Doubt.ABOUT),
        ("2022-01-07~/2022-01-10", Doubt.ABOUT),
        ("2022-01-07/2022-01-10", Doubt.BETWEEN),
        ("2022-01", Doubt.BETWEEN),
        ("2022-01-0X", Doubt.BETWEEN),
        ("../2022-01-10", Doubt.BEFORE),
        ("/2022-01-10", Doubt.BEFORE),
        ("2022-01-07/..", Doubt.AFTER),
    ],
)
def test_each_way_of_writing_a_date_says_how_it_is_known(text: str, doubt: Doubt):
    date = PartialDate.parse(text)
    assert doubt_of(date.text, date.earliest, date.latest) is doubt


def test_events_come_in_the_order_of_time_the_longer_first_and_those_without_a_date_apart(case: Workspace):
    later, day, month, undated = add(case, "2022-02-01", "2022-01-01", "2022-01", "")
    read = chronology.read(case)
    assert [span.id for span in read.spans] == [month.id, day.id, later.id]
    assert [span.id for span in read.undated] == [undated.id]
    assert read.extent == (seconds("2022-01-01T00:00:00"), seconds("2022-02-02T00:00:00"))


def test_an_open_end_stands_at_the_end_that_is_known(case: Workspace):
    add(case, "../2022-01-10", "2022-01-07/..")
    before, after = sorted(chronology.read(case).spans, key=lambda span: span.doubt.value, reverse=True)
    assert (before.first, before.last) == (seconds("2022-01-11T00:00:00"),) * 2
    assert (after.first, after.last) == (seconds("2022-01-07T00:00:00"),) * 2


def test_a_look_says_what_stands_behind_an_event(case: Workspace):
    (event,) = add(case, "2022-01-07", is_key=True)
    with case.act("test.prepared") as act:
        person = act.add(Person())
        item = act.add(Media(kind="VIDEO", title=Localised.of("v")))
        act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
        act.add(Mark(stance="SUPPORTS", item=item.id, event=event.id))
    (bar,) = chronology.look(case, chronology.read(case)).bars
    assert (bar.code, bar.title, bar.when) == (event.code, "Событие 2022-01-07", "7 January 2022")
    assert (bar.people, bar.sources, bar.span.is_key) == (1, 1, True)
    assert isinstance(case.records.get(Item, item.id), Item)


def test_a_filter_chooses_among_events_but_a_voided_one_is_never_there(case: Workspace):
    first, second, gone = add(case, "2022-01-07", "2022-01-08", "2022-01-09")
    with case.act("event.voided") as act:
        act.void(gone, "a mistake")
    assert [span.id for span in chronology.read(case, {second.id, gone.id}).spans] == [second.id]
    assert len(chronology.read(case).spans) == 2
    assert first.id != second.id


def test_more_events_than_can_be_told_apart_are_counted_and_key_events_stay_themselves(case: Workspace):
    add(case, *[f"2022-01-{day:02}" for day in range(1, 29)])
    (key,) = add(case, "2022-01-15", is_key=True)
    read = chronology.read(case)
    crowd = chronology.look(case, read, most=10)
    assert sum(bucket.count for bucket in crowd.buckets) == 29
    assert [bar.id for bar in crowd.bars] == [key.id]
    assert not crowd.is_whole
    whole = chronology.look(case, read)
    assert (len(whole.bars), whole.buckets, whole.is_whole) == (29, (), True)


def test_a_nearer_look_tells_apart_what_was_a_crowd(case: Workspace):
    add(case, *[f"2022-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 10, 20)])
    read = chronology.read(case)
    begin = seconds("2022-03-01T00:00:00")
    near = chronology.look(case, read, begin, begin + 30 * DAY, most=10)
    assert [bar.when for bar in near.bars] == ["1 March 2022", "10 March 2022", "20 March 2022"]
    assert (near.buckets, near.is_whole) == ((), False)


def test_a_case_without_dates_has_no_extent(case: Workspace):
    add(case, "")
    look = chronology.look(case, chronology.read(case))
    assert (look.extent, look.bars, look.undated_count) == (None, (), 1)
