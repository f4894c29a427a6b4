"""Saved searches in the sidebar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.title_sheet import TitleSheet
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.nav import NavRow

PATIENCE_MS = 30_000


def rows(shell: Shell) -> list[str]:
    """Return the saved searches as they are read aloud."""
    return [row.accessibleName() for row in shell.sidebar.saved.findChildren(NavRow) if not row.isHidden()]


def marked(shell: Shell) -> list[bool]:
    """Return of each saved search whether it is marked as the one that is asked now."""
    return [row.isChecked() for row in shell.sidebar.saved.findChildren(NavRow) if not row.isHidden()]


def save(program: Program, shell: Shell, query: str, title: str, qtbot) -> None:
    """Search, and save the search under a title."""
    shell.going.searched.emit(query)
    assert program.window.commands["search.save"].isEnabled()
    next(button for button in shell.page.findChildren(QPushButton) if button.text() == "Save search").click()
    sheet = next(sheet for sheet in program.window.findChildren(TitleSheet) if sheet.isVisible())
    assert sheet.title.text() == query
    sheet.title.setText(title)
    sheet._on_agreed()
    qtbot.waitUntil(lambda: any(row.startswith(title) for row in rows(shell)), timeout=PATIENCE_MS)


def test_a_search_is_saved_counted_and_chosen_again(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    assert not program.window.commands["search.save"].isEnabled()
    save(program, shell, "Vikram", "The musician", qtbot)
    assert rows(shell) == ["The musician 6"]
    shell.go("people")
    assert not program.window.commands["search.save"].isEnabled()
    shell.sidebar.saved.findChildren(NavRow)[0].click()
    assert shell.page_name == "search"
    assert shell.page.query() == shell.top.field.text() == "Vikram"


def test_a_saved_search_is_taken_off_by_its_own_menu(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    save(program, shell, "Vikram", "The musician", qtbot)
    row = shell.sidebar.saved.findChildren(NavRow)[0]
    row.customContextMenuRequested.emit(QPoint(4, 4))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Rename…", "Remove from the list"]
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: rows(shell) == [], timeout=PATIENCE_MS)


def test_a_filtered_list_is_saved_with_its_chips_and_filtered_again(
    program: Program, unlock: Callable[[], Shell], qtbot
):
    shell, command = unlock(), program.window.commands["search.save"]
    shell.go("events")
    bar = shell.page.pane.bar
    qtbot.waitUntil(lambda: shell.page.current() is not None, timeout=PATIENCE_MS)
    assert not command.isEnabled()
    bar.field.setText("Vikram")
    bar.facets.choose({("kind", "RELEASE"): "Release"})
    shell.page.ask_list()
    qtbot.waitUntil(command.isEnabled, timeout=PATIENCE_MS)
    command.trigger()
    sheet = next(sheet for sheet in program.window.findChildren(TitleSheet) if sheet.isVisible())
    assert sheet.title.text() == "Events · Vikram · Release"
    sheet._on_agreed()
    qtbot.waitUntil(lambda: rows(shell) == ["Events · Vikram · Release 1"], timeout=PATIENCE_MS)
    shell.page.show_kept("")
    qtbot.waitUntil(lambda: not command.isEnabled(), timeout=PATIENCE_MS)
    shell.go("people")
    shell.sidebar.saved_chosen.emit(1)
    assert shell.page_name == "events"
    assert (bar.field.text(), bar.facets.kept()) == ("Vikram", (("kind", "RELEASE"),))
    qtbot.waitUntil(lambda: shell.page.table.model().rowCount() == 1 and marked(shell) == [True], timeout=PATIENCE_MS)
    bar.facets.choose({})
    shell.page.ask_list()
    qtbot.waitUntil(lambda: marked(shell) == [False], timeout=PATIENCE_MS)


def test_saved_searches_are_reached_where_the_sidebar_has_room_for_icons_only(
    program: Program, unlock: Callable[[], Shell], qtbot
):
    shell = unlock()
    button = shell.sidebar.saved_button
    program.window.resize(1100, 700)
    qtbot.waitUntil(lambda: shell.sidebar.nav.isVisible() and shell.sidebar.width() < 100, timeout=PATIENCE_MS)
    assert button.isHidden(), "there is nothing to open yet"
    save(program, shell, "Vikram", "The musician", qtbot)
    shell.go("people")
    assert button.isVisible() and button.accessibleName() == "Saved searches"
    button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and [action.text() for action in menu.actions()] == ["The musician\t6"]
    menu.actions()[0].trigger()
    menu.close()
    assert shell.page_name == "search" and shell.page.query() == "Vikram"
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: not button.isVisible() and shell.sidebar.saved.isVisible(), timeout=PATIENCE_MS)
