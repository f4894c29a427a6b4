"""The identifications: who was recognised by whom, how, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell, line, link, para, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.harm import Recognition
    from evidence_app.dossier.manuscript import Manuscript
    from evidence_app.dossier.reference import Ref


def story(manuscript: Manuscript) -> list[Any]:
    """Return one table, by who was identified, under what an identification is not."""
    fields = [
        Field(_("Who was identified"), 36),
        Field(_("Identified by"), 36),
        Field(_("How and how surely"), 48),
        Field(_("When"), 29),
        Field(_("Sources"), 22),
    ]
    said = _("An identification is what a person says. Nobody is guilty until a court has found so.")
    return [*para(said, sheet_of.BODY), Ledger(fields, [_row(made) for made in manuscript.recognitions])]


def _row(made: Recognition) -> list[list[Any]]:
    """Set one identification."""
    how = " · ".join(part for part in (made.method, made.certainty) if part)
    quoted = para(_("“%(said)s”") % {"said": made.said}, sheet_of.CELL_MINOR) if made.said else []
    return [
        [_person(made.person)],
        [_person(made.by)],
        [*cell(how, sheet_of.CELL), *quoted],
        cell(made.when, sheet_of.CELL),
        [line(sources(made.refs), sheet_of.CELL)],
    ]


def _person(person: Ref) -> Any:
    """Set a person as a link to their entry."""
    return line(link(person.label, person.anchor, sheet_of.CELL.fontSize), sheet_of.CELL)


SECTION = Section("identifications", N_("Identifications"), story, lambda manuscript: bool(manuscript.recognitions))
