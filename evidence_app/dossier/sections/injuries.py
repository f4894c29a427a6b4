"""The injuries: what was found on whom, how it is known, and how well it fits (Istanbul Protocol)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell, line, link, para, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.harm import Injury
    from evidence_app.dossier.manuscript import Manuscript


def story(manuscript: Manuscript) -> list[Any]:
    """Return one table, person by person."""
    fields = [
        Field(_("Person"), 34),
        Field(_("Injury"), 52),
        Field(_("Known by"), 36),
        Field(_("Degree of consistency"), 29),
        Field(_("Sources"), 22),
    ]
    return [Ledger(fields, [_row(injury) for injury in manuscript.injuries])]


def _row(injury: Injury) -> list[list[Any]]:
    """Set one finding; one without a source says so."""
    who = link(injury.person.label, injury.person.anchor, sheet_of.CELL.fontSize)
    title = " · ".join(part for part in (injury.kind, injury.site) if part)
    return [
        [line(who, sheet_of.CELL)],
        [*cell(title, sheet_of.CELL), *para(injury.description, sheet_of.CELL_MINOR)],
        cell(injury.known_by, sheet_of.CELL),
        cell(injury.consistency, sheet_of.CELL),
        [line(sources(injury.refs), sheet_of.CELL)],
    ]


SECTION = Section("injuries", N_("Injuries"), story, lambda manuscript: bool(manuscript.injuries))
