"""The integrity annex: the state of the journal in figures, as a square code, and how to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Spacer

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier import sums
from evidence_app.dossier.figures import SquareCode
from evidence_app.dossier.flow import Column, Columns
from evidence_app.dossier.headings import table_heading
from evidence_app.dossier.ledger import passport
from evidence_app.dossier.margin import Beside
from evidence_app.dossier.prose import cell, clean, fixity, line, para
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Integrity, Manuscript


def story(manuscript: Manuscript) -> list[Any]:
    """Return figures, code and steps."""
    integrity = manuscript.integrity
    said = _(
        "Every act on this case is a line of a journal in which each line carries the digest of the line before "
        "it. The head below fixes all of them: no line can be changed, added between or taken out without "
        "changing it."
    )
    blocks: list[Any] = [Beside(para(said, sheet_of.BODY)), _state(integrity), _code(integrity)]
    if integrity.checkpoint:
        blocks.append(table_heading(_("Checkpoint"), is_wide=False))
        blocks.append(_checkpoint(integrity.checkpoint))
    if integrity.steps:
        blocks.append(table_heading(_("How to check"), is_wide=False))
        blocks += [
            Beside(cell(step, sheet_of.BODY), number=str(number))
            for number, step in enumerate(integrity.steps, start=1)
        ]
    return blocks


def _state(integrity: Integrity) -> Any:
    """Set the state of the journal."""
    return passport(
        [
            (_("Case"), cell(integrity.case_id, sheet_of.CELL)),
            (_("Lines in the journal"), cell(sums.grouped(integrity.journal_size), sheet_of.CELL)),
            (_("Head of the chain"), [line(fixity(integrity.head), sheet_of.CELL)]),
            (_("Merkle root"), [line(fixity(integrity.merkle_root), sheet_of.CELL)]),
            (_("As of"), cell(integrity.dated, sheet_of.CELL)),
        ]
    )


def _checkpoint(text: str) -> Columns:
    """Set a checkpoint line by line; its empty line is part of it."""
    lines: list[Any] = []
    for written in clean(text).split("\n"):
        lines += para(written, sheet_of.CHECKPOINT) or [Spacer(0, sheet_of.CHECKPOINT.leading)]
    return Columns([Column(sheet_of.INDENT, sheet_of.TEXT, lines)])


def _code(integrity: Integrity) -> Columns:
    """Set the head of the chain as a square code beside its explanation."""
    said = _(
        "The square holds the head of the chain as text, so that a printed copy can be compared with the file "
        "without a network."
    )
    return Columns(
        [
            Column(0, sheet_of.SIDE, [SquareCode(clean(integrity.head))]),
            Column(sheet_of.INDENT, sheet_of.TEXT, para(said, sheet_of.NOTE)),
        ],
        below=sheet_of.GRID,
    )


SECTION = Section("integrity", N_("Integrity"), story)
