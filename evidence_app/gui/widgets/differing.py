"""In what stretch two sequences of ids differ."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Differing:
    """At one place, so many ids went and so many came; before and after it all is the same."""

    at: int
    removed: int
    added: int


def compare(old: array[int], new: array[int]) -> Differing:
    """Return the shortest stretch outside of which the two agree."""
    shorter = min(len(old), len(new))
    before = _longest(shorter, lambda n: old[:n] == new[:n])
    after = _longest(shorter - before, lambda n: not n or old[-n:] == new[-n:])
    return Differing(before, len(old) - before - after, len(new) - before - after)


def _longest(most: int, agrees: Callable[[int], bool]) -> int:
    """Return the largest length that agrees, where all shorter ones do."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if agrees(middle):
            least = middle
        else:
            most = middle - 1
    return least
