"""What must hold of the records that an act changed once it is complete: in between, a part may precede its owner."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_app.domain.changes import Change
from evidence_app.domain.errors import OwnerVoided, Refused
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.parts import BELONGING
from evidence_app.domain.record import Record, fields
from evidence_app.store.queries.records import Records
from evidence_app.system.words import _

_PARENT = "parent"


def check(records: Records, changes: Iterable[Change]) -> None:
    """Raise Refused where a record came to be part of itself, OwnerVoided where it came back without its owner."""
    for change in changes:
        before = change.before or {}
        if before and change.after.get(_PARENT) is not None:
            _check_parent(records, NOUNS[change.noun], change.record_id)
        if before.get("voided") is not None:
            _check_owners(records, NOUNS[change.noun], change.record_id)


def _check_parent(records: Records, noun: type[Record], record_id: int) -> None:
    """Raise Refused where a record lies in itself, however deep; a ring above it, which older data may hold, stays."""
    seen: set[int] = set()
    above = _above(records, noun, record_id)
    while above is not None and above not in seen:
        if above == record_id:
            raise Refused(why=_("nothing can be part of itself"))
        seen.add(above)
        above = _above(records, noun, above)


def _above(records: Records, noun: type[Record], record_id: int) -> int | None:
    """Return the id of what a record is part of."""
    return getattr(records.get(noun, record_id), _PARENT, None)


def _check_owners(records: Records, noun: type[Record], record_id: int) -> None:
    """Raise OwnerVoided where a record is not voided, and one that it belongs to or is part of is."""
    record = records.get(noun, record_id)
    if record is None or record.voided is not None:
        return
    for field in fields(noun):
        held = getattr(record, field.name)
        if held is None or (field.name != _PARENT and (noun.noun, field.name) not in BELONGING):
            continue
        owner = records.get(NOUNS[field.noun], held)
        if owner is not None and owner.voided is not None:
            raise OwnerVoided(what=_called(owner))


def _called(record: Record) -> str:
    """Return the code of a record, or its title where it has none."""
    title = getattr(record, "title", None) or getattr(record, "name", None)
    return str(getattr(record, "code", "") or (title.best() if title else record.noun))
