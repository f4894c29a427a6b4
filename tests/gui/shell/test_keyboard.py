"""The keyboard at the window: where it goes, what it opens, and that fields do not keep commands from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from evidence_app.gui.actions.physical_keys import PhysicalKeys
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.link_sheet import LinkSheet
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.gui.shell.shell import Shell

PATIENCE_MS = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_first_cards_act_on_enter_and_space(key: Qt.Key, qtbot):
    card = WelcomeCard()
    qtbot.addWidget(card)
    heard = []
    for choice, asked in ((card.new, card.new_asked), (card.open, card.open_asked), (card.sample, card.sample_asked)):
        asked.connect(lambda: heard.append(True))
        qtbot.keyClick(choice, key)
    assert heard == [True, True, True]


def test_a_page_that_is_gone_to_by_its_key_has_the_keyboard_in_its_list(program: Program, unlock, qtbot):
    shell = unlock()
    for name in ("media", "filings", "events", "people"):
        program.window.commands[f"page.{name}"].trigger()
        page = shell.pages[name]
        qtbot.waitUntil(page.lists()[0].hasFocus, timeout=PATIENCE_MS)


def test_the_panes_are_gone_through_from_the_list_on(program: Program, unlock, qtbot):
    shell = unlock()
    page = shell.page
    qtbot.waitUntil(page.table.isVisible, timeout=PATIENCE_MS)
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    seen, panes = [], (page.table, page.side, shell.sidebar, shell.top, shell.status)
    for _step in range(5):
        program.window.commands["go.next_pane"].trigger()
        focus = QApplication.focusWidget()
        seen.append(next(pane for pane in panes if pane is focus or pane.isAncestorOf(focus)))
    assert seen == list(panes)


def test_enter_on_a_row_opens_its_form(unlock: Callable[[], Shell], qtbot):
    page = unlock().page
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 0, timeout=PATIENCE_MS)
    page.focus_list()
    qtbot.waitUntil(lambda: page.current() is not None, timeout=PATIENCE_MS)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.has_form


def claimed(program: Program, field: QLineEdit, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    """Tell whether a key is kept from a field, which would otherwise take it before any command."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    kept = PhysicalKeys(lambda: program.window.commands, program.window).eventFilter(field, event)
    return kept and not event.isAccepted()


def test_a_field_keeps_its_own_keys_but_not_the_chord_of_a_command(program: Program, unlock: Callable[[], Shell]):
    field = unlock().top.field
    field.setFocus()
    assert claimed(program, field, Qt.Key.Key_E, CTRL)
    assert not claimed(program, field, Qt.Key.Key_V, CTRL)
    assert not claimed(program, field, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier)


def test_lists_offer_their_commands_in_a_menu_of_their_own(program: Program, unlock: Callable[[], Shell]):
    shell = unlock()
    for page in shell.pages.values():
        for view in page.lists():
            assert program.window.commands["record.citation"] in view.actions()
            assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_the_whole_row_under_the_pointer_is_tinted(unlock: Callable[[], Shell], qtbot):
    table = unlock().page.table
    qtbot.waitUntil(lambda: table.model().rowCount() > 2, timeout=PATIENCE_MS)
    qtbot.mouseMove(table.viewport(), QPoint(4, table.rowViewportPosition(2) + 4))
    qtbot.waitUntil(lambda: table.hovered == 2)
    picture = table.viewport().grab().toImage()
    y = table.rowViewportPosition(2) + 3
    shades = {picture.pixelColor(x, y).name() for x in (6, picture.width() // 2, picture.width() - 6)}
    assert len(shades) == 1
    assert shades != {picture.pixelColor(6, table.rowViewportPosition(1) + 3).name()}


def test_a_citation_that_is_pasted_into_a_list_is_linked_to_the_record_chosen(program: Program, unlock, qtbot):
    page = unlock().page
    qtbot.waitUntil(lambda: page.current() is not None, timeout=PATIENCE_MS)
    page.focus_list()
    QApplication.clipboard().setText("E-002")
    qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(LinkSheet)), timeout=PATIENCE_MS)
    [sheet] = program.window.findChildren(LinkSheet)
    assert "E-002" in sheet.findChildren(QLineEdit)[0].text()
