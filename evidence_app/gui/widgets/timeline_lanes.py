"""Which of several lanes each thing stands in, so that no two in one lane touch."""

from __future__ import annotations

import heapq
from collections.abc import Sequence


def pack(extents: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """Return a lane for each extent (left, right), as near the top as it goes; those that begin together keep order.

    No more lanes are used than things overlap somewhere, `gap` counted to their right.
    """
    lanes = [0] * len(extents)
    busy: list[tuple[float, int]] = []  # where a lane is free again, and the lane
    free: list[int] = []
    made = 0
    for place in sorted(range(len(extents)), key=lambda number: extents[number][0]):
        left, right = extents[place]
        while busy and busy[0][0] <= left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, made = made, made + 1
        lanes[place] = lane
        heapq.heappush(busy, (max(left, right) + gap, lane))
    return lanes
