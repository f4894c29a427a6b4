"""How far a long act has come, and the way to stop it."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Somebody asked to stop; what was recorded until then stays."""


class GaveWay(Exception):
    """A reading was broken off, since something else was wanted meanwhile; it is to be begun anew after that."""


class Progress(Protocol):
    """Told of each step; raises Cancelled to stop."""

    def step(self, what: str, done: int, total: int) -> None:
        """Say what is being done now, how much of it is done and how much there is in all."""


class _Nothing:
    """Progress that nobody watches."""

    def step(self, what: str, done: int, total: int) -> None:
        """Do nothing."""


nothing: Progress = _Nothing()
