"""Whom items show and place, and which events they tell of: read from every record that ties them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.event import Event
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.store.queries.records import Records

_PICTURED = frozenset({"DEPICTS", "IDENTIFIES"})
# Their exhibits hold a body, a face, a document or a hand; those of other records only speak of somebody.
_IN_SIGHT = frozenset(
    {"finding", "identification", "person_name", "consent", "mandate", "testimony", "media", "filing"}
)


@dataclass(frozen=True, slots=True)
class _Links:
    """The fields of a noun that refer to items, events and persons; an item refers to itself."""

    noun: type[Record]
    items: tuple[str, ...]
    events: tuple[str, ...]
    persons: tuple[str, ...]
    more: tuple[str, ...]

    @classmethod
    def of(cls, noun: type[Record]) -> _Links:
        """Read them from the field table."""
        by_target: dict[str, list[str]] = defaultdict(list)
        for line in fields(noun):
            if line.kind is Kind.REFERENCE:
                by_target[line.noun].append(line.name)
        items = ["id"] if noun is Item or noun.base is Item else by_target["item"]
        more = ("stance",) if noun is Mark else ()
        return cls(noun, tuple(items), tuple(by_target["event"]), tuple(by_target["person"]), more)

    def rows(self, records: Records) -> Iterable[Any]:
        """Return those fields of all records that stand."""
        return records.some(self.noun, *self.items, *self.events, *self.persons, *self.more)


@dataclass(slots=True)
class Ties:
    """Persons by item and by event, as the case ties them together now; ids throughout."""

    seen: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    placed: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    told: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    present: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    origins: dict[int, tuple[int, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Records) -> Ties:
        """Read a whole case."""
        made = cls()
        links = [_Links.of(noun) for noun in NOUNS.values() if noun is not Item]
        for link in (link for link in links if link.events and link.persons):
            made._meet(link, records)
        for link in (link for link in links if link.items and (link.persons or link.events)):
            made._tie(link, records)
        made._say(records)
        for row in records.some(Item, "id", "derived_from", "relation"):
            if row.derived_from:
                made.origins[row.id] = (row.derived_from, row.relation == "REDACTED")
        return made

    def seen_in(self, item_id: int) -> set[int]:
        """Return who may be seen in an item; what was made out of another shows the same, unless it was redacted."""
        return {one for item in self._line(item_id, past_redaction=False) for one in self.seen.get(item, ())}

    def placed_by(self, item_id: int) -> set[int]:
        """Return whom the date and place of an item, or of what it was made out of, would place."""
        return {one for item in self._line(item_id, past_redaction=True) for one in self.placed.get(item, ())}

    def told_in(self, item_id: int) -> set[int]:
        """Return the events that an item, or what it was made out of, tells of."""
        return {one for item in self._line(item_id, past_redaction=True) for one in self.told.get(item, ())}

    def origins_of(self, item_id: int) -> tuple[int, ...]:
        """Return what an item was made out of, nearest first, as far as nothing was taken out on the way."""
        return tuple(self._line(item_id, past_redaction=False))[1:]

    def _line(self, item_id: int, *, past_redaction: bool) -> Iterator[int]:
        """Yield an item and what it was made out of."""
        seen: set[int] = set()
        while item_id not in seen:
            seen.add(item_id)
            yield item_id
            origin, is_redacted = self.origins.get(item_id, (item_id, False))
            item_id = item_id if is_redacted and not past_redaction else origin

    def _meet(self, link: _Links, records: Records) -> None:
        """Note who was present at events."""
        for row in link.rows(records):
            for event in _ids(row, link.events):
                self.present[event].update(_ids(row, link.persons))

    def _tie(self, link: _Links, records: Records) -> None:
        """Note which persons and events records tie to items."""
        is_holding = link.noun.noun in _IN_SIGHT
        for row in link.rows(records):
            persons = set(_ids(row, link.persons))
            is_mark = link.noun is Mark
            for item in _ids(row, link.items):
                self.told[item].update(_ids(row, link.events))
                self.placed[item].update(persons if is_holding or is_mark else ())
                self.seen[item].update(persons if is_holding or (is_mark and row.stance in _PICTURED) else ())

    def _say(self, records: Records) -> None:
        """Note the events that items tell of by being the source of what is asserted of them."""
        events = {row.uid: row.id for row in records.some(Event, "id", "uid")}
        for said in records.some(Assertion, "subject", "source"):
            if said.source and said.subject in events:
                self.told[said.source].add(events[said.subject])


def _ids(row: Any, names: Iterable[str]) -> Iterator[int]:
    """Yield the ids that some fields hold."""
    return (held for name in names if (held := getattr(row, name)))
