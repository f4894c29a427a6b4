"""The rail of testimonies: code, speaker, date and language."""

from __future__ import annotations

from typing import ClassVar

from evidence_app.gui.widgets.cell import Cell, Column, Columns
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services.listing import TestimonyRow
from evidence_app.system.words import N_, _, language_name


def _speaker(row: TestimonyRow) -> Cell:
    """Show who speaks; the icon says how far the text is translated."""
    who = row.speaker or row.speaker_code or row.title
    if not row.paragraphs:
        return Cell(who)
    if row.translated >= row.paragraphs:
        return Cell(who, icon="check", icon_says=_("translated"))
    return Cell(who, icon="languages", icon_says=_("not wholly translated"))


def _caption(row: TestimonyRow) -> Cell:
    """Show date and language."""
    return Cell(" · ".join(part for part in (row.taken, language_name(row.language)) if part))


class TestimoniesTableModel(RecordTableModel):
    """One column per line of the rail."""

    __test__ = False

    columns: ClassVar[Columns] = (
        Column[TestimonyRow]("code", N_("No."), 80, lambda row: Cell(row.code), "code"),
        Column[TestimonyRow]("speaker", N_("Speaker"), 120, _speaker, "speaker"),
        Column[TestimonyRow]("taken", N_("Taken on"), 120, _caption),
    )
