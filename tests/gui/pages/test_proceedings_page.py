"""The screen of proceedings: its five tabs, the keys, and what leaves as a calendar file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.redress import Exhaustion
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.calendar_sheet import CalendarSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.proceedings.page import ProceedingsPage
from evidence_app.gui.pages.proceedings.view_model import CASES, CLAIMS, DEADLINES, EXHAUSTION, MANDATES
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.ladder import LadderView
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, deadlines, karasai, records

DUE, PASSPHRASE = PartialDate.parse("2030-01-15"), "five words are good enough"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, quick to open, with a deadline and a mandate that are invented for these tests."""
    folder = tmp_path_factory.mktemp("original") / "case"
    with cases.create(folder, "Sample", PASSPHRASE, profile=Profile(64, 1, 1)) as ws:
        karasai.load(ws)
        deadlines.add(ws, Deadline(title=Localised.of("Comments"), due=DUE, proceeding=3))
        records.add(ws, Mandate(client=1, lawyer=51))
    return folder


@pytest.fixture
def lane(relay: Relay, original: Path, tmp_path: Path, qtbot):
    """The lane with a copy of it open."""
    shutil.copytree(original, tmp_path / "case")
    made = ArchiveLane(relay)
    opened: list[object] = []
    made.open(lambda: cases.open_case(tmp_path / "case", PASSPHRASE), done=opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    yield made
    made.close()
    assert made.join()


@pytest.fixture
def page(qtbot, lane: ArchiveLane) -> ProceedingsPage:
    made = ProceedingsPage(lane)
    qtbot.addWidget(made)
    made.resize(1208, 826)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made.panel.data is not None)
    return made


@pytest.fixture
def ask(lane: ArchiveLane, qtbot) -> Callable[[Callable], object]:
    """Ask the case something, in its lane."""

    def asked(call: Callable) -> object:
        answers: list[object] = []
        lane.submit(call, done=answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return asked


def open_tab(qtbot, page: ProceedingsPage, tab: str) -> None:
    page.show_tab(tab)
    qtbot.waitUntil(lambda: page.panel.data is not None)


def words(page: ProceedingsPage) -> list[str]:
    """Return what the right pane says."""
    return [label.text() for label in page.inspector.findChildren(PlainLabel)]


def test_the_tree_shows_cases_and_the_pane_what_is_known_of_a_step(qtbot, page: ProceedingsPage) -> None:
    page.show_record(2)
    assert page.current().title == "First instance" and page.current().noun == "proceeding"
    qtbot.waitUntil(lambda: "Outcome for each person" in words(page))
    assert "Karasai District Court, Almaty region" in words(page)


def test_the_filter_narrows_the_tree_and_can_be_cleared_from_where_nothing_shows(qtbot, page: ProceedingsPage) -> None:
    page.focus_filter()
    qtbot.keyClicks(page.panel.filter, "appeal")
    qtbot.waitUntil(lambda: page.panel.rows.rows.shown == 2)
    qtbot.keyClicks(page.panel.filter, "zzz")
    qtbot.waitUntil(lambda: not page.panel.rows.rows.shown)
    page.panel._empty.asked.emit()
    assert page.panel.rows.rows.shown == 4


def test_enter_asks_for_the_form_of_the_step_and_new_for_one_below_it(qtbot, page: ProceedingsPage) -> None:
    asked: list[tuple] = []
    page.editor_asked.connect(lambda *what: asked.append(what))
    page.show_record(2)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Return)
    page.new_record()
    assert asked == [("proceeding", 2, {}), ("proceeding", 0, {"parent": 2})]
    assert page.new_words() == "New proceeding"


def test_claims_say_whose_sums_they_are(qtbot, page: ProceedingsPage) -> None:
    open_tab(qtbot, page, CLAIMS)
    said = page.panel.bars.accessibleName()
    assert "1 claimant" in said and "61,000,000" in said and "5,000,000" in said
    qtbot.waitUntil(lambda: bool(page.inspector.findChildren(LadderView)))
    assert page.current().noun == "involvement" and page.citation() == ""


def test_a_deadline_is_done_and_not_done_by_the_same_button(qtbot, page: ProceedingsPage, ask: Callable) -> None:
    open_tab(qtbot, page, DEADLINES)
    assert page.deadlines.done.text() == "Done"
    page.deadlines.done.click()
    qtbot.waitUntil(lambda: page.deadlines.done.text() == "Not done")
    assert ask(lambda ws: ws.records.get(Deadline, 1).done) is not None
    page.deadlines.done.click()
    qtbot.waitUntil(lambda: page.deadlines.done.text() == "Done")


def test_a_new_deadline_finds_rules_to_choose_from(qtbot, page: ProceedingsPage, ask: Callable) -> None:
    asked: list[tuple] = []
    page.editor_asked.connect(lambda *what: asked.append(what))
    page.show_record(2)
    open_tab(qtbot, page, DEADLINES)
    before = ask(lambda ws: ws.journal.last().seq)
    page.new_record()
    assert asked == [("deadline", 0, {"proceeding": 2})]
    assert ask(lambda ws: ws.journal.last().seq) == before
    assert ask(lambda ws: len(ws.records.find(DeadlineRule))) >= 6


