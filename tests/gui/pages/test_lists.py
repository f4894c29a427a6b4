"""Tables of the pages: what a filter finds, how names are ordered, which columns stay in a small window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from evidence_app.gui.pages.events.table_model import EventsTableModel
from evidence_app.gui.pages.people.table_model import PeopleTableModel
from evidence_app.gui.pages.records.page import RecordPage
from evidence_app.gui.pages.records.tabs import RecordTabs, Tab
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.theme import look
from evidence_app.gui.widgets.record_table import RecordTable
from evidence_app.services.listing import EventRow, PersonRow

PATIENCE_MS = 30_000


def person(number: int, name: str, also: str = "") -> PersonRow:
    """Return a person of whom little is known."""
    return PersonRow(number, f"P-{number:03}", name, also, False, "victims", "", 0, 0, "", "none")


PEOPLE = [person(1, ""), person(2, "Яков"), person(3, "Айна", "Айна\nAyna Beriqqyzy")]


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        (Qt.SortOrder.AscendingOrder, ["P-003", "P-002", "P-001"]),
        (Qt.SortOrder.DescendingOrder, ["P-002", "P-003", "P-001"]),
    ],
)
def test_people_without_a_name_come_last_in_either_order(order: Qt.SortOrder, codes: list[str], qapp):
    model = PeopleTableModel()
    model.set_rows(PEOPLE)
    model.sort(1, order)
    assert [model.row_at(place).code for place in range(3)] == codes


def test_people_are_found_by_any_recorded_spelling(qapp):
    model = PeopleTableModel()
    model.set_rows(PEOPLE)
    model.keep("beriqqyzy")
    assert [model.row_at(place).code for place in range(model.rowCount())] == ["P-003"]


def test_the_status_bar_forgets_a_choice_that_a_filter_hides(unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    page = shell.page
    assert isinstance(page, RecordPage)
    qtbot.waitUntil(lambda: "selected" in shell.status._selection.text(), timeout=PATIENCE_MS)
    page._filter.setText("nobody is called so")
    page._filter.paused.emit("")
    assert page.table.model().rowCount() == 0
    assert shell.status._selection.text() == ""


def test_events_keep_their_title_in_the_smallest_window_with_the_largest_text(qtbot, monkeypatch):
    monkeypatch.setattr(look, "_now", look.Look(look.theme(), 1.5))
    model = EventsTableModel()
    model.set_rows([EventRow(1, "N-001", "Обыск", "Действие", "7 января 2022", "2022", "Алматы", 3, 2, True)])
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
    tabs = RecordTabs([Tab("Обвиняемые сотрудники полиции", bool), Tab("Свидетели по делу", bool)])
    qtbot.addWidget(tabs)
    tabs.count_rows([1, 1])
    tabs.resize(200, 40)
    tabs.show()
    qtbot.waitExposed(tabs)
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert tabs.elideMode() == Qt.TextElideMode.ElideMiddle
    assert tabs.tabToolTip(0) == "Обвиняемые сотрудники полиции  2"
