"""Mandates: who represents whom, by which paper, from when to when; and who believes to be represented and is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evidence_app.domain.errors import NotFound
from evidence_app.domain.item import Item
from evidence_app.domain.mandate import Mandate, is_in_force
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import listing
from evidence_app.services.parties import NOBODY, Party, parties
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate; `state` is ok, ending (within a month), ended, coming, or nobody: no mandate where one is needed.

    A gap is somebody who is recorded as represented without a mandate in force; its id is the person's, negative.
    """

    id: int
    uid: str
    client: Party
    lawyer: Party
    scope: str
    proceeding: str
    paper: str
    begins: str
    ends: str
    state: str
    state_words: str
    note: str


@dataclass(frozen=True, slots=True)
class Board:
    """All mandates in the order of clients, those without one first."""

    gaps: tuple[MandateRow, ...]
    rows: tuple[MandateRow, ...]


def board(ws: Workspace, today: str = "") -> Board:
    """Return mandates and gaps as of a day, by default today."""
    today = today or listing.today()
    held = ws.records.find(Mandate)
    missing = gaps(ws, today)
    ends = [who for one in held for who in (one.client, one.lawyer)]
    named = parties(ws, (*ends, *(person.id for person in missing)))
    steps = ws.records.by_ids(Proceeding, [one.proceeding for one in held if one.proceeding])
    papers = ws.records.by_ids(Item, [one.power for one in held if one.power])
    rows = [
        MandateRow(
            id=one.id,
            uid=one.uid,
            client=named.get(one.client or 0, NOBODY),
            lawyer=named.get(one.lawyer or 0, NOBODY),
            scope=one.scope.best(),
            proceeding=steps[one.proceeding].title.best() if one.proceeding in steps else "",
            paper=papers[one.power].code if one.power in papers else "",
            begins=listing.date(one.begins),
            ends=listing.date(one.ends),
            state=(state := _state(one, today)),
            state_words=_words(state),
            note=one.note or "",
        )
        for one in held
    ]
    rows.sort(key=lambda row: (row.client.code, row.id))
    return Board(tuple(_gap(named[person.id]) for person in missing), tuple(rows))


def gaps(ws: Workspace, today: str = "") -> list[Person]:
    """Return the people who are recorded as represented but have no mandate in force."""
    today = today or listing.today()
    covered = {one.client for one in ws.records.find(Mandate) if is_in_force(one, today)}
    return [person for person in ws.records.find(Person, represented=1) if person.id not in covered]


def of_client(ws: Workspace, person: Person) -> list[Mandate]:
    """Return the mandates that a person has given, the newest last."""
    held = ws.records.find(Mandate, client=person.id)
    return sorted(held, key=lambda one: ((one.begins.earliest or "") if one.begins else "", one.id))


def end(ws: Workspace, mandate_id: int, on: PartialDate | None = None, reason: str | None = None) -> Mandate:
    """Record that a mandate has ended, today unless said otherwise. Raises NotFound."""
    mandate = ws.records.get(Mandate, mandate_id)
    if mandate is None:
        raise NotFound(what="mandate")
    with ws.act("mandate.ended", obj=mandate.uid, reason=reason) as act:
        return act.change(mandate, ends=on or PartialDate.parse(listing.today()))


def standing(mandate: Mandate, today: str = "") -> str:
    """Say to a stranger how a mandate stands on a day, by default today."""
    state = _state(mandate, today or listing.today())
    return _words("ok" if state == "ending" else state)


def _state(mandate: Mandate, today: str) -> str:
    """Return how a mandate stands on a day."""
    ends = mandate.ends.latest if mandate.ends else None
    if not is_in_force(mandate, today):
        return "ended" if ends and ends[:10] < today else "coming"
    left = (date.fromisoformat(ends[:10]) - date.fromisoformat(today)).days if ends else None
    return "ending" if left is not None and left <= SOON_DAYS else "ok"


def _words(state: str) -> str:
    """Say how a mandate stands."""
    return {
        "ok": _("in force"),
        "ending": _("ends soon"),
        "ended": _("ended"),
        "coming": _("not in force yet"),
        "nobody": _("no mandate in force"),
    }[state]


def _gap(client: Party) -> MandateRow:
    return MandateRow(-client.id, "", client, NOBODY, "", "", "", "", "", "nobody", _words("nobody"), "")
