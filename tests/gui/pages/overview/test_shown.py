"""What the overview shows: to whom, how narrow, of an empty case, after a change, after the lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from evidence_app.domain.testimony import Testimony
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.overview.section_card import CardLine
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.proof_matrix import CELL
from evidence_app.services import records
from evidence_app.services.masking import Mask, learned
from tests.gui.pages.overview.scene import NAME, PATIENCE_MS, at, keys, texts


def test_no_name_is_shown_or_told_while_names_are_hidden(filled: Path, show, qtbot, lane: ArchiveLane):
    page = show(filled)
    family = NAME.split()[0]
    index = page.board.matrix.model.index(0, 0)
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    story = page.board.story.stations

    def told() -> str:
        qtbot.wait(20)  # lines that are new are shown in the next turn
        said = [str(index.data(role)) for role in roles]
        said += [str(page.board.matrix.model.headerData(0, Qt.Orientation.Horizontal, role)) for role in roles]
        said += [str(story.index(row).data(role)) for row in range(story.rowCount()) for role in roles]
        lines = [line.accessibleName() for line in page.findChildren(CardLine) if line.isVisibleTo(page)]
        assert any("withdrew consent" in line for line in lines)
        return "\n".join((*said, texts(page), *lines))

    assert family in told()
    masks: list[Mask] = []
    lane.submit(learned, done=masks.append)
    qtbot.waitUntil(lambda: bool(masks), timeout=PATIENCE_MS)
    privacy.learn(masks[0].words)
    privacy.put(True)
    assert family not in told()
    assert "P-001 is shown" in told()
    privacy.put(False)
    assert family in told()


def test_a_change_fetches_only_what_speaks_of_it(filled: Path, show, qtbot, lane: ArchiveLane):
    page = show(filled)
    came: list[str] = []
    page.view_model.arrived.connect(lambda part, _value: came.append(part))
    lane.submit(lambda ws: records.change(ws, ws.records.first(Testimony), speaker=None))
    page.case_changed(frozenset({"testimony"}))
    qtbot.waitUntil(lambda: {"proof", "work"} <= set(came), timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert "dates" not in came
    assert page.board.matrix.model.index(0, 0).data(CELL).citations == ()


def test_the_cursor_stays_where_it_was_when_the_matrix_is_fetched_anew(filled: Path, show, qtbot):
    page = show(filled)
    page.focus_list()
    keys(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Right)
    page.view_model.held.clear()
    page.enter()
    qtbot.waitUntil(lambda: len(page.view_model.held) == 6, timeout=PATIENCE_MS)
    assert at(page) == (1, 1)


def test_an_empty_case_says_what_to_do_first(empty: Path, show, qtbot):
    page = show(empty)
    lines = page.board.first.lines()
    assert [line.line.title for line in lines] == ["Import files", "Add a person", "Look at the guide"]
    assert not page.board.matrix.isVisibleTo(page)
    page.focus_list()
    assert lines[0].hasFocus() or QApplication.activeWindow() is None
    with qtbot.waitSignal(page.import_asked):
        qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.command_asked) as asked:
        qtbot.keyClick(lines[1], Qt.Key.Key_Space)
    assert asked.args == ["person.new"]


def test_ways_to_what_the_window_has_not_are_not_shown(filled: Path, show):
    page = show(filled)
    page.offer(frozenset())
    assert not page.board.settings.isVisibleTo(page)
    assert not page.board.dates.more.isVisibleTo(page)


def test_after_the_lock_nothing_of_the_case_is_left(filled: Path, show):
    page = show(filled)
    page.clear()
    assert NAME.split()[0] not in texts(page)
    assert page.board.matrix.model.columnCount() == 0
    assert page.board.story.stations.rowCount() == 0
    assert page.view_model.held == {}


@pytest.mark.parametrize("width", [560, 968, 1208])
def test_no_sentence_is_cut_however_narrow_the_page(filled: Path, show, qtbot, width: int):
    page = show(filled)
    page.resize(width, 500)
    board = page.board

    def is_whole() -> None:
        assert board.width() <= width
        for label in board.findChildren(PlainLabel):
            if label.isVisibleTo(board) and not isinstance(label, ElidedLabel):
                needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= needed, label.text()
                assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
        for button in board.findChildren(QPushButton):
            assert not button.isVisibleTo(board) or button.width() >= button.sizeHint().width(), button.text()

    qtbot.waitUntil(is_whole)


def test_cards_stand_side_by_side_only_where_there_is_room(filled: Path, show, qtbot):
    page = show(filled)
    board = page.board
    assert board.dates.y() == board.work.y()
    page.resize(700, 660)
    qtbot.waitUntil(lambda: board.work.y() > board.dates.y() + board.dates.height())
    assert board.dates.width() == board.work.width()
