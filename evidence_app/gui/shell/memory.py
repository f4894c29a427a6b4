"""How the window of a case was left: kept in the case itself, so that nothing of it lies in clear outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import preferences

WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Left:
    """What was kept: of the window, and of each page."""

    window: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)


def read(ws: Any, pages: Iterable[str]) -> Left:
    """Read what was kept; runs in the archive lane."""
    held = {page: _table(preferences.get(ws, _key(page))) for page in pages}
    return Left(_table(preferences.get(ws, WINDOW)), held)


class Memory:
    """Keeps states in the archive lane, each only where it has changed."""

    def __init__(self, lane: ArchiveLane, left: Left) -> None:
        self._lane, self._pages = lane, tuple(left.pages)
        self._kept = {WINDOW: left.window} | {_key(page): held for page, held in left.pages.items()}

    def left(self) -> Left:
        """Return what is kept now."""
        return Left(self._kept[WINDOW], {page: self._kept[_key(page)] for page in self._pages})

    def keep_page(self, page: str, state: dict[str, Any]) -> None:
        """Keep how a page is left."""
        self._keep(_key(page), state)

    def keep_window(self, state: dict[str, Any]) -> None:
        """Keep how the window is left."""
        self._keep(WINDOW, state)

    def _keep(self, key: str, state: dict[str, Any]) -> None:
        if self._kept.get(key, {}) != state:
            self._kept[key] = state
            self._lane.submit(preferences.put, key, state)


def _key(page: str) -> str:
    """Return the key under which a page's state is kept."""
    return f"page.{page}"


def _table(held: Any) -> dict[str, Any]:
    """Return a state that is a table, else an empty one."""
    return held if isinstance(held, dict) else {}
