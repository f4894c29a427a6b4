"""Events as table, timeline, acts and safeguards: one filter, one choice, squares that are set from the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.events import safeguards_cells
from evidence_app.gui.pages.events.page import FACETS, WORDING
from evidence_app.gui.pages.events.table_model import EventsTableModel
from evidence_app.gui.pages.events.view_model import EventsViewModel
from evidence_app.gui.pages.events.viewed import ViewedEvents
from evidence_app.gui.pages.events.views import ACTS, SAFEGUARDS, TABLE, TIMELINE
from evidence_app.gui.pages.proceedings import exhaustion_panel
from evidence_app.gui.widgets import privacy
from evidence_app.services import cases
from evidence_app.services.workspace import Workspace

PATIENCE_MS = 30_000


def fill(ws: Workspace) -> None:
    """Two persons held and beaten, one act that names nobody, one event without a date."""
    with ws.act("test.prepared") as act:
        people = [act.add(Person()) for _ in range(2)]
        act.add(PersonName(person=people[0].id, full="Aidar Seitov", preferred=True))
        for kind, title, date, acts in (
            ("DETENTION", "Held in the depot", "2022-01-07/2022-01-10", ("UNLAW_DET",)),
            ("ACT", "Beaten in the depot", "2022-01-08~", ("BEAT",)),
            ("ACT", "Beaten by strangers", "2022-01-09", ("BEAT",)),
            ("RELEASE", "Set free", "", ()),
        ):
            when = PartialDate.parse(date) if date else None
            event = act.add(Event(kind=kind, title=Localised.of(title), happened=when, acts=acts))
            for person in people if "depot" in title else ():
                act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))


@pytest.fixture
def page(relay: Relay, qtbot, tmp_path: Path, quick, passphrase: str):
    """The page over a small case in its own lane."""
    with cases.create(tmp_path / "case", "Case", passphrase, profile=quick) as ws:
        fill(ws)
    lane = ArchiveLane(relay)
    lane.open(lambda: cases.open_case(tmp_path / "case", passphrase))
    made = ViewedEvents(EventsViewModel(lane), EventsTableModel(), WORDING, FACETS)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    qtbot.waitUntil(lambda: bool(made.view_model.record_id), timeout=PATIENCE_MS)
    yield made
    lane.close()
    assert lane.join()


def shown(page: ViewedEvents, name: str, qtbot) -> None:
    """Bring a view to the front and wait until it has what it shows."""
    page.views.show_view(name)
    views = page.views
    ready = {
        TIMELINE: lambda: views.timeline.timeline.marks.rowCount() > 0,
        ACTS: lambda: bool(views.acts.matrix.grid.rows),
        SAFEGUARDS: lambda: bool(views.safeguards.matrix.grid.rows),
    }
    qtbot.waitUntil(ready.get(name, lambda: True), timeout=PATIENCE_MS)


def test_the_timeline_shows_what_the_filter_keeps(page: ViewedEvents, qtbot):
    shown(page, TIMELINE, qtbot)
    timeline = page.views.timeline
    assert [bar.title for bar in timeline.timeline.marks.bars] == [
        "Held in the depot",
        "Beaten in the depot",
        "Beaten by strangers",
    ]
    assert [bar.title for bar in timeline.undated.marks.bars] == ["Set free"]
    page.views.chosen.emit(timeline.timeline.marks.bars[-1].id)
    page.pane.bar.field.setText("strangers")
    page.pane.bar.field.paused.emit("strangers")
    qtbot.waitUntil(lambda: len(timeline.timeline.marks.bars) == 1, timeout=PATIENCE_MS)
    assert timeline.undated.marks.rowCount() == 0


def test_one_choice_for_table_and_timeline(page: ViewedEvents, qtbot):
    shown(page, TIMELINE, qtbot)
    page.focus_list()
    qtbot.keyClick(page.views.timeline.timeline, Qt.Key.Key_End)
    chosen = page.views.timeline.timeline.marks.bars[-1].id
    assert page.view_model.record_id == chosen
    shown(page, TABLE, qtbot)
    assert page.table.chooser.current_id() == chosen
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    shown(page, TIMELINE, qtbot)
    current = page.views.timeline.timeline.currentIndex()
    assert page.views.timeline.timeline.marks.bar_at(current.row()).id == page.view_model.record_id


def test_after_the_last_dated_event_come_those_without_a_date_and_back(page: ViewedEvents, qtbot):
    shown(page, TIMELINE, qtbot)
    qtbot.keyClick(page.views.timeline.timeline, Qt.Key.Key_End)
    last = page.view_model.record_id
    page.step(1)
    assert page.views.timeline.undated.currentIndex().isValid()
    assert page.view_model.record_id != last
    page.step(-1)
    assert page.view_model.record_id == last


def test_the_matrix_of_acts_names_what_names_nobody_and_opens_the_event(page: ViewedEvents, qtbot):
    shown(page, ACTS, qtbot)
    matrix, opened = page.views.acts.matrix, []
    page.views.opened.connect(opened.append)
    assert [head.key for head in matrix.grid.columns] == ["BEAT", "UNLAW_DET"]
    assert page.views.acts.view_model.matrix.without_victim[0].title == "Beaten by strangers"
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert opened == [page.views.acts.view_model.matrix.behind(*matrix.cursor_keys())[0].id]


def test_digits_set_a_square_and_a_source_is_refused_beside_what_was_typed(page: ViewedEvents, qtbot):
    shown(page, SAFEGUARDS, qtbot)
    pane = page.views.safeguards
    first = pane.view_model.matrix.people[0]
    pane.matrix.put_cursor(first.id, "LAWYER")
    qtbot.keyClick(pane.matrix, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: (first.id, "LAWYER") in pane.view_model.matrix.answers, timeout=PATIENCE_MS)
    spoken = pane.matrix.grid.cell(pane.matrix.currentIndex()).spoken
    assert spoken == "P-001 Aidar Seitov, Lawyer: Breached, no source yet"
    pane.panel.source.setText("E-999")
    pane.flush()
    pane.matrix.put_cursor(first.id, "DOCTOR")
    qtbot.waitUntil(lambda: bool(pane.panel._problem.text()), timeout=PATIENCE_MS)
    assert pane.matrix.cursor_keys() == (first.id, "LAWYER")
    assert pane.panel.source.text() == "E-999"
    pane.panel.source.setText("")
    qtbot.keyClick(pane.matrix, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not pane.view_model.matrix.answers, timeout=PATIENCE_MS)


def test_names_give_way_to_codes_on_every_view(page: ViewedEvents, qtbot):
    for name in (TIMELINE, ACTS, SAFEGUARDS):
        shown(page, name, qtbot)
    privacy.learn(lambda words: words.replace("Aidar Seitov", "P-001"))
    privacy.put(True)
    for matrix in (page.views.acts.matrix, page.views.safeguards.matrix):
        said = [head.words + head.spoken for head in matrix.grid.rows]
        said += [matrix.grid.cell(matrix.grid.index(0, column)).spoken for column in range(2)]
        assert not [words for words in said if "Seitov" in words]
    assert not page.views.safeguards.panel.note.isEnabled()


def test_locking_empties_every_view(page: ViewedEvents, qtbot):
    for name in (TIMELINE, ACTS, SAFEGUARDS):
        shown(page, name, qtbot)
    page.clear()
    views = page.views
    assert views.timeline.timeline.marks.rowCount() == views.timeline.undated.marks.rowCount() == 0
    assert not views.acts.matrix.grid.rows
    assert not views.safeguards.matrix.grid.rows
    assert "Seitov" not in views.acts._title.text() + views.safeguards.panel._title.text()


def test_the_view_in_front_is_remembered(page: ViewedEvents, qtbot):
    page.views.show_view(ACTS)
    state = page.state()
    page.views.show_view(TABLE)
    page.restore_state(state)
    assert page.views.name == ACTS
    assert page.views.acts.isVisible()
    assert not page.table.isVisible()


@pytest.mark.parametrize("sign", ["2", "ә", "Ә"], ids=["Latin or Russian", "Kazakh", "Kazakh with Caps Lock"])
def test_a_digit_is_taken_by_its_key_under_every_layout(page: ViewedEvents, sign: str, qtbot):
    shown(page, SAFEGUARDS, qtbot)
    pane, typed = page.views.safeguards, []
    pane.matrix.typed.connect(typed.append)
    pane.matrix.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
    assert typed == ["2"]


def test_the_keys_of_squares_are_no_letters_of_one_language():
    keys = {**safeguards_cells.KEYS, **exhaustion_panel.KEYS}
    assert [key for key in keys if not key.isdigit()] == ["Del"]
