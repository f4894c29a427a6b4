"""Own fields: what a case wants to know of its records beyond what the program asks, and what it knows of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

NOUNS = ("person", "testimony", "media", "filing", "event", "place", "proceeding")
_GROUPS = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_NUMBER = re.compile(rf"(-?(?:[0-9]{{1,15}}|[0-9]{{1,3}}(?:{_GROUPS}[0-9]{{3}}){{1,4}}))(?:[.,]([0-9]{{1,9}}))?")
_TWO_WAYS = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})")  # thousands to some, decimals to others


@dataclass(frozen=True, slots=True)
class Held:
    """One own field of a record and what it holds: text as stored, or the code of a person; empty where nothing."""

    field: OwnField
    text: str


def add(ws: Workspace, name: Localised, noun: str, kind: str = "TEXT", choices: Iterable[str] = ()) -> OwnField:
    """Define a field for one kind of record, after those that it has. Raises BadInput."""
    if noun not in NOUNS:
        raise BadInput(where=_("Kind of record"), why=_("“%(code)s” is not in the list") % {"code": noun})
    listed = _choices(kind, choices)
    places = [field.place or 0 for field in of(ws, noun)]
    with ws.act("own_field.added") as act:
        made = OwnField(name=name, of_noun=noun, kind=kind, choices=listed, place=max(places, default=0) + 1)
        return act.add(made)


def retitle(ws: Workspace, field: OwnField, name: Localised) -> OwnField:
    """Call a field by another name. Raises BadInput."""
    with ws.act("own_field.renamed", obj=field.uid) as act:
        return act.change(field, name=name)


def offer(ws: Workspace, field: OwnField, choices: Iterable[str]) -> OwnField:
    """Offer other choices. Raises BadInput where one is taken away that a record holds."""
    listed = _choices(field.kind, choices)
    held = {value.value for value in ws.records.find(OwnValue, own_field=field.id) if value.value}
    lost = sorted(held - set(listed))
    if field.kind == "CHOICE" and lost:
        why = _("“%(choice)s” is chosen in a record and must stay") % {"choice": lost[0]}
        raise BadInput(where=_("Choices"), why=why)
    with ws.act("own_field.changed", obj=field.uid) as act:
        return act.change(field, choices=listed)


def move(ws: Workspace, field: OwnField, step: int) -> None:
    """Move a field one place up (-1) or down (1) among those of its kind of record."""
    row = of(ws, field.of_noun)
    here = next(place for place, one in enumerate(row) if one.id == field.id)
    there = here + step
    if not 0 <= there < len(row):
        return
    row[here], row[there] = row[there], row[here]
    with ws.act("own_field.moved", obj=field.uid) as act:
        for place, one in enumerate(row, start=1):
            act.change(one, place=place)


def of(ws: Workspace, noun: str) -> list[OwnField]:
    """Return the own fields of a kind of record, in their order."""
    return ws.records.find(OwnField, order="place", of_noun=noun)


def values(ws: Workspace, record: Record) -> list[Held]:
    """Return every own field of a record with what it holds, empty ones too."""
    held = {value.own_field: value for value in ws.records.find(OwnValue, subject=record.uid)}
    return [Held(field, _text(ws, held.get(field.id))) for field in of(ws, record.noun)]


def set_value(ws: Workspace, record: Record, field: OwnField, text: str) -> None:
    """Let a field of a record hold what was typed; an empty text empties it. Raises BadInput, BadDate.

    A number is written with a point, a date as EDTF, a person as its code (P-001).
    """
    if field.of_noun != record.noun:
        raise BadInput(where=field.name.best(), why=_("this field is for another kind of record"))
    held, text = ws.records.first(OwnValue, subject=record.uid, own_field=field.id), text.strip()
    if text == _text(ws, held):
        return
    value, person = _read(ws, field, text)
    with ws.act("own_value.changed", obj=record.uid) as act:
        if held is None:
            act.add(OwnValue(own_field=field.id, subject=record.uid, value=value, person=person))
        else:
            act.change(held, value=value, person=person)


def _read(ws: Workspace, field: OwnField, text: str) -> tuple[str | None, int | None]:
    """Return what is to be stored: a text, or the id of a person."""
    if not text:
        return None, None
    where = field.name.best()
    match field.kind:
        case "NUMBER":
            return _number(where, text), None
        case "WHEN":
            return PartialDate.read(text).text, None
        case "CHOICE":
            if text not in field.choices:
                raise BadInput(where=where, why=_("“%(code)s” is not in the list") % {"code": text})
            return text, None
        case "PERSON":
            person = ws.records.first(Person, code=text.upper())
            if person is None:
                raise BadInput(where=where, why=_("there is no person %(code)s") % {"code": text})
            return None, person.id
    return text, None


def _number(where: str, text: str) -> str:
    """Return a number with a point and nothing between its figures. Raises BadInput where it could be another one."""
    if two := _TWO_WAYS.fullmatch(text):
        whole, decimal = "".join(two.groups()), f"{two[1]}.{two[2]}0"
        why = _("“%(text)s” can be read in two ways: write %(whole)s or %(decimal)s")
        raise BadInput(where=where, why=why % {"text": text, "whole": whole, "decimal": decimal})
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise BadInput(where=where, why=_("“%(text)s” is not a number") % {"text": text})
    whole, decimals = re.sub(_GROUPS, "", found[1]), found[2]
    return f"{whole}.{decimals}" if decimals else whole


def _text(ws: Workspace, held: OwnValue | None) -> str:
    """Return what a value holds, as it is typed."""
    if held is None:
        return ""
    person = ws.records.get(Person, held.person) if held.person else None
    return person.code if person is not None else held.value or ""


def _choices(kind: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Return the choices of a field, each once; none where it holds something else. Raises BadInput."""
    listed = tuple(dict.fromkeys(choice for choice in (" ".join(one.split()) for one in choices) if choice))
    if kind != "CHOICE":
        return ()
    if len(listed) < 2:
        raise BadInput(where=_("Choices"), why=_("give two at least, each on a line of its own"))
    return listed
