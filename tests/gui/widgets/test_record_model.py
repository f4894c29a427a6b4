"""Tables of records: filter, order and words for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from evidence_app.gui.widgets.cell import Cell, Column
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.record_table import RecordTable


@dataclass(frozen=True)
class Row:
    """A row to list."""

    id: int
    code: str
    name: str
    age: int


class Model(RecordTableModel):
    """Three columns."""

    columns: ClassVar = (
        Column[Row]("No.", 80, lambda row: Cell(row.code), lambda row: row.code, 0),
        Column[Row]("Name", 120, lambda row: Cell(row.name, chips=("new",)), lambda row: row.name, 1, stretch=True),
        Column[Row]("Age", 80, lambda row: Cell(str(row.age), right=True), lambda row: row.age, 2),
    )


ROWS = [Row(11, "P-001", "Берик", 40), Row(12, "P-002", "Айна", 9), Row(13, "P-003", "Вера", 31)]


@pytest.fixture
def model(qapp) -> Model:
    made = Model()
    made.set_rows(ROWS)
    return made


def names(model: Model) -> list[str]:
    """Return the names in the order shown."""
    return [model.row_at(place).name for place in range(model.rowCount())]


def test_the_model_keeps_qt_s_own_rules(model: Model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.keep("P-00")
    model.sort(1)
    model.keep("айна")
    model.set_rows(ROWS[:1])
    assert tester.model() is model


def test_a_column_orders_by_its_value_not_by_its_words(model: Model):
    model.sort(2)
    assert names(model) == ["Айна", "Вера", "Берик"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Берик", "Вера", "Айна"]
    model.sort(-1)
    assert names(model) == ["Берик", "Айна", "Вера"]


def test_the_filter_wants_all_words_in_any_column_and_case(model: Model):
    model.keep("p-00 ВЕР")
    assert names(model) == ["Вера"]


def test_each_cell_says_its_column_and_all_it_shows(model: Model):
    index = model.index(1, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Айна, new"


def test_columns_give_way_by_priority_and_the_stretching_one_takes_the_rest(model: Model, qtbot):
    table = RecordTable(model)
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.show()
    qtbot.waitExposed(table)
    assert [table.isColumnHidden(column) for column in range(3)] == [False, False, False]
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()
    table.resize(230, 300)
    assert [table.isColumnHidden(column) for column in range(3)] == [False, False, True]


def test_a_record_stays_chosen_when_the_order_changes(model: Model, qtbot):
    table = RecordTable(model)
    qtbot.addWidget(table)
    assert table.show_record(12)
    heard = []
    table.current_changed.connect(heard.append)
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert model.row_at(table.currentIndex().row()).id == 12
    assert heard == []
