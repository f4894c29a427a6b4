"""Which icon stands for which kind of record."""

from __future__ import annotations

OF_NOUN = {
    "person": "user",
    "testimony": "message-square-quote",
    "media": "film",
    "filing": "scale",
    "event": "calendar-days",
    "place": "map-pin",
    "proceeding": "gavel",
}
