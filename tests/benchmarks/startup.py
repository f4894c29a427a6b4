"""`python -m tests.benchmarks.startup [--quick]`: how long until a person sees the case, beside an empty window."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.table import PYTHON, Line, Run, best, run, show

PASSPHRASE = "four plain words here"
_MAKE_CASE = """
import sys
from pathlib import Path
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, preferences, synthesis
with cases.create(Path(sys.argv[1]), "Benchmark", sys.argv[2], profile=Profile(64, 1, 1)) as ws:
    synthesis.load(ws, *map(int, sys.argv[3:]), seed=1)
    preferences.put(ws, "window", {"page": "people"})  # as somebody left it who works there
"""
_STRETCH = """
import time
from evidence_app.keys.derivation import FLOOR, calibrated, new_kdf, stretch
kdf = new_kdf(calibrated())
started = time.perf_counter()
stretch("four plain words here", kdf)
print(f"{time.perf_counter() - started:.2f} s with {kdf['memory_kib'] // 1024} MiB")
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the case is, and how often each window is opened."""

    victims: int
    testimonies: int
    media: int
    rounds: int


FULL, QUICK = Size(200, 400, 40, 7), Size(44, 60, 5, 3)


def measure(size: Size) -> int:
    """Measure and print; returns 1 where a bar is missed."""
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        case = folder / "case"
        run([PYTHON, "-c", _MAKE_CASE, case, PASSPHRASE, size.victims, size.testimonies, size.media])
        opening = [PYTHON, "-m", "tests.benchmarks.people_table", case, PASSPHRASE, folder]
        bare = [PYTHON, "-m", "tests.benchmarks.bare_window"]
        window, rows, empty = best(size.rounds, _until(opening, 0), _until(opening, 1), _until(bare, 0))
    lines = [
        Line("first picture of the window, against an empty one", window.seconds, empty.seconds, bar=9.0),
        Line(f"first row of People ({size.victims} victims), against the same", rows.seconds, empty.seconds, bar=15.0),
        Line("peak memory, case open, against the same", rows.peak_mib, empty.peak_mib, "MiB", 4.0),
    ]
    stretched = run([PYTHON, "-c", _STRETCH]).printed.strip()
    return show("Start", lines, [f"The best of {size.rounds} starts, files in the page cache. {_KDF} {stretched}."])


_KDF = "The passphrase of this case is cheap to try; that of a real one adds what guessing is made to cost:"


def _until(command: Sequence[object], place: int) -> Callable[[], Run]:
    """Return a way whose time ends at the moment that the process prints in one place."""

    def timed() -> Run:
        done = run(command, {"QT_QPA_PLATFORM": "offscreen"})
        return replace(done, seconds=float(done.printed.split()[place]) - done.began)

    return timed


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.startup")
    parser.add_argument("--quick", action="store_true", help="a smaller case and fewer starts")
    return measure(QUICK if parser.parse_args(arguments).quick else FULL)


if __name__ == "__main__":
    sys.exit(main())
