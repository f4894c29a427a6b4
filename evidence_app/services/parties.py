"""Who the people of a case are, briefly: code and name, and which of them are its victims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.event import Involvement
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import naming
from evidence_app.services.workspace import Workspace

_SUFFERING, _A_QUERY = ("VICTIM", "CIV_CLAIMANT"), 500


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
    few: dict[str, Any] = {"person": wanted} if len(wanted) <= _A_QUERY else {}  # more are asked for all at once
    names: dict[int, list[PersonName]] = {}
    for name in ws.records.find(PersonName, **few) if wanted else ():
        names.setdefault(name.person or 0, []).append(name)
    found = {}
    for person in ws.records.by_ids(Person, wanted).values():
        chosen = naming.choose(names.get(person.id, ()))
        found[person.id] = Party(person.id, person.code, chosen.full if chosen else person.code)
    return found


def victims(ws: Workspace) -> list[Person]:
    """Return the victims in the order of their codes: recognised ones, those of events, and civil claimants."""
    suffering = {row.person for role in _SUFFERING for row in ws.records.some(Involvement, "person", role=role)}
    return [person for person in ws.records.find(Person) if person.recognised_victim or person.id in suffering]
