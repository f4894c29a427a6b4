"""Instants of the journal by the clock of the case."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evidence_app.domain.partial_date import PartialDate
from evidence_app.services.workspace import Workspace
from evidence_app.system import words


def local(ws: Workspace, ts: str) -> datetime:
    """Return an instant by the clock of the case; in UTC where its zone is none that this computer knows."""
    instant = datetime.fromisoformat(ts)
    with suppress(ZoneInfoNotFoundError, ValueError):
        instant = instant.astimezone(ZoneInfo(ws.case.zone))
    return instant


def local_time(ws: Workspace, ts: str) -> str:
    """Return it in words, with its zone: “12 May 2026, 14:03 (UTC+05:00)”."""
    return PartialDate.parse(local(ws, ts).isoformat(timespec="minutes").replace("+00:00", "Z")).in_words(
        words.language()
    )
