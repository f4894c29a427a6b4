"""Cases with their instances and steps, as a tree."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_app.gui.pages.proceedings.panel import RowsPanel
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_rows_model import TreeColumn
from evidence_app.services.proceedings import ProceedingRow
from evidence_app.system.words import N_, _, ngettext_

DUE_TONES = {"overdue": "danger", "today": "warn", "soon": "warn"}
OUTCOME_DOTS = {
    **dict.fromkeys(("GRANTED", "CONVICTED"), "ok"),
    **dict.fromkeys(("PARTIAL", "VARIED", "REMITTED"), "warn"),
    **dict.fromkeys(("REFUSED", "ACQUITTED", "QUASHED", "RETURNED"), "danger"),
    "UPHELD": "accent",
    "PENDING": "text_3",
}


def _stage(row: ProceedingRow) -> Cell:
    """Show the stage, else the kind, unless the title says it already."""
    stage = row.stage or row.kind
    return Cell("" if row.title.casefold().startswith(stage.casefold()) else stage, tone="text_2")


def _outcome(row: ProceedingRow) -> Cell:
    return Cell(row.outcome_label, dot=OUTCOME_DOTS.get(row.outcome, "text_3") if row.outcome else "")


def _next(row: ProceedingRow) -> Cell:
    return Cell(row.next_words, tone=DUE_TONES.get(row.next_state, "text_2"))


COLUMNS = (
    TreeColumn(N_("Proceeding"), 232, lambda row: Cell(row.title, "name" if row.depth else "h3"), 0, stretch=True),
    TreeColumn(N_("Stage"), 150, _stage, 5),
    TreeColumn(N_("Body"), 164, lambda row: Cell(row.body, tone="text_2"), 2),
    TreeColumn(N_("Number"), 96, lambda row: Cell(row.number, "figures", "text_2"), 4),
    TreeColumn(N_("From"), 150, lambda row: Cell(row.opened, "figures", "text_2"), 3),
    TreeColumn(N_("Decided on"), 150, lambda row: Cell(row.decided, "figures", "text_2"), 1),
    TreeColumn(N_("Outcome"), 160, _outcome, 1, stretch=True),
    TreeColumn(N_("Next date"), 112, _next, 1),
)


class CasesPanel(RowsPanel):
    """The tree; Right opens a branch, Left closes it."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, _("Proceedings"), _("Filter proceedings"), "gavel", is_tree=True)

    def show_data(self, data: Sequence[ProceedingRow]) -> None:
        """Show the tree."""
        self.data = data
        counted = ngettext_("%(n)s proceeding", "%(n)s proceedings", len(data)) % {"n": len(data)}
        words = _("Cases, their instances and steps belong here, each with its body, charges, parties and outcome.")
        self.put_rows(data, counted, (_("No proceedings yet"), words, _("New proceeding")))
