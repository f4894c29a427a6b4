"""How much a worker may use; one set of figures per kind of work."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1 << 20
_GIB = 1 << 30


@dataclass(frozen=True)
class Limits:
    """The most that one task may take; whoever passes a limit is stopped."""

    address_space_bytes: int
    cpu_seconds: int
    wall_seconds: float
    output_bytes: int


IMAGE = Limits(2 * _GIB, cpu_seconds=20, wall_seconds=30, output_bytes=32 * _MIB)
VIDEO = Limits(3 * _GIB, cpu_seconds=60, wall_seconds=120, output_bytes=32 * _MIB)
PDF = Limits(2 * _GIB, cpu_seconds=20, wall_seconds=30, output_bytes=32 * _MIB)
LAYOUT = Limits(4 * _GIB, cpu_seconds=600, wall_seconds=600, output_bytes=2 * _GIB)
