"""The summary: what happened, in statements with their sources; key figures; counts that conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.figures import KeyFigures
from evidence_app.dossier.headings import table_heading
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.margin import Beside, running
from evidence_app.dossier.prose import NOTHING, cell, line, para, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Conflict, Manuscript, Reading, Statement

_PER_ROW = 4


def story(manuscript: Manuscript) -> list[Any]:
    """Return statements, key figures, conflicts."""
    blocks: list[Any] = []
    for number, statement in enumerate(manuscript.introduction):
        blocks += _statement(statement, number)
    if manuscript.figures:
        blocks.append(table_heading(_("Key figures")))
        blocks += [
            KeyFigures(manuscript.figures[start : start + _PER_ROW], with_sources=True)
            for start in range(0, len(manuscript.figures), _PER_ROW)
        ]
    if manuscript.conflicts:
        blocks += [table_heading(_("Where sources differ")), _conflicts(manuscript.conflicts)]
    return blocks


def _statement(statement: Statement, number: int) -> list[Beside]:
    """Set a statement; the first is the lead, the others are numbered paragraphs."""
    style = sheet_of.BODY if number else sheet_of.LEAD
    body = para(statement.text, style, NOTHING if statement.is_remark else sources(statement.refs))
    return running(body, para(statement.topic, sheet_of.SIDE_NOTE), str(number) if number else "")


def _conflicts(conflicts: tuple[Conflict, ...]) -> Ledger:
    """Set both values of every conflict side by side."""
    fields = [Field(_("Subject"), 44), Field(_("One source"), 62), Field(_("Another source"), 62)]
    return Ledger(
        fields,
        [
            [
                cell(conflict.subject, sheet_of.CELL),
                _reading(conflict.a, conflict.preferred == "a"),
                _reading(conflict.b, conflict.preferred == "b"),
            ]
            for conflict in conflicts
        ],
    )


def _reading(reading: Reading, is_preferred: bool) -> list[Any]:
    """Set one value with its sources, and say so where the compiler prefers it."""
    value = cell(reading.value, sheet_of.CELL_STRONG if is_preferred else sheet_of.CELL)
    note = para(_("preferred in this dossier"), sheet_of.CELL_MINOR) if is_preferred else []
    return [*value, line(sources(reading.refs), sheet_of.CELL_MINOR), *note]


SECTION = Section(
    "summary",
    N_("Summary"),
    story,
    lambda manuscript: bool(manuscript.introduction or manuscript.figures or manuscript.conflicts),
)
