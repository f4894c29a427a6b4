"""Whoever cannot see the window hears what each thing that takes the keyboard is called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QTabBar, QWidget

from evidence_app.gui.app import Program
from evidence_app.gui.pages.all_pages import PAGES

PATIENCE_MS = 30_000


def nameless(root: QWidget) -> list[str]:
    """Return what takes the keyboard and has no name for a screen reader."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        # A bare scroll area only scrolls, and a bar of tabs speaks its tabs.
        if not takes or widget.focusProxy() is not None or type(widget) in (QScrollArea, QAbstractScrollArea, QTabBar):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        is_known = spoken is not None and spoken.role() != QAccessible.Role.NoRole
        if not is_known or not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_that_takes_the_keyboard_has_a_name(program: Program, unlock, page: str, qtbot):
    shell = unlock()
    shell.go(page)
    qtbot.wait(600)
    assert nameless(program.window) == []


@pytest.mark.parametrize("page", ["people", "events", "filings", "places", "proceedings"])
def test_everything_in_a_form_that_takes_the_keyboard_has_a_name(program: Program, unlock, page: str, qtbot):
    shell = unlock()
    shell.go(page)
    qtbot.waitUntil(lambda: shell.page.current() is not None, timeout=PATIENCE_MS)
    shell.page.edit_record()
    qtbot.waitUntil(lambda: program.window.editing._editors[shell.page].view_model.form is not None)
    qtbot.wait(300)
    assert nameless(shell.page) == []
