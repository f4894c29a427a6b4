"""Lists of the pages: what is asked of the archive, what stays when the case changes, what fits where it is narrow."""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.events.page import EventsPage
from evidence_app.gui.pages.events.table_model import EventsTableModel
from evidence_app.gui.pages.people.page import PeoplePage
from evidence_app.gui.pages.records.editor import RecordEditor
from evidence_app.gui.pages.records.filter_bar import FilterBar
from evidence_app.gui.pages.records.page import RecordPage
from evidence_app.gui.pages.records.tabs import RecordTabs, Tab
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.theme import look
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.gui.widgets.record_table import RecordTable
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, people, records
from evidence_app.services.listing import EventRow
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import N_

PATIENCE_MS = 30_000
PASSPHRASE, QUICK = "four plain words here", Profile(memory_kib=64, iterations=1, lanes=1)
NAMES = ("Айна", "Берик", "Айгерим", "Вера", "Бекзат")


@pytest.fixture(scope="module")
def crowd(tmp_path_factory) -> Path:
    """A case of 450 victims, five of whom have names; made once."""
    folder = tmp_path_factory.mktemp("crowd") / "case"
    with cases.create(folder, "Списки", PASSPHRASE, profile=QUICK) as ws:
        for start in range(0, 450, 150):
            with ws.act("person.added") as act:
                for number in range(start, start + 150):
                    country = "KG" if number % 3 else "KZ"
                    person = act.add(Person(recognised_victim=True, nationalities=(country,)))
                    if number < len(NAMES):
                        act.add(PersonName(person=person.id, full=NAMES[number], script="Cyrl"))
    return folder


