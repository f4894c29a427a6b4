"""From citations and goals to the pages that show them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.citation import Citation
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import searching
from evidence_app.services.going import Goal
from evidence_app.services.searching import Target

PAGE_OF = {
    "person": "people",
    "testimony": "testimonies",
    "media": "media",
    "filing": "filings",
    "event": "events",
    "place": "places",
    "proceeding": "proceedings",
}


class Following(QObject):
    """Asks the archive lane where citations lead; says what leads nowhere."""

    arrived = Signal(str, int, str)  # page, record and anchor
    voided = Signal(str, str, int)  # page, noun and record
    lost = Signal()
    not_cited = Signal(str)  # words that are no citation of this case
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane, pages: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._pages = lane, pages

    def follow(self, citation: str) -> None:
        """Go to what a citation names; a remark after the code is left aside."""
        if Citation.parse(citation) is None:
            citation = citation.split(" ")[0]
        self._lane.submit(_located, citation, done=self._on_located, failed=self.failed.emit)

    def follow_words(self, words: str) -> None:
        """Go to a citation that was typed or pasted; other words are handed back."""
        if words.strip():
            done = partial(self._on_words_located, words)
            self._lane.submit(_located, words, done=done, failed=self.failed.emit)

    def follow_goal(self, goal: Goal) -> None:
        """Go to a record that was chosen among others."""
        self._on_located(Target(goal.noun, goal.record_id, goal.anchor or None))

    def _page(self, target: Target | None) -> str:
        """Return the page that shows a target; empty for none."""
        page = PAGE_OF.get(target.noun, "") if target is not None else ""
        return page if page in self._pages else ""

    def _on_words_located(self, words: str, target: Target | None) -> None:
        if self._page(target):
            self._on_located(target)
        else:
            self.not_cited.emit(words)

    def _on_located(self, target: Target | None) -> None:
        page = self._page(target)
        if target is None or not page:
            self.lost.emit()
        elif target.is_voided:
            self.voided.emit(page, target.noun, target.record_id)
        else:
            self.arrived.emit(page, target.record_id, target.anchor or "")


def _located(ws: Any, citation: str) -> Target | None:
    """Return where a citation leads, to a voided record too; runs in the archive lane."""
    return searching.locate(ws, citation, voided=True)
