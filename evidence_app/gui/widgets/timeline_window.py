"""The stretch of time that a timeline shows: instants to pixels and back, zoom and pan."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.gui.widgets.timeline_axis import HOUR, LAST, MINUTE, YEAR

FINEST, WIDEST = 140 / MINUTE, 1 / (20 * YEAR)  # pixels a second: minutes apart, and a century on a hand's breadth
LEAST = 12 * HOUR  # a single moment is shown with this much around it


@dataclass(frozen=True, slots=True)
class Window:
    """What lies at the left edge (civil seconds), and how many pixels a second takes."""

    first: float
    scale: float

    @classmethod
    def around(
        cls, extent: tuple[float, float], width: float, margin: float, words: Iterable[tuple[float, float]] = ()
    ) -> Window:
        """Return the window that shows an extent with a margin, and `words` (an instant, pixels from there on)."""
        length = max(extent[1] - extent[0], LEAST)
        begin = (extent[0] + extent[1] - length) / 2
        room = max(1.0, width - 2 * margin)
        scales = [room / length]
        # Words may take two thirds of the width at most, so that the events are never pressed into a corner.
        scales += [max(room - pixels, room / 3) / (at - begin) for at, pixels in words if at > begin]
        scale = _within(min(scales))
        return cls(begin - margin / scale, scale)

    def x(self, instant: float) -> float:
        """Return where an instant stands."""
        return (instant - self.first) * self.scale

    def instant(self, x: float) -> float:
        """Return the instant at a place."""
        return self.first + x / self.scale

    def zoomed(self, factor: float, x: float) -> Window:
        """Return the window `factor` times nearer; what stands at `x` stays there."""
        scale = _within(self.scale * factor)
        return Window(self.instant(x) - x / scale, scale)

    def panned(self, pixels: float) -> Window:
        """Return the window moved to later times by so many pixels, within the calendar."""
        first = self.first + pixels / self.scale
        return dataclasses.replace(self, first=max(-100 * YEAR, min(LAST, first)))

    def showing(self, left: float, right: float, width: float, margin: float) -> Window:
        """Return the window moved no further than needed to show a stretch of pixels, its beginning first of all.

        One that fills the window already is left where it is.
        """
        if left <= margin and right >= width - margin:
            return self
        if left < margin:
            return self.panned(left - margin)
        over = right - (width - margin)
        return self.panned(min(over, left - margin)) if over > 0 else self


def _within(scale: float) -> float:
    """Return a scale that is neither too near nor too far."""
    return max(WIDEST, min(FINEST, scale))
