"""The columns of people."""

from __future__ import annotations

from typing import ClassVar

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.cell import Cell, Column, Columns
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
    return Cell(privacy.name(row.name, row.code), style="name", tone=tone, icon=shield, icon_says=says)


def _consent(row: PersonRow) -> Cell:
    """Show how far consent reaches, in words behind a dot."""
    return Cell(row.consent, dot=_DOTS.get(row.consent_state, "border_strong"))


def _number(count: int) -> Cell:
    """Show a count; nothing counts for little."""
    return Cell(str(count), "figures", tone="text" if count else "text_3", right=True)


def _detained(row: PersonRow) -> Cell:
    """Show when the person was detained, in figures of one width."""
    return Cell(row.detained, "figures")


class PeopleTableModel(RecordTableModel):
    """Number, name, citizenship, detention, statements, media, consent, missing evidence."""

    columns: ClassVar[Columns] = (
        Column[PersonRow]("code", N_("No."), 66, lambda row: Cell(row.code, tone="text_2"), "code", 0),
        Column[PersonRow]("name", N_("Name or pseudonym"), 226, _name, "name", 0, stretch=True),
        Column[PersonRow]("citizenship", N_("Cit."), 54, lambda row: Cell(row.citizenship), "citizenship", 3),
        Column[PersonRow]("detained", N_("Detained"), 176, _detained, "detained", 2),
        Column[PersonRow](
            "statements", N_("Statements"), 84, lambda row: _number(row.statements), "statements", 3, right=True
        ),
        Column[PersonRow]("media", N_("Media"), 58, lambda row: _number(row.media), "media", 3, right=True),
        Column[PersonRow]("consent", N_("Consent"), 150, _consent, "consent", 1),
        Column[PersonRow]("missing", N_("Missing evidence"), 150, lambda row: Cell(chips=row.missing), priority=1),
    )
