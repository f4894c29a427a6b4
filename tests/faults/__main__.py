"""`python -m tests.faults [--full] [--runs N] [--seed S]`: kill imports and say what came of it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.faults.kills import Harness, Outcome

FEW, MANY = 10, 200


def main() -> int:
    """Run the kills; returns 1 where anything was lost, doubled or damaged."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Kill -9 during imports.")
    parser.add_argument("--full", action="store_true", help=f"{MANY} runs instead of {FEW}")
    parser.add_argument("--runs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    runs = options.runs or (MANY if options.full else FEW)
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        harness = Harness(Path(folder))
        print(f"undisturbed: {harness.seconds:.2f} s, {harness.undisturbed.commits_ended} commits seen")
        outcomes = [_shown(seed, harness.run(seed)) for seed in range(options.seed, options.seed + runs)]
    return _summary(outcomes)


def _shown(seed: int, outcome: Outcome) -> Outcome:
    """Print one run on one line, and its faults below it."""
    killed = "killed" if outcome.was_killed else "had ended"
    verdict = "ok" if not outcome.faults else f"{len(outcome.faults)} FAULTS"
    print(
        f"{seed:>5}  {outcome.moment:<10} {killed} at {outcome.seconds:5.2f} s, {outcome.entries:>2} entries: {verdict}"
    )
    for fault in outcome.faults:
        print(f"         {fault}")
    sys.stdout.flush()
    return outcome


def _summary(outcomes: list[Outcome]) -> int:
    """Print the sum on the last line."""
    moments = Counter(outcome.moment for outcome in outcomes if outcome.was_killed)
    faulty = sum(bool(outcome.faults) for outcome in outcomes)
    spread = ", ".join(f"{count} {moment}" for moment, count in sorted(moments.items()))
    print(f"{len(outcomes)} runs, {sum(moments.values())} killed ({spread}): {faulty} with faults")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
