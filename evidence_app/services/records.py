"""What can be done to any record: add, change, edit, void, restore."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from evidence_app.domain.errors import ChangedMeanwhile, NotFound
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields
from evidence_app.services import changing
from evidence_app.services.changing import Changing
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

R = TypeVar("R", bound=Record)
RECORDS_AN_ACT = 500


def add(ws: Workspace, record: R) -> R:
    """Record something new; returns it with id, uid and code. Raises BadInput."""
    with ws.act(f"{record.noun}.added") as act:
        return act.add(record)


def edit(ws: Workspace, noun: str, record_id: int, before: Mapping[str, Any], **values: Any) -> Record:
    """Change fields that somebody saw as `before`; returns the record as it stands now.

    Raises BadInput, NotFound, and ChangedMeanwhile where one of the fields holds something else by now.
    """
    record = ws.records.get(NOUNS[noun], record_id)
    if record is None:
        raise NotFound(what=noun)
    for field in fields(type(record)):
        if field.name in values and getattr(record, field.name) != before[field.name]:
            raise ChangedMeanwhile(field=_(field.label))
    return change(ws, record, **values)


def change(ws: Workspace, record: R, reason: str | None = None, **values: Any) -> R:
    """Change fields of a record and what follows from them; returns it as it stands now. Raises BadInput, Refused."""
    verb, about = changing.act_of(ws, record, values)
    with ws.act(verb, obj=about, reason=reason) as act:
        return Changing(ws, act).change(record, **values)


def void(ws: Workspace, record: R, reason: str) -> R:
    """Take a record out of lists, search and dossiers; code and history stay, and it can be restored.

    What is written inside it (names of a person, paragraphs of a testimony) is not voided with it: it is hidden through
    its owner, so that restoring the owner brings back exactly what was there.
    """
    with ws.act(f"{record.noun}.voided", obj=record.uid, reason=reason) as act:
        return act.void(record, reason)


def void_all(ws: Workspace, held: Sequence[Record], reason: str) -> None:
    """Void records of one noun for one reason, in acts of some hundreds."""
    for start in range(0, len(held), RECORDS_AN_ACT):
        some = held[start : start + RECORDS_AN_ACT]
        with ws.act(f"{some[0].noun}.voided", obj=some[0].uid, reason=reason) as act:
            for record in some:
                act.void(record, reason)


def restore(ws: Workspace, record: R, reason: str | None = None) -> R:
    """Bring a voided record back. Raises OwnerVoided where what it belongs to is voided itself."""
    with ws.act(f"{record.noun}.restored", obj=record.uid, reason=reason) as act:
        return Changing(ws, act).change(record, voided=None)
