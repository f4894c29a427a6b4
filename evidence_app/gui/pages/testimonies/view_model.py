"""The state of the screen of testimonies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from evidence_app.domain.citation import clock
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.gui.widgets.segment_view import Passage
from evidence_app.services import details, listing
from evidence_app.system import words


def translation_language(segments: Sequence[Any]) -> str:
    """Return the language to show beside the original: that of the window, else the commonest; empty for none."""
    held = Counter(tag for segment in segments for tag in segment.translations)
    spoken = words.language()
    return spoken if held[spoken] else max(held, key=lambda tag: held[tag], default="")


def passages(segments: Sequence[Any]) -> list[Passage]:
    """Turn segments into rows, each with its translation in one language."""
    shown = translation_language(segments)
    made = []
    for segment in segments:
        time = clock(segment.start_ms, exact=False) if segment.start_ms is not None else ""
        made.append(Passage(segment.number, time, segment.text, segment.translations.get(shown, "")))
    return made


class TestimoniesViewModel(RecordsViewModel):
    """The testimonies of the case, and the paragraphs of the one that is open."""

    __test__ = False

    passages_changed = Signal(object, str, str)  # passages, languages of original and translation

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(lane, listing.TESTIMONIES, details.item)

    def _ask_details(self) -> None:
        """Fetch the paragraphs with the details."""
        super()._ask_details()
        asked = self.record_id
        self.lane.submit(
            details.segments,
            asked,
            topic=f"segments {id(self)}",
            done=partial(self._on_segments, asked),
            failed=self.failed.emit,
        )

    def forget(self) -> None:
        """Drop the text too."""
        super().forget()
        self.passages_changed.emit((), "", "")

    def _on_segments(self, asked: int, segments: Sequence[Any]) -> None:
        """Show the paragraphs, unless another testimony is open by now."""
        if asked == self.record_id:
            original = segments[0].language if segments else ""
            self.passages_changed.emit(passages(segments), original, translation_language(segments))
