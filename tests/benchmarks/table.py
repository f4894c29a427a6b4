"""Measure two ways of doing a job in the same run, and print them side by side with what is asked of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: wall time, largest resident memory, what it printed, when it began (monotonic)."""

    seconds: float
    peak_mib: float
    printed: str = ""
    began: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One measure, ours and the reference's; `bar` is the largest ratio that passes, None where none is asked."""

    measure: str
    ours: float
    reference: float
    unit: str = "s"
    bar: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference ours is."""
        return self.ours / self.reference

    @property
    def is_missed(self) -> bool:
        """Whether it is more than the bar allows."""
        return self.bar is not None and self.ratio > self.bar

    def cells(self) -> tuple[str, ...]:
        """Return the line's cells."""
        bar = "–" if self.bar is None else f"≤ {self.bar:.2f}{' MISSED' if self.is_missed else ''}"
        numbers = [f"{value:.{1 if self.unit == 'MiB' else 3}f} {self.unit}" for value in (self.ours, self.reference)]
        return (self.measure, *numbers, f"{self.ratio:.2f}", bar)


def run(command: Sequence[object], env: dict[str, str] | None = None) -> Run:
    """Run a process to its end; raises CalledProcessError where it fails.

    The memory is that of the process or of a child it has waited for, whichever is larger. It starts at what this
    process holds, so this process must stay small.
    """
    words = [str(word) for word in command]
    environment = os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": ""} | (env or {})
    started = time.monotonic()
    child = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    printed = child.stdout.read()
    _pid, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - started
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, words, printed)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(seconds, usage.ru_maxrss / unit, printed, started)


def best(rounds: int, *ways: Callable[[], Run]) -> list[Run]:
    """Take the ways in turn, so that all meet the same weather; return the best time and the worst memory of each."""
    runs: list[list[Run]] = [[] for _ in ways]
    for _round in range(rounds):
        for taken, way in zip(runs, ways, strict=True):
            os.sync()  # what the one before left to be written must not be written at this one's cost
            taken.append(way())
    return [Run(min(run.seconds for run in taken), max(run.peak_mib for run in taken)) for taken in runs]


def show(title: str, lines: Sequence[Line], notes: Sequence[str] = ()) -> int:
    """Print the table, the notes and the verdict; returns 1 where a bar is missed."""
    head = ("measure", "ours", "reference", "ratio", "bar")
    rows = [head, *(line.cells() for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    print(f"{title} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    for row in rows:
        cells = [
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
    for note in notes:
        print(f"- {note}")
    missed = [line.measure for line in lines if line.is_missed]
    asked = sum(line.bar is not None for line in lines)
    print(f"{asked - len(missed)} of {asked} bars met" + (f"; missed: {', '.join(missed)}" if missed else ""))
    return 1 if missed else 0
