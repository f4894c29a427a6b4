"""What all parts of a manuscript need: the case, the gate, sources as references, dates as this reader may see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC
from functools import cached_property
from typing import TypeVar

from evidence_app.domain.account import Account
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.citation import Citation
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Segment
from evidence_app.dossier.manuscript import Ref, segment_anchor
from evidence_app.services import accounts, listing, local_time, naming
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

T = TypeVar("T")
R = TypeVar("R", bound=Record)
_WIDE = frozenset({"COUNTRY", "REGION", "DISTRICT"})


class Desk:
    """One manuscript in the making: asks the archive, and lets nothing by that the gate holds back."""

    def __init__(self, ws: Workspace, gate: Gate) -> None:
        self.ws, self.gate, self.language = ws, gate, gate.language
        self.records = ws.records
        self._refs: dict[tuple[int, str | None], tuple[Ref, ...]] = {}

    @cached_property
    def items(self) -> dict[int, Item]:
        """The items that may leave, by id, in the order of their codes."""
        found: dict[int, Item] = {}
        for name in ("testimony", "media", "filing"):
            for item in self.records.find(NOUNS[name]):
                if isinstance(item, Item) and self.gate.allows(item):
                    found[item.id] = item
        return found

    @cached_property
    def events(self) -> list[Event]:
        """The events that may leave, in order of time, undated ones last."""
        found = [event for event in self.records.find(Event) if self.gate.allows(event)]
        return sorted(found, key=lambda event: (not event.happened, self._start(event), event.id))

    def _start(self, event: Event) -> str:
        """Return by what an event is put in order: a coarse one's place among the others must not tell its day."""
        date = event.happened
        if date is not None and event.id in self.coarse_events:
            date = coarsened(date)
        return (date.earliest or date.latest or "") if date else ""

    @cached_property
    def steps(self) -> list[Proceeding]:
        """The proceedings that may leave; none whose case or instance is held back."""
        return [step for step in self.records.find(Proceeding) if self.gate.allows(step)]

    @cached_property
    def marks(self) -> list[Mark]:
        """All marks in items that may leave."""
        return [mark for mark in self.records.find(Mark) if mark.item in self.items]

    def ref(self, item_id: int | None, locator: str | None = None) -> tuple[Ref, ...]:
        """Return a source as a reference; nothing where it may not leave."""
        key = (item_id or 0, locator)
        if key not in self._refs:
            self._refs[key] = self._ref(*key)
        return self._refs[key]

    def _ref(self, item_id: int, locator: str | None) -> tuple[Ref, ...]:
        """Make a reference."""
        item = self.items.get(item_id)
        if item is None:
            return ()
        label = citation(item.code, locator)
        cited = Citation.parse(label)
        number = cited.segment if cited else None
        is_printed = number is not None and (item.id, number) in self._paragraphs
        anchor = segment_anchor(item.code, number) if is_printed and number is not None else item.code
        return (Ref(self.gate.text(label), anchor),)

    @cached_property
    def _paragraphs(self) -> set[tuple[int, int]]:
        """The paragraphs of testimonies that are printed: item and number."""
        spoken = {item.id for item in self.items.values() if item.noun == "testimony"}
        return {(row.item, row.number) for row in self.records.some(Segment, "item", "number") if row.item in spoken}

    def sources(self, **subject: int) -> tuple[Ref, ...]:
        """Return the places in items that bear on a record (`event=…`, `person=…`, `proceeding=…`), each once."""
        [bearing] = (self._marks_on.get(key, ()) for key in subject.items())
        return once(ref for mark in bearing for ref in self.ref(mark.item, mark.locator))

    def sources_of(self, record: Record) -> tuple[Ref, ...]:
        """Return everything that a record rests on: marks, and the sources of what is asserted of it."""
        noun = "target" if record.base is not None else record.noun
        said = [self.ref(one.source, one.locator) for one in self._assertions.get(record.uid, ())]
        marked = self.sources(**{noun: record.id}) if noun in {"person", "event", "place", "proceeding"} else ()
        return once((*marked, *(ref for refs in said for ref in refs)))

    @cached_property
    def _marks_on(self) -> dict[tuple[str, int], list[Mark]]:
        """The marks that bear on each record, by its noun and id."""
        found: dict[tuple[str, int], list[Mark]] = {}
        for mark in self.marks:
            for noun in ("person", "event", "place", "proceeding"):
                if getattr(mark, noun) is not None:
                    found.setdefault((noun, getattr(mark, noun)), []).append(mark)
        return found

    @cached_property
    def people(self) -> dict[int, Person]:
        """All persons by id, whether they may leave or not; only the gate says how they are called."""
        return {person.id: person for person in self.records.find(Person)}

    @cached_property
    def _assertions(self) -> dict[str, list[Assertion]]:
        """The assertions that may leave, by the uid of the record they speak of."""
        found: dict[str, list[Assertion]] = {}
        for assertion in self.assertions:
            found.setdefault(assertion.subject, []).append(assertion)
        return found

    @cached_property
    def assertions(self) -> list[Assertion]:
        """The assertions that may leave: those without a source, and those whose source may."""
        return [said for said in self.records.find(Assertion) if said.source is None or said.source in self.items]

    @cached_property
    def involvements(self) -> list[Involvement]:
        """The involvements that may leave: neither event, proceeding nor source is held back."""
        events = {event.id for event in self.events}
        steps = {step.id for step in self.steps}
        return [
            part
            for part in self.records.find(Involvement)
            if (part.event is None or part.event in events)
            and (part.proceeding is None or part.proceeding in steps)
            and (part.source is None or part.source in self.items)
        ]

    def involvements_of(self, person_id: int) -> list[Involvement]:
        """Return those of one person."""
        return self._involved.get(person_id, [])

    @cached_property
    def _involved(self) -> dict[int, list[Involvement]]:
        found: dict[int, list[Involvement]] = {}
        for part in self.involvements:
            found.setdefault(part.person or 0, []).append(part)
        return found

    @cached_property
    def coarse_items(self) -> set[int]:
        """The items that would place somebody who may be placed coarsely only."""
        return {item.id for item in self.items.values() if self.gate.places(item)}

    @property
    def coarse_events(self) -> set[int]:
        """The events that would, whether the person is printed or not."""
        return self.gate.coarse_events

    @cached_property
    def crowd(self) -> dict[str, list[Person]]:
        """Persons without any name, gathered by their role in the case: they are counted, not listed one by one."""
        named = naming.names_by_person(self.records)
        rows = {row.id: row.role for row in listing.people(self.ws)}
        found: dict[str, list[Person]] = {}
        for person in self.records.find(Person):
            if person.id not in named and not person.notes and self.gate.person(person.id):
                found.setdefault(rows.get(person.id, "others"), []).append(person)
        return {role: people for role, people in found.items() if len(people) > 2}

    @cached_property
    def in_crowd(self) -> set[int]:
        """The ids of those persons."""
        return {person.id for people in self.crowd.values() for person in people}

    @cached_property
    def own_fields(self) -> list[OwnField]:
        """The case's own fields that stand, in their order."""
        return self.records.find(OwnField, order="place")

    @cached_property
    def own_values(self) -> dict[str, list[OwnValue]]:
        """What they hold, by the uid of the record."""
        found: dict[str, list[OwnValue]] = {}
        for value in self.records.find(OwnValue):
            found.setdefault(value.subject, []).append(value)
        return found

    def in_order(self, found: Iterable[T], label: Callable[[T], str]) -> tuple[T, ...]:
        """Return entries as they are printed: to the public by label, or fresh codes would stand as stable ones do."""
        return tuple(sorted(found, key=label) if self.gate.reader == "PUBLIC" else found)

    def is_held_back(self, item_id: int | None) -> bool:
        """Tell whether something rests on an item that stands and may not leave."""
        return self._stands(item_id) and item_id not in self.items

    def _stands(self, item_id: int | None) -> bool:
        item = self.records.item(item_id) if item_id else None
        return item is not None and item.voided is None

    def standing(self, noun: type[R], record_id: int | None) -> R | None:
        """Return what is referred to, if anything, unless it was voided."""
        record = self.records.get(noun, record_id) if record_id else None
        return record if record is not None and record.voided is None else None

    def date(self, date: PartialDate | None, *, is_coarse: bool = False) -> str:
        """Return a date in words; a coarse one to the month."""
        if date is None:
            return ""
        shown = coarsened(date) if is_coarse else date
        return shown.in_words(self.language)

    def instant(self, ts: str) -> str:
        """Return an instant of the journal by the clock of the case, which the dossier names once."""
        local = local_time.local(self.ws, ts)
        said = PartialDate.parse(local.isoformat(timespec="minutes")[:16]).in_words(self.language)
        return said if local.tzinfo is not UTC else f"{said} UTC"

    def account(self, key_id: str) -> str:
        """Return who acted, by name; the beginning of the key where no account is recorded."""
        return self.gate.text(accounts.shown(self._accounts.get(key_id, ""))) or key_id[:8]

    def party(self, said: str | None) -> str:
        """Return who gave or took something, as this reader may know them; an account is called as on the cover."""
        return accounts.shown(self.gate.party(said))

    @cached_property
    def _accounts(self) -> dict[str, str]:
        return {account.key_id: account.name for account in self.records.find(Account, voided=True)}

    def place(self, place_id: int | None, *, is_coarse: bool = False) -> str:
        """Return a place with what it is part of, innermost first; a coarse one from the district on, or nothing."""
        names: list[str] = []
        seen: set[int] = set()
        while place_id and place_id not in seen:
            seen.add(place_id)
            place = self.records.get(Place, place_id)
            if place is None:
                break
            if self.gate.allows(place) and (not is_coarse or place.kind in _WIDE):
                names.append(self.gate.text(place.name.best(self.language)))
            place_id = place.parent
        return ", ".join(names)


def once(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return each reference once; a bare code is dropped beside the same code with a place or remark."""
    kept = list(dict.fromkeys(refs))
    fuller = {ref.label.split(" ")[0] for ref in kept if " " in ref.label}
    return tuple(ref for ref in kept if ref.label not in fuller)


def citation(code: str, locator: str | None) -> str:
    """Return a citation (docs/FORMAT.md §6); a remark that names no place in the item stands in brackets."""
    if not locator:
        return code
    cited = f"{code} {locator}"
    return cited if Citation.parse(cited) else f"{code} ({locator})"


def coarsened(date: PartialDate) -> PartialDate:
    """Return the month, or the year, that a date lies in."""
    if date.earliest and date.latest:
        for length in (7, 4):
            if date.earliest[:length] == date.latest[:length]:
                return PartialDate.parse(date.earliest[:length])
    known = date.earliest or date.latest
    return PartialDate.parse(known[:4]) if known else date
