"""The persons of the case, by role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.headings import Mark, table_heading
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell, line, para, sources
from evidence_app.dossier.section import Section
from evidence_app.dossier.sections import standing
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript, Person, PersonGroup


def story(manuscript: Manuscript) -> list[Any]:
    """Return a table for each role."""
    blocks: list[Any] = []
    for group in manuscript.groups:
        fields = [
            Field(_("No."), 15),
            Field(_("Name"), 52),
            Field(_("Known of the person"), 48),
            Field(_("Outcome"), 36),
            Field(_("Sources"), 22),
        ]
        rows = [_row(person) for person in group.persons]
        blocks += [table_heading(_heading(group)), Ledger(fields, rows)]
    if manuscript.representations:
        blocks += [table_heading(_("Representation")), standing.representations(manuscript.representations)]
    return blocks


def _heading(group: PersonGroup) -> str:
    """Return the role, and how many persons the entries of its table stand for."""
    return f"{group.role} · {sum(person.count for person in group.persons)}"


def _row(person: Person) -> list[list[Any]]:
    """Set one person, who is a destination and a bookmark."""
    title = f"{person.code} {person.name}"
    others = [block for name in person.other_names for block in para(name, sheet_of.CELL_MINOR)]
    known = [block for text in person.description for block in para(text, sheet_of.CELL)]
    return [
        [Mark(person.code, title), *cell(person.code, sheet_of.CELL_STRONG)],
        [*cell(person.name, sheet_of.CELL_STRONG), *others],
        known or cell("", sheet_of.CELL),
        cell(person.outcome, sheet_of.CELL),
        [line(sources(person.refs), sheet_of.CELL)],
    ]


SECTION = Section("persons", N_("Persons"), story, lambda manuscript: bool(manuscript.groups))
