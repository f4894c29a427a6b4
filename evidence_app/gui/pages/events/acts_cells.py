"""How a cell of the matrix of acts looks and reads: by how well what was done is established."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.grid_cell import GridCell
from evidence_app.gui.widgets.grid_heads import GridHead
from evidence_app.services.acts import ActEvent, ActMatrix, Sufferer, standing
from evidence_app.system.words import _, ngettext_

# standing: icon, sign, colour of the sign, ground, frame
_LOOKS = {
    "FOUND": ("gavel", "", "on_accent", "accent_fill", "accent_fill"),
    "CORROBORATED": ("check", "", "accent_text", "tint_strong", "accent"),
    "ALLEGED": ("", "•", "text_2", "surface", "field_border"),
    "DISPUTED": ("", "≠", "warn", "warn_tint", "warn"),
}
STANDINGS = tuple(_LOOKS)


def square(status: str, spoken: str = "", *, warns: bool = False) -> GridCell:
    """Return the square of a standing; nothing for no event."""
    if status not in _LOOKS:
        return GridCell(spoken, frame="surface", warns=warns)
    icon, sign, tone, ground, frame = _LOOKS[status]
    return GridCell(spoken, icon, sign, tone, ground, frame, warns)


def name_of(person: Sufferer) -> str:
    """Return what a person is called, as it may be shown now."""
    return privacy.name(person.name, person.code) or person.code


def cell(matrix: ActMatrix, person: Sufferer, act: str) -> GridCell:
    """Return the square of one act done to one person."""
    found = matrix.behind(person.id, act)
    name = name_of(person)
    who = name if name == person.code else f"{person.code} {name}"
    spoken = f"{who}, {vocabulary.label('act_type', act)}: "
    if not found:
        return square("", spoken + _("nothing recorded"))
    said = "; ".join(f"{event.code} {line(event)}" for event in found)
    return square(standing(found), spoken + said, warns=not any(event.sources for event in found))


def line(event: ActEvent) -> str:
    """Say an event: title, date, standing, and whether a source is missing."""
    parts = [privacy.text(event.title), event.when, vocabulary.label("event_status", event.status)]
    return " · ".join(filter(None, [*parts, "" if event.sources else _("no source yet")]))


def row_head(matrix: ActMatrix, person: Sufferer) -> GridHead:
    """Return the head of a person's row, with how many kinds of act they suffered."""
    count = matrix.of_person(person.id)
    words = "" if privacy.is_on() else person.name
    counted = ngettext_("%(n)s kind of act", "%(n)s kinds of act", count) % {"n": count}
    return GridHead(person.id, words, person.code, str(count), ", ".join(filter(None, (person.code, words, counted))))


def column_head(matrix: ActMatrix, act: str) -> GridHead:
    """Return the head of an act's column, with how many persons suffered it."""
    label, count = vocabulary.label("act_type", act), matrix.of_act(act)
    counted = ngettext_("%(n)s person", "%(n)s people", count) % {"n": count}
    short = label.partition(" (")[0]  # examples in brackets are left to the tip
    return GridHead(act, short, "", str(count), f"{label}, {counted}")
