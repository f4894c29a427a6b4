"""The columns of events."""

from __future__ import annotations

from typing import ClassVar

from evidence_app.gui.widgets.cell import Cell, Column, Columns
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


def _number(count: int) -> Cell:
    """Show a count."""
    return Cell(str(count), "figures", tone="text" if count else "text_3", right=True)


class EventsTableModel(RecordTableModel):
    """Number, time, title, kind, place, people, sources."""

    columns: ClassVar[Columns] = (
        Column[EventRow]("code", N_("No."), 66, lambda row: Cell(row.code, tone="text_2"), "code", 0),
        Column[EventRow]("when", N_("When"), 236, lambda row: Cell(row.when, "figures"), "when", 0),
        Column[EventRow]("title", N_("Event"), 220, _title, "title", 0, stretch=True),
        Column[EventRow]("kind", N_("Kind"), 120, lambda row: Cell(row.kind_label, tone="text_2"), "kind", 3),
        Column[EventRow]("place", N_("Place"), 150, lambda row: Cell(row.place, tone="text_2"), "place", 2),
        Column[EventRow]("people", N_("People"), 78, lambda row: _number(row.people), "people", 2, right=True),
        Column[EventRow]("sources", N_("Sources"), 142, _sources, "sources", 1, right=True),
    )
