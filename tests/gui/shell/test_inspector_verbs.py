"""The right pane in the window: its buttons act on the record that it shows, on the page of proceedings too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabBar, QWidget

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.localised import Localised
from evidence_app.domain.proceeding import Proceeding
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.link_sheet import LinkSheet
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.services import records
from tests.journeys.keyboard import Keyboard


@pytest.fixture
def hands(qtbot) -> Keyboard:
    """Hands on the keyboard."""
    return Keyboard(qtbot.waitUntil)


@pytest.fixture
def shell(unlock: Callable[[], Shell]) -> Shell:
    """The sample case, open."""
    return unlock()


@pytest.fixture
def ask(shell: Shell, hands: Keyboard) -> Callable[..., Any]:
    """Ask the open case in its lane, and wait."""

    def asked(call: Callable[..., Any]) -> Any:
        heard: list[Any] = []
        shell.lane.submit(call, done=heard.append)
        hands.until(lambda: bool(heard))
        return heard[0]

    return asked


def open_tab(shell: Shell, tab: str, noun: str, hands: Keyboard) -> Any:
    """Bring a tab of Proceedings to the front, and wait for what its right pane shows."""
    shell.go("proceedings")
    page = shell.pages["proceedings"]
    page.show_tab(tab)
    hands.until(lambda: page.inspector.details is not None and page.inspector.details.noun == noun)
    return page


def button(page: Any, words: str) -> QPushButton:
    """Return a button of the right pane."""
    return next(one for one in page.inspector.findChildren(QPushButton) if one.text() == words)


def press(hands: Keyboard, pressed: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """Press a button or a link with the keyboard."""
    pressed.window().activateWindow()
    hands.until(lambda: QApplication.activeWindow() is pressed.window())
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(key)


def tabs(page: Any) -> list[str]:
    """Return the tabs of the right pane."""
    [bar] = page.inspector.findChildren(QTabBar)
    return [str(bar.tabData(place)) for place in range(bar.count())]


def sheet(hands: Keyboard, kind: type) -> QDialog:
    """Return the sheet of a kind that opens."""
    hands.until(lambda: any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets()))
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def test_a_proceeding_tells_its_history_and_gives_a_value_back(shell: Shell, ask, hands: Keyboard):
    for said in ("первая", "вторая"):
        ask(lambda ws, said=said: records.change(ws, ws.records.get(Proceeding, 1), notes=Localised.of(said, "ru")))
    page = open_tab(shell, "cases", "proceeding", hands)
    page.show_record(1)
    hands.until(lambda: page.inspector.details.record_id == 1)
    assert tabs(page) == ["details", "evidence", "history"]
    page.inspector.choose_tab("history")
    links: list[LinkLabel] = []

    def is_offered() -> bool:
        links[:] = [one for one in page.inspector.findChildren(LinkLabel) if one.text() == "Restore this value"]
        return bool(links)

    hands.until(is_offered)
    press(hands, links[0], Qt.Key.Key_Return)
    hands.until(lambda: ask(lambda ws: ws.records.get(Proceeding, 1)).notes.best() == "первая")


def test_a_proceeding_is_opened_and_linked_from_the_right_pane(shell: Shell, program: Program, hands: Keyboard):
    page = open_tab(shell, "cases", "proceeding", hands)
    press(hands, button(page, "Link…"))
    opened = sheet(hands, LinkSheet)
    assert page.inspector.details.title in opened.windowTitle() + opened.sentence.text() + _said(opened)
    opened.reject()
    press(hands, button(page, "Open record"))
    hands.until(lambda: page.has_form)
    editor = program.window.editing._editors[page]
    hands.until(lambda: editor.view_model.record_id == page.inspector.details.record_id)


def test_a_deadline_tells_its_history_and_takes_no_links(shell: Shell, ask, hands: Keyboard):
    ask(lambda ws: records.add(ws, Deadline(title=Localised.of("Жалоба", "ru"), proceeding=2)))
    page = open_tab(shell, "deadlines", "deadline", hands)
    assert tabs(page) == ["details", "history"]
    assert "Link…" not in [one.text() for one in page.inspector.findChildren(QPushButton)]


def test_beside_a_claim_the_buttons_take_the_person_shown(shell: Shell, program: Program, hands: Keyboard):
    page = open_tab(shell, "claims", "person", hands)
    person = page.inspector.details.record_id
    press(hands, button(page, "Open record"))
    hands.until(lambda: shell.page_name == "people" and shell.page.current() is not None)
    hands.until(lambda: shell.page.current().record_id == person)
    press(hands, button(shell.page, "Add statement"))
    hands.until(lambda: shell.page_name == "testimonies" and shell.page.has_form)


def _said(sheet: QDialog) -> str:
    """Return what the labels of a sheet say."""
    return " ".join(label.text() for label in sheet.findChildren(PlainLabel))
