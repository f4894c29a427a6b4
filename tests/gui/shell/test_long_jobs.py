"""Long jobs: what holds them, what cuts them off, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.import_sheet import Receipt
from evidence_app.gui.shell.exporting import as_pdf
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import cases, intake, sources

PATIENCE_MS = 30_000
NOBODY = Receipt("", None, "", "")


def begin_import(program: Program, folder: Path, qtbot) -> None:
    """Begin to import a folder, and wait until it can be seen."""
    window = program.window
    window.flows.importing.start(sources.plan([folder]), NOBODY)
    qtbot.waitUntil(window.shell.status.progress.isVisible, timeout=PATIENCE_MS)


def test_an_idle_window_stays_open_while_an_import_runs(program: Program, unlock, delivery: Path, qtbot):
    unlock()
    window = program.window
    assert window.idle.is_watching
    begin_import(program, delivery, qtbot)
    assert not window.idle.is_watching
    qtbot.waitUntil(lambda: not window.flows.is_busy, timeout=PATIENCE_MS)
    assert window.idle.is_watching
    qtbot.waitUntil(lambda: not window.flows.examining.is_running, timeout=PATIENCE_MS)


def test_a_lock_cuts_an_import_off_and_the_next_unlock_says_how_far_it_came(
    program: Program, unlock: Callable[[], Shell], delivery: Path, qtbot
):
    unlock()
    window = program.window
    begin_import(program, delivery, qtbot)
    tally = window.flows.importing.tally
    qtbot.waitUntil(lambda: tally.recorded > 0, timeout=PATIENCE_MS)
    window.commands["case.lock"].trigger()
    assert window.shell is None
    shell = unlock()
    assert 0 < tally.recorded < 60
    assert shell.page.notice.words == f"The import was interrupted: {tally.recorded} of 60 files are in."
    window.commands["case.lock"].trigger()
    assert unlock().page.notice.words == ""


def test_an_import_that_a_crash_cut_off_is_said_once_when_the_case_is_opened_again(
    program: Program, unlock: Callable[[], Shell], case: Path, sample, delivery: Path
):
    with cases.open_case(case, sample[1]) as ws:
        register = intake.Register(ws, source="delivery")
        for extra in list(delivery.iterdir())[2:]:
            extra.unlink()
        intake.receive(ws.vault, sources.plan([delivery]), register)
    shell = unlock()
    assert shell.pages["overview"].notice.words == "The import of “delivery” was interrupted."
    program.window.commands["case.lock"].trigger()
    assert unlock().page.notice.words == ""


def test_another_language_lets_an_import_go_on(program: Program, unlock, delivery: Path, qtbot):
    first = unlock()
    window = program.window
    begin_import(program, delivery, qtbot)
    window.speak("ru")
    assert window.shell is not first
    assert window.flows.importing.is_running
    assert not window.idle.is_watching
    qtbot.waitUntil(lambda: not window.flows.is_busy, timeout=PATIENCE_MS)
    assert "60" in window.shell.page.notice.words
    qtbot.waitUntil(lambda: not window.flows.examining.is_running, timeout=PATIENCE_MS)


def test_a_second_import_and_a_second_dossier_are_told_to_wait(
    program: Program, unlock: Callable[[], Shell], delivery: Path, tmp_path: Path, qtbot
):
    shell = unlock()
    flows = program.window.flows
    begin_import(program, delivery, qtbot)
    flows.importing.ask([delivery])
    assert shell.page.notice.words == "Another import is under way."
    flows.exporting.start(tmp_path / "dossier.pdf", "COURT", "en")
    flows.exporting.ask()
    assert shell.page.notice.words == "A dossier is being made."
    flows.stop()
    qtbot.waitUntil(lambda: not flows.is_busy, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not flows.examining.is_running, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Dossier 7.01.2022", "Dossier 7.01.2022.pdf"),
        ("dossier", "dossier.pdf"),
        ("dossier.pdf", "dossier.pdf"),
        ("dossier.PDF", "dossier.PDF"),
    ],
)
def test_a_dot_in_the_name_of_a_dossier_stays(typed: str, written: str):
    assert as_pdf(Path("/there") / typed) == Path("/there") / written