def test_a_digit_sets_the_square_under_the_cursor_and_delete_takes_it_back(
    qtbot, page: ProceedingsPage, ask: Callable
) -> None:
    open_tab(qtbot, page, EXHAUSTION)
    page.exhaustion.matrix.put_cursor(1, "APPEAL")
    qtbot.keyClick(page.exhaustion.matrix, "2")
    qtbot.waitUntil(lambda: page.exhaustion.cell()[1].state == "PENDING")
    assert "Pending" in page.exhaustion.matrix.currentIndex().data()
    qtbot.waitUntil(lambda: "By this record, domestic remedies are not exhausted." in words(page))
    qtbot.keyClick(page.exhaustion.matrix, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.exhaustion.cell()[1].state == "")
    assert ask(lambda ws: ws.records.find(Exhaustion)) == []


def test_grounds_are_written_in_the_form_of_the_square(qtbot, page: ProceedingsPage) -> None:
    asked: list[tuple] = []
    page.editor_asked.connect(lambda *what: asked.append(what))
    open_tab(qtbot, page, EXHAUSTION)
    page.exhaustion.matrix.put_cursor(1, "SUPREME")
    qtbot.keyClick(page.exhaustion.matrix, Qt.Key.Key_Return)
    assert asked == [("exhaustion", 0, {"person": 1, "avenue": "SUPREME"})]


def test_a_mandate_ends_today_and_its_client_is_not_covered_any_more(qtbot, page: ProceedingsPage) -> None:
    open_tab(qtbot, page, MANDATES)
    assert page.current().noun == "mandate" and page.mandates.ending.isEnabled()
    page.mandates.ending.click()
    qtbot.waitUntil(lambda: page.panel.current().state == "ending")


def test_the_open_deadlines_leave_as_a_calendar_file(
    qtbot, page: ProceedingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "away.ics"
    monkeypatch.setattr(choosing, "new_file", lambda *_what: out)
    page.export_calendar()
    (sheet,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CalendarSheet)]
    assert sheet.reader.value() == "TEAM"
    sheet.go.click()
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: "1 deadline is in away.ics." in [label.text() for label in page.findChildren(PlainLabel)])
    assert b"SUMMARY:Comments" in out.read_bytes()


def test_a_refused_export_is_said_in_the_page(
    qtbot, page: ProceedingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "new_file", lambda *_what: tmp_path / "away.ics")
    page._on_reader_chosen("COURT")  # the deadline is the team's
    qtbot.waitUntil(lambda: any("This was not done" in text.text() for text in page.findChildren(PlainLabel)))
    assert not (tmp_path / "away.ics").exists()


def test_names_give_way_to_codes_behind_the_privacy_screen(qtbot, page: ProceedingsPage) -> None:
    open_tab(qtbot, page, CLAIMS)
    privacy.learn(lambda text: text.replace("Vikram Ruzakhunov", "P-001"))
    try:
        privacy.put(True)
        assert page.panel.current().claimant.name == "P-001"
        privacy.put(False)
        assert page.panel.current().claimant.name == "Vikram Ruzakhunov"
    finally:
        privacy.put(False)
        privacy.learn(None)


def test_what_was_just_made_is_chosen_on_the_tab_that_lists_it(qtbot, page: ProceedingsPage, ask: Callable) -> None:
    open_tab(qtbot, page, DEADLINES)
    made = ask(lambda ws: deadlines.add(ws, Deadline(title=Localised.of("Later"), due=PartialDate.parse("2031"))))
    page.show_tab(CASES)
    page.show_new("deadline", made.id)
    qtbot.waitUntil(lambda: page.panel.current() is not None and page.panel.current().id == made.id)
    assert page.tab == DEADLINES


def test_the_tab_in_front_is_remembered(qtbot, page: ProceedingsPage) -> None:
    open_tab(qtbot, page, MANDATES)
    held = page.state()
    page.show_tab(CASES)
    page.restore_state(held)
    assert page.tab == MANDATES
    page.restore_state({"tab": "no such tab"})
    assert page.tab == MANDATES


def test_the_keyboard_stays_in_the_list_from_tab_to_tab(qtbot, page: ProceedingsPage) -> None:
    page.activateWindow()
    page.focus_list()
    open_tab(qtbot, page, CLAIMS)
    assert page.window().focusWidget() is page.panel.view


def test_a_click_on_the_arrow_closes_a_branch(qtbot, page: ProceedingsPage) -> None:
    rows = page.panel.rows
    qtbot.waitUntil(lambda: rows.isExpanded(rows.rows.index_of(1)))
    at = QPoint(14, rows.visualRect(rows.rows.index_of(1)).center().y())
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not rows.isExpanded(rows.rows.index_of(1))


def test_a_locked_case_leaves_nothing_behind(qtbot, page: ProceedingsPage) -> None:
    open_tab(qtbot, page, CLAIMS)
    page.clear()
    assert all(panel.data is None for panel in page.panels.values())
