"""The state of the screen of search."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import details, searching
from evidence_app.services.searching import Hit, Results

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What one search came to: hits, how many of each kind, and how long it took."""

    results: Results
    kinds: tuple[tuple[str, int], ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A hit among what stands round it: paragraphs of a testimony, else details."""

    hit: Hit
    segments: Sequence[Any]
    details: Any


def ask(ws: Any, text: str, kinds: tuple[str, ...]) -> Answer:
    """Search, and count each kind; runs in the archive lane."""
    started = time.perf_counter()
    results = searching.search(ws, text, kinds=kinds, limit=LIMIT)
    counts = [(kind, searching.search(ws, text, kinds=(kind,), limit=1).total) for kind in searching.KINDS]
    return Answer(results, tuple(pair for pair in counts if pair[1]), time.perf_counter() - started)


def look_round(ws: Any, hit: Hit) -> Neighbourhood:
    """Fetch what stands round a hit; runs in the archive lane."""
    segments = details.segments(ws, hit.record_id) if hit.anchor and hit.noun == "testimony" else ()
    return Neighbourhood(hit, segments, details.of(ws, hit.noun, hit.record_id))


class SearchViewModel(QObject):
    """The words asked for, the answer, and the hit that is current."""

    answered = Signal(object)  # Answer, or None for no words
    neighbourhood_changed = Signal(object)  # Neighbourhood, or None
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.words = ""
        self.kinds: tuple[str, ...] = ()
        self._wanted: Hit | None = None

    def search(self, words: str, kinds: tuple[str, ...] = ()) -> None:
        """Ask; an older question that still waits is dropped."""
        self.words, self.kinds = words, kinds
        if not words.strip():
            self.answered.emit(None)
            self.neighbourhood_changed.emit(None)
            return
        self.lane.submit(
            ask,
            words,
            kinds,
            topic="search",
            done=partial(self._on_answer, words, kinds),
            failed=self.failed.emit,
        )

    def choose(self, hit: Hit | None) -> None:
        """Look round a hit."""
        self._wanted = hit
        if hit is None:
            self.neighbourhood_changed.emit(None)
            return
        done = self._on_neighbourhood
        self.lane.submit(look_round, hit, topic="neighbourhood", done=done, failed=self.failed.emit)

    def _on_answer(self, words: str, kinds: tuple[str, ...], answer: Answer) -> None:
        """Show the answer, unless something else is asked by now."""
        if (words, kinds) == (self.words, self.kinds):
            self.answered.emit(answer)

    def _on_neighbourhood(self, found: Neighbourhood) -> None:
        if found.hit is self._wanted:
            self.neighbourhood_changed.emit(found)
