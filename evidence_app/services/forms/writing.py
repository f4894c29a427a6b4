"""From what was typed into a form to the record: one field, a new record, or the same for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.consent import Consent
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record, fields
from evidence_app.domain.testimony import Testimony
from evidence_app.services import (
    consents,
    deadlines,
    events,
    filings,
    marks,
    people,
    proceedings,
    records,
    testimonies,
)
from evidence_app.services.changing import Changing
from evidence_app.services.forms import own, reading
from evidence_app.services.forms.calling import fetch
from evidence_app.services.forms.form import Candidate, Entry
from evidence_app.services.forms.reading import NAME_PREFIX, ROLE
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

MOST_AN_ACT = 500  # records changed in one act: it holds the archive's lane while it lasts


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of changing many records: how many, and in how many acts, each to be undone by itself."""

    records: int
    acts: int


def stored(entry: Entry, value: Any) -> dict[str, Any]:
    """Return the fields of the record that the value of an entry fills: a source is a reference and a place in it."""
    if isinstance(value, Candidate):
        held: dict[str, Any] = {entry.name: value.record_id}
        return held | ({entry.place: value.locator} if entry.place else {})
    if value is None and entry.place:
        return {entry.name: None, entry.place: None}
    return {entry.name: value}


def save(ws: Workspace, noun: str, record_id: int, before: Mapping[str, Any], **values: Any) -> Record:
    """Change fields of a record that somebody saw as `before`; what follows from them is changed in the same act.

    Raises BadInput, NotFound, and ChangedMeanwhile where a field holds something else by now.
    """
    if values and all(field.startswith(own.PREFIX) for field in values):
        return own.save(ws, _found(ws, noun, record_id), before, values)
    if noun == "person" and set(values) == {ROLE}:
        return _save_role(ws, record_id, before, values[ROLE])
    name = reading.first_name(ws, record_id) if noun == "person" else None
    if name is not None and all(field.startswith(NAME_PREFIX) for field in values):
        return save(ws, "person_name", name.id, _name_of(before), **_name_of(values))
    return records.edit(ws, noun, record_id, before, **values)


def add(ws: Workspace, noun: str, **values: Any) -> Record:
    """Record something new; of a person also the role and the first name (`name.…`). Raises BadInput."""
    table = {line.name for line in fields(NOUNS[noun])}
    record = NOUNS[noun](**{name: value for name, value in values.items() if name in table})
    if isinstance(record, Person):
        return people.add(ws, record, PersonName(**_name_of(values)), role=values.get(ROLE) or "")
    if isinstance(record, PersonName):
        return _add_name(ws, record)
    if isinstance(record, Consent):
        return consents.add(ws, record)
    if isinstance(record, Filing):
        return filings.add(ws, record)
    if isinstance(record, Testimony):
        return testimonies.add(ws, record, ())
    if isinstance(record, Deadline):
        return deadlines.add(ws, record)
    if isinstance(record, Mark):
        return _add_mark(ws, record)
    return _involve(ws, record) if isinstance(record, Involvement) else records.add(ws, record)


def change_many(ws: Workspace, noun: str, ids: Sequence[int], **values: Any) -> Changed:
    """Set fields of several records to the same values, at most `MOST_AN_ACT` of them in one act. Raises BadInput."""
    changed = acts = 0
    for start in range(0, len(ids), MOST_AN_ACT):
        with ws.act(f"{noun}.changed_many") as act:
            changing = Changing(ws, act)
            for record in ws.records.by_ids(NOUNS[noun], ids[start : start + MOST_AN_ACT]).values():
                changed += changing.change(record, **values).revision > record.revision
        acts += bool(act.change_set.seq)
    return Changed(changed, acts)


def _found(ws: Workspace, noun: str, record_id: int) -> Record:
    """Return a record; raises NotFound."""
    record = fetch(ws, noun, record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    return record


def _save_role(ws: Workspace, person_id: int, before: Mapping[str, Any], role: str | None) -> Record:
    """Change what a person is in the case as such; nothing takes it away."""
    part = reading.standing(ws, person_id)
    if part is None:
        return records.add(ws, Involvement(person=person_id, role=role or ""))
    if role:
        return records.edit(ws, "involvement", part.id, before, role=role)
    records.void(ws, part, _("The role was left empty in the form"))
    return part


def _name_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a new person's name."""
    return {name.removeprefix(NAME_PREFIX): value for name, value in values.items() if name.startswith(NAME_PREFIX)}


def _add_name(ws: Workspace, name: PersonName) -> PersonName:
    """Record another spelling; the first of a person is preferred."""
    person = ws.records.get(Person, name.person or 0)
    if person is None:
        raise NotFound(what=noun_label("person"))
    is_first = not ws.records.find(PersonName, person=person.id)
    return people.add_name(ws, person, name.but(preferred=name.preferred or is_first))


def _add_mark(ws: Workspace, mark: Mark) -> Mark:
    """Record a link; raises BadInput where the place in the item is none."""
    item = ws.records.item(mark.item or 0)
    for field, noun in (("person", "person"), ("event", "event"), ("place", "place"), ("proceeding", "proceeding")):
        target = fetch(ws, noun, getattr(mark, field) or 0)
        if target is not None and item is not None:
            break
    else:
        target = ws.records.item(mark.target or 0)
    if not isinstance(item, Item) or target is None:
        raise BadInput(where=noun_label("mark"), why=_("say what bears on what"))
    return marks.link(
        ws,
        item,
        target,
        locator=mark.locator,
        stance=mark.stance,
        quote=mark.quote,
        note=mark.note,
    )


def _involve(ws: Workspace, part: Involvement) -> Involvement:
    """Record a person's part in an event or a proceeding."""
    person = ws.records.get(Person, part.person or 0)
    event = ws.records.get(Event, part.event or 0)
    proceeding = ws.records.get(Proceeding, part.proceeding or 0)
    if person is not None and event is not None:
        return events.involve(ws, event, person, part)
    if person is not None and proceeding is not None:
        return proceedings.involve(ws, proceeding, person, part)
    return records.add(ws, part)
