"""Proof by victim: which kinds of evidence the case holds for whom, one cell each, and what lies behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from evidence_app.services import naming
from evidence_app.services.overview.cells import RULES, Cell, Evidence
from evidence_app.services.overview.cells import State as State
from evidence_app.services.overview.holdings import gather
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _


@dataclass(frozen=True, slots=True)
class Victim:
    """A column: one person; `name` is empty where none is recorded."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of evidence: its cells in the order of the victims, and how many of them are complete."""

    kind: Evidence
    cells: tuple[Cell, ...]
    complete: int

    @property
    def title(self) -> str:
        """What the kind is called."""
        return kind_words(self.kind)

    @property
    def total(self) -> str:
        """How many are complete, of all."""
        return _("%(n)s of %(total)s") % {"n": self.complete, "total": len(self.cells)}


@dataclass(frozen=True, slots=True)
class Matrix:
    """Kinds of evidence by victims: recognised ones and whoever has the role of one, in the order of their codes."""

    victims: tuple[Victim, ...] = ()
    rows: tuple[Row, ...] = ()

    def says(self, row: int, column: int, name: str = "") -> str:
        """Return a cell in words: `P-004, Medical record: partial, 1 finding without a report`; with a name if any."""
        kind, cell = self.rows[row], self.cell(row, column)
        facts = {
            "person": " ".join(filter(None, (self.victims[column].code, name))),
            "kind": kind.title,
            "state": state_words(cell.state).lower(),
            "reason": cell.reason,
        }
        return _("%(person)s, %(kind)s: %(state)s, %(reason)s") % facts

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell."""
        return self.rows[row].cells[column]


_SLICE = 500  # so many victims are judged before the reading may be broken off
_KINDS = {
    Evidence.STATEMENT: N_("Statement"),
    Evidence.TRANSLATION: N_("Translation"),
    Evidence.MEDICAL: N_("Medical record"),
    Evidence.PHOTOS: N_("Photographs"),
    Evidence.DETENTION: N_("Detention record"),
    Evidence.STATUS: N_("Victim status order"),
    Evidence.CONSENT: N_("Consent on file"),
    Evidence.CLAIM: N_("Compensation claim"),
}
_STATES = {
    State.COMPLETE: N_("Complete"),
    State.PARTIAL: N_("Partial"),
    State.MISSING: N_("Missing"),
    State.WITHDRAWN: N_("Withdrawn"),
}
_RULES_IN_WORDS = {
    Evidence.STATEMENT: N_("Complete: a statement whose paragraphs are all written down and checked."),
    Evidence.TRANSLATION: N_("Complete: every paragraph of every statement has a translation."),
    Evidence.MEDICAL: N_("Complete: a medical report, and no injury without one."),
    Evidence.PHOTOS: N_("Complete: a photograph marked as showing the person or an injury."),
    Evidence.DETENTION: N_("Complete: every arrest and detention has a source."),
    Evidence.STATUS: N_("Complete: recognised as a victim, and the order or the proceeding is recorded."),
    Evidence.CONSENT: N_("Complete: consent in force, each with its proof. Withdrawn: some consent was taken back."),
    Evidence.CLAIM: N_("Complete: a sum claimed, with the paper that claims it."),
}


# What is added for a kind of evidence: the noun, its field for the person, and what else is known of it.
_BEGINS: dict[Evidence, tuple[str, str, dict[str, object]]] = {
    Evidence.STATEMENT: ("testimony", "speaker", {"kind": "TESTIMONY"}),
    Evidence.TRANSLATION: ("testimony", "speaker", {"kind": "TESTIMONY"}),
    Evidence.MEDICAL: ("media", "source_person", {"kind": "MEDICAL"}),
    Evidence.PHOTOS: ("media", "source_person", {"kind": "PHOTO"}),
    Evidence.DETENTION: ("involvement", "person", {"role": "VICTIM"}),
    Evidence.STATUS: ("filing", "filed_for", {"kind": "FILING", "filing_type": "RECOGNITION"}),
    Evidence.CONSENT: ("consent", "person", {}),
    Evidence.CLAIM: ("filing", "filed_for", {"kind": "FILING", "filing_type": "CIVIL_CLAIM"}),
}


def kind_words(kind: Enum) -> str:
    """Return what a kind of evidence is called."""
    return _(_KINDS[Evidence(kind)])


def state_words(state: Enum) -> str:
    """Return what a state is called."""
    return _(_STATES[State(state)])


def rule_words(kind: Enum) -> str:
    """Return when a kind of evidence counts as complete."""
    return _(_RULES_IN_WORDS[Evidence(kind)])


def matrix(ws: Workspace) -> Matrix:
    """Return the whole matrix."""
    holdings = gather(ws)
    names = naming.called(ws.records)
    victims = tuple(Victim(held.person_id, held.code, names.get(held.person_id, "")) for held in holdings)
    columns = []
    for place, held in enumerate(holdings):
        if place % _SLICE == 0:
            ws.give_way()
        columns.append([rule(held) for rule in RULES.values()])
    by_kind = zip(RULES, zip(*columns, strict=True) if columns else ((),) * len(RULES), strict=True)
    rows = (Row(kind, cells, sum(cell.state is State.COMPLETE for cell in cells)) for kind, cells in by_kind)
    return Matrix(victims, tuple(rows))


def begins(kind: Enum, person_id: int) -> tuple[str, dict[str, object]]:
    """Return what somebody would add for a person who lacks a kind of evidence: a noun, and its first values."""
    noun, person, values = _BEGINS[Evidence(kind)]
    return noun, {person: person_id, **values}
