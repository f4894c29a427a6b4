"""What stands behind an inspector: its tabs are fetched when they are asked for, its values can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.history_list import VOIDED, Restoring
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.services import evidence, history, history_rows, timeline


class Inspecting(QObject):
    """Answers for one inspector out of the archive lane; known errors go to `failed`."""

    def __init__(self, inspector: Inspector, lane: ArchiveLane, failed: Callable[[EvidenceError], object]) -> None:
        super().__init__(inspector)
        self._inspector, self._lane, self._failed = inspector, lane, failed
        inspector.offer()
        inspector.tab_asked.connect(self._on_tab_asked)
        inspector.more_asked.connect(self._on_more_asked)
        inspector.restore_asked.connect(self._on_restore_asked)

    def refresh(self) -> None:
        """Fetch the tab in front anew."""
        if self._inspector.details is not None and self._inspector.tab in self._inspector.details.tabs:
            self._on_tab_asked(self._inspector.tab)

    def _on_tab_asked(self, name: str) -> None:
        """Fetch a tab of the record shown; the details themselves are the page's."""
        details = self._inspector.details
        if details is not None and name in _TABS:
            self._submit(name, _TABS[name], details.noun, details.record_id)

    def _on_more_asked(self, start: int) -> None:
        """Fetch older entries of the history."""
        details = self._inspector.details
        if details is not None:
            self._submit("history", history_rows.page, details.noun, details.record_id, start)

    def _submit(self, name: str, ask: Callable[..., Any], noun: str, record_id: int, *more: int) -> None:
        """Ask in the archive lane."""
        done = partial(self._on_fetched, name, noun, record_id)
        self._lane.submit(ask, noun, record_id, *more, topic=f"tab {id(self)}", done=done, failed=self._failed)

    def _on_fetched(self, name: str, noun: str, record_id: int, content: Any) -> None:
        """Show the answer, unless another record is shown by now."""
        details = self._inspector.details
        if details is not None and (details.noun, details.record_id) == (noun, record_id):
            self._inspector.show_tab(name, content)

    def _on_restore_asked(self, wish: Restoring) -> None:
        """Bring a value, or a voided record, back."""
        if wish.field == VOIDED:
            self._lane.submit(history.bring_back, wish.noun, wish.uid, done=self._on_restored, failed=self._failed)
        else:
            place = (wish.noun, wish.uid, wish.log, wish.seq, wish.field)
            self._lane.submit(history.restore_value, *place, done=self._on_restored, failed=self._failed)

    def _on_restored(self, _record: Any) -> None:
        """Show the act that was just made."""
        self.refresh()


def _timeline(ws: Any, _noun: str, record_id: int) -> Any:
    """Return the course of a person through the case."""
    return timeline.of_person(ws, record_id)


_TABS: dict[str, Callable[..., Any]] = {"evidence": evidence.of, "timeline": _timeline, "history": history_rows.page}
