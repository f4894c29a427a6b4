"""Evidence: every testimony, exhibit and filing that has to do with a record, under a heading for each way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.item import Item
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Testimony
from evidence_app.services import linked_rows
from evidence_app.services.detail_sections import Section, kept
from evidence_app.services.field_rows import DetailRow
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def of(ws: Workspace, noun: str, record_id: int) -> tuple[Section, ...]:
    """Return the evidence of a record; nothing for a record that is gone."""
    if noun == "person":
        person = ws.records.get(Person, record_id)
        return of_person(ws, person) if person else ()
    if noun == "place":
        place = ws.records.get(Place, record_id)
        return of_place(ws, place) if place else ()
    if noun in {"event", "proceeding"}:
        return of_happening(ws, **{noun: record_id})
    item = ws.records.item(record_id)
    return of_item(ws, item) if isinstance(item, Item) else ()


def count(sections: Iterable[Section]) -> int:
    """Count what stands under all headings."""
    return sum(len(section.rows) for section in sections)


def of_person(ws: Workspace, person: Person) -> tuple[Section, ...]:
    """Return what a person said, what shows or mentions them, what was filed by or for them, and their sources."""
    filed = {filing.id: filing for by in ("filed_by", "filed_for") for filing in _found(ws, Filing, by, person.id)}
    return kept(
        Section(_("Statements"), rows(ws.records.find(Testimony, speaker=person.id))),
        Section(_("Linked evidence"), tuple(linked_rows.marks(ws, person=person.id)), "link"),
        Section(_("Filings and decisions"), rows(filed.values())),
        Section(_("Sources of what is recorded"), rows(_sources(ws, person))),
    )


def of_happening(ws: Workspace, **which: int) -> tuple[Section, ...]:
    """Return what bears on an event or a proceeding, and where what is recorded of it comes from."""
    kind: type[Record] = Event if "event" in which else Proceeding
    record = ws.records.get(kind, next(iter(which.values())))
    if record is None:
        return ()
    found = {item.id: item for item in _assertion_sources(ws, record)}
    for part in ws.records.find(Involvement, order="id", voided=False, **which):
        found |= {item.id: item for item in _items(ws, [part.source])}
    if isinstance(record, Proceeding):
        found |= {item.id: item for item in _items(ws, [record.document])}
    return kept(
        Section(_("Sources"), tuple(linked_rows.marks(ws, **which)), "link"),
        Section(_("Sources of what is recorded"), rows(found.values())),
    )


def of_place(ws: Workspace, place: Place) -> tuple[Section, ...]:
    """Return what bears on a place, and what was made there."""
    made = [item for noun in (Testimony, Media, Filing) for item in _found(ws, noun, "place", place.id)]
    return kept(
        Section(_("Sources"), tuple(linked_rows.marks(ws, place=place.id)), "link"),
        Section(_("Made here"), rows(made)),
        Section(_("Sources of what is recorded"), rows(_assertion_sources(ws, place))),
    )


def of_item(ws: Workspace, item: Item) -> tuple[Section, ...]:
    """Return what an item bears on, what is linked to it, and the copies and answers that go back to it."""
    made = [other for noun in (Testimony, Media, Filing) for other in _found(ws, noun, "derived_from", item.id)]
    origin = _items(ws, [item.derived_from, item.answers if isinstance(item, Filing) else None])
    return kept(
        Section(_("Bears on"), tuple(linked_rows.bearings(ws, item)), "link"),
        Section(_("Linked to it"), tuple(linked_rows.marks(ws, target=item.id))),
        Section(_("Goes back to"), rows(origin)),
        Section(_("Made from it"), rows(made)),
        Section(_("Answered by"), rows(_found(ws, Filing, "answers", item.id))),
    )


def rows(items: Iterable[Item]) -> tuple[DetailRow, ...]:
    """Return items as rows that lead to them: code, title, date."""
    made = []
    for item in items:
        when = date(_date_of(item))
        code = str(getattr(item, "code", ""))
        said = " · ".join(filter(None, (vocabulary.label("item_kind", item.kind), when)))
        called = f"{code}  {item.title.best()}".strip()
        made.append(DetailRow(called, said, icon=linked_rows.icon_of(item), target=code))
    return tuple(made)


def _date_of(item: Item) -> Any:
    """Return the date that tells an item apart."""
    if isinstance(item, Testimony):
        return item.taken or item.made
    return (item.decided or item.filed or item.made) if isinstance(item, Filing) else item.made


def _found(ws: Workspace, noun: type[Any], field: str, record_id: int) -> list[Any]:
    """Return the records of a noun of which one field names a record."""
    return ws.records.find(noun, order="id", voided=False, **{field: record_id})


def _items(ws: Workspace, ids: Iterable[int | None]) -> list[Item]:
    """Return items by id, each once, voided ones left out."""
    found = [ws.records.item(one) for one in dict.fromkeys(ids) if one]
    return [item for item in found if isinstance(item, Item) and item.voided is None]


def _assertion_sources(ws: Workspace, record: Record) -> list[Item]:
    """Return the items on which rests what sources say of a record."""
    return _items(ws, [said.source for said in ws.records.find(Assertion, subject=record.uid)])


def _sources(ws: Workspace, person: Person) -> list[Item]:
    """Return the items on which rests what is recorded of a person."""
    ids = [said.source for said in ws.records.find(Assertion, subject=person.uid)]
    for noun in (PersonName, Finding, Involvement):
        ids += [held.source for held in _found(ws, noun, "person", person.id)]
    return _items(ws, ids)
