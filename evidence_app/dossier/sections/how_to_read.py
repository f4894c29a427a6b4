"""How to read the dossier: references, marks, grades, and what the pages don't show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.headings import table_heading
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.margin import Beside
from evidence_app.dossier.prose import cell, para
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript

_NOTES = (
    (
        N_("References"),
        N_(
            "A reference such as T-014 ¶4 leads to the fourth paragraph of testimony T-014; E-012 leads to an "
            "exhibit, F-031 to a filing, P-000 to a person. Paragraph numbers never change between editions."
        ),
    ),
    (
        N_("Sources"),
        N_(
            "Every statement is followed by what it rests on. Where “no source yet” stands, none has been "
            "recorded. Where sources differ, both values are given side by side with their sources."
        ),
    ),
    (
        N_("Words"),
        N_(
            "Testimonies stand in the language in which they were given; translations are set in beside a line "
            "and name their language. A sentence is never shortened without saying so."
        ),
    ),
    (
        N_("Characters"),
        N_(
            "A sign such as ⟨U+4E2D⟩ stands for a character, by its Unicode number, that cannot be seen or that the "
            "typefaces of this document do not hold."
        ),
    ),
    (
        N_("Numbers of pages"),
        N_(
            "Pages are counted from the cover on. The number printed at the foot is the number of the page in the file."
        ),
    ),
    (
        N_("Checking"),
        N_(
            "SHA-256 digests identify each stored file; the section on integrity says how this edition can be "
            "checked without the program that made it."
        ),
    ),
)


def story(manuscript: Manuscript) -> list[Any]:
    """Return the notes and, where grades are used, what they mean."""
    blocks: list[Any] = [
        Beside(para(_(text), sheet_of.BODY), para(_(topic), sheet_of.SIDE_NOTE)) for topic, text in _NOTES
    ]
    if manuscript.zone:
        said = _("Times of day are given in %(zone)s.") % {"zone": manuscript.zone}
        blocks.append(Beside(para(said, sheet_of.BODY), para(_("Times"), sheet_of.SIDE_NOTE)))
    if manuscript.grades:
        rows = [
            [cell(grade.mark, sheet_of.CELL_STRONG), cell(grade.meaning, sheet_of.CELL)] for grade in manuscript.grades
        ]
        blocks.append(table_heading(_("Grades and marks"), is_wide=False))
        blocks.append(Ledger([Field(_("Mark"), 30), Field(_("Meaning"), 96)], rows, offset=sheet_of.INDENT))
    return blocks


SECTION = Section("how-to-read", N_("How to read this dossier"), story)
