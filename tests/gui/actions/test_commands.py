"""Commands: each is carried out, each key means one thing, keys do not depend on the layout."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from evidence_app.gui.actions.catalogue import COMMANDS, MENUS
from evidence_app.gui.actions.physical_keys import PhysicalKeys
from evidence_app.gui.app import Program

K_ON_LINUX, C_ON_LINUX = 45, 54  # X11 counts eight more than the key's own number


class TypedKey(QKeyEvent):
    """A key that came from a keyboard."""

    def spontaneous(self) -> bool:
        return True


def test_no_command_is_without_somebody_who_carries_it_out(program: Program):
    assert program.window.commands.unbound() == set()


def test_no_two_commands_share_a_key():
    keys = Counter(QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_stands_in_a_menu_and_names_its_key_in_its_tooltip(program: Program):
    assert {command.menu for command in COMMANDS} == set(MENUS)
    assert program.window.commands["case.lock"].toolTip() == "Lock (Ctrl+Shift+L)"


def test_what_needs_a_case_is_not_offered_without_one(program: Program):
    assert not program.window.commands["dossier.make"].isEnabled()
    assert program.window.commands["case.open"].isEnabled()


def test_only_pages_and_text_size_are_reached_by_digits_and_signs():
    odd = {c.name for c in COMMANDS for keys in c.keys if re.fullmatch(r"Ctrl\+([0-9]|\+|-|=)", keys)}
    assert {name.partition(".")[0] for name in odd} == {"page", "text"}


def press(scan_code: int, key: int) -> QKeyEvent:
    """Return Ctrl and a key as a Russian layout sends them under Linux."""
    return TypedKey(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier, scan_code, 0, 0, "л")


def test_a_chord_on_a_cyrillic_layout_carries_out_the_command_of_that_key(program: Program, monkeypatch):
    monkeypatch.setattr("evidence_app.gui.actions.physical_keys._OFFSET", 8)
    heard = []
    actions = program.window.commands
    actions["go.anywhere"].setEnabled(True)
    actions["go.anywhere"].triggered.connect(lambda: heard.append(True))
    keys = PhysicalKeys(lambda: actions, program.window)
    assert keys.eventFilter(program.window, press(K_ON_LINUX, 0x041B))
    assert heard == [True]


def test_copying_in_a_field_works_on_a_cyrillic_layout(program: Program, qtbot, qapp, monkeypatch):
    monkeypatch.setattr("evidence_app.gui.actions.physical_keys._OFFSET", 8)
    field = QLineEdit("T-014 ¶4")
    qtbot.addWidget(field)
    field.selectAll()
    qapp.clipboard().clear()
    keys = PhysicalKeys(lambda: program.window.commands, program.window)
    keys.eventFilter(field, press(C_ON_LINUX, 0x0421))
    assert qapp.clipboard().text() == "T-014 ¶4"
