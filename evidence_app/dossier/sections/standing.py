"""Tables of other sections: who represents whom, and how far each person has used the remedies at home."""

from __future__ import annotations

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
    """Set one line for each remedy of each person."""
    fields = [
        Field(_("Person"), 36),
        Field(_("Remedy"), 44),
        Field(_("State"), 34),
        Field(_("Grounds"), 38),
        Field(_("Sources"), 22),
    ]
    rows = [
        [
            _who(one.person),
            cell(one.remedy, sheet_of.CELL),
            [*cell(one.state, sheet_of.CELL), *para(one.ended, sheet_of.CELL_MINOR)],
            cell(one.grounds, sheet_of.CELL),
            [line(sources(one.refs), sheet_of.CELL)],
        ]
        for one in held
    ]
    return Ledger(fields, rows)


def _who(person: Ref) -> list[Paragraph]:
    """Set a person as a link to their entry."""
    return [line(link(person.label, person.anchor, sheet_of.CELL.fontSize), sheet_of.CELL)]