@pytest.fixture
def lane(relay: Relay, crowd: Path, folder: Path, qtbot):
    """A lane that holds a copy of it."""
    shutil.copytree(crowd, folder)
    made = ArchiveLane(relay)
    opened = []
    made.open(lambda: cases.open_case(folder, PASSPHRASE), done=opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    yield made
    made.close()
    assert made.join()


@pytest.fixture
def page(lane: ArchiveLane, qtbot) -> PeoplePage:
    """The page of people, filled."""
    made = PeoplePage(lane)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.enter()
    settle(made, qtbot)
    return made


def settle(page: RecordPage, qtbot, wait_ms: int = 0) -> None:
    """Wait until all that is asked for is here."""
    qtbot.wait(wait_ms)
    answered: list[bool] = []
    page.view_model.lane.submit(lambda _ws: True, done=answered.append)
    qtbot.waitUntil(lambda: bool(answered) and page.view_model.is_whole, timeout=PATIENCE_MS)


def do(page: RecordPage, call: Callable[[Workspace], Any], qtbot) -> Any:
    """Do something in the archive and return what came of it."""
    answers: list[Any] = []
    page.view_model.lane.submit(call, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    return answers[0]


def test_the_first_rows_come_before_the_rest_and_the_first_is_chosen(lane: ArchiveLane, qtbot):
    page = PeoplePage(lane)
    qtbot.addWidget(page)
    page.show()
    seen = []
    page.view_model.first_arrived.connect(lambda _first: seen.append(page.table.model().rowCount()))
    page.view_model.ids_arrived.connect(lambda _ids: seen.append(page.table.model().rowCount()))
    page.enter()
    qtbot.waitUntil(lambda: seen == [200, 450], timeout=PATIENCE_MS)
    assert page.citation() == "P-001"
    assert page.pane.bar.count.text() == "450 people"
    qtbot.waitUntil(lambda: page.pane.tabs.tabText(0) == "Victims  450", timeout=PATIENCE_MS)


@pytest.fixture
def roleless(relay: Relay, folder: Path, qtbot):
    """A lane with a case of one person, who has no part in anything yet."""

    def make() -> Workspace:
        ws = cases.create(folder, "Дело", PASSPHRASE, profile=QUICK)
        people.add(ws, Person(), PersonName(full="Айна"))
        return ws

    made, opened = ArchiveLane(relay), []
    made.open(make, done=opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    yield made
    made.close()
    assert made.join()


def test_people_open_on_a_tab_with_people_in_it(roleless: ArchiveLane, qtbot):
    page = PeoplePage(roleless)
    qtbot.addWidget(page)
    page.restore_state(page.state())  # as it was left before there was anybody
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.table.chooser.current_id() == 1, timeout=PATIENCE_MS)
    assert page.pane.tabs.key == "others"
    assert page.pane.bar.count.text() == "1 person"


def test_an_empty_tab_that_somebody_chooses_stays_in_front(roleless: ArchiveLane, qtbot):
    page = PeoplePage(roleless)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.pane.tabs.key == "others", timeout=PATIENCE_MS)
    page.pane.tabs.choose("witnesses")
    settle(page, qtbot)
    page.enter()
    settle(page, qtbot, 20)
    assert page.pane.tabs.key == "witnesses"
    assert page.pane.empty.isVisible()


def test_words_and_values_are_filters_and_nothing_found_offers_to_clear_them(page: PeoplePage, qtbot):
    page.pane.bar.field.setText("АЙ")
    page.pane.bar.field.paused.emit("АЙ")
    settle(page, qtbot)
    assert list(page._model.ids) == [1, 3]
    page.pane.bar.facets.chips["citizenship"].choose("UZ", "Uzbekistan")
    settle(page, qtbot)
    assert page.pane.empty.isVisible()
    assert page.pane.empty._title.text() == "Nothing matches these 2 filters"
    assert page.pane.bar.count.text() == "0 people"
    page.pane.empty._button.click()
    settle(page, qtbot)
    assert len(page._model.ids) == 450
    assert page.pane.bar.words() == "" and page.pane.bar.facets.kept() == ()


def test_values_of_a_facet_come_with_their_counts_when_the_chip_is_pressed(page: PeoplePage, qtbot):
    chip = page.pane.bar.facets.chips["citizenship"]
    chip.click()
    qtbot.waitUntil(lambda: len(chip.menu_of_values.actions()) == 3, timeout=PATIENCE_MS)
    assert [entry.text() for entry in chip.menu_of_values.actions()][1:] == ["Kazakhstan\t150", "Kyrgyzstan\t300"]
    chip.menu_of_values.close()


def test_letters_typed_in_the_table_go_to_a_name(page: PeoplePage, qtbot):
    page.table.setFocus()
    for wanted in (2, 5):
        page.table.keyboardSearch("Б")
        qtbot.waitUntil(lambda wanted=wanted: page.table.chooser.current_id() == wanted, timeout=PATIENCE_MS)
    page.table.keyboardSearch("P-44")  # the number works as well
    qtbot.wait(1100)
    page.table.keyboardSearch("P-44")
    qtbot.waitUntil(lambda: page.table.chooser.current_id() == 440, timeout=PATIENCE_MS)


def test_the_head_and_the_button_order_the_list_and_keep_who_is_chosen(page: PeoplePage, qtbot):
    page.show_record(3)
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    settle(page, qtbot)
    assert list(page._model.ids[:6]) == [3, 1, 5, 2, 4, 6]
    assert page.table.chooser.current_id() == 3
    page.pane.bar.offer_sorts(page._model.columns, *page._model.order)
    entries = {entry.text(): entry for entry in page.pane.bar.menu.actions()}
    assert entries["Name or pseudonym"].isChecked() and entries["Ascending"].isChecked()
    entries["Descending"].trigger()
    page.pane.bar.menu.close()
    settle(page, qtbot)
    assert list(page._model.ids[:6]) == [4, 2, 5, 1, 3, 6]


def test_a_change_of_the_case_moves_neither_view_nor_choice(page: PeoplePage, qtbot):
    page.show_record(300)
    settle(page, qtbot)
    page.table.setFocus()
    scrolled, heard = page.table.verticalScrollBar().value(), []
    page.table.chooser.current_changed.connect(heard.append)
    assert scrolled > 0
    do(page, lambda ws: people.add_name(ws, ws.records.get(Person, 300), PersonName(full="Жанар")), qtbot)
    do(page, lambda ws: people.add(ws, Person(recognised_victim=True)), qtbot)
    page.case_changed(frozenset({"person", "person_name"}))
    settle(page, qtbot, 50)
    qtbot.waitUntil(lambda: page._model.row_of(300).name == "Жанар", timeout=PATIENCE_MS)
    assert page.table.model().rowCount() == 451
    assert (page.table.verticalScrollBar().value(), heard, page.table.hasFocus()) == (scrolled, [], True)
    do(page, lambda ws: records.void(ws, ws.records.get(Person, 300), "twice"), qtbot)
    page.case_changed(frozenset({"person"}))
    settle(page, qtbot, 50)
    assert page.table.model().rowCount() == 450
    assert page.citation() != "P-300"


def test_what_has_nothing_to_do_with_the_list_is_not_fetched(page: PeoplePage, qtbot):
    fetched = []
    page.view_model.ids_arrived.connect(fetched.append)
    page.case_changed(frozenset({"saved_search"}))
    settle(page, qtbot, 20)
    assert fetched == []


def test_a_record_that_filters_hide_is_shown_past_them(page: PeoplePage, qtbot):
    page.pane.tabs.choose("witnesses")
    settle(page, qtbot)
    assert page.pane.empty._button.text() == "New person"
    page.show_record(420)
    qtbot.waitUntil(lambda: page.table.chooser.current_id() == 420, timeout=PATIENCE_MS)
    assert page.pane.tabs.key == "victims"
    page.show_record(9_999)
    settle(page, qtbot, 20)
    assert page.table.chooser.current_id() == 420


def test_many_are_chosen_and_the_status_counts_them(page: PeoplePage, qtbot):
    heard = []
    page.status_changed.connect(heard.append)
    page.table.selectAll()
    assert heard[-1] == "450 of 450 selected"
    assert page.selection() == list(range(1, 451))


def test_the_page_is_left_and_found_again_as_it_was(page: PeoplePage, lane: ArchiveLane, qtbot):
    page.pane.tabs.choose("others")
    page._model.set_order("consent", True)
    page.set_density("compact")
    page.table.choose_columns(["code", "consent", "name"])
    other = PeoplePage(lane)
    qtbot.addWidget(other)
    other.restore_state(page.state())
    other.enter()
    settle(other, qtbot)
    assert other.state() == page.state()
    assert (other.view_model.ask.tab, other.view_model.ask.sort) == ("others", "consent")


def test_an_empty_list_says_what_belongs_there_and_how_to_begin(lane: ArchiveLane, qtbot):
    page = EventsPage(lane)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    settle(page, qtbot)
    asked = []
    page.new_asked.connect(lambda: asked.append(1))
    assert page.pane.empty._title.text() == "No events yet"
    assert page.pane.empty._also.text() == "or drop files on this window"
    page.pane.empty._button.click()
    assert asked == [1]


def test_nothing_of_a_locked_case_is_left_in_the_list(page: PeoplePage, qtbot):
    page.view_model.fetch(array("q", range(1, 100)))
    page.clear()
    settle_lane = []
    page.view_model.lane.submit(lambda _ws: True, done=settle_lane.append)
    qtbot.waitUntil(lambda: bool(settle_lane), timeout=PATIENCE_MS)
    assert page.table.model().rowCount() == 0
    assert page._model._rows == {}


def test_a_person_begun_under_a_tab_stands_there_at_once(unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    shell.go("people")
    shell.page.pane.tabs.choose("witnesses")
    settle(shell.page, qtbot)
    shell.page.new_asked.emit()
    qtbot.waitUntil(lambda: bool(shell.page.findChildren(RecordEditor)), timeout=PATIENCE_MS)
    (form,) = shell.page.findChildren(RecordEditor)
    qtbot.waitUntil(lambda: "role" in form.body.rows, timeout=PATIENCE_MS)
    assert form.body.rows["role"].editor.box.value() == "WITNESS"
    line = form.body.rows["name.full"].editor.fields()[0]
    line.insert("Болат")
    line.textEdited.emit(line.text())
    form.flush()
    qtbot.waitUntil(lambda: shell.page.citation() == form.view_model.form.code != "", timeout=PATIENCE_MS)
    assert shell.page.pane.tabs.key == "witnesses"


def test_the_status_bar_forgets_a_choice_that_a_filter_hides(unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    page = shell.page
    assert isinstance(page, RecordPage)
    heard: list[str] = []
    page.status_changed.connect(heard.append)
    qtbot.waitUntil(lambda: page.citation() != "", timeout=PATIENCE_MS)
    page.pane.bar.field.setText("nobody is called so")
    page.pane.bar.field.paused.emit("")
    settle(page, qtbot)
    assert page.table.model().rowCount() == 0
    assert heard[-1] == ""


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_chip_is_cut_however_narrow_the_list(language: str, qtbot):
    words.choose(language)
    bar = FilterBar("Filter", [Facet("a", N_("Consent")), Facet("b", N_("Citizenship")), Facet("c", N_("Missing"))])
    bar.count.setText("100 000")
    qtbot.addWidget(bar)
    bar.show()
    for width in (1400, 900, 720):
        bar.resize(width, 46)
        qtbot.wait(5)
        for chip in bar.facets.chips.values():
            assert chip.width() >= chip.sizeHint().width(), (width, chip.text())
        assert bar.count.isHidden() or bar.count.width() >= bar.count.sizeHint().width()
    bar.resize(580, 46)
    assert bar.count.isHidden()


def test_events_keep_their_title_in_the_smallest_window_with_the_largest_text(qtbot, monkeypatch):
    monkeypatch.setattr(look, "_now", look.Look(look.theme(), 1.5))
    model = EventsTableModel()
    model.set_ids(array("q", [1]))
    row = EventRow(1, "", "N-001", "Обыск", "Действие", "7 января 2022", "2022", "Алматы", 3, 2, True)
    model.put_rows({1: row})
    table = RecordTable(model)
    qtbot.addWidget(table)
    for width in (1200, 700, 520, 400):
        table.resize(width, 300)
        table.show()
        qtbot.waitExposed(table)
        shown = [n for n in range(model.columnCount()) if not table.isColumnHidden(n)]
        assert 2 in shown
        assert table.columnWidth(2) >= 120
        assert sum(table.columnWidth(n) for n in shown) <= table.viewport().width()


def test_tabs_that_do_not_fit_are_cut_in_the_middle_and_keep_their_number(qtbot):
    tabs = RecordTabs([Tab("accused", "Обвиняемые сотрудники полиции"), Tab("witnesses", "Свидетели по делу")])
    qtbot.addWidget(tabs)
    tabs.show_counts({"accused": 2})
    tabs.resize(200, 40)
    tabs.show()
    qtbot.waitExposed(tabs)
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert tabs.elideMode() == Qt.TextElideMode.ElideMiddle
    assert tabs.tabToolTip(0) == "Обвиняемые сотрудники полиции  2"
