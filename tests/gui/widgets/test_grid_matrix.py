"""The matrix of squares: its cursor, its digits under any layout, what is read aloud, where names find room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from evidence_app.gui.widgets.grid_cell import GridCell
from evidence_app.gui.widgets.grid_heads import GridHead, Heads
from evidence_app.gui.widgets.grid_matrix import GridMatrix

ROWS = [GridHead(number, f"Имя {number}", f"P-{number:03}", "1/3") for number in (7, 8, 9)]
COLUMNS = [GridHead(kind, f"Safeguard {kind}", "", "2") for kind in ("A", "B", "C")]


def cell(row: int, column: str) -> GridCell:
    """Return a square that says its keys."""
    return GridCell(f"{row}, {column}: breached", "x", tone="danger", warns=True)


@pytest.fixture
def matrix(qtbot) -> GridMatrix:
    made = GridMatrix("Safeguards", digits="123")
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.grid, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(700, 400)
    made.show_matrix(ROWS, COLUMNS, cell)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_cursor_begins_at_the_first_square_and_moves_with_the_arrows(matrix: GridMatrix, qtbot):
    heard: list[tuple[object, object]] = []
    matrix.moved.connect(lambda row, column: heard.append((row, column)))
    assert matrix.cursor_keys() == (7, "A")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(matrix, key)
    assert heard == [(7, "B"), (8, "B"), (8, "C")]


@pytest.mark.parametrize(("key", "text", "digit"), [(Qt.Key.Key_1, "1", "1"), (0x22, '"', "1"), (0x4D8, "ә", "2")])
def test_digits_are_taken_by_their_place_on_the_keyboard(matrix: GridMatrix, qtbot, key: int, text: str, digit: str):
    heard: list[str] = []
    matrix.typed.connect(heard.append)
    QApplication.sendEvent(matrix, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    assert heard == [digit]


def test_other_keys_and_chords_set_nothing_and_delete_clears(matrix: GridMatrix, qtbot):
    heard: list[str] = []
    matrix.typed.connect(heard.append)
    qtbot.keyClick(matrix, Qt.Key.Key_Z)
    qtbot.keyClick(matrix, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(matrix, Qt.Key.Key_Delete)
    assert heard == ["Del"]


def test_enter_and_double_click_open_a_square(matrix: GridMatrix, qtbot):
    heard: list[tuple[object, object]] = []
    matrix.opened.connect(lambda row, column: heard.append((row, column)))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    at = matrix.visualRect(matrix.grid.index(1, 2)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [(7, "A"), (8, "C")]


def test_the_cursor_stays_on_its_keys_when_rows_come_and_go(matrix: GridMatrix):
    matrix.put_cursor(9, "B")
    matrix.show_matrix(ROWS, COLUMNS, cell)
    assert matrix.cursor_keys() == (9, "B")
    matrix.show_matrix([GridHead(3, "", "P-003"), *ROWS], COLUMNS, cell)
    assert matrix.cursor_keys() == (9, "B")
    matrix.show_matrix(ROWS[:1], COLUMNS, cell)
    assert matrix.cursor_keys() == (7, "B")
    matrix.show_matrix([], [], cell)
    assert matrix.cursor_keys() is None


def test_a_screen_reader_hears_squares_and_heads(matrix: GridMatrix):
    table = QAccessible.queryAccessibleInterface(matrix)
    said = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert "8, B: breached" in said
    assert "P-008 Имя 8 1/3" in said


@pytest.mark.parametrize("width", [420, 700, 1300])
def test_names_always_keep_some_room(matrix: GridMatrix, width: int, qtbot):
    matrix.resize(width, 400)
    assert 196 <= matrix.verticalHeader().width() <= 300
    assert 36 <= matrix.horizontalHeader().defaultSectionSize() <= 60
    assert not matrix.grab().isNull()


def test_of_a_crowd_only_the_heads_in_view_are_made(qtbot):
    matrix, made = GridMatrix("Crowd"), []
    qtbot.addWidget(matrix)
    matrix.resize(500, 400)

    def head(place: int) -> GridHead:
        made.append(place)
        return GridHead(place + 1, f"Somebody {place}")

    matrix.show_matrix(Heads(range(1, 5001), head), [GridHead("A", "First")], lambda _row, _column: GridCell(""))
    matrix.show()
    qtbot.waitExposed(matrix)
    matrix.put_cursor(2500, "A")
    assert matrix.cursor_keys() == (2500, "A")
    qtbot.waitUntil(lambda: 2499 in made)
    assert len(set(made)) < 500  # Qt measures some that are not in view
