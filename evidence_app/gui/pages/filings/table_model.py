"""The columns of filings and decisions."""

from __future__ import annotations

from typing import ClassVar

from evidence_app.domain.partial_date import PartialDate
from evidence_app.gui.widgets.cell import Cell, Column, Columns
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services import deadline_rows, listing
from evidence_app.services.filing_details import TONES
from evidence_app.services.listing import FilingRow
from evidence_app.system.words import N_, _


def _title(row: FilingRow) -> Cell:
    """Show the title; one whose document is not held says so."""
    icon, says = ("", "") if row.is_held is not False else ("file-question-mark", _("document not held"))
    return Cell(row.title, style="name", icon=icon, icon_says=says)


def _outcome(row: FilingRow) -> Cell:
    """Show the outcome in words behind a dot."""
    tone = TONES.get(row.outcome_code, "text_3")
    return Cell(row.outcome, dot=("accent" if tone == "info" else tone) if row.outcome else "")


def _due(row: FilingRow) -> Cell:
    """Show how far off the next deadline is."""
    if not row.due:
        return Cell()
    _day, state, said = deadline_rows.standing(PartialDate.parse(row.due), listing.today())
    return Cell(said, tone="danger" if state == "overdue" else "warn")


class FilingsTableModel(RecordTableModel):
    """Number, title, type, body, date, outcome, next deadline."""

    columns: ClassVar[Columns] = (
        Column[FilingRow]("code", N_("No."), 66, lambda row: Cell(row.code, tone="text_2"), "code", 0),
        Column[FilingRow]("title", N_("Filing or decision"), 220, _title, "title", 0, stretch=True),
        Column[FilingRow](
            "type", N_("Type"), 130, lambda row: Cell(row.type_label, tone="text_2"), "type", 3, usual=False
        ),
        Column[FilingRow]("body", N_("Body"), 190, lambda row: Cell(row.body, tone="text_2"), "body", 2),
        Column[FilingRow]("date", N_("Date"), 164, lambda row: Cell(row.date, "figures"), "date", 1),
        Column[FilingRow]("outcome", N_("Outcome"), 170, _outcome, "outcome", 1),
        Column[FilingRow]("due", N_("Next date"), 126, _due, "due", 1),
    )
