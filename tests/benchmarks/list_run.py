"""One list, measured in a process of its own: `… list_run list|sql CASE PASSPHRASE people|events FRAMES`.

`list` opens a page and says after how many seconds its first rows were painted, the first time and again; then it goes
from the first record to the last and back, and says what the window's heart did meanwhile and how much memory the
process held at the end and after the way back. `sql` asks SQLite for the same rows without the program, twice.
`bare FRAMES` beats in an empty window for as long. Figures come as JSON: seconds and MiB.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.events.page import EventsPage
from evidence_app.gui.pages.people.page import PeoplePage
from evidence_app.gui.pages.records.page import RecordPage
from evidence_app.gui.theme.appearance import Appearance
from evidence_app.services import cases
from evidence_app.services.listing import today

PAGES: dict[str, Callable[[ArchiveLane], RecordPage]] = {"people": PeoplePage, "events": EventsPage}
BEAT_MS, FRAME_MS = 5, 16
_SIZE, _NAP_S = (1200, 800), 0.0002
_PEOPLE = """
SELECT id, code, protection, nationalities, role,
  (SELECT full FROM person_name WHERE person = listed.id AND voided IS NULL ORDER BY preferred DESC LIMIT 1),
  (SELECT happened FROM involvement JOIN event ON event.id = involvement.event
    WHERE involvement.person = listed.id AND role = 'VICTIM' AND kind IN ('ARREST', 'DETENTION', 'EPISODE')
    AND involvement.voided IS NULL AND event.voided IS NULL ORDER BY happened_min LIMIT 1),
  (SELECT count(*) FROM testimony JOIN item USING (id) WHERE speaker = listed.id AND voided IS NULL),
  (SELECT count(DISTINCT item.id) FROM mark JOIN item ON item.id = mark.item
    WHERE mark.person = listed.id AND mark.voided IS NULL AND item.voided IS NULL AND noun = 'media'),
  (SELECT max(scope) FROM consent WHERE person = listed.id AND voided IS NULL AND status = 'GIVEN'
    AND withdrawn IS NULL AND coalesce(given_min, '') <= :today AND coalesce(until_max, '9') >= :today),
  EXISTS (SELECT 1 FROM consent WHERE person = listed.id AND proof IS NOT NULL AND voided IS NULL),
  EXISTS (SELECT 1 FROM mark JOIN item ON item.id = mark.item WHERE mark.person = listed.id AND kind = 'MEDICAL'),
  EXISTS (SELECT 1 FROM mark JOIN item ON item.id = mark.item WHERE mark.person = listed.id AND kind = 'PHOTO'),
  EXISTS (SELECT 1 FROM testimony JOIN segment ON segment.item = testimony.id WHERE testimony.speaker = listed.id
    AND NOT EXISTS (SELECT 1 FROM translation WHERE translation.segment = segment.id))
FROM (
  SELECT *, (SELECT max(role IN ('VICTIM', 'CIV_CLAIMANT')) FROM involvement
    WHERE involvement.person = person.id AND voided IS NULL) AS role
  FROM person WHERE voided IS NULL) AS listed
WHERE role = 1 OR recognised_victim = 1 ORDER BY id LIMIT 200
"""
_EVENTS = """
SELECT id, code, title, kind, happened, is_key,
  (SELECT name FROM place WHERE id = event.place),
  (SELECT count(*) FROM involvement WHERE event = event.id AND voided IS NULL),
  (SELECT count(*) FROM mark JOIN item ON item.id = mark.item
    WHERE event = event.id AND mark.voided IS NULL AND item.voided IS NULL)
FROM event WHERE voided IS NULL
ORDER BY coalesce(happened_min, happened_max) NULLS LAST, length(code), code LIMIT 200
"""
SQL = {"people": _PEOPLE, "events": _EVENTS}


class Heart(QObject):
    """Beats in the event loop and keeps the time between beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(BEAT_MS)

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def worst(self) -> dict[str, float]:
        """Return the gap that all but one in a thousand stay below, and the longest."""
        gaps = sorted(self.gaps)
        return {"p999": gaps[min(len(gaps) - 1, int(len(gaps) * 0.999))], "longest": gaps[-1]}


