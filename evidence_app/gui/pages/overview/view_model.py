"""The state of the overview: its parts, each fetched by itself in the archive lane, the quickest and topmost first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services.overview import dates, decisions, heading, proof, sheet, since, story, work

PARTS: dict[str, Callable[[Any], Any]] = {
    "heading": heading.heading,
    "story": story.story,
    "dates": dates.upcoming,
    "work": work.latest,
    "proof": proof.matrix,
    "decisions": decisions.pending,
}
# What each part speaks of; latest work speaks of every act, and so do decisions of most.
_SPEAKS_OF = {
    "heading": {"case_file", "person", "event", "involvement", "proceeding", "item", "testimony", "media", "filing"},
    "story": {"event", "place", "proceeding", "filing", "media", "testimony", "mark"},
    "dates": {"deadline", "deadline_rule", "case_file", "proceeding", "filing", "consent", "person"},
    "proof": {"person", "person_name", "involvement", "event", "testimony", "segment", "translation", "media"}
    | {"filing", "mark", "finding", "consent"},
}


class OverviewViewModel(QObject):
    """Asks for parts; `arrived` says which one came, `news_arrived` what happened while the case was closed."""

    arrived = Signal(str, object)  # a key of PARTS, and what it is now
    news_arrived = Signal(object)  # Since
    saved = Signal(object)  # sheet.Saved
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.held: dict[str, Any] = {}
        self.news: since.Since | None = None
        self._was_here = False

    def load(self) -> None:
        """Fetch everything; the first time after the case was opened also the news."""
        if not self._was_here:
            self._was_here = True
            self.lane.submit(since.arrive, done=self._on_news, failed=self.failed.emit)
        self._ask(PARTS)

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch the parts that speak of these nouns."""
        self._ask([part for part in PARTS if part not in _SPEAKS_OF or _SPEAKS_OF[part] & touched])

    def dismiss_news(self) -> None:
        """Put the news away until the case is opened again."""
        self.news = None

    def forget(self) -> None:
        """Drop all that was read."""
        self.held.clear()
        self.news, self._was_here = None, False

    def save_table(self, target: Path) -> None:
        """Let the matrix out as a table, in three steps between which others are heard."""
        self.lane.submit(sheet.prepare, done=partial(self._on_prepared, target), failed=self.failed.emit)

    def _ask(self, parts: Any) -> None:
        for part in parts:
            topic = f"{part} {id(self)}"
            done = partial(self._on_part, part)
            self.lane.read(self, PARTS[part], topic=topic, done=done, failed=self.failed.emit)

    def _on_part(self, part: str, value: Any) -> None:
        if self._was_here:  # else the case was left meanwhile
            self.held[part] = value
            self.arrived.emit(part, value)

    def _on_news(self, news: since.Since | None) -> None:
        if news is not None and self._was_here:
            self.news = news
            self.news_arrived.emit(news)

    def _on_prepared(self, target: Path, prepared: sheet.Prepared) -> None:
        done = partial(self._on_inspected, target, prepared)
        self.lane.submit(lambda _ws: sheet.inspect(prepared), done=done, failed=self.failed.emit)

    def _on_inspected(self, target: Path, prepared: sheet.Prepared, inspected: Any) -> None:
        self.lane.submit(sheet.deliver, prepared, inspected, target, done=self.saved.emit, failed=self.failed.emit)
