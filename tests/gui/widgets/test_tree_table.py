"""The tree: rows in rows, what may be dragged where, what stays open, and what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_model import TreeModel, TreeRow
from evidence_app.gui.widgets.tree_table import TreeTable


def row(key: int, parent: int | None = None) -> TreeRow:
    """Return a row that says its key."""
    return TreeRow(key, parent, (Cell(f"place {key}"), Cell(str(key), right=True)))


ROWS = [row(1), row(2, 1), row(3, 2), row(4, 1), row(5)]


@pytest.fixture
def tree(qtbot) -> TreeTable:
    made = TreeTable(["Place", "Events"], (0, 60), can_move=True)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(400, 300)
    made.show_rows(ROWS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_arrows_walk_through_the_rows_in_view_and_say_which(tree: TreeTable, qtbot):
    heard: list[int] = []
    tree.chosen.connect(heard.append)
    tree.choose(1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(tree, key)
    assert heard == [2, 3, 4]
    tree.step(-1)
    assert heard[-1] == 3


def test_enter_opens_and_the_arrow_of_a_row_closes_it(tree: TreeTable, qtbot):
    opened: list[int] = []
    tree.opened.connect(opened.append)
    tree.choose(2)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    index = tree.tree.index_of(1)
    box = tree.arrow_box(index, tree.visualRect(index))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert opened == [2]
    assert not tree.isExpanded(index)


def test_what_was_closed_and_what_was_chosen_stay_so_when_the_rows_come_anew(tree: TreeTable):
    tree.choose(5)
    tree.collapse(tree.tree.index_of(2))
    tree.show_rows([*ROWS, row(6, 5)])
    assert tree.current_key() == 5
    assert not tree.isExpanded(tree.tree.index_of(2))
    assert tree.isExpanded(tree.tree.index_of(1))


def test_choosing_a_row_in_a_closed_one_opens_what_it_lies_in(tree: TreeTable):
    tree.collapse(tree.tree.index_of(1))
    assert tree.choose(3)
    assert tree.isExpanded(tree.tree.index_of(1))
    assert not tree.choose(99)


@pytest.mark.parametrize(("dragged", "over", "may"), [(2, 5, True), (3, None, True), (1, 3, False), (2, 2, False)])
def test_a_row_may_go_anywhere_but_into_itself(tree: TreeTable, dragged: int, over: int | None, may: bool):
    model: TreeModel = tree.tree
    carried = model.mimeData([model.index_of(dragged)])
    target = QModelIndex() if over is None else model.index_of(over)
    assert model.canDropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, target) is may


def test_a_drop_is_told_and_changes_nothing_by_itself(tree: TreeTable):
    heard: list[tuple[int, object]] = []
    tree.dropped.connect(lambda key, over: heard.append((key, over)))
    carried = tree.tree.mimeData([tree.tree.index_of(3)])
    tree.tree.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, tree.tree.index_of(5))
    tree.tree.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert heard == [(3, 5), (3, None)]
    assert tree.tree.parent(tree.tree.index_of(3)) == tree.tree.index_of(2)
    assert not carried.hasText()  # nothing that another program could take


def test_columns_leave_in_their_order_where_there_is_little_room(qtbot):
    made = TreeTable(["a", "b", "c", "d"], (0, 120, 100, 90), (3, 1))
    qtbot.addWidget(made)
    made.show()
    for width, shown in ((700, [0, 1, 2, 3]), (450, [0, 1, 2]), (320, [0, 2])):
        made.resize(width, 200)
        qtbot.waitExposed(made)
        assert [n for n in range(4) if not made.isColumnHidden(n)] == shown
