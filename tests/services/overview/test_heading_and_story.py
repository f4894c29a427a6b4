"""Figures stand in the heading only where the records give them; the story is key events in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import records
from evidence_app.services.overview.heading import heading
from evidence_app.services.overview.story import story, when_words
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

Keep = Callable[..., Any]
EDTF = PartialDate.parse


@pytest.fixture(autouse=True)
def english() -> None:
    words.choose("en")


def happening(title: str, when: str | None, **values: Any) -> Event:
    """Return a key event."""
    return Event(title=Localised.of(title), happened=EDTF(when) if when else None, is_key=True, **values)


def test_an_empty_case_has_a_title_and_no_figures(case: Workspace) -> None:
    assert heading(case).title == "Проверочное дело"
    assert heading(case).figures == ""
    assert heading(case).is_empty


def test_the_summary_of_the_case_stands_as_it_is(case: Workspace) -> None:
    records.change(case, case.case, summary=Localised.of("What it is about.", "en"))
    assert heading(case).summary == "What it is about."


def test_figures_come_with_their_units(case: Workspace, keep: Keep) -> None:
    for _number in range(2):
        keep(Person(recognised_victim=True))
    assert heading(case).figures == "2 recognised victims."
    assert not heading(case).is_empty
    keep(happening("Arrest", "2022-01-07", kind="TRANSFER", people_count=99))
    assert heading(case).figures == "2 recognised victims of 99 people detained."


def test_two_counts_of_people_are_not_added_up(case: Workspace, keep: Keep) -> None:
    keep(Person(recognised_victim=True))
    for day in ("2022-01-07", "2022-01-08"):
        keep(happening("Arrest", day, kind="DETENTION", people_count=20))
    assert heading(case).figures == "1 recognised victim."


def test_convictions_are_counted_by_person_and_said_with_what_became_of_them(case: Workspace, keep: Keep) -> None:
    whole = keep(Proceeding())
    first = keep(Proceeding(parent=whole.id, stage="FIRST", decided=EDTF("2025-01-17")))
    officers = [keep(Person(basis="OFFICIAL")) for _number in range(2)]
    for person in (*officers, officers[0]):
        keep(Involvement(person=person.id, proceeding=first.id, role="CONVICTED"))
    assert heading(case).figures == "2 people convicted on 17 January 2025."
    appeal = keep(Proceeding(parent=whole.id, stage="APPEAL", outcome="UPHELD", decided=EDTF("2025-06-10")))
    assert heading(case).figures == "2 people convicted on 17 January 2025, upheld on 10 June 2025."
    records.change(case, appeal, outcome="QUASHED")
    assert "upheld" not in heading(case).figures


def test_the_story_holds_key_events_in_order_with_place_and_source(case: Workspace, keep: Keep) -> None:
    place = keep(Place(name=Localised.of("Kumtobe")))
    told = keep(happening("Told", "2022-01-09", place=place.id))
    keep(happening("Undated", None))
    keep(happening("First", "2022-01-07"))
    keep(Event(title=Localised.of("Not key"), happened=EDTF("2022-01-08")))
    film = keep(Media(kind="VIDEO"))
    keep(Mark(stance="SUPPORTS", item=film.id, event=told.id, locator="00:41"))
    found = story(case)
    assert [point.title for point in found] == ["First", "Told", "Undated"]
    assert (found[1].place, found[1].source, found[1].days) == ("Kumtobe", "E-001 00:41", 2)
    assert found[2].when == ""


def test_a_source_that_contradicts_an_event_is_not_what_it_rests_on(case: Workspace, keep: Keep) -> None:
    event = keep(happening("Told", "2022-01-09"))
    keep(Mark(item=keep(Media(kind="VIDEO")).id, event=event.id, stance="CONTRADICTS"))
    assert story(case)[0].source == ""


def test_what_a_court_decided_or_found_is_marked(case: Workspace, keep: Keep) -> None:
    keep(happening("Beating", "2022-01-07", status="FOUND"))
    keep(happening("Told", "2022-01-08", status="CORROBORATED"))
    keep(happening("Verdict", "2025-01-17"))
    keep(Proceeding(stage="FIRST", decided=EDTF("2025-01-17")))
    assert [point.is_decided for point in story(case)] == [True, False, True]


def test_a_decision_that_no_key_event_tells_of_is_a_station_of_its_own(case: Workspace, keep: Keep) -> None:
    keep(happening("Arrest", "2022-01-07"))
    paper = keep(Filing(kind="DECISION", filing_type="JUDGMENT"))
    keep(
        Proceeding(
            title=Localised.of("Appeal"),
            stage="APPEAL",
            decided=EDTF("2025-06-10"),
            outcome="UPHELD",
            document=paper.id,
        )
    )
    keep(Proceeding(kind="CIVIL", decided=EDTF("2025-06-11")))  # no instance: a claim of one person
    arrest, appeal = story(case)
    assert (appeal.title, appeal.citation, appeal.is_decided) == ("Appeal: upheld", "F-001", True)
    assert arrest.citation == "N-001"


def test_a_gap_much_longer_than_the_others_is_told_apart(case: Workspace, keep: Keep) -> None:
    for day in ("2022-01-07", "2022-01-09", "2022-01-10", "2024-05-28"):
        keep(happening(day, day))
    assert [point.is_far for point in story(case)] == [False, False, False, True]


def test_of_a_case_without_key_events_there_is_no_story(case: Workspace) -> None:
    assert story(case) == ()


def test_of_two_gaps_the_much_longer_one_is_told_apart(case: Workspace, keep: Keep) -> None:
    for day in ("2022-01-07", "2022-01-09", "2025-01-17"):
        keep(happening(day, day))
    assert [(point.days, point.is_far) for point in story(case)] == [(0, False), (2, False), (1104, True)]


def test_even_gaps_are_none(case: Workspace, keep: Keep) -> None:
    for year in ("2021", "2022", "2023"):
        keep(happening(year, f"{year}-01-01"))
    assert not any(point.is_far for point in story(case))


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2022-01-09", "9 January 2022"),
        ("2022-01-09T14:30", "9 January 2022"),
        ("2022-01~", "about January 2022"),
        ("2022-01-0X", "about 1–9 January 2022"),
        ("2022-01-07/2022-01-10", "7–10 January 2022"),
        ("2022-01-07T08:00/2022-01-07T10:00", "7 January 2022"),
    ],
)
def test_a_date_says_what_is_known_of_it_and_no_more(edtf: str, said: str) -> None:
    assert when_words(EDTF(edtf)) == said
