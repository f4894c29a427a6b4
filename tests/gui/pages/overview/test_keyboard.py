"""The overview by keyboard alone: every square can be reached, heard, opened, and let out as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.gui.dialogs import choosing
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.overview.page import OverviewPage
from evidence_app.services import cases
from tests.gui.pages.overview.scene import NAME, PASSPHRASE, PATIENCE_MS, VICTIMS, at, keys


def test_the_keyboard_reaches_every_square_and_the_headings_stay(filled: Path, show, qtbot):
    page = show(filled)
    page.focus_list()
    table = page.board.matrix.table
    assert at(page) == (0, 0)
    keys(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert at(page) == (1, 2)
    keys(qtbot, page, Qt.Key.Key_End)
    assert at(page) == (1, VICTIMS - 1)
    keys(qtbot, page, Qt.Key.Key_Home)
    assert at(page) == (1, 0)
    page.resize(600, 660)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    keys(qtbot, page, Qt.Key.Key_PageDown)
    went = at(page)
    assert went[0] == 1
    assert 3 < went[1] < VICTIMS - 1
    keys(qtbot, page, Qt.Key.Key_End)
    assert table.horizontalScrollBar().value() > 0
    assert table.verticalHeader().isVisible()
    keys(qtbot, page, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert at(page) == (1, 0)


def test_the_keyboard_waits_for_the_matrix_unless_somebody_moves_on(filled: Path, lane: ArchiveLane, qtbot):
    window = QWidget()
    here, there, page = QLineEdit(window), QLineEdit(window), OverviewPage(lane)
    page.setParent(window)
    qtbot.addWidget(window)
    window.resize(1000, 600)
    page.resize(1000, 560)
    window.show()
    window.activateWindow()
    lane.open(lambda: cases.open_case(filled, PASSPHRASE))
    page.enter()
    page.focus_list()
    qtbot.waitUntil(page.board.matrix.table.hasFocus, timeout=PATIENCE_MS)
    page.clear()
    here.setFocus()
    page.enter()
    page.focus_list()
    there.setFocus()
    qtbot.waitUntil(lambda: len(page.view_model.held) == 6, timeout=PATIENCE_MS)
    assert there.hasFocus()


def test_enter_opens_what_is_there_and_begins_what_is_missing(filled: Path, show, qtbot):
    page = show(filled)
    page.focus_list()
    with qtbot.waitSignal(page.followed) as followed:
        keys(qtbot, page, Qt.Key.Key_Return)
    assert followed.args == ["T-001"]
    keys(qtbot, page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.start_asked) as started, qtbot.assertNotEmitted(page.followed):
        keys(qtbot, page, Qt.Key.Key_Return)
    second = page.board.matrix.model.matrix.victims[1].id
    assert started.args == ["statement", second]
    assert page.citation() == "P-002"


def test_what_the_cursor_came_to_is_told_in_the_status_bar(filled: Path, show, qtbot):
    page = show(filled)
    page.activateWindow()
    page.focus_list()
    qtbot.waitUntil(page.board.matrix.table.hasFocus)
    with qtbot.waitSignal(page.status_changed) as told:
        keys(qtbot, page, Qt.Key.Key_Right)
    assert told.args == ["P-002, Statement: missing, no statement taken"]


def test_a_screen_reader_finds_a_table_and_hears_each_square(filled: Path, show):
    page = show(filled)
    model = page.board.matrix.model
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"P-001 {NAME}, Statement: complete, 1 statement"
    )
    heard = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"Statement: 1 of {VICTIMS}"
    table = QAccessible.queryAccessibleInterface(page.board.matrix.table)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Proof by victim"
    names = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert "P-002, Statement: missing, no statement taken" in names
    story = QAccessible.queryAccessibleInterface(page.board.story)
    told = [story.child(number).text(QAccessible.Text.Name) for number in range(story.childCount())]
    assert "17 January 2025, Verdict, long after the one before" in told


def test_the_story_is_walked_with_arrows_and_opened_with_enter(filled: Path, show, qtbot):
    page = show(filled)
    story = page.board.story
    story.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(story, key)
    with qtbot.waitSignal(page.followed) as followed:
        qtbot.keyClick(story, Qt.Key.Key_Return)
    assert followed.args == ["N-003"]
    qtbot.keyClick(story, Qt.Key.Key_Home)
    assert story.currentIndex().row() == 0


def test_lines_of_the_cards_are_reached_by_tab_and_lead_on(filled: Path, show, qtbot):
    page = show(filled)
    line = next(line for line in page.board.decisions.lines() if "without a source" in line.accessibleName())
    assert line.focusPolicy() & Qt.FocusPolicy.TabFocus
    line.setFocus()
    with qtbot.waitSignal(page.followed) as followed:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert followed.args == ["N-001"]
    with qtbot.waitSignal(page.command_asked) as asked:
        page.board.dates.more.click()
    assert asked.args == ["page.proceedings"]


def test_the_menu_of_a_square_lists_the_records_behind_it(filled: Path, show):
    page = show(filled)
    matrix = page.board.matrix
    said = [action.text() for action in matrix.menu(matrix.model.index(0, 0)).actions() if action.text()]
    assert said[:3] == ["Open T-001", "Open P-001", "Add: Statement"]
    assert [action.text() for action in matrix.menu(QModelIndex()).actions()] == said[-1:]


def test_the_table_is_saved_where_one_says_and_reads_back(
    filled: Path, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = show(filled)
    monkeypatch.setattr(choosing, "new_file", lambda *_asked: tmp_path / "proof")
    page.board.matrix.menu(QModelIndex()).actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(page.notice.words), timeout=PATIENCE_MS)
    assert page.notice.words == f"proof.csv is saved: {VICTIMS} people."
    with (tmp_path / "proof.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert [line[0] for line in lines[1:3]] == ["P-001", "P-002"]
    assert lines[1][7] == "Withdrawn"
    page.board.matrix.export_asked.emit()
    qtbot.waitUntil(lambda: "proof.csv is saved" not in page.notice.words, timeout=PATIENCE_MS)
