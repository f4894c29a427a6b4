"""The story in key events: what happened, in the order of time, and what a court has decided or found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import listing
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

_INSTANCES = frozenset({"FIRST", "APPEAL", "CASSATION", "SUPREME"})
_LONG_DAYS, _MUCH = 180, 4  # a gap is marked from so many days, and from so many times the usual one
_TIME = re.compile(r"T[0-9:]+(?:Z|[+-][0-9:]+)?")
_VAGUE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]X")


@dataclass(frozen=True, slots=True)
class Point:
    """One station of the story.

    `citation` opens it; `source` is one citation that bears it out. `days`: since the station before, 0 for the first;
    `is_far`: much more than usual. `is_decided`: a court decided that day, or has found what happened.
    """

    citation: str
    title: str
    when: str
    place: str
    source: str
    is_decided: bool
    days: int = 0
    is_far: bool = False


@dataclass(frozen=True, slots=True)
class _Station:
    """A point and the day by which it is put in order; undated ones come last."""

    day: date | None
    point: Point


def story(ws: Workspace) -> tuple[Point, ...]:
    """Return the key events, and the decisions of each instance that no key event tells of, in the order of time."""
    decided = [step for step in ws.records.find(Proceeding) if step.stage in _INSTANCES and step.decided is not None]
    days = {day for step in decided if (day := _exact(step.decided))}
    events = ws.records.find(Event, is_key=1)
    places = {row.id: row for row in ws.records.find(Place)} if any(event.place for event in events) else {}
    sources = _sources(ws, events)
    stations = [_event(event, places, sources.get(event.id, ""), days) for event in events]
    told = {day for event in events if (day := _exact(event.happened))}
    papers = ws.records.by_ids(Filing, sorted({step.document for step in decided if step.document}))
    stations += [_decision(step, papers) for step in decided if _exact(step.decided) not in told]
    return _in_order(stations)


def _event(event: Event, places: dict[int, Place], source: str, days: set[str]) -> _Station:
    """Return the station of a key event."""
    place = places.get(event.place or 0)
    is_decided = event.status == "FOUND" or _exact(event.happened) in days
    where = place.name.best() if place else ""
    point = Point(event.code, event.title.best(), when_words(event.happened), where, source, is_decided)
    return _Station(_day(event.happened), point)


def _decision(step: Proceeding, papers: dict[int, Filing]) -> _Station:
    """Return the station of a decision that no key event tells of; it is opened by its document."""
    paper = papers.get(step.document or 0)
    outcome = vocabulary.label("outcome", step.outcome)
    title = f"{step.title.best()}: {outcome.lower()}" if outcome else step.title.best()
    code = paper.code if paper else ""
    return _Station(_day(step.decided), Point(code, title, when_words(step.decided), step.body.best(), code, True))


def _sources(ws: Workspace, events: Sequence[Event]) -> dict[int, str]:
    """Return for each event the citation of the first source that bears it out."""
    wanted, found = {event.id for event in events}, dict[int, str]()
    items = {row.id: row.code for row in ws.records.some(Item, "id", "code")} if wanted else {}
    for mark in ws.records.some(Mark, "item", "event", "locator", "stance") if wanted else ():
        if mark.event in wanted and mark.item in items and mark.stance != "CONTRADICTS":
            found.setdefault(mark.event, f"{items[mark.item]} {mark.locator or ''}".strip())
    return found


def _in_order(stations: Iterable[_Station]) -> tuple[Point, ...]:
    """Sort by day, and measure the gaps between."""
    ordered = sorted(stations, key=lambda one: (one.day is None, one.day or date.max, one.point.citation))
    gaps = [(after.day - before.day).days if before.day and after.day else 0 for before, after in pairwise(ordered)]
    points = [one.point for one in ordered]
    spaced = (
        replace(point, days=days, is_far=_is_far(days, gaps[:place] + gaps[place + 1 :]))
        for place, (point, days) in enumerate(zip(points[1:], gaps, strict=True))
    )
    return (*points[:1], *spaced)


def _is_far(days: int, others: Sequence[int]) -> bool:
    """Tell whether a gap is long, and much longer than the others usually are."""
    return bool(others) and days >= _LONG_DAYS and days > _MUCH * median(others)


def when_words(when: PartialDate | None) -> str:
    """Return a date in words without its time; a day of which only the tens are known is “about” the days it may be."""
    if when is not None and _VAGUE_DAY.fullmatch(when.text) and when.earliest and when.latest:
        return PartialDate.parse(f"{when.earliest[:10]}~/{when.latest[:10]}~").in_words(words.language())
    return listing.date(PartialDate.parse(_TIME.sub("", when.text)) if when else None)


def _day(when: PartialDate | None) -> date | None:
    """Return the day by which a date is put in order."""
    known = (when.earliest or when.latest) if when else None
    return date.fromisoformat(known[:10]) if known else None


def _exact(when: PartialDate | None) -> str:
    """Return the day of a date that names exactly one; nothing for any other."""
    if when is None or when.is_approximate or when.is_uncertain or not when.earliest or not when.latest:
        return ""
    return when.earliest[:10] if when.earliest[:10] == when.latest[:10] else ""
