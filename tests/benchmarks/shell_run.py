"""The whole window on a crowded case, in a process of its own: `… shell_run CASE PASSPHRASE`.

Opens the case, asks for People as soon as there is a page, then goes through every page and tab, and once more behind
the privacy screen. Prints for each view, as JSON in seconds: `first` until its first rows were painted or, where it
is no list, until it was there; `whole` until the archive had nothing more to do; `p999` and `longest` of the heart.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from evidence_app.gui.app import Program
from evidence_app.gui.pages.records.page import RecordPage
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import privacy
from tests.benchmarks.list_run import Heart, Watch

PAGES = ("people", "testimonies", "media", "filings", "events", "places", "proceedings", "overview")
VIEWS = {"events": ("timeline", "acts", "safeguards", "table")}
TABS = {"proceedings": ("claims", "deadlines", "exhaustion", "mandates", "cases")}
_NAP_S, _PATIENCE_S = 0.0002, 120
Figures = dict[str, float]


class Tour:
    """Goes from view to view and measures each."""

    def __init__(self, application: QApplication, case: Path, passphrase: str) -> None:
        self._application, self._folder = application, tempfile.TemporaryDirectory(prefix="look-")
        settings = QSettings(f"{self._folder.name}/window.ini", QSettings.Format.IniFormat)
        self.program = Program(application, settings)
        self.program.show(case, passphrase)
        self.figures: dict[str, Figures] = {}
        self.until(lambda: self.program.window.shell is not None)

    @property
    def shell(self) -> Shell:
        """The case as it is open."""
        assert self.program.window.shell is not None
        return self.program.window.shell

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the event loop run until something holds."""
        latest = time.perf_counter() + _PATIENCE_S
        while not holds() and time.perf_counter() < latest:
            self._application.processEvents()
            time.sleep(_NAP_S)

    def settle(self) -> float:
        """Wait until the archive has had nothing to do for a while; return when that began."""
        calm = time.perf_counter()
        while time.perf_counter() - calm < 0.3:
            self._application.processEvents()
            time.sleep(_NAP_S)
            if not self.program.lane.is_idle:
                calm = time.perf_counter()
        return calm

    def measure(self, name: str, go: Callable[[], object], page: str = "") -> None:
        """Measure one view from the moment it is asked for."""
        held = self.shell.pages[page] if page else None
        watch = Watch(held) if isinstance(held, RecordPage) else None
        heart, started = Heart(), time.perf_counter()
        go()
        if watch is not None:
            self.until(lambda: watch.painted_at > 0 or self.program.lane.is_idle)
        whole = self.settle() - started
        first = watch.painted_at - started if watch is not None and watch.painted_at else whole
        self.figures[name] = {"first": first, "whole": whole} | heart.worst()
        print(name, self.figures[name], file=sys.stderr, flush=True)

    def everywhere(self, where: str) -> None:
        """Measure every page, view and tab."""
        for name, go, page in self._ways():
            self.measure(f"{where}{name}", go, page)

    def _ways(self) -> Iterator[tuple[str, Callable[[], object], str]]:
        shell = self.shell
        for page in PAGES:
            yield page, lambda page=page: shell.go(page), page if page not in VIEWS else ""  # type: ignore[misc]
            for view in VIEWS.get(page, ()):
                views = shell.pages[page].views  # type: ignore[attr-defined]
                yield f"{page}, {view}", lambda view=view, views=views: views.show_view(view), ""  # type: ignore[misc]
            for tab in TABS.get(page, ()):
                held = shell.pages[page]
                yield f"{page}, {tab}", lambda tab=tab, held=held: held.show_tab(tab), ""  # type: ignore[misc]

    def hide_names(self) -> None:
        """Put the privacy screen up and wait until the names are known."""
        heart, started = Heart(), time.perf_counter()
        self.shell.screening.put(True)
        self.until(lambda: privacy.screen().mask is not None)
        self.settle()
        self.figures["privacy screen"] = {"first": time.perf_counter() - started, "whole": 0.0} | heart.worst()
        print(self.figures["privacy screen"], file=sys.stderr, flush=True)

    def close(self) -> None:
        """Close the window and end the lanes."""
        self.program.window.close()
        self.program.finish()
        self._folder.cleanup()


def main(case: str, passphrase: str, *more: str) -> int:
    """Measure, and print the figures as JSON."""
    tour = Tour(QApplication(sys.argv[:1]), Path(case), passphrase)
    tour.measure("people, right after opening", lambda: tour.shell.go("people"), "people")
    tour.everywhere("")
    if not more:
        tour.hide_names()
        tour.everywhere("names hidden: ")
    tour.close()
    print(json.dumps(tour.figures), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
