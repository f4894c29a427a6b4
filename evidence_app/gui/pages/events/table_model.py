"""The columns of events."""

from __future__ import annotations

from typing import Any, ClassVar

from evidence_app.gui.widgets.cell import Cell, Column
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services.listing import EventRow
from evidence_app.system.words import N_, _


def _title(row: EventRow) -> Cell:
    """Show the title; a key event carries a mark."""
    icon, says = ("badge-check", _("key event")) if row.is_key else ("", "")
    return Cell(row.title, style="name", icon=icon, icon_says=says)


def _sources(row: EventRow) -> Cell:
    """Count the sources; an event without one says so."""
    if row.sources:
        return Cell(str(row.sources), "figures", right=True)
    return Cell(_("no source yet"), tone="warn", right=True)


class EventsTableModel(RecordTableModel):
    """Number, title, kind, when, place, people, sources."""

    columns: ClassVar[tuple[Column[Any], ...]] = (
        Column[EventRow](N_("No."), 82, lambda row: Cell(row.code, tone="text_2"), lambda row: row.code, 0),
        Column[EventRow](N_("When"), 176, lambda row: Cell(row.when, "figures"), lambda row: row.sort or None, 0),
        Column[EventRow](N_("Event"), 220, _title, lambda row: row.title.casefold(), 0, stretch=True),
        Column[EventRow](
            N_("Kind"), 120, lambda row: Cell(row.kind_label, tone="text_2"), lambda row: row.kind_label, 3
        ),
        Column[EventRow](N_("Place"), 150, lambda row: Cell(row.place, tone="text_2"), lambda row: row.place, 2),
        Column[EventRow](
            N_("People"),
            78,
            lambda row: Cell(str(row.people), "figures", right=True),
            lambda row: row.people,
            2,
            right=True,
        ),
        Column[EventRow](N_("Sources"), 116, _sources, lambda row: row.sources, 1, right=True),
    )
