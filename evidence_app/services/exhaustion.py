"""Exhaustion of domestic remedies: how far each victim has used each, for complaints to UN committees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.person import Person
from evidence_app.domain.redress import Exhaustion
from evidence_app.services.citing import Cite, citing
from evidence_app.services.listing import date
from evidence_app.services.parties import Party, victims
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

OPEN = frozenset({"PENDING", "NOT_TRIED"})  # what a committee would ask about
EXCUSED = frozenset({"INEFFECTIVE", "UNAVAILABLE", "DELAYED"})  # what must be given grounds for
_ORDER = ("EXHAUSTED", "INEFFECTIVE", "DELAYED", "UNAVAILABLE", "PENDING", "NOT_TRIED")


@dataclass(frozen=True, slots=True)
class Cell:
    """One remedy of one person; `id` 0 and `state` empty where nothing is recorded."""

    id: int
    avenue: str
    state: str
    state_label: str
    ended: str
    grounds: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A victim with a cell for each remedy, in the order of the vocabulary `avenue`."""

    person: Party
    cells: tuple[Cell, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Victims by remedies; `avenues` are codes with their labels."""

    avenues: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def matrix(ws: Workspace) -> Matrix:
    """Return the whole matrix, victims in the order of their codes."""
    avenues = tuple((term.code, term.label()) for term in vocabulary.terms("avenue"))
    records = ws.records.find(Exhaustion)
    cite = citing(ws, (held.source for held in records))
    by_person: dict[int, dict[str, Exhaustion]] = {}
    for held in records:
        by_person.setdefault(held.person or 0, {})[held.avenue] = held
    blank = tuple(_cell(code, None, cite) for code, _label in avenues)
    nothing = summary(blank)

    def row(person: Party) -> Row:
        known = by_person.get(person.id)
        if known is None:
            return Row(person, blank, nothing)
        cells = tuple(_cell(code, known.get(code), cite) for code, _label in avenues)
        return Row(person, cells, summary(cells))

    return Matrix(avenues, tuple(map(row, victims(ws))))


def of_person(ws: Workspace, person: Person) -> tuple[Cell, ...]:
    """Return the remedies of one person, in the order of the vocabulary."""
    known = {held.avenue: held for held in ws.records.find(Exhaustion, person=person.id)}
    cite = citing(ws, (held.source for held in known.values()))
    return tuple(_cell(term.code, known.get(term.code), cite) for term in vocabulary.terms("avenue"))


def set_state(ws: Workspace, person_id: int, avenue: str, state: str, **facts: Any) -> Exhaustion | None:
    """Record how far a person has used a remedy; an empty state takes the record out. Raises BadInput.

    `facts` are other fields of the record: `ended`, `grounds`, `proceeding`, `source`, `locator`.
    """
    held = ws.records.first(Exhaustion, person=person_id, avenue=avenue)
    if held is None and not state:
        return None
    with ws.act("exhaustion.set", obj=held.uid if held else None) as act:
        if held is None:
            return act.add(Exhaustion(person=person_id, avenue=avenue, state=state, **facts))
        return act.change(held, state=state, **facts) if state else act.void(held, _("taken back"))


def by_state(cells: tuple[Cell, ...]) -> list[tuple[str, str]]:
    """Return each state in words with the remedies that stand so, those of which nothing is recorded last."""
    said = []
    for state in _ORDER:
        names = [_named(cell) for cell in cells if cell.state == state]
        if names:
            said.append((vocabulary.label("exhaustion_state", state), "; ".join(names)))
    missing = [vocabulary.label("avenue", cell.avenue) for cell in cells if not cell.state]
    return [*said, *([(_("Nothing recorded"), "; ".join(missing))] if missing else [])]


def conclusion(cells: tuple[Cell, ...]) -> str:
    """Say what the record allows to say to a committee; whether it suffices is for a lawyer to judge."""
    if not any(cell.state for cell in cells):
        return _("Nothing is recorded of domestic remedies.")
    if any(cell.state in OPEN for cell in cells):
        return _("By this record, domestic remedies are not exhausted.")
    if any(cell.state in EXCUSED and not cell.grounds for cell in cells):
        return _("By this record, no remedy is open; of some, the grounds are missing.")
    return _("By this record, no remedy that is recorded is open.")


def summary(cells: tuple[Cell, ...]) -> str:
    """Say in a few sentences what a complaint to a committee must say of domestic remedies."""
    if not any(cell.state for cell in cells):
        return conclusion(cells)
    return " ".join([*(f"{state}: {names}." for state, names in by_state(cells)), conclusion(cells)])


def _named(cell: Cell) -> str:
    """Name a remedy with its day or the grounds given."""
    more = ", ".join(filter(None, (cell.ended, cell.grounds)))
    name = vocabulary.label("avenue", cell.avenue)
    return f"{name} ({more})" if more else name


def _cell(avenue: str, held: Exhaustion | None, cite: Cite) -> Cell:
    if held is None:
        return Cell(0, avenue, "", "", "", "", ())
    return Cell(
        id=held.id,
        avenue=avenue,
        state=held.state,
        state_label=vocabulary.label("exhaustion_state", held.state),
        ended=date(held.ended),
        grounds=held.grounds.best(),
        refs=cite(held.source, held.locator),
    )
