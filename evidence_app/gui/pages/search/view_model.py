"""The state of the screen of search."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.citation import Citation
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import details, searching
from evidence_app.services.searching import Hit, Results

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a citation leads that was typed."""

    citation: str
    title: str
    noun: str
    record_id: int
    anchor: str | None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one search came to: hits, how many of each kind, how long it took; a citation has a goal instead."""

    results: Results
    kinds: tuple[tuple[str, int], ...]
    seconds: float
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A hit among what stands round it: paragraphs of a testimony, else details."""

    hit: Hit | Goal
    segments: Sequence[Any]
    details: Any


def leads_on(hit: Hit | Goal) -> bool:
    """Tell whether a hit can be opened: what has no code has no page of its own."""
    return Citation.parse(hit.citation) is not None


def place_of(hit: Hit | Goal) -> tuple[str, int, str | None, str | None]:
    """Return what tells a hit from all others of its search."""
    return hit.noun, hit.record_id, hit.anchor, hit.language


def goal_of(ws: Any, text: str) -> Goal | None:
    """Return where a typed citation leads; None where it is none, or leads nowhere."""
    target, citation = searching.locate(ws, text), Citation.read(text)
    shown = details.of(ws, target.noun, target.record_id) if target else None
    if target is None or citation is None or shown is None:
        return None
    return Goal(str(citation), shown.title, target.noun, target.record_id, target.anchor)


def ask(ws: Any, text: str, kinds: tuple[str, ...]) -> Answer:
    """Search, and count each kind; runs in the archive lane."""
    started = time.perf_counter()
    goal = goal_of(ws, text)
    if goal is not None:
        return Answer(Results(text, (), 1), (), time.perf_counter() - started, goal)
    results = searching.search(ws, text, kinds=kinds, limit=LIMIT)
    counts = [(kind, searching.search(ws, text, kinds=(kind,), limit=1).total) for kind in searching.KINDS]
    return Answer(results, tuple(pair for pair in counts if pair[1]), time.perf_counter() - started)


def look_round(ws: Any, hit: Hit | Goal) -> Neighbourhood:
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
        self._wanted: Hit | Goal | None = None

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

    def choose(self, hit: Hit | Goal | None) -> None:
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
