"""The fields that several records of one noun have in common, to be changed in all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.services.forms import choices
from evidence_app.services.forms.calling import Calling
from evidence_app.services.forms.form import Entry
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

_KINDS = frozenset({Kind.CHOICE, Kind.FLAG, Kind.LIST, Kind.WHEN, Kind.REFERENCE, Kind.TEXT})
_EACH_ITS_OWN = frozenset(
    {"code", "external_id", "reference_number", "full", "x", "y", "parent", "latitude", "longitude"}
)
MOST_VALUES = 3  # shown of a field that holds several


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """A field of all chosen records: its common value, or the values it holds with how many records hold each.

    `held` is empty where all agree; the first entries are the commonest. `others` counts further values.
    """

    entry: Entry
    held: tuple[tuple[Any, int], ...] = ()
    others: int = 0

    @property
    def is_mixed(self) -> bool:
        """Whether the records hold different values."""
        return bool(self.held)


def shared(ws: Workspace, noun: str, ids: Sequence[int]) -> tuple[SharedEntry, ...]:
    """Return the fields of several records that can be given one value."""
    kind, calling = NOUNS[noun], Calling(ws)
    records = list(ws.records.by_ids(kind, ids).values())
    return tuple(_shared(records, line, calling) for line in fields(kind) if _can_be_shared(line))


def lowered(ws: Workspace, noun: str, ids: Sequence[int], values: Mapping[str, Any]) -> int:
    """Count the persons among several records whose protection new values would lower."""
    if noun != Person.noun or "protection" not in values:
        return 0
    order = [term.code for term in vocabulary.terms("protection")]
    held = ws.records.by_ids(Person, ids).values()
    return sum(1 for person in held if order.index(values["protection"]) < order.index(person.protection))


def _can_be_shared(line: Field) -> bool:
    """Tell whether it makes sense to give a field one value in many records."""
    is_ours = not (line.fixed or line.secret or line.multiline or line.required)
    return is_ours and line.kind in _KINDS and line.name not in _EACH_ITS_OWN


def _shared(records: list[Record], line: Field, calling: Calling) -> SharedEntry:
    """Return one field."""
    counts = Counter(getattr(record, line.name) for record in records)
    shown = [(_shown(line, value, calling), count) for value, count in counts.most_common()]
    is_mixed = len(shown) > 1
    nothing: Any = () if line.kind is Kind.LIST else None
    sample = records[0] if records else Record()
    default = type(sample).__dataclass_fields__[line.name].default if records else None
    entry = Entry(
        name=line.name,
        kind=line.kind,
        label=_(line.label),
        value=nothing if is_mixed or not shown else shown[0][0],
        choices=choices.of(line, sample, calling.languages),
        noun=line.noun,
        may_be_empty=default in (None, ()),
    )
    if not is_mixed:
        return SharedEntry(entry)
    return SharedEntry(entry, tuple(shown[:MOST_VALUES]), max(0, len(shown) - MOST_VALUES))


def _shown(line: Field, value: Any, calling: Calling) -> Any:
    """Return a value as an entry holds it."""
    return calling.of(line.noun, value) if line.kind is Kind.REFERENCE else value
