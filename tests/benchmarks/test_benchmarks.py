"""The benchmarks run and print their tables; how quick this computer is just now, no test asks."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.benchmarks import intake, shell, startup, window
from tests.benchmarks.table import Line, show

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("sha256sum"), reason="the references are tools of Unix"
)


def test_a_missed_bar_is_marked_and_gives_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [Line("quick", 1, 2, bar=1.0), Line("slow", 3.0, 2.0, bar=1.4), Line("told", 9.0, 1.0)]
    assert show("Trial", lines, ["a note"]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[3].split() == ["slow", "3.000", "s", "2.000", "s", "1.50", "≤", "1.40", "MISSED"]
    assert printed[-2:] == ["- a note", "1 of 2 bars met; missed: slow"]
    assert show("Trial", lines[:1]) == 0


def test_intake_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    code = intake.measure(intake.Size(large_mib=2, small_files=5, rounds=1, notes_bar=100, durable_bar=100))
    printed = capsys.readouterr().out.splitlines()
    assert code in {0, 1}
    assert len([line for line in printed[:-1] if "2 MiB" in line or "5 notes" in line]) == 7
    assert "of 5 bars met" in printed[-1]


def test_startup_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    code = startup.measure(startup.Size(victims=3, testimonies=2, media=0, rounds=1))
    printed = capsys.readouterr().out.splitlines()
    assert code in {0, 1}
    assert any(line.startswith("first row of People (3 victims)") for line in printed)
    assert "of 3 bars met" in printed[-1]


def test_window_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    code = window.measure(window.Size(people=60, frames=20, rounds=1))
    printed = capsys.readouterr().out.splitlines()
    assert code in {0, 1}
    assert any(line.startswith("first rows of people") for line in printed)
    assert "of 8 bars met" in printed[-1]


def test_shell_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    code = shell.measure(60, hides_names=False)
    printed = capsys.readouterr().out.splitlines()
    assert code in {0, 1}
    assert any(line.startswith("first rows, people, right after opening") for line in printed)
    assert any(line.startswith("heartbeat, proceedings, exhaustion, longest") for line in printed)
