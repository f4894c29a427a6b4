"""The chronology: every event as a span of time with what is doubtful about it, however many events there are.

A chronology knows only where events lie; what they are called is fetched for the part that is looked at. Instants are
civil seconds: seconds since the first of January of the year 1, by the clock that the sources use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.mark import Mark
from evidence_app.domain.place import Place
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

MOST = 2_000  # marks in one look
_MOST_KEYS, _BUCKETS, _MOST_UNDATED = 300, 160, 500
_TO_THE_DAY = len("2022-01-07")


class Doubt(Enum):
    """How the time of an event is known."""

    EXACT = "exact"  # to the day, or finer
    ABOUT = "about"  # approximate or uncertain
    BETWEEN = "between"  # an interval, or a date of which only month or year is known
    BEFORE = "before"  # only the end is known
    AFTER = "after"  # only the start is known
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """Where an event lies: from `first` up to, not including, `last`; an end that is not known is taken for the other.

    Of an event without a date both are 0.
    """

    id: int
    first: int
    last: int
    doubt: Doubt
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Chronology:
    """Where all events lie, in the order of time; `undated` those without a date; and how many stand behind each."""

    spans: tuple[Span, ...]
    undated: tuple[Span, ...]
    people: Mapping[int, int]
    sources: Mapping[int, int]

    @property
    def extent(self) -> tuple[int, int] | None:
        """Return from when to when it runs; None where nothing has a date."""
        if not self.spans:
            return None
        return self.spans[0].first, max(span.last for span in self.spans)


@dataclass(frozen=True, slots=True)
class Bar:
    """One event as the timeline shows it; `when` is its date in words."""

    span: Span
    code: str
    title: str
    kind: str
    when: str
    place: str
    people: int
    sources: int

    @property
    def id(self) -> int:
        """Return the id of the event."""
        return self.span.id


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of time that holds more events than could be told apart."""

    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class Look:
    """What stands between two instants: bars, or buckets with the key events among them; and some without a date."""

    first: float
    last: float
    bars: tuple[Bar, ...] = ()
    buckets: tuple[Bucket, ...] = ()
    undated: tuple[Bar, ...] = ()
    undated_count: int = 0
    is_whole: bool = True  # nothing lies outside, so no other look need be asked for
    extent: tuple[int, int] | None = None


def seconds(civil: str) -> int:
    """Return the civil seconds of `YYYY-MM-DDTHH:MM:SS`."""
    passed = datetime.fromisoformat(civil) - datetime.min
    return passed.days * 86_400 + passed.seconds


def doubt_of(text: str | None, earliest: str | None, latest: str | None) -> Doubt:
    """Return how a partial date is known, from its EDTF and bounds (`PartialDate.text`, `earliest`, `latest`)."""
    if not text or not (earliest or latest):
        return Doubt.UNKNOWN
    if not earliest:
        return Doubt.BEFORE
    if not latest:
        return Doubt.AFTER
    if any(sign in text for sign in "~?%"):
        return Doubt.ABOUT
    is_exact = "/" not in text and "X" not in text and len(text) >= _TO_THE_DAY
    return Doubt.EXACT if is_exact else Doubt.BETWEEN


def read(ws: Workspace, ids: Collection[int] | None = None) -> Chronology:
    """Return where events lie; `ids` chooses among them, None takes all."""
    chosen = None if ids is None else frozenset(ids)
    rows = ws.records.some(Event, "id", "happened", "happened_min", "happened_max", "is_key")
    spans = [
        _span(row.id, row.happened, row.happened_min, row.happened_max, row.is_key)
        for row in rows
        if chosen is None or row.id in chosen
    ]
    dated = sorted((s for s in spans if s.doubt is not Doubt.UNKNOWN), key=lambda s: (s.first, -s.last, s.id))
    return Chronology(
        tuple(dated),
        tuple(span for span in spans if span.doubt is Doubt.UNKNOWN),
        ws.records.tally(Involvement, "event"),
        ws.records.tally(Mark, "event"),
    )


def look(
    ws: Workspace,
    chronology: Chronology,
    first: float | None = None,
    last: float | None = None,
    most: int = MOST,
) -> Look:
    """Return what lies between two instants, by default all: about `most` marks at the most."""
    extent = chronology.extent
    whole = extent or (0, 0)
    begin, end = whole[0] if first is None else first, whole[1] if last is None else last
    inside = [span for span in chronology.spans if span.first <= end and span.last >= begin]
    is_whole = len(inside) == len(chronology.spans) <= most
    buckets: tuple[Bucket, ...] = ()
    if len(inside) > most:
        buckets = _bucketed(inside, begin, end)
        keys = [span for span in inside if span.is_key]
        inside = keys if len(keys) <= min(most, _MOST_KEYS) else []
    return Look(
        begin,
        end,
        _bars(ws, chronology, inside),
        buckets,
        _bars(ws, chronology, chronology.undated[:_MOST_UNDATED]),
        len(chronology.undated),
        is_whole,
        extent,
    )


def _span(event: int, text: str | None, earliest: str | None, latest: str | None, is_key: int | None) -> Span:
    """Make a span of what a row holds."""
    first = seconds(earliest) if earliest else 0
    last = seconds(latest) + 1 if latest else first
    return Span(event, first if earliest else last, last, doubt_of(text, earliest, latest), bool(is_key))


def _bucketed(spans: Iterable[Span], begin: float, end: float) -> tuple[Bucket, ...]:
    """Count spans by where they begin; empty stretches are left out."""
    width = max(1.0, (end - begin) / _BUCKETS)
    counts: dict[int, int] = {}
    for span in spans:
        place = int((max(begin, span.first) - begin) // width)
        counts[place] = counts.get(place, 0) + 1
    return tuple(
        Bucket(round(begin + place * width), round(begin + (place + 1) * width), count)
        for place, count in sorted(counts.items())
    )


def _bars(ws: Workspace, chronology: Chronology, spans: Iterable[Span]) -> tuple[Bar, ...]:
    """Say what the events of some spans are called."""
    wanted = list(spans)
    events = ws.records.by_ids(Event, [span.id for span in wanted])
    places = ws.records.by_ids(Place, sorted({event.place for event in events.values() if event.place}))
    language = words.language()
    bars = []
    for span in wanted:
        event = events[span.id]
        place = places.get(event.place or 0)
        bars.append(
            Bar(
                span,
                event.code,
                event.title.best(),
                vocabulary.label("event_kind", event.kind),
                event.happened.in_words(language) if event.happened else "",
                place.name.best() if place else "",
                chronology.people.get(span.id, 0),
                chronology.sources.get(span.id, 0),
            )
        )
    return tuple(bars)
