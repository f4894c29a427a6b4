"""This computer's clock: the only place where the program asks what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def instant() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day it is here."""
    return instant().astimezone().date()
