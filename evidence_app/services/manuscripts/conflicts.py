"""Conflicting sources: what they give differently of persons who are named, of events and of proceedings."""

from __future__ import annotations

from collections import defaultdict

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.event import Event
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.domain.release import Form
from evidence_app.dossier.manuscript import Conflict, Reading
from evidence_app.services.assertions import shown
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.system.words import _

# What the dossier itself may say of each. Of places, names, injuries and all else it prints no field by itself, so
# that no source is asked what it says of one.
_DISPUTED: dict[type[Record], frozenset[str]] = {
    Person: frozenset({"sex", "born", "died", "nationalities", "occupation", "organisation", "rank"}),
    Event: frozenset(
        {"title", "happened", "place", "authority", "acts", "purposes", "account", "people_count", "status"}
    ),
    Proceeding: frozenset({"title", "stage", "body", "reference_number", "charges", "opened", "decided", "outcome"}),
}


def conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """Return the values that sources give differently for one field of one record, the preferred one first."""
    by_field: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for said in desk.assertions:
        by_field[said.subject, said.field].append(said)
    found: list[Conflict] = []
    for (uid, name), said_of_it in by_field.items():
        record = _subject(desk, uid) if len(said_of_it) > 1 else None
        line = next((one for one in fields(type(record)) if one.name == name), None) if record else None
        if record is not None and line is not None and name in _DISPUTED[type(record)]:
            found += _differing(desk, record, line, said_of_it)
    return tuple(found)


def _differing(desk: Desk, record: Record, line: Field, said: list[Assertion]) -> list[Conflict]:
    """Return the first value, which is the preferred one, beside each that differs from it."""
    values = sorted((one for one in said if _may_be_read(desk, line, one)), key=lambda one: not one.preferred)
    about = desk.gate.text(": ".join(filter(None, (_called(desk, record), _(line.label)))))
    return [
        Conflict(
            about, _reading(desk, line, values[0]), _reading(desk, line, other), "a" if values[0].preferred else ""
        )
        for other in values[1:]
        if other.value.best(desk.language) != values[0].value.best(desk.language)
    ]


def _subject(desk: Desk, uid: str) -> Record | None:
    """Return the record that an assertion speaks of, if what sources say of it may leave."""
    record = next((found for noun in _DISPUTED if (found := desk.records.by_uid(noun, uid)) is not None), None)
    if isinstance(record, Person):
        printed = desk.gate.person(record.id)
        return record if printed and printed.form is Form.NAME else None
    if record is None or (isinstance(record, Event) and record.id in desk.coarse_events):
        return None
    return record if desk.gate.allows(record) else None


def _may_be_read(desk: Desk, line: Field, said: Assertion) -> bool:
    """Tell whether a value may leave: one that means another record goes as that record goes."""
    if line.kind is not Kind.REFERENCE:
        return True
    texts = {text for _tag, text in said.value.texts}
    meant = [one for one in desk.records.find(NOUNS[line.noun], voided=True) if texts & _names(one)]
    return bool(meant) and all(desk.gate.allows(one) for one in meant)


def _names(record: Record) -> set[str]:
    """Return by what a record may be meant: its code, its title in any language."""
    title = record.name if isinstance(record, Place) else getattr(record, "title", None)
    return {str(getattr(record, "code", "")), *(text for _tag, text in (title.texts if title else ()))} - {""}


def _called(desk: Desk, record: Record) -> str:
    """Return how a record is called."""
    if isinstance(record, Person):
        printed = desk.gate.person(record.id)
        return printed.label if printed else ""
    title = getattr(record, "title", None)
    return title.best(desk.language) if title else str(getattr(record, "code", ""))


def _reading(desk: Desk, line: Field, said: Assertion) -> Reading:
    return Reading(desk.gate.text(shown(line, said.value, desk.language)), desk.ref(said.source, said.locator))
