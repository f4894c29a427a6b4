"""The go-or-do field: records by a few letters, commands by their titles, the search of the whole case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from evidence_app.gui.app import Program
from evidence_app.gui.shell.go_or_do import Search
from evidence_app.gui.shell.shell import Shell
from evidence_app.services.going import Goal

PATIENCE_MS = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(program: Program, unlock: Callable[[], Shell]) -> Shell:
    """The sample, open, with the cursor in the field."""
    opened = unlock()
    program.window.commands["go.anywhere"].trigger()
    return opened


def offered(shell: Shell, kind: type) -> list:
    """Return the values of a kind that are offered now."""
    return [offer.value for offer in shell.going.popup.list.offers.offers if isinstance(offer.value, kind)]


def test_a_few_letters_of_a_name_offer_the_person_first_and_enter_goes_there(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "vik")
    qtbot.waitUntil(lambda: bool(offered(shell, Goal)), timeout=PATIENCE_MS)
    assert offered(shell, Goal)[0].noun == "person"
    assert shell.page_name == "people"
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Down)
    wanted = shell.going.popup.list.chosen().value
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return)
    assert not shell.going.popup.isVisible()
    assert wanted.noun == "filing"
    assert shell.page_name == "filings"
    qtbot.waitUntil(lambda: shell.page.citation() == wanted.code, timeout=PATIENCE_MS)


def test_letters_of_a_title_offer_the_command_and_enter_carries_it_out(program: Program, shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, ">dark")
    assert [action.objectName() for action in offered(shell, QAction)] == ["scheme.dark", "scheme.system"]
    assert offered(shell, Search) == []
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return)
    assert program.window.appearance.scheme == "dark"
    assert shell.top.field.text() == ""


def test_a_command_that_cannot_act_now_is_not_offered(program: Program, shell: Shell, qtbot):
    assert not program.window.commands["go.forward"].isEnabled()
    qtbot.keyClicks(shell.top.field, ">forward")
    assert "go.forward" not in [action.objectName() for action in offered(shell, QAction)]


def test_the_sign_for_people_offers_people_alone(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "@ruza")
    qtbot.waitUntil(lambda: bool(offered(shell, Goal)), timeout=PATIENCE_MS)
    assert {goal.noun for goal in offered(shell, Goal)} == {"person"}
    assert offered(shell, QAction) == offered(shell, Search) == []


def test_ctrl_enter_searches_the_whole_case(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "Vikram")
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return, CTRL)
    assert shell.page_name == "search"
    assert shell.page.query() == "Vikram"
    qtbot.waitUntil(lambda: shell.page.list.model().rowCount() > 0, timeout=PATIENCE_MS)
    qtbot.keyClicks(shell.top.field, " Ruz")
    assert not shell.going.popup.isVisible()
    qtbot.waitUntil(lambda: shell.page.query() == "Vikram Ruz", timeout=PATIENCE_MS)


def test_a_citation_that_is_typed_leads_to_its_place(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "e-002")
    qtbot.waitUntil(lambda: bool(offered(shell, Goal)), timeout=PATIENCE_MS)
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return)
    assert shell.page_name == "media"
    qtbot.waitUntil(lambda: shell.page.citation() == "E-002", timeout=PATIENCE_MS)


def test_escape_closes_the_offers_then_empties_the_field_then_goes_back_to_the_page(shell: Shell, qtbot):
    field = shell.top.field
    qtbot.keyClicks(field, "vik")
    assert shell.going.popup.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not shell.going.popup.isVisible()
    assert field.text() == "vik"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_an_answer_that_comes_too_late_opens_nothing(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "vik")
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Escape)
    done = []
    shell.lane.submit(lambda _ws: None, done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert not shell.going.popup.isVisible()


def test_no_heading_is_ever_chosen(shell: Shell, qtbot):
    qtbot.keyClicks(shell.top.field, "vik")
    qtbot.waitUntil(lambda: bool(offered(shell, Goal)), timeout=PATIENCE_MS)
    rows = shell.going.popup.list
    for direction in (1, -1):
        for _step in range(2 * rows.offers.rowCount()):
            rows.step(direction)
            assert not rows.chosen().is_heading
