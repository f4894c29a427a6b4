"""The program with a fault planted in it: `python -m tests.faults.planted FAULT import …`; run by the tests only.

Each fault opens a gap between two steps that must be one. Without the pause in it the harness finds both too, in
every fourth run or so; with it a test needs few runs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from evidence_app.bootstrap import start
from evidence_app.services import intake

_GAP_SECONDS = 0.05


def row_first() -> None:
    """Record files before they are under their names."""

    def record(self: intake._Delivery) -> intake.Report:
        waiting, self._waiting = self._waiting, []
        arrivals = [intake.Arrival(name, sealed, "text/plain", "DATA") for name, sealed in waiting]
        report = self._register.record(arrivals) if arrivals else intake.Report()
        time.sleep(_GAP_SECONDS)
        self._landing.settle()
        return report

    intake._Delivery.record = record


def two_transactions() -> None:
    """Record exhibits in one transaction and their files in the next."""

    def record(self: intake.Register, arrivals: Sequence[intake.Arrival]) -> intake.Report:
        known = self._known(arrivals)
        new = [arrival for arrival in arrivals if arrival.sealed.sha256 not in known]
        with self.ws.act("item.received") as act:
            self.batch = self.batch or act.add(intake.Batch(source=self.source))
            items = [act.add(self._media(arrival, "ru", "", self.batch)) for arrival in new]
        time.sleep(_GAP_SECONDS)
        with self.ws.act("item.filed") as act:
            for item, arrival in zip(items, new, strict=True):
                act.add(self._file(item, arrival))
        return intake.Report(tuple(item.code for item in items))

    intake.Register.record = record


PLANTS = {"row-first": row_first, "two-transactions": two_transactions}

if __name__ == "__main__":
    PLANTS[sys.argv[1]]()
    sys.exit(start(sys.argv[2:]))
