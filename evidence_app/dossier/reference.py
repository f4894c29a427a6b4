"""What a statement rests on, as printed, and where that leads."""

from __future__ import annotations

from dataclasses import dataclass


def segment_anchor(code: str, number: int) -> str:
    """Return the anchor of one paragraph of a testimony."""
    return f"{code}.{number}"


@dataclass(frozen=True, slots=True)
class Ref:
    """A source as printed (`T-014 ¶4`) and where it leads; without an anchor it is printed but leads nowhere."""

    label: str
    anchor: str = ""
