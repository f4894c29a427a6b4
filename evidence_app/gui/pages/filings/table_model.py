"""The columns of filings and decisions."""

from __future__ import annotations

from typing import Any, ClassVar

from evidence_app.gui.widgets.cell import Cell, Column
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services.listing import FilingRow
from evidence_app.system.words import N_, _


def _title(row: FilingRow) -> Cell:
    """Show the title; one whose document is not held says so."""
    icon, says = ("", "") if row.is_held else ("file-question-mark", _("document not held"))
    return Cell(row.title, style="name", icon=icon, icon_says=says)


class FilingsTableModel(RecordTableModel):
    """Number, title, type, body, date, outcome."""

    columns: ClassVar[tuple[Column[Any], ...]] = (
        Column[FilingRow](N_("No."), 82, lambda row: Cell(row.code, tone="text_2"), lambda row: row.code, 0),
        Column[FilingRow](N_("Filing or decision"), 220, _title, lambda row: row.title.casefold(), 0, stretch=True),
        Column[FilingRow](
            N_("Type"), 130, lambda row: Cell(row.type_label, tone="text_2"), lambda row: row.type_label, 3
        ),
        Column[FilingRow](N_("Body"), 190, lambda row: Cell(row.body, tone="text_2"), lambda row: row.body, 2),
        Column[FilingRow](N_("Date"), 164, lambda row: Cell(row.date, "figures"), lambda row: row.sort or None, 1),
        Column[FilingRow](
            N_("Outcome"),
            170,
            lambda row: Cell(row.outcome, dot="accent" if row.outcome else ""),
            lambda row: row.outcome,
            1,
        ),
    )
