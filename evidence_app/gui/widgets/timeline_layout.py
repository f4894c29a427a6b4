"""Where marks and their words stand on a timeline; all lengths are pixels from an instant that never moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.gui.widgets.timeline_lanes import pack

if TYPE_CHECKING:
    from evidence_app.services.chronology import Bar

DOT, ARROW, SOFT, GAP = 11, 26, 9, 14  # widths: of a moment, of an open end, of soft edges; room between neighbours
CUTS = (440, 260)  # how wide words may be that reach past their mark: less only where lanes would not fit


@dataclass(frozen=True, slots=True)
class Placed:
    """One bar in its lane: the mark from `left` to `right`, and the words under it from `left` on."""

    bar: Bar
    lane: int
    left: float
    right: float
    words: float

    @property
    def end(self) -> float:
        """Return where mark and words are both past."""
        return max(self.right, self.left + self.words)


def mark_extent(bar: Bar, scale: float, stretch: float = 1.0) -> tuple[float, float]:
    """Return where the mark of a bar begins and ends at `scale` pixels a second."""
    first, last, doubt = bar.span.first * scale, bar.span.last * scale, bar.span.doubt.value
    if doubt == "before":
        return last - (ARROW + DOT) * stretch, last
    if doubt == "after":
        return first, first + (ARROW + DOT) * stretch
    soft = SOFT * stretch if doubt == "about" else 0.0
    if last - first < DOT * stretch:
        middle = (first + last) / 2
        return middle - DOT * stretch / 2 - soft, middle + DOT * stretch / 2 + soft
    return first - soft, last + soft


def lay_out(
    bars: Sequence[Bar],
    scale: float,
    width_of: Callable[[Bar], float],
    lanes_that_fit: int,
    stretch: float = 1.0,
) -> list[Placed]:
    """Give every bar its lane; words are cut only where there would be more lanes than fit."""
    marks = [mark_extent(bar, scale, stretch) for bar in bars]
    full = [width_of(bar) for bar in bars]
    lanes: list[int] = []
    widths: list[float] = []
    for cut in CUTS:
        widths = [
            min(width, max(cut * stretch, right - left)) for width, (left, right) in zip(full, marks, strict=True)
        ]
        extents = [(left, max(right, left + width)) for (left, right), width in zip(marks, widths, strict=True)]
        lanes = pack(extents, GAP * stretch)
        if max(lanes, default=0) < lanes_that_fit:
            break
    return [
        Placed(bar, lane, left, right, width)
        for bar, lane, (left, right), width in zip(bars, lanes, marks, widths, strict=True)
    ]
