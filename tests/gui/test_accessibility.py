"""Whoever cannot see the window hears what each thing that takes the keyboard is called."""

from __future__ import annotations

import pytest

from evidence_app.gui.app import Program
from evidence_app.gui.pages.all_pages import PAGES
from tests.pictures.structure import nameless

PATIENCE_MS = 30_000


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
