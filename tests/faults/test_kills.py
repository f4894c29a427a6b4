"""An import that is killed loses nothing it had recorded, and one more import completes it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.kills import MOMENTS, Harness

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
RUNS, MOST_RUNS = 10, 12


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Harness:
    """A harness that has seen one undisturbed import."""
    return Harness(tmp_path_factory.mktemp("kills"))


@pytest.mark.parametrize("seed", range(RUNS))
def test_a_killed_import_loses_nothing_and_is_completed_by_the_next(harness: Harness, seed: int) -> None:
    outcome = harness.run(seed)
    assert not outcome.faults, f"killed {outcome.seconds:.2f} s after its start ({outcome.moment}): {outcome.faults}"


def test_the_runs_are_killed_at_every_kind_of_moment() -> None:
    assert {MOMENTS[seed % len(MOMENTS)] for seed in range(RUNS)} == {"clock", "sealing", "committing", "committed"}


def found(harness: Harness, plant: str) -> Iterator[str]:
    """Kill a program with a fault in it after a commit, run after run, and yield what comes to light."""
    for seed in range(MOST_RUNS):
        yield from harness.run(seed, "committed", ("tests.faults.planted", plant)).faults


def test_the_harness_finds_a_row_that_is_written_before_its_file(harness: Harness) -> None:
    assert any("sealed file" in fault and "is missing" in fault for fault in found(harness, "row-first"))


def test_the_harness_finds_one_act_made_in_two_transactions(harness: Harness) -> None:
    assert any("instead of 60 in a row" in fault for fault in found(harness, "two-transactions"))
