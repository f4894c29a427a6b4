"""Checking the case from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.checked_sheet import CheckedSheet
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.labels import PlainLabel

PATIENCE_MS = 30_000


def said(program: Program, qtbot) -> list[str]:
    """Check the case by the command; return what the sheet says."""
    assert program.window.flows is not None
    with qtbot.waitSignal(program.window.flows.checking.finished, timeout=PATIENCE_MS):
        program.window.commands["tools.check"].trigger()
    (sheet,) = program.window.findChildren(CheckedSheet)
    return [label.text() for label in sheet.findChildren(PlainLabel)]


def test_a_whole_case_is_said_to_be_intact(program: Program, unlock: Callable[[], Shell], qtbot):
    unlock()
    assert any(words.startswith("The record is intact: ") for words in said(program, qtbot))


def test_a_sealed_file_that_was_changed_is_named(program: Program, unlock: Callable[[], Shell], case: Path, qtbot):
    unlock()
    largest = max(
        (path for path in (case / "vault").rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    largest.chmod(0o600)
    largest.write_bytes(largest.read_bytes()[:-1] + b"\x00\x00")
    words = said(program, qtbot)
    assert any(sentence.startswith("The sealed file E-007 ") and "damaged" in sentence for sentence in words)
    assert any("Copy the whole folder aside" in sentence for sentence in words)


def test_a_check_is_stopped_and_says_nothing(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    assert program.window.flows is not None
    checking = program.window.flows.checking
    program.window.commands["tools.check"].trigger()
    shell.status.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not checking.is_running, timeout=PATIENCE_MS)
    assert not program.window.findChildren(CheckedSheet)
