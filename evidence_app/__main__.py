"""`python -m evidence_app` and the `evidence-app` command."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the program; returns its exit code."""
    multiprocessing.freeze_support()
    from evidence_app.bootstrap import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
