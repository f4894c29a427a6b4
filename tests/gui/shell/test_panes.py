"""Windows large and small: what gives way, what was chosen, and that it is remembered in the case itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evidence_app.gui.app import Program
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.shell.sidebar import NARROW, WIDTH

PATIENCE_MS = 30_000


def test_a_smaller_window_keeps_icons_then_lays_the_inspector_over_the_list(
    program: Program, unlock: Callable[[], Shell], qtbot
):
    shell = unlock()
    window, commands = program.window, program.window.commands
    for width, sidebar, over, shown in ((1440, WIDTH, False, True), (1100, NARROW, False, True)):
        window.resize(width, 720)
        assert (shell.sidebar.width(), shell.page.is_overlaid) == (sidebar, over)
        assert commands["view.inspector"].isChecked() is shown
    window.resize(1030, 660)
    assert shell.page.is_overlaid
    assert not shell.page.side.isVisible()
    commands["view.inspector"].trigger()
    assert shell.page.side.isVisible()
    assert shell.page.side.geometry().right() == shell.page.width() - 1
    assert shell.page.body.width() > 600
    window.resize(1440, 900)
    assert not shell.page.is_overlaid
    assert shell.page.side.isVisible()


def test_escape_puts_the_inspector_away_that_lies_over_the_list(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    program.window.resize(1030, 660)
    shell.page.focus_side()
    assert shell.page.side.isVisible()
    qtbot.keyClick(shell.page.side, "\x1b")
    assert not shell.page.side.isVisible()


def test_what_was_chosen_is_kept_in_the_case_and_nowhere_else(
    program: Program, unlock: Callable[[], Shell], case: Path, tmp_path: Path
):
    shell = unlock()
    program.window.resize(1440, 900)
    program.window.commands["view.sidebar"].trigger()
    assert shell.sidebar.width() == NARROW
    shell.go("events")
    program.window.commands["case.lock"].trigger()
    again = unlock()
    assert again.sidebar.width() == NARROW
    assert again.page_name == "events"
    program.window.settings.sync()
    written = (tmp_path / "window.ini").read_text("utf-8")
    assert case.name not in written
    assert "events" not in written


def test_the_layout_is_reset(program: Program, unlock: Callable[[], Shell]):
    shell = unlock()
    program.window.resize(1440, 900)
    program.window.commands["view.sidebar"].trigger()
    program.window.commands["view.inspector"].trigger()
    program.window.commands["view.reset"].trigger()
    assert shell.sidebar.width() == WIDTH
    assert shell.page.side.isVisible()
    assert program.window.commands["view.inspector"].isChecked()


def test_what_is_being_typed_is_saved_before_anything_is_left(
    program: Program, unlock: Callable[[], Shell], monkeypatch
):
    shell = unlock()
    saved = []
    monkeypatch.setattr(type(shell.page), "flush", lambda page: saved.append(page.title()))
    shell.go("media")
    program.window.commands["edit.save"].trigger()
    shell.go("people")
    program.window.commands["case.lock"].trigger()
    assert saved.count("People") == 2


def test_the_smallest_window_shows_every_button_of_its_bars(program: Program, unlock: Callable[[], Shell]):
    shell = unlock()
    program.window.resize(1024, 640)
    for bar in (shell.top, shell.status):
        for part in bar.children():
            if getattr(part, "isVisible", bool)():
                assert part.geometry().right() <= bar.width(), part
