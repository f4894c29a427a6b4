"""Safeguards of detention: for each person held, which were kept, which were not, and what nobody has asked yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.safeguard import Safeguard
from evidence_app.services import naming, searching
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing
from evidence_app.system import words
from evidence_app.system.words import _

RESPECTED, BREACHED, NOT_ASKED, NOT_APPLICABLE = "RESPECTED", "BREACHED", "NOT_ASKED", "NOT_APPLICABLE"
CLEARED = "cleared"  # the reason that the journal keeps
_HELD_IN = frozenset({"ARREST", "TRANSFER", "DETENTION", "INTERROG", "ACT"})
_HELD_BY = frozenset({"UNLAW_DET", "INCOMM"})


@dataclass(frozen=True, slots=True)
class Detained:
    """A person who was held."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one safeguard for one person; `citation` is empty where there is no source yet."""

    id: int
    state: str
    citation: str = ""
    note: str = ""
    others: int = 0  # further answers on the same safeguard, from other sources


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers of a row or column say what; `unasked` have no record or say that nobody asked."""

    respected: int
    breached: int
    not_applicable: int
    unasked: int

    @property
    def answered(self) -> int:
        """Count the answers that say something."""
        return self.respected + self.breached + self.not_applicable


@dataclass(frozen=True, slots=True)
class SafeguardMatrix:
    """Persons held by safeguards (codes, in the order of the Méndez Principles); `answers` are about those persons."""

    people: tuple[Detained, ...]
    kinds: tuple[str, ...]
    answers: dict[tuple[int, str], Answer]

    def of_person(self, person: int) -> Tally:
        """Count the answers for a person."""
        cells = [(person, kind) for kind in self.kinds]
        return _tally([self.answers[cell].state for cell in cells if cell in self.answers], len(cells))

    def of_kind(self, kind: str) -> Tally:
        """Count the answers on a safeguard."""
        return _tally(
            [answer.state for (_person, about), answer in self.answers.items() if about == kind], len(self.people)
        )


def _tally(states: list[str], total: int) -> Tally:
    """Count the answers that there are, of so many that there could be."""
    respected, breached, neither = (states.count(state) for state in (RESPECTED, BREACHED, NOT_APPLICABLE))
    return Tally(respected, breached, neither, total - respected - breached - neither)


def matrix(ws: Workspace) -> SafeguardMatrix:
    """Return what is known of the safeguards of everyone who was held."""
    answers: dict[tuple[int, str], Answer] = {}
    held = ws.records.find(Safeguard)
    codes = _codes(ws, held)
    for record in held:
        cell = (record.person or 0, record.kind)
        others = answers[cell].others + 1 if cell in answers else 0
        answers[cell] = _answer(record, codes, others)
    names = naming.called(ws.records)
    detained = bearing.held(ws.records, _HELD_IN, _HELD_BY) | {person for person, _kind in answers}
    people = [row for row in ws.records.some(Person, "id", "code") if row.id in detained]
    there = {row.id for row in people}
    return SafeguardMatrix(
        people=tuple(
            Detained(row.id, row.code, names.get(row.id, "")) for row in sorted(people, key=lambda row: row.code)
        ),
        kinds=tuple(term.code for term in vocabulary.terms("safeguard")),
        answers={cell: answer for cell, answer in answers.items() if cell[0] in there},
    )


def set_state(
    ws: Workspace,
    person: int,
    kind: str,
    state: str,
    source: int | None = None,
    locator: str | None = None,
    note: str | None = None,
) -> Safeguard:
    """Say whether a safeguard was kept for a person; source and note stay as they are where none is given."""
    given: dict[str, Any] = {"state": state}
    if source is not None:
        given |= {"source": source, "locator": locator}
    if note is not None:
        given["note"] = note
    return _set(ws, person, kind, **given)


def set_source(ws: Workspace, person: int, kind: str, citation: str) -> Safeguard:
    """Say where it stands, as it is cited (`E-047 p. 2`, `е47 стр 2`); nothing takes the source away.

    Raises BadInput for words that are no citation, NotFound for one that leads nowhere.
    """
    source, locator = located(ws, citation) if citation.strip() else (None, None)
    return _set(ws, person, kind, source=source, locator=locator)


def set_note(ws: Workspace, person: int, kind: str, note: str) -> Safeguard:
    """Write a note on it, in the language spoken now."""
    return _set(ws, person, kind, note=note)


def clear(ws: Workspace, person: int, kind: str) -> None:
    """Take the newest answer back, so that nobody has asked; the journal keeps what stood there."""
    record = _newest(ws, person, kind)
    if record is not None:
        with ws.act("safeguard.cleared", obj=record.uid, reason=CLEARED) as act:
            act.void(record, CLEARED)


def located(ws: Workspace, citation: str) -> tuple[int, str | None]:
    """Return the item that a citation names, and the place in it. Raises BadInput, NotFound."""
    target = searching.locate(ws, citation)
    if target is None:
        raise NotFound(what=citation.strip())
    if NOUNS[target.noun].base is not Item:
        raise BadInput(where=citation.strip(), why=_("a source is a testimony, an exhibit or a filing"))
    return target.record_id, target.anchor


def _set(ws: Workspace, person: int, kind: str, **given: Any) -> Safeguard:
    """Write one answer: the newest there is, or a first one."""
    who = ws.records.get(Person, person)
    if who is None:
        raise NotFound(what=_("person"))
    record = _newest(ws, person, kind)
    if "note" in given:
        texts = record.note.as_dict() if record else {}
        given["note"] = Localised.of(texts | {words.language(): str(given["note"]).strip()})
    with ws.act("safeguard.set", obj=who.uid) as act:
        if record is None:
            return act.add(Safeguard(person=person, kind=kind, **given))
        return act.change(record, **given)


def _newest(ws: Workspace, person: int, kind: str) -> Safeguard | None:
    """Return the answer that the matrix shows."""
    found = ws.records.find(Safeguard, person=person, kind=kind)
    return found[-1] if found else None


def _codes(ws: Workspace, held: list[Safeguard]) -> dict[int, str]:
    """Return the codes of all sources."""
    ids = sorted({record.source for record in held if record.source})
    return {item: found.code for item, found in ws.records.by_ids(Item, ids).items()}


def _answer(record: Safeguard, codes: dict[int, str], others: int) -> Answer:
    """Return a record as the matrix shows it."""
    citation = f"{codes.get(record.source or 0, '')} {record.locator or ''}".strip()
    return Answer(record.id, record.state, citation, record.note.best(), others)
