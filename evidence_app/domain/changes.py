"""What an act changed: the payload of the journal, of undo, and of the one notice that pages listen to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """Fields of one record before and after an act, as journal values; `before` is None where it is new."""

    noun: str
    uid: str
    record_id: int
    revision: int
    before: dict[str, Any] | None
    after: dict[str, Any]

    def inverse(self) -> dict[str, Any]:
        """Return the values that undo the change; a new record is undone by voiding it."""
        return {"voided": "undone"} if self.before is None else dict(self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All changes of one act, under the verb and place in the journal that recorded it.

    `logged` names what it logged beside them: `custody`, `export`.
    """

    verb: str
    seq: int = 0
    changes: tuple[Change, ...] = field(default=())
    logged: frozenset[str] = field(default=frozenset())

    def touches(self, noun: str) -> bool:
        """Tell whether a record of the noun was changed."""
        return any(change.noun == noun for change in self.changes)
