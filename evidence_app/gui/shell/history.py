"""Back and forward between places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the record and anchor shown there; `noun` is that of a record open in its form, else empty."""

    page: str
    record_id: int = 0
    anchor: str = ""
    noun: str = ""


class History:
    """Places in the order in which they were visited, and where in them one stands."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._here = -1

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten. From form to form one stays in front of the same list."""
        here = self._places[self._here] if self._here >= 0 else None
        if here == place:
            return
        if here is not None and here.noun and place.noun and here.page == place.page:
            self._here -= 1
        del self._places[self._here + 1 :]
        self._places.append(place)
        self._here += 1

    def leave_form(self) -> None:
        """Stand before the list again, once the form of a record in it is closed."""
        here = self._places[self._here] if self._here >= 0 else Place("")
        before = self._places[self._here - 1] if self._here > 0 else Place("")
        if here.noun and before.page == here.page and not before.noun:
            self._here -= 1
        elif here.noun:
            self.visit(Place(here.page, here.record_id))

    def step(self, direction: int) -> Place | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not self.can_step(direction):
            return None
        self._here += direction
        return self._places[self._here]

    def can_step(self, direction: int) -> bool:
        """Tell whether there is a place in this direction."""
        return 0 <= self._here + direction < len(self._places)
