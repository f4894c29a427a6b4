"""Tables of records: ids in memory, rows a window at a time, and a choice that outlasts every change."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from evidence_app.gui.widgets import citation_mime, record_model, record_table
from evidence_app.gui.widgets.cell import Cell, Column
from evidence_app.gui.widgets.column_chooser import ColumnChooser
from evidence_app.gui.widgets.differing import compare
from evidence_app.gui.widgets.record_model import CELL, RecordTableModel
from evidence_app.gui.widgets.record_table import RecordTable

MANY = 100_000


@dataclass(frozen=True)
class Row:
    """A row to list."""

    id: int
    code: str
    name: str
    age: int


class Model(RecordTableModel):
    """Four columns."""

    columns: ClassVar = (
        Column[Row]("code", "No.", 80, lambda row: Cell(row.code), "code", 0),
        Column[Row]("name", "Name", 120, lambda row: Cell(row.name, chips=("new",)), "name", 1, stretch=True),
        Column[Row]("age", "Age", 80, lambda row: Cell(str(row.age), right=True), "age", 2),
        Column[Row]("note", "Note", 60, lambda _row: Cell(), priority=3, usual=False),
    )


class Archive:
    """Answers a model as the lane does, and remembers what was asked."""

    def __init__(self, model: Model) -> None:
        self.model, self.asked = model, []
        model.archive = self  # a connection alone would not keep it
        self.year = 0
        model.wanted.connect(self._on_wanted)

    def _on_wanted(self, ids: array) -> None:
        self.asked.append(ids)
        self.model.answer(ids, {one: Row(one, f"P-{one:03}", f"Имя {one}", one % 90 + self.year) for one in ids})


@pytest.fixture
def model(qapp) -> Model:
    return Model()


@pytest.fixture
def table(model: Model, qtbot) -> Iterator[RecordTable]:
    made = RecordTable(model)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def ids(*numbers: int) -> array:
    """Return ids."""
    return array("q", numbers)


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_a_change_is_told_as_one_stretch(old: list[int], new: list[int]):
    differing = compare(array("q", old), array("q", new))
    end = len(new) - differing.at - differing.added
    assert old[: differing.at] == new[: differing.at]
    assert old[differing.at + differing.removed :] == new[len(new) - end :]
    assert differing.added == 0 or differing.removed == 0 or old[differing.at] != new[differing.at]


def test_the_model_keeps_qt_s_own_rules(model: Model, qtbot):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    Archive(model)
    for shown in (ids(1, 2, 3), ids(2, 3), ids(3, 2), ids(), ids(5, 3, 9, 2)):
        model.set_ids(shown)
        qtbot.wait(5)
        assert [model.ids[place] for place in range(model.rowCount())] == list(shown)
    model.refresh()
    model.forget()
    assert tester.model() is model


def test_only_what_is_looked_at_is_fetched_and_memory_stays_within_bounds(model: Model, table: RecordTable, qtbot):
    archive = Archive(model)
    table.chooser.show_ids(array("q", range(1, MANY + 1)))
    qtbot.waitUntil(lambda: model.row_of(1) is not None)
    assert [len(asked) for asked in archive.asked] == [200]
    table.scrollToBottom()
    assert model.index(MANY - 1, 0).data(CELL).is_waiting
    qtbot.waitUntil(lambda: model.row_of(MANY) is not None)
    for place in range(0, MANY, 4_000):
        table.scrollTo(model.index(place, 0), RecordTable.ScrollHint.PositionAtTop)
        qtbot.waitUntil(lambda place=place: model.row_of(place + 1) is not None)
    assert len(model._rows) <= record_model.MOST_ROWS
    assert len(model._fresh) <= record_model.MOST_ROWS


def test_end_and_home_go_through_a_hundred_thousand_records(model: Model, table: RecordTable, qtbot):
    Archive(model)
    table.chooser.show_ids(array("q", range(1, MANY + 1)))
    table.chooser.show_place(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.chooser.current_id() == MANY
    qtbot.waitUntil(lambda: model.row_of(MANY) is not None)
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.chooser.current_id() == 1


def test_everything_is_chosen_at_once_and_a_part_by_shift_and_control(model: Model, table: RecordTable, qtbot):
    Archive(model)
    table.chooser.show_ids(array("q", range(1, MANY + 1)))
    heard = []
    table.chooser.selection_changed.connect(heard.append)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heard[-1] == MANY
    assert table.chooser.selection() == list(range(1, MANY + 1))
    place = table.visualRect(model.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    place = table.visualRect(model.index(6, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert table.chooser.selection() == [3, 4, 7]
    assert heard[-1] == 3


def test_what_is_chosen_current_and_in_view_stays_when_records_come_and_go(model: Model, table: RecordTable, qtbot):
    Archive(model)
    table.chooser.show_ids(array("q", range(1, 1001)))
    table.chooser.show_record(500)
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(model.index(502, 0), flag.Select | flag.Rows)
    top, heard = table.rowAt(0), []
    table.chooser.current_changed.connect(heard.append)
    table.chooser.show_ids(array("q", [*range(1, 400), *range(401, 1002)]))
    assert (table.chooser.current_id(), table.chooser.selection()) == (500, [500, 503])
    table.chooser.show_ids(array("q", range(1001, 0, -1)))
    assert (table.chooser.current_id(), table.chooser.selection()) == (500, [503, 500])
    assert heard == []
    assert top > 0
    table.chooser.show_ids(array("q", [*range(1, 500), *range(501, 1001)]))
    assert (table.chooser.current_id(), table.chooser.selection()) == (0, [503])
    assert heard == [0]
    assert table.chooser.show_record(503) and not table.chooser.show_record(500)


def test_a_record_added_at_the_end_moves_nothing(model: Model, table: RecordTable, qtbot):
    Archive(model)
    table.chooser.show_ids(array("q", range(1, 1001)))
    bar = table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 5_000)
    bar.setValue(5_000)
    table.chooser.show_ids(array("q", range(1, 1003)))
    assert bar.value() == 5_000
    assert model.rowCount() == 1002


def test_old_rows_show_until_new_ones_are_here(model: Model, table: RecordTable, qtbot):
    archive = Archive(model)
    table.chooser.show_ids(ids(1, 2, 3))
    qtbot.waitUntil(lambda: model.row_of(1) is not None)
    archive.year = 1
    model.refresh()
    assert model.index(0, 2).data(CELL).text == "1"
    qtbot.waitUntil(lambda: model.index(0, 2).data(CELL).text == "2")


def test_a_record_that_has_no_row_any_more_is_asked_for_once(model: Model, table: RecordTable, qtbot):
    asked = []
    model.wanted.connect(lambda missing: (asked.append(missing), model.answer(missing, {})))
    table.chooser.show_ids(ids(1, 2))
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    assert len(asked) == 1
    assert model.index(0, 0).data(CELL).is_waiting


def test_a_column_that_orders_nothing_takes_no_arrow_and_the_model_only_asks(model: Model, table: RecordTable, qtbot):
    asked = []
    model.order_changed.connect(lambda: asked.append(model.order))
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert asked[:2] == [("age", False), ("age", True)]
    model.set_order("name", True)
    assert (table.head.sortIndicatorSection(), table.head.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    model.set_order("", False)
    assert table.head.sortIndicatorSection() == -1


def test_each_cell_says_its_column_and_all_it_shows(model: Model, qtbot):
    Archive(model)
    model.set_ids(ids(1))
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: model.row_of(1) is not None)
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Имя 1, new"


def test_columns_give_way_by_priority_and_the_stretching_one_takes_the_rest(table: RecordTable):
    table.resize(1000, 300)
    assert [table.isColumnHidden(column) for column in range(4)] == [False, False, False, True]
    assert sum(table.columnWidth(column) for column in range(4)) == table.viewport().width()
    table.resize(230, 300)
    assert [table.isColumnHidden(column) for column in range(4)] == [False, False, True, True]


def test_a_code_is_never_cut(model: Model, table: RecordTable):
    narrow = table.columnWidth(0)
    model.set_ids(ids(1))
    model.put_rows({1: Row(1, "P-100000000000", "", 1)})
    assert table.columnWidth(0) > narrow


def test_the_table_is_left_and_found_again_as_it_was(model: Model, table: RecordTable, qtbot):
    table.choose_columns(["code", "note", "name"])
    table.head.resizeSection(3, 90)
    table.set_density("roomy")
    model.set_order("name", True)
    left = table.arrangement()
    assert left == {
        "sort": ["name", True],
        "columns": ["code", "note", "name"],
        "widths": {"note": 90},
        "density": "roomy",
    }
    other = RecordTable(Model())
    qtbot.addWidget(other)
    other.resize(700, 400)
    other.arrange(left)
    assert other.arrangement() == left
    assert [other.head.logicalIndex(place) for place in range(3)] == [0, 3, 1]
    assert other.rowHeight(0) == 0 and other.verticalHeader().defaultSectionSize() == 44
    other.arrange({"sort": "odd", "columns": [1, "gone"], "widths": {"age": "x"}, "density": None})
    assert other.arrangement()["columns"] == ["code"]


def test_columns_are_chosen_and_put_in_order_in_a_panel(table: RecordTable, qtbot):
    chooser = ColumnChooser(table.columns, table)
    chooser.chosen.connect(table.choose_columns)
    chooser.reset_asked.connect(table.reset_columns)
    chooser.show_at(QPoint(300, 100))
    assert [chooser.list.item(n).text() for n in range(4)] == ["No.", "Name", "Age", "Note"]
    chooser.list.setCurrentRow(2)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    chooser.list.item(3).setCheckState(Qt.CheckState.Checked)
    assert table.columns.chosen == ["code", "age", "name", "note"]
    chooser.reset.click()
    assert table.columns.chosen == ["code", "name", "age"]
    chooser.close()


def test_keys_open_look_and_spell(model: Model, table: RecordTable, qtbot):
    table.chooser.show_ids(ids(4, 5))
    table.chooser.show_place(1)
    opened, looks, typed = [], [], []
    table.opened.connect(opened.append)
    table.quick_look_asked.connect(lambda: looks.append(1))
    table.typed.connect(typed.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClicks(table, "be v")
    assert (opened, looks) == ([5], [1])
    assert [letters.lower() for letters in typed] == ["b", "be", "be ", "be v"]


def test_the_same_letter_again_goes_on_to_the_next(model: Model, table: RecordTable, qtbot):
    table.chooser.show_ids(ids(1, 2, 3, 4))
    typed = []
    table.typed.connect(typed.append)
    for wanted in (2, 4, 2):
        table.keyboardSearch("b")
        table.chooser.go_on(ids(2, 4))
        assert table.chooser.current_id() == wanted
    assert typed == ["b", "b", "b"]


def test_a_row_is_dragged_as_its_citation(model: Model, table: RecordTable, monkeypatch):
    table.chooser.show_ids(ids(6, 7))
    model.put_rows({7: Row(7, "P-007", "Тимур", 1)})
    table.chooser.show_record(7)
    table.selectAll()
    dragged = []
    monkeypatch.setattr(record_table.QDrag, "exec", lambda drag, _action: dragged.append(drag.mimeData()))
    table.startDrag(Qt.DropAction.CopyAction)
    assert [citation_mime.citation_in(mime) for mime in dragged] == ["P-007"]
