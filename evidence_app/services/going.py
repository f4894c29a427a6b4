"""Going somewhere by a few letters: codes, citations, names and titles, as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_app.domain.nouns import LETTERS, NOUNS
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.services import searching
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse
from evidence_app.system import words as spoken

MOST = 8
NOUNS_WITH_A_PLACE = ("person", "testimony", "media", "filing", "event", "place", "proceeding")
_HALF_A_CODE = re.compile(r"([A-ZА-Я])-?([0-9]*)")
_TWINS = str.maketrans("РТЕ", "PTE")


@dataclass(frozen=True, slots=True)
class Goal:
    """A record that one can go to, and a place in it; `date` tells records of one title apart."""

    noun: str
    record_id: int
    code: str
    title: str
    anchor: str = ""
    date: str = ""


def find(ws: Workspace, words: str, *, people_only: bool = False, limit: int = MOST) -> tuple[Goal, ...]:
    """Return the best goals for what is typed: where a citation leads, codes that begin so, then names and titles."""
    nouns = NOUNS_WITH_A_PLACE[:1] if people_only else NOUNS_WITH_A_PLACE
    found: dict[tuple[str, int], Goal] = {}
    for goal in _goals(ws, words, nouns, limit):
        found.setdefault((goal.noun, goal.record_id), goal)
        if len(found) == limit:
            break
    return tuple(found.values())


def _goals(ws: Workspace, words: str, nouns: tuple[str, ...], limit: int) -> Iterator[Goal]:
    """Yield goals, the surest first; some may come twice."""
    target = searching.locate(ws, words)
    if target is not None and target.noun in nouns:
        record = ws.records.get(NOUNS[target.noun], target.record_id)
        if record is not None:
            yield _goal(ws, record, target.anchor or "")
    yield from _by_code(ws, words, nouns, limit)
    open_ended = f"{words}*" if words[-1:].isalnum() else words
    for among in (nouns[:1], nouns[1:]):  # whoever types a name means the person first
        for found in ws.index.search(parse(open_ended), among, limit) if among else ():
            record = ws.records.get(NOUNS[found.noun], found.record)
            if record is not None and record.voided is None:
                yield _goal(ws, record)


def _by_code(ws: Workspace, words: str, nouns: tuple[str, ...], limit: int) -> Iterator[Goal]:
    """Yield the records whose code begins as is typed: `e-01`, `T-`; a letter alone is a word."""
    typed = words.strip().upper().translate(_TWINS)
    half = _HALF_A_CODE.fullmatch(typed)
    noun = LETTERS.get(half[1], "") if half and len(typed) > 1 else ""
    if half is None or noun not in nouns:
        return
    begins = f"{half[1]}-{half[2]}"
    rows = ws.records.some(NOUNS[noun], "id", "code")
    for row in [row for row in rows if str(row.code).startswith(begins)][:limit]:
        record = ws.records.get(NOUNS[noun], row.id)
        if record is not None:
            yield _goal(ws, record)


def _goal(ws: Workspace, record: Record, anchor: str = "") -> Goal:
    """Return a record as a goal."""
    dates = (getattr(record, line.name) for line in fields(type(record)) if line.kind is Kind.WHEN)
    date = next((date.in_words(spoken.language()) for date in dates if date is not None), "")
    shown = "" if record.noun == "person" else date  # a person's first date is a birthday, which is nobody's title
    title = searching.title_of(ws, record)
    return Goal(record.noun, record.id, str(getattr(record, "code", "") or ""), title, anchor, shown)
