"""Rows that hang below one another: what shows, what the keys do, what is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap

from evidence_app.gui.theme import look
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_rows import BarCell, TreeRows
from evidence_app.gui.widgets.tree_rows_model import CELL, TreeColumn, TreeRowsModel


@dataclass(frozen=True)
class Row:
    """A row of these tests."""

    id: int
    depth: int
    title: str
    note: str = ""


ROWS = (
    Row(1, 0, "Criminal case", "open"),
    Row(2, 1, "First instance"),
    Row(3, 2, "Hearing", "in May"),
    Row(4, 1, "Appeal"),
    Row(5, 0, "Committee", "filed"),
)
COLUMNS = (
    TreeColumn("Proceeding", 120, lambda row: Cell(row.title), 0, stretch=True),
    TreeColumn("Note", 80, lambda row: Cell(row.note), 1),
    TreeColumn("Empty", 300, lambda _row: Cell(), 2),
)


def drawn(model: TreeRowsModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """Draw what shows."""
    parent = parent or QModelIndex()
    lines = []
    for place in range(model.rowCount(parent)):
        index = model.index(place, 0, parent)
        lines += ["  " * depth + str(index.data()), *drawn(model, index, depth + 1)]
    return lines


@pytest.fixture
def tree(qtbot) -> TreeRows:
    made = TreeRows(COLUMNS, is_tree=True)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.rows.set_rows(ROWS)
    made.show()
    return made


def test_deeper_rows_hang_below_the_one_before(tree: TreeRows) -> None:
    assert drawn(tree.rows) == ["Criminal case", "  First instance", "    Hearing", "  Appeal", "Committee"]


def test_a_filter_keeps_what_holds_its_words_and_what_that_hangs_below(tree: TreeRows) -> None:
    tree.rows.keep("hearing MAY")
    assert drawn(tree.rows) == ["Criminal case", "  First instance", "    Hearing"]
    assert (tree.rows.shown, tree.rows.total) == (3, 5)
    assert not tree.rows.index_of(4).isValid()
    tree.rows.keep("")
    assert tree.rows.shown == 5


def test_every_row_is_found_by_its_record_and_knows_what_it_hangs_below(tree: TreeRows) -> None:
    for row in ROWS:
        index = tree.rows.index_of(row.id)
        assert tree.rows.row_at(index) is row
    assert tree.rows.row_at(tree.rows.parent(tree.rows.index_of(3))) is ROWS[1]
    assert not tree.rows.parent(tree.rows.index_of(1)).isValid()


def test_left_closes_a_branch_right_opens_it_and_down_goes_on(qtbot, tree: TreeRows) -> None:
    tree.show_record(1)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.rows.index_of(1))
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.current_id() == 5
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.rows.index_of(1))
    tree.step(1)
    assert tree.current_id() == 2


def test_enter_opens_the_current_row(qtbot, tree: TreeRows) -> None:
    opened: list[int] = []
    tree.opened.connect(opened.append)
    tree.show_record(3)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert opened == [3]


def test_choosing_a_row_says_so_once(tree: TreeRows) -> None:
    chosen: list[int] = []
    tree.show_record(1)
    tree.current_changed.connect(chosen.append)
    tree.show_record(4)
    assert chosen == [4]


def test_columns_without_content_and_those_without_room_give_way(tree: TreeRows) -> None:
    assert tree.isColumnHidden(2) and not tree.isColumnHidden(1)
    tree.resize(150, 400)
    assert tree.isColumnHidden(1) and not tree.isColumnHidden(0)


def test_a_title_goes_on_where_the_rest_of_its_row_is_empty(tree: TreeRows) -> None:
    assert tree.isFirstColumnSpanned(1, tree.rows.index_of(1))  # the appeal
    assert not tree.isFirstColumnSpanned(0, QModelIndex())


def test_a_cell_is_read_aloud_with_its_column(tree: TreeRows) -> None:
    index = tree.rows.index_of(1).siblingAtColumn(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Note: open"
    empty = tree.rows.index_of(2).siblingAtColumn(1)
    assert empty.data(Qt.ItemDataRole.AccessibleTextRole) == "Note: —"


def test_a_bar_is_painted_and_said_in_words(qtbot) -> None:
    column = TreeColumn("Share", 140, lambda _row: BarCell("8.2%", whole=100, parts=(8, None)), stretch=True)
    made = TreeRows((column,))
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.rows.set_rows(ROWS[:1])
    assert isinstance(made.rows.index_of(1).data(CELL), BarCell)
    picture = QPixmap(made.size())
    made.render(picture)
    colours = {picture.toImage().pixelColor(x, 54).name() for x in range(300)}
    assert {look.colour("border_strong").name(), look.colour("accent").name()} <= colours
