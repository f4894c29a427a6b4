"""The columns of people."""

from __future__ import annotations

from typing import Any, ClassVar

from evidence_app.gui.widgets.cell import Cell, Column
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services.listing import PersonRow
from evidence_app.system.words import N_, _

_DOTS = {"public": "ok", "court": "accent", "internal": "warn", "withdrawn": "danger", "record": "text_2"}


def _name(row: PersonRow) -> Cell:
    """Show the name; a protected one carries a shield, a missing one says so."""
    if not row.name:
        return Cell(_("No name recorded"), tone="text_3")
    shield, says = ("shield", _("protected")) if row.is_protected else ("", "")
    tone = "text_3" if row.consent_state == "withdrawn" else "text"
    return Cell(row.name, style="name", tone=tone, icon=shield, icon_says=says)


def _consent(row: PersonRow) -> Cell:
    """Show how far consent reaches, in words behind a dot."""
    return Cell(row.consent, dot=_DOTS.get(row.consent_state, "border_strong"))


def _number(count: int) -> Cell:
    """Show a count; nothing counts for little."""
    return Cell(str(count), "figures", tone="text" if count else "text_3", right=True)


class PeopleTableModel(RecordTableModel):
    """Number, name, citizenship, statements, media, consent."""

    columns: ClassVar[tuple[Column[Any], ...]] = (
        Column[PersonRow](N_("No."), 82, lambda row: Cell(row.code, tone="text_2"), lambda row: row.code, 0),
        Column[PersonRow](N_("Name or code"), 190, _name, lambda row: row.name.casefold() or None, 0, stretch=True),
        Column[PersonRow](N_("Citizenship"), 100, lambda row: Cell(row.citizenship), lambda row: row.citizenship, 3),
        Column[PersonRow](
            N_("Statements"), 98, lambda row: _number(row.statements), lambda row: row.statements, 2, right=True
        ),
        Column[PersonRow](N_("Media"), 84, lambda row: _number(row.media), lambda row: row.media, 2, right=True),
        Column[PersonRow](N_("Consent"), 186, _consent, lambda row: row.consent, 1),
    )
