"""What was left out of this edition: counts by ground, nothing that could identify it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier import sums
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.margin import Beside
from evidence_app.dossier.prose import cell, para
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript


def story(manuscript: Manuscript) -> list[Any]:
    """Return the counts, or say that nothing was withheld."""
    if not manuscript.withheld:
        return [Beside(para(_("Nothing was withheld from this edition."), sheet_of.BODY))]
    said = _("Records that this reader may not see were left out. They are counted here by ground.")
    counted = [Field(_("Records"), 26, is_sum=True), Field(_("Of them persons"), 30, is_sum=True)]
    rows = [
        [
            cell(entry.ground, sheet_of.CELL),
            cell(sums.grouped(entry.count), sheet_of.CELL_SUM),
            cell(sums.grouped(entry.persons), sheet_of.CELL_SUM),
        ]
        for entry in manuscript.withheld
    ]
    return [Beside(para(said, sheet_of.BODY)), Ledger([Field(_("Ground"), 70), *counted], rows, offset=sheet_of.INDENT)]


SECTION = Section("withheld", N_("Withheld"), story)
