"""Tables of other sections: who represents whom, and how far each person has used the remedies at home."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell, line, link, para, sources
from evidence_app.system.words import _

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph

    from evidence_app.dossier.manuscript import Ref
    from evidence_app.dossier.standing import Remedy, Representation


def representations(held: tuple[Representation, ...]) -> Ledger:
    """Set one line for each mandate."""
    fields = [
        Field(_("Client"), 38),
        Field(_("Representative"), 38),
        Field(_("Scope"), 42),
        Field(_("Period"), 32),
        Field(_("Sources"), 22),
    ]
    rows = [
        [
            _who(one.client),
            _who(one.lawyer),
            cell(one.scope, sheet_of.CELL),
            [*cell(one.period, sheet_of.CELL), *para(one.state, sheet_of.CELL_MINOR)],
            [line(sources(one.refs), sheet_of.CELL)],
        ]
        for one in held
    ]
    return Ledger(fields, rows)


def remedies(held: tuple[Remedy, ...]) -> Ledger:
    """Set one line for each person: each remedy, how it stands, on what grounds, and the sources."""
    fields = [Field(_("Person"), 38), Field(_("Remedy"), 130)]
    rows = [
        [_who(person), [block for one in known for block in _remedy(one)]]
        for person, known in groupby(held, lambda one: one.person)
    ]
    return Ledger(fields, rows)


def _remedy(one: Remedy) -> list[Paragraph]:
    """Set one remedy with its sources."""
    stands = ", ".join(part for part in (one.state, one.ended) if part)
    said = ". ".join(part for part in (f"{one.remedy}: {stands}", one.grounds) if part)
    return para(said, sheet_of.CELL, sources(one.refs, sheet_of.CELL_MINOR.fontSize))


def _who(person: Ref) -> list[Paragraph]:
    """Set a person as a link to their entry."""
    return [line(link(person.label, person.anchor, sheet_of.CELL.fontSize), sheet_of.CELL)]
