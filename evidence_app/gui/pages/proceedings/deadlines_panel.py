"""Deadlines in the order of their days, each with how its day was counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from evidence_app.gui.pages.proceedings.cases_panel import DUE_TONES
from evidence_app.gui.pages.proceedings.panel import RowsPanel
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_rows_model import TreeColumn
from evidence_app.services.deadline_rows import DeadlineRow
from evidence_app.system.words import N_, _, ngettext_

_DOTS = {"overdue": "danger", "today": "warn", "soon": "warn", "open": "accent", "undated": "text_3", "done": "ok"}


def _state(row: DeadlineRow) -> Cell:
    """Show how far off it is; a day that stands at the earliest, or was set by hand, says so."""
    marks = (_("at the earliest"),) if row.is_earliest else (_("by hand"),) if row.is_own else ()
    marks = () if row.state == "done" else marks
    return Cell(row.state_words, tone=DUE_TONES.get(row.state, "text_2"), dot=_DOTS[row.state], chips=marks)


def _title(row: DeadlineRow) -> Cell:
    return Cell(row.title, "body" if row.state == "done" else "name", "text_2" if row.state == "done" else "text")


def _due(row: DeadlineRow) -> Cell:
    return Cell(row.due or "—", "figures", "text_2" if row.state == "done" else "text")


def _rule(row: DeadlineRow) -> Cell:
    """Show the rule; one that no lawyer has confirmed asks to be checked."""
    if not row.rule:
        return Cell(_("set by hand") if row.due else "", tone="text_3")
    return Cell(row.rule, tone="text_2", chips=() if row.is_checked else (_("check"),))


COLUMNS = (
    TreeColumn(N_("Due"), 166, _due, 0),
    TreeColumn(N_("State"), 222, _state, 0),
    TreeColumn(N_("What must be done"), 200, _title, 0, stretch=True),
    TreeColumn(N_("Proceeding"), 150, lambda row: Cell(row.proceeding_title, tone="text_2"), 3),
    TreeColumn(N_("Rule"), 190, _rule, 2),
    TreeColumn(N_("For"), 120, lambda row: Cell(row.person.name, tone="text_2"), 4),
    TreeColumn(N_("Responsible"), 110, lambda row: Cell(row.responsible, tone="text_2"), 4),
)


class DeadlinesPanel(RowsPanel):
    """The list, with the verbs for the deadline chosen."""

    done_asked = Signal(int, bool)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__(COLUMNS, _("Deadlines"), _("Filter deadlines"), "calendar-days")
        self.done = self.add_verb(_("Done"), "check", self._toggle)
        self.add_verb(_("Export calendar…"), "upload", self.export_asked.emit)
        self.chosen.connect(self._on_chosen)

    def show_data(self, data: Sequence[DeadlineRow]) -> None:
        """Show the list."""
        self.data = data
        left = [row for row in data if row.state != "done"]
        counted = ngettext_("%(n)s still to do", "%(n)s still to do", len(left)) % {"n": len(left)}
        words = _("A deadline's day is counted from a rule and the day from which it runs, or set by hand.")
        self.put_rows(data, counted, (_("No deadlines yet"), words, _("New deadline")))

    def _toggle(self) -> None:
        """Ask that the deadline chosen be done, or not done after all."""
        row = self.current()
        if row is not None:
            self.done_asked.emit(row.id, row.state != "done")

    def _on_chosen(self, row: DeadlineRow | None) -> None:
        self.done.setEnabled(row is not None)
        self.done.setText(_("Not done") if row is not None and row.state == "done" else _("Done"))
