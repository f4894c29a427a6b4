"""What a case's own fields hold of a record, as one reader may know it."""

from __future__ import annotations

from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record
from evidence_app.services.manuscripts.desk import Desk


def own(desk: Desk, record: Record, *, is_coarse: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields and what they hold, in the order of the case.

    Nobody but the team knows what its own fields ask for: the public reads none of them, and of what may be placed
    coarsely only they are left out.
    """
    if desk.gate.reader == "PUBLIC" or is_coarse:
        return ()
    held = {value.own_field: value for value in desk.own_values.get(record.uid, ())}
    told = ((field, _told(desk, field, held[field.id])) for field in desk.own_fields if field.id in held)
    return tuple((desk.gate.text(field.name.best(desk.language)), text) for field, text in told if text)


def lines(desk: Desk, record: Record, *, is_coarse: bool = False) -> tuple[str, ...]:
    """Return them as lines of text."""
    return tuple(f"{name}: {text}" for name, text in own(desk, record, is_coarse=is_coarse))


def _told(desk: Desk, field: OwnField, held: OwnValue) -> str:
    """Return what a field holds in words; nothing of a person who may not be spoken of."""
    if held.person:
        printed = desk.gate.person(held.person)
        return printed.label if printed else ""
    if field.kind == "WHEN" and held.value:
        return desk.date(PartialDate.parse(held.value))
    if field.kind == "NUMBER" and held.value and desk.language != "en":
        return held.value.replace(".", ",")
    return desk.gate.text(held.value)
