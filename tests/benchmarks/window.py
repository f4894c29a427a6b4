"""`python -m tests.benchmarks.window [--quick]`: lists of 100,000 records, beside SQLite and beside an empty window.

The case is made once and kept beside other temporary files; to make it takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import crowded_case
from tests.benchmarks.table import PYTHON, Line, run, show

FRAME_S, SLOWER = 1 / 60, 1.5
MOST_S, LONGEST_S, MORE_MIB = 0.050, 0.200, 8


@dataclass(frozen=True, slots=True)
class Size:
    """How many people and as many events; in how many frames each way through them; how often it is all done."""

    people: int
    frames: int
    rounds: int


FULL, QUICK = Size(100_000, 600, 3), Size(2_000, 120, 1)
Figures = dict[str, float]


def measure(size: Size) -> int:
    """Measure and print; returns 1 where a bar is missed."""
    case = crowded_case.kept(size.people)
    lines: list[Line] = []
    bare = _best([_run("bare", size.frames) for _round in range(size.rounds)])
    for name in ("people", "events"):
        # In turn, so that both meet the same weather.
        rounds = [(_run("sql", case, name), _run("list", case, name, size.frames)) for _round in range(size.rounds)]
        asked, ours = _best([sql for sql, _list in rounds]), _best([shown for _sql, shown in rounds])
        lines += _lines(name, ours, asked, bare)
    return show(f"Lists of {size.people} people and events", lines, _NOTES)


_NOTES = (
    "First rows: until they are painted, against one hand-written query of the same 200 rows; the bar allows half as",
    "much again and one frame. “First time” holds what is made once in a process, such as statements and fonts.",
    "Heartbeat: the time between two beats of the window, one due each 5 ms, all the way down and up again;",
    "against that of an empty window, and at most 50 ms (all but one beat in a thousand) and 200 ms (the longest).",
    "Memory: after the way back, against the end of the way there and 8 MiB.",
)


def _lines(name: str, ours: Figures, asked: Figures, bare: Figures) -> list[Line]:
    """Return the lines of one list."""
    allowed = SLOWER + FRAME_S / asked["again"]
    return [
        Line(f"first rows of {name}", ours["again"], asked["again"], bar=allowed),
        Line(f"first rows of {name}, first time", ours["first"], asked["first"]),
        Line(f"heartbeat, {name}, 99.9 %", ours["p999"], bare["p999"], bar=MOST_S / bare["p999"]),
        Line(f"heartbeat, {name}, longest", ours["longest"], bare["longest"], bar=LONGEST_S / bare["longest"]),
        Line(f"memory, {name}", ours["after"], ours["before"] + MORE_MIB, "MiB", 1),
    ]


def _best(rounds: Sequence[Figures]) -> Figures:
    """Return the best of each figure, but the memory of one and the same round."""
    best = {key: min(figures[key] for figures in rounds) for key in rounds[0]}
    if "after" in best:
        calm = min(rounds, key=lambda figures: figures["after"] - figures["before"])
        best |= {"before": calm["before"], "after": calm["after"]}
    return best


def _run(what: str, *rest: object) -> Figures:
    """Measure one thing in a process of its own."""
    words = [rest[0], crowded_case.PASSPHRASE, *rest[1:]] if isinstance(rest[0], Path) else rest
    done = run([PYTHON, "-m", "tests.benchmarks.list_run", what, *words], {"QT_QPA_PLATFORM": "offscreen"})
    found: Figures = json.loads(done.printed.splitlines()[-1])
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.window")
    parser.add_argument("--quick", action="store_true", help="2,000 records, a shorter way and one round")
    return measure(QUICK if parser.parse_args(arguments).quick else FULL)


if __name__ == "__main__":
    sys.exit(main())
