"""The page of places: tree, who was where, moving by drag, and what a new place lies in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.places.page import PlacesPage
from evidence_app.gui.widgets import privacy
from evidence_app.services import cases
from evidence_app.services.workspace import Workspace

PATIENCE_MS = 30_000


def fill(ws: Workspace) -> None:
    """A country with a region, a court, a village and a depot in it; one person held and heard, one held."""
    with ws.act("test.prepared") as act:
        places: dict[str, Place] = {}
        for name, above in (
            ("Country", ""),
            ("Region", "Country"),
            ("Court", "Region"),
            ("Village", "Region"),
            ("Depot", "Village"),
        ):
            parent = places[above].id if above else None
            places[name] = act.add(Place(name=Localised.of(name), parent=parent))
        people = [act.add(Person()) for _ in range(2)]
        act.add(PersonName(person=people[0].id, full="Aidar Seitov", preferred=True))
        item = act.add(Media(kind="PHOTO", title=Localised.of("A photograph")))
        for title, date, where, held in (
            ("Held in the depot", "2022-01-07/2022-01-10", "Depot", people),
            ("Heard in court", "2025-01-17", "Court", people[:1]),
        ):
            happened = PartialDate.parse(date)
            event = act.add(Event(title=Localised.of(title), happened=happened, place=places[where].id))
            for person in held:
                act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
            if where == "Depot":
                act.add(Mark(stance="SUPPORTS", item=item.id, event=event.id))


@pytest.fixture
def page(relay: Relay, qtbot, tmp_path: Path, quick, passphrase: str):
    """The page over a small case in its own lane."""
    with cases.create(tmp_path / "case", "Case", passphrase, profile=quick) as ws:
        fill(ws)
    lane = ArchiveLane(relay)
    lane.open(lambda: cases.open_case(tmp_path / "case", passphrase))
    made = PlacesPage(lane)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    qtbot.waitUntil(lambda: made.current() is not None, timeout=PATIENCE_MS)
    yield made
    lane.close()
    assert lane.join()


def place(page: PlacesPage, name: str) -> int:
    """Return the id of a place by its name."""
    return next(node.id for node in page.view_model.nodes if name in node.name)


def choose(page: PlacesPage, name: str, qtbot) -> None:
    """Choose a place and wait until all of it is shown."""
    page.show_record(place(page, name))
    qtbot.waitUntil(lambda: (subject := page.current()) is not None and name in subject.title, timeout=PATIENCE_MS)


def test_the_widest_place_is_chosen_first_and_all_inside_counts(page: PlacesPage):
    assert page.current().title == "Country"
    assert page.current().noun == "place"
    presence = page.view_model.seen.presence
    assert [(one.person_code, one.place) for one in presence] == [
        ("P-001", "Depot"),
        ("P-001", "Court"),
        ("P-002", "Depot"),
    ]


def test_the_place_itself_alone_can_be_asked_for(page: PlacesPage, qtbot):
    page.presence.deep.setChecked(False)
    qtbot.waitUntil(lambda: not page.view_model.seen.presence, timeout=PATIENCE_MS)
    choose(page, "Court", qtbot)
    assert [one.event for one in page.view_model.seen.presence] == ["Heard in court"]


def test_persons_stand_over_what_happened_to_them_with_date_role_and_source(page: PlacesPage, qtbot):
    choose(page, "Depot", qtbot)
    table = page.presence.table.tree
    head = next(row for row in table.rows if "Seitov" in row.cells[0].text)
    below = [row for row in table.rows if row.parent == head.key]
    assert below[0].cells[1].text == "7–10 January 2022"
    assert below[0].cells[2].text == "Victim"
    assert below[0].cells[3].text == "E-001"
    choose(page, "Court", qtbot)
    assert page.presence.table.tree.rows[1].cells[3].text == "no source yet"


def test_a_person_and_an_event_are_followed_by_their_codes(page: PlacesPage, qtbot):
    choose(page, "Depot", qtbot)
    heard: list[str] = []
    page.followed.connect(heard.append)
    table = page.presence.table
    head = next(row for row in table.tree.rows if "Seitov" in row.cells[0].text)
    table.choose(head.key)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard[0].startswith("P-")
    assert heard[1].startswith("N-")
    current = page.presence.course.currentIndex()
    assert page.presence.course.marks.bar_at(current.row()).code == heard[1]


def test_a_filter_keeps_what_the_places_lie_in(page: PlacesPage, qtbot):
    page._filter.setText("depot")
    page._filter.paused.emit("depot")
    assert [row.cells[0].text for row in page.tree.tree.rows] == ["Country", "Region", "Village", "Depot"]
    page.show_record(place(page, "Court"))  # asked for by name, so the filter goes
    assert page._filter.text() == ""


def test_a_place_is_moved_by_dragging_and_never_into_itself(page: PlacesPage, qtbot):
    facility, court, region = (place(page, name) for name in ("Depot", "Court", "Region"))
    page.tree.tree.dropped.emit(facility, court)
    qtbot.waitUntil(
        lambda: next(node.parent for node in page.view_model.nodes if node.id == facility) == court,
        timeout=PATIENCE_MS,
    )
    page.tree.tree.dropped.emit(region, facility)
    qtbot.waitUntil(lambda: not page._bar.isHidden(), timeout=PATIENCE_MS)
    assert next(node.parent for node in page.view_model.nodes if node.id == region) != facility


def test_a_new_place_lies_in_the_one_chosen(page: PlacesPage, qtbot):
    choose(page, "Village", qtbot)
    heard: list[tuple[str, int, object]] = []
    page.editor_asked.connect(lambda *asked: heard.append(asked))
    page.new_record()
    page.edit_record()
    village = place(page, "Village")
    assert heard == [("place", 0, {"parent": village}), ("place", village, {})]


def test_names_give_way_to_codes_here_too(page: PlacesPage, qtbot):
    choose(page, "Depot", qtbot)
    privacy.learn(lambda words: words.replace("Seitov", "P-001"))
    privacy.put(True)
    said = [cell.spoken() for row in page.presence.table.tree.rows for cell in row.cells]
    assert not [words for words in said if "Seitov" in words]


def test_locking_empties_the_page(page: PlacesPage):
    page.clear()
    assert page.current() is None
    assert page.tree.tree.rows == []
    assert page.presence.table.tree.rows == []
    assert page.presence.course.marks.rowCount() == 0
