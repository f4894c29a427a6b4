"""The state of the screen of places: the tree, the place chosen, who was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import chronology, details, places
from evidence_app.services.chronology import Look
from evidence_app.services.places import PlaceNode, Presence

SETTLE_MS = 120  # arrowing through the tree asks only where one rests


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown of one place: its details, who was there, and the events as a timeline."""

    details: Any
    path: tuple[str, ...]
    presence: tuple[Presence, ...]
    look: Look


class PlacesViewModel(QObject):
    """Asks in the archive lane; an answer on another place than the one chosen is dropped."""

    tree_changed = Signal(object)  # PlaceNodes
    seen_changed = Signal(object)  # Seen, or None while nothing is chosen
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane = lane
        self.nodes: Sequence[PlaceNode] = ()
        self.place_id, self.is_deep, self.is_loaded = 0, True, False
        self.seen: Seen | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._ask_seen)

    def load(self) -> None:
        """Read the tree, and what is shown of the place chosen."""
        self._submit("places", places.tree, done=self._on_tree)

    def choose(self, place_id: int) -> None:
        """Make a place current; what is shown of it follows once the choice rests."""
        self.place_id = place_id
        self._rest.start()

    def set_deep(self, is_deep: bool) -> None:
        """Show who was in all that lies inside too, or in the place itself alone."""
        self.is_deep = is_deep
        self._ask_seen()

    def move(self, place_id: int, parent_id: int | None) -> None:
        """Put a place inside another, or on top."""
        self._submit("", places.move_by_id, place_id, parent_id, done=lambda _place: self.load())

    def forget(self) -> None:
        """Drop all that was read."""
        self._rest.stop()
        self.nodes, self.place_id, self.is_loaded, self.seen = (), 0, False, None
        self.tree_changed.emit(())
        self.seen_changed.emit(None)

    def _submit(self, topic: str, call: Callable[..., Any], *args: Any, done: Callable[[Any], object]) -> None:
        """Ask in the lane."""
        self.lane.submit(call, *args, topic=f"{topic} {id(self)}" if topic else "", done=done, failed=self.failed.emit)

    def _ask_seen(self) -> None:
        """Fetch what is shown of the place chosen."""
        asked = self.place_id
        if asked:
            self._submit("place", _seen, asked, self.is_deep, done=partial(self._on_seen, asked))

    def _on_tree(self, nodes: Sequence[PlaceNode]) -> None:
        self.nodes, self.is_loaded = nodes, True
        self.tree_changed.emit(nodes)
        self._ask_seen()

    def _on_seen(self, asked: int, seen: Seen) -> None:
        if asked == self.place_id:
            self.seen = seen
            self.seen_changed.emit(seen)


def _seen(ws: Any, place_id: int, is_deep: bool) -> Seen:
    """Return what is shown of a place."""
    presence = places.who_was_there(ws, place_id, deep=is_deep)
    course = chronology.read(ws, {one.event_id for one in presence})
    return Seen(details.place(ws, place_id), places.path_of(ws, place_id), presence, chronology.look(ws, course))
