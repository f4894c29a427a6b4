"""Back and forward between places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the record and anchor shown there."""

    page: str
    record_id: int = 0
    anchor: str = ""


class History:
    """Places in the order in which they were visited, and where in them one stands."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._here = -1

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten."""
        if self._here >= 0 and self._places[self._here] == place:
            return
        del self._places[self._here + 1 :]
        self._places.append(place)
        self._here += 1

    def step(self, direction: int) -> Place | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not self.can_step(direction):
            return None
        self._here += direction
        return self._places[self._here]

    def can_step(self, direction: int) -> bool:
        """Tell whether there is a place in this direction."""
        return 0 <= self._here + direction < len(self._places)
