"""How the answers on safeguards look and read, in the matrix and in its legend."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.grid_cell import GridCell
from evidence_app.gui.widgets.grid_heads import GridHead
from evidence_app.services.safeguards import (
    BREACHED,
    NOT_APPLICABLE,
    NOT_ASKED,
    RESPECTED,
    Answer,
    Detained,
    SafeguardMatrix,
)
from evidence_app.system.words import _, ngettext_

# state: icon, sign, colour of the sign, ground, frame
_LOOKS = {
    RESPECTED: ("check", "", "ok", "ok_tint", "ok"),
    BREACHED: ("x", "", "danger", "danger_tint", "danger"),
    NOT_ASKED: ("", "?", "text_2", "sunken", "border_strong"),
    NOT_APPLICABLE: ("", "–", "text_3", "surface", "border_strong"),
}
# Digits, for a letter would belong to the word of one language.
KEYS = {"1": RESPECTED, "2": BREACHED, "3": NOT_ASKED, "4": NOT_APPLICABLE, "Del": ""}


def square(state: str, spoken: str = "", *, warns: bool = False) -> GridCell:
    """Return the square of a state; an empty state is one that nobody has asked about."""
    if state not in _LOOKS:
        return GridCell(spoken, frame="border_strong", warns=warns)
    icon, sign, tone, ground, frame = _LOOKS[state]
    return GridCell(spoken, icon, sign, tone, ground, frame, warns)


def name_of(person: Detained) -> str:
    """Return what a person is called, as it may be shown now."""
    return privacy.name(person.name, person.code) or person.code


def cell(matrix: SafeguardMatrix, person: Detained, kind: str) -> GridCell:
    """Return the square of one safeguard for one person."""
    answer = matrix.answers.get((person.id, kind))
    said = f"{person.code} {name_of(person) if person.name else ''}".strip()
    spoken = f"{said}, {vocabulary.label('safeguard', kind)}: {in_words(answer)}"
    if answer is None:
        return square("", spoken)
    return square(answer.state, spoken, warns=is_unsourced(answer))


def is_unsourced(answer: Answer) -> bool:
    """Tell whether an answer says something that rests on nothing yet."""
    return not answer.citation and answer.state in {RESPECTED, BREACHED}


def in_words(answer: Answer | None) -> str:
    """Say an answer, its source and its note."""
    if answer is None:
        return _("nobody has asked")
    parts = [vocabulary.label("safeguard_state", answer.state)]
    if answer.citation:
        parts.append(_("source %(citation)s") % {"citation": answer.citation})
    elif is_unsourced(answer):
        parts.append(_("no source yet"))
    if answer.note:
        parts.append(privacy.text(answer.note))
    if answer.others:
        parts.append(ngettext_("%(n)s other answer", "%(n)s other answers", answer.others) % {"n": answer.others})
    return ", ".join(parts)


def row_head(matrix: SafeguardMatrix, person: Detained) -> GridHead:
    """Return the head of a person's row, with how many safeguards have an answer."""
    tally, total = matrix.of_person(person.id), len(matrix.kinds)
    words = name_of(person) if person.name and not privacy.is_on() else ""
    counted = _("%(n)s of %(total)s answered, %(breached)s breached") % {
        "n": tally.answered,
        "total": total,
        "breached": tally.breached,
    }
    spoken = ", ".join(filter(None, (person.code, words, counted)))
    return GridHead(person.id, words, person.code, f"{tally.answered}/{total}", spoken)


def column_head(matrix: SafeguardMatrix, kind: str) -> GridHead:
    """Return the head of a safeguard's column, with for how many persons it was breached."""
    tally, total = matrix.of_kind(kind), len(matrix.people)
    label = vocabulary.label("safeguard", kind)
    counted = _("%(n)s of %(total)s answered, %(breached)s breached") % {
        "n": tally.answered,
        "total": total,
        "breached": tally.breached,
    }
    return GridHead(kind, label, "", str(tally.answered), f"{label}, {counted}")
