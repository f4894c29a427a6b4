"""Who represents whom, by which paper, from when to when; those without a mandate in force come first."""

from __future__ import annotations

from PySide6.QtCore import Signal

from evidence_app.gui.pages.proceedings.panel import RowsPanel
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_rows_model import TreeColumn
from evidence_app.services.mandates import Board, MandateRow
from evidence_app.system.words import N_, _, ngettext_

_DOTS = {"ok": "ok", "ending": "warn", "ended": "text_3", "coming": "accent", "nobody": "danger"}
_TONES = {"ending": "warn", "nobody": "danger"}


def _state(row: MandateRow) -> Cell:
    return Cell(row.state_words, tone=_TONES.get(row.state, "text"), dot=_DOTS[row.state])


def _paper(row: MandateRow) -> Cell:
    """Show the power of attorney; a mandate without one says so."""
    if row.paper or row.id < 0:
        return Cell(row.paper, "figures", "accent_text")
    return Cell(_("no paper"), tone="warn")


COLUMNS = (
    TreeColumn(N_("No."), 70, lambda row: Cell(row.client.code, "figures", "text_2"), 2),
    TreeColumn(N_("Client"), 214, lambda row: Cell(row.client.name, "name"), 0, stretch=True),
    TreeColumn(N_("Representative"), 206, lambda row: Cell(row.lawyer.name), 0),
    TreeColumn(N_("State"), 200, _state, 0, stretch=True),
    TreeColumn(N_("From"), 154, lambda row: Cell(row.begins, "figures", "text_2"), 3),
    TreeColumn(N_("Until"), 154, lambda row: Cell(row.ends, "figures", "text_2"), 2),
    TreeColumn(N_("Paper"), 110, _paper, 1),
    TreeColumn(N_("Scope"), 170, lambda row: Cell(row.scope, tone="text_2"), 4),
)


class MandatesPanel(RowsPanel):
    """The list, with the verb that ends a mandate."""

    end_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(COLUMNS, _("Mandates"), _("Filter mandates"), "file-text")
        self.ending = self.add_verb(_("End today"), "x", self._end)
        self.chosen.connect(self._on_chosen)

    def show_data(self, data: Board) -> None:
        """Show gaps and mandates."""
        self.data = data
        counted = ngettext_("%(n)s mandate", "%(n)s mandates", len(data.rows)) % {"n": len(data.rows)}
        if data.gaps:
            missing = ngettext_(
                "%(n)s person without a mandate in force", "%(n)s persons without a mandate in force", len(data.gaps)
            )
            counted = f"{missing % {'n': len(data.gaps)}} · {counted}"
        words = _("Powers of attorney and orders of appointment belong here: who represents whom, from when to when.")
        self.put_rows((*data.gaps, *data.rows), counted, (_("No mandates yet"), words, _("New mandate")))

    def _end(self) -> None:
        row = self.current()
        if row is not None and row.id > 0:
            self.end_asked.emit(row.id)

    def _on_chosen(self, row: MandateRow | None) -> None:
        self.ending.setEnabled(row is not None and row.id > 0 and row.state in {"ok", "ending"})
