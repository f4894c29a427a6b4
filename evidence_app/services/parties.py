"""Who the people of a case are, briefly: code and name, and which of them are its victims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.person import Person
from evidence_app.services import naming
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing

_SUFFERING = ("VICTIM", "CIV_CLAIMANT")


@dataclass(frozen=True, slots=True)
class Party:
    """A person by code and name; the code stands for the name where there is none."""

    id: int
    code: str
    name: str


NOBODY = Party(0, "", "")


def parties(ws: Workspace, ids: Iterable[int | None]) -> dict[int, Party]:
    """Return the persons of some ids; voided ones too, for what speaks of them stays."""
    wanted = sorted({person for person in ids if person})
    if not wanted:
        return {}
    names, among = naming.called(ws.records, wanted), set(wanted)
    few: dict[str, Any] = {"id": wanted} if len(wanted) <= naming.A_QUERY else {}
    people = ws.records.some(Person, "id", "code", voided=True, **few)
    return {row.id: Party(row.id, row.code, names.get(row.id, row.code)) for row in people if row.id in among}


def victims(ws: Workspace) -> list[Party]:
    """Return the victims in the order of their codes: recognised ones, those of events, and civil claimants."""
    names = naming.called(ws.records)
    people = ws.records.some(Person, "id", "code", where=[bearing.suffering(_SUFFERING)])
    return [Party(row.id, row.code, names.get(row.id, row.code)) for row in people]