class Bench(QObject):
    """A page in a bare window, on a case in its lane."""

    def __init__(self, application: QApplication, case: Path, passphrase: str, name: str) -> None:
        super().__init__()
        self._application, self._relay = application, Relay()
        self._folder = tempfile.TemporaryDirectory(prefix="look-")
        settings = QSettings(f"{self._folder.name}/window.ini", QSettings.Format.IniFormat)
        self._look = Appearance(application, settings)
        self._relay.broke.connect(self._on_broken)
        self.lane = ArchiveLane(self._relay)
        self._window = QMainWindow()
        self.page = PAGES[name](self.lane)
        self._window.setCentralWidget(self.page)
        self._window.resize(*_SIZE)
        self._window.show()
        self._opened = False
        self.lane.open(lambda: cases.open_case(case, passphrase), done=self._on_opened)
        self.until(lambda: self._opened)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the event loop run until something holds."""
        while not holds():
            self._application.processEvents()
            time.sleep(_NAP_S)

    def rest(self) -> None:
        """Let what was asked for beside the list come to its end."""
        idle: list[bool] = []
        time.sleep(0.2)
        self._application.processEvents()
        self.lane.submit(lambda _workspace: True, done=idle.append)
        self.until(lambda: bool(idle))

    def close(self) -> None:
        """End the lane and the window."""
        self.page.clear()
        self.lane.close()
        self.lane.join()
        self._window.deleteLater()
        self._application.processEvents()
        self._folder.cleanup()

    def _on_opened(self, _workspace: Any) -> None:
        self._opened = True

    def _on_broken(self, bug: BaseException) -> None:
        raise SystemExit(f"a job failed: {bug!r}")


class Watch(QObject):
    """Notes when rows have been painted first."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__()
        self._page, self.painted_at = page, 0.0
        page.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is about to be painted; it is by the time the event loop comes round again."""
        model = self._page._model
        if event.type() == QEvent.Type.Paint and len(model.ids) and model.row_of(model.ids[0]) and not self.painted_at:
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.painted_at = self.painted_at or time.perf_counter()


def rows(bench: Bench) -> float:
    """Measure until the first rows are painted, and wait for the rest."""
    bench.page.clear()
    watch = Watch(bench.page)
    started = time.perf_counter()
    bench.page.enter()
    bench.until(lambda: watch.painted_at > 0)
    bench.until(lambda: bench.page.view_model.is_whole)
    bench.rest()
    return watch.painted_at - started


def scroll(bench: Bench, frames: int) -> dict[str, float]:
    """Go through all records and back: the way there fills what is kept, the way back must not add to it."""
    bar, ids = bench.page.table.verticalScrollBar(), bench.page._model.ids
    bench.until(lambda: bar.maximum() > 0)
    heart, held, started = Heart(), [], time.perf_counter()
    for way in (range(frames + 1), range(frames, -1, -1)):
        for frame in way:
            bar.setValue(bar.maximum() * frame // frames)
            started += FRAME_MS / 1000
            bench.until(lambda until=started: time.perf_counter() >= until)  # type: ignore[misc]
        last = ids[-1] if not held else ids[0]
        bench.until(lambda last=last: bench.page._model.row_of(last) is not None)  # type: ignore[misc]
        held.append(resident_mib())
    return heart.worst() | {"before": held[0], "after": held[1]}


def whole(application: QApplication, case: Path, passphrase: str, name: str, frames: int) -> dict[str, float]:
    """Measure one list from opening to the end of the way."""
    bench = Bench(application, case, passphrase, name)
    first, again = rows(bench), min(rows(bench) for _round in range(5))
    found = {"first": first, "again": again, "records": len(bench.page._model.ids)} | scroll(bench, frames)
    bench.close()
    return found


def bare(application: QApplication, frames: int) -> dict[str, float]:
    """Beat in a window with nothing in it, for as long as the scrolling takes."""
    window = QMainWindow()
    window.resize(*_SIZE)
    window.show()
    heart, started = Heart(), time.perf_counter()
    while time.perf_counter() - started < 2 * frames * FRAME_MS / 1000:
        application.processEvents()
        time.sleep(_NAP_S)
    return heart.worst()


def sql(case: Path, passphrase: str, name: str) -> dict[str, float]:
    """Ask for the same rows without the program's own layers, on a connection that has read nothing else, and again."""
    with cases.open_case(case, passphrase) as ws:
        connection = ws.archive.connection.connection.dbapi_connection
        values = {"today": today()} if name == "people" else {}
        taken = []
        for _round in range(6):
            started = time.perf_counter()
            connection.execute(SQL[name], values).fetchall()
            taken.append(time.perf_counter() - started)
        return {"first": taken[0], "again": min(taken[1:])}


def resident_mib() -> float:
    """Return how much memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def main(what: str, *rest: str) -> int:
    """Measure one thing and print it as JSON."""
    if what == "sql":
        found = sql(Path(rest[0]), rest[1], rest[2])
    elif what == "bare":
        found = bare(QApplication(sys.argv[:1]), int(rest[0]))
    else:
        found = whole(QApplication(sys.argv[:1]), Path(rest[0]), rest[1], rest[2], int(rest[3]))
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
