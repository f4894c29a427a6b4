"""Putting labels on several records at once, and taking them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record
from evidence_app.services import labels, linking, records
from evidence_app.services.workspace import Workspace

CARRIERS = frozenset({*linking.LINKED, "deadline"})  # kinds of records whose labels are shown somewhere


def carried(ws: Workspace, noun: str, ids: Sequence[int]) -> dict[str, bool | None]:
    """Return for every label in use whether all of some records carry it (True), some (None) or none (False)."""
    counts: dict[str, int] = {used.label.name: 0 for used in labels.all_of(ws)}
    held = _records(ws, noun, ids)
    for record in held:
        for label in labels.of(ws, record):
            counts[label.name] += 1
    return {name: count == len(held) if count in (0, len(held)) else None for name, count in counts.items()}


def tick(ws: Workspace, noun: str, ids: Sequence[int], put_on: Iterable[str], take_off: Iterable[str]) -> None:
    """Put labels on records, made where they are new, and take others off: one act, as long as it is not full."""
    held, put, off = _records(ws, noun, ids), tuple(put_on), tuple(take_off)
    step = max(1, records.RECORDS_AN_ACT // max(1, len(put) + len(off)))
    for start in range(0, len(held), step):
        labels.tick(ws, held[start : start + step], put, off)


def _records(ws: Workspace, noun: str, ids: Sequence[int]) -> list[Record]:
    """Return records by id, in the order asked for."""
    found = ws.records.by_ids(NOUNS[noun], ids)
    return [found[one] for one in ids if one in found]
