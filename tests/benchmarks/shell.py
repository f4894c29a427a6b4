"""`python -m tests.benchmarks.shell [--quick]`: every page and tab of the whole window, on a case of 100,000 people.

Beside SQLite where a view is a list, beside an empty window for the heart. The case is the one of
`tests.benchmarks.window`, made once; to make it takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from tests.benchmarks import crowded_case
from tests.benchmarks.table import PYTHON, Line, run, show
from tests.benchmarks.window import FRAME_S, LONGEST_S, MOST_S, SLOWER

FULL, QUICK = 100_000, 2_000
_ASKED = {"people, right after opening": "people", "people": "people", "events": "events"}
_FRAMES = 120
Figures = dict[str, float]


def measure(people: int, *, hides_names: bool = True) -> int:
    """Measure and print; returns 1 where a bar is missed."""
    case = crowded_case.kept(people)
    bare: Figures = _run("list_run", "bare", _FRAMES)
    asked = {name: _run("list_run", "sql", case, crowded_case.PASSPHRASE, name) for name in sorted({*_ASKED.values()})}
    more = () if hides_names else ("names shown",)
    views: dict[str, Figures] = _run("shell_run", case, crowded_case.PASSPHRASE, *more)
    lines = [line for name, ours in views.items() for line in _lines(name, ours, asked, bare)]
    return show(f"The whole window, {people} people and events", lines, _NOTES)


_NOTES = (
    "First rows: until they are painted; of a list for which there is a hand-written query, against that query of the",
    "same 200 rows, half as much again and one frame; of any other view, until all of it was there, told only.",
    "Heartbeat: the longest time between two beats, one due each 5 ms, and what all but one in a thousand stay below,",
    "against an empty window, at most 200 and 50 ms. Lane: how long the archive was asked for a view; told only.",
    "The first line is asked for the moment that the case is open, while the overview is being read.",
)


def _lines(name: str, ours: Figures, asked: dict[str, Figures], bare: Figures) -> list[Line]:
    """Return the lines of one view."""
    query = asked.get(_ASKED.get(name, ""))
    if query is not None:
        first = Line(f"first rows, {name}", ours["first"], query["again"], bar=SLOWER + FRAME_S / query["again"])
    else:
        first = Line(f"shown, {name}", ours["first"], FRAME_S)
    return [
        first,
        Line(f"lane, {name}", ours["whole"], FRAME_S),
        Line(f"heartbeat, {name}, 99.9 %", ours["p999"], bare["p999"], bar=MOST_S / bare["p999"]),
        Line(f"heartbeat, {name}, longest", ours["longest"], bare["longest"], bar=LONGEST_S / bare["longest"]),
    ]


def _run(module: str, *words: object) -> Any:
    """Measure one thing in a process of its own."""
    done = run([PYTHON, "-m", f"tests.benchmarks.{module}", *words], {"QT_QPA_PLATFORM": "offscreen"})
    return json.loads(done.printed.splitlines()[-1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.shell")
    parser.add_argument("--quick", action="store_true", help="2,000 people and events")
    return measure(QUICK if parser.parse_args(arguments).quick else FULL)


if __name__ == "__main__":
    sys.exit(main())
