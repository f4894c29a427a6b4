"""The case's own fields as the last section of a form: `own.<id of the field>` is what each entry is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evidence_app.domain.errors import ChangedMeanwhile, NotFound
from evidence_app.domain.own_field import OwnField
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.record import Kind, Record
from evidence_app.services import own_fields
from evidence_app.services.forms.calling import Calling
from evidence_app.services.forms.form import Candidate, Choice, Entry, FormSection
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.own_fields import Held
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

PREFIX = "own."
_KINDS = {"WHEN": Kind.WHEN, "CHOICE": Kind.CHOICE, "PERSON": Kind.REFERENCE}  # a number is typed as text


def sections(ws: Workspace, record: Record, calling: Calling) -> tuple[FormSection, ...]:
    """Return the section of own fields of a record that is recorded; none where the case asks nothing of its kind."""
    held = own_fields.values(ws, record) if record.noun in own_fields.NOUNS else []
    entries = tuple(_entry(ws, one, calling) for one in held)
    return (FormSection(_("Own fields"), entries),) if entries else ()


def save(ws: Workspace, record: Record, before: Mapping[str, Any], values: Mapping[str, Any]) -> Record:
    """Let own fields hold what was typed. Raises BadInput, NotFound, and ChangedMeanwhile as `writing.save` does."""
    held = {f"{PREFIX}{one.field.id}": one for one in own_fields.values(ws, record)}
    for name, value in values.items():
        if name not in held:
            raise NotFound(what=noun_label(OwnField.noun))
        if held[name].text != _text(ws, before[name]):
            raise ChangedMeanwhile(field=held[name].field.name.best())
        own_fields.set_value(ws, record, held[name].field, _text(ws, value))
    return record


def _entry(ws: Workspace, held: Held, calling: Calling) -> Entry:
    """Return one own field with what it holds."""
    kind = _KINDS.get(held.field.kind, Kind.TEXT)
    return Entry(
        name=f"{PREFIX}{held.field.id}",
        kind=kind,
        label=held.field.name.best(),
        value=_value(ws, kind, held.text, calling),
        choices=tuple(Choice(one, one) for one in held.field.choices),
        noun=Person.noun if kind is Kind.REFERENCE else "",
        is_multiline=held.field.kind == "TEXT",
    )


def _value(ws: Workspace, kind: Kind, text: str, calling: Calling) -> str | PartialDate | Candidate | None:
    """Return what a field holds as its editor wants it."""
    if not text:
        return None
    if kind is Kind.WHEN:
        return PartialDate.parse(text)
    if kind is Kind.REFERENCE:
        person = ws.records.first(Person, code=text)
        return calling.of(Person.noun, person.id) if person is not None else None
    return text


def _text(ws: Workspace, value: Any) -> str:
    """Return what an editor read, as `own_fields` takes it: an id is that of a person."""
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, int):
        person = ws.records.get(Person, value)
        return person.code if person is not None else ""
    return value or ""
