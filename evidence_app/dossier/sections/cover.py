"""The cover: what this is, before whom, for whom, in which edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Spacer

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.figures import KeyFigures
from evidence_app.dossier.ledger import passport
from evidence_app.dossier.margin import Beside
from evidence_app.dossier.prose import cell, para
from evidence_app.system.words import LANGUAGES, _

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from evidence_app.dossier.manuscript import Manuscript

_FIGURES = 4
_TITLE_LINES = 2


def story(manuscript: Manuscript) -> list[Any]:
    """Return the blocks of the cover."""
    blocks: list[Any] = [Spacer(0, 74), *para(manuscript.title, _title_style(manuscript.title))]
    blocks += [Spacer(0, 6), *para(manuscript.subtitle, sheet_of.COVER_YEAR)]
    blocks.append(Spacer(0, 24))
    for text in manuscript.court_lines:
        blocks += para(text, sheet_of.COVER_LINE)
    for text in manuscript.party_lines:
        blocks += para(text, sheet_of.COVER_PARTY)
    blocks.append(Spacer(0, 34))
    if manuscript.figures:
        blocks += [KeyFigures(manuscript.figures[:_FIGURES], with_sources=False), Spacer(0, 34)]
    blocks.append(_imprint(manuscript))
    if manuscript.notice:
        blocks += [Spacer(0, 14), Beside(para(manuscript.notice, sheet_of.NOTE))]
    return blocks


def _title_style(title: str) -> ParagraphStyle:
    """Return the large style for a title of two lines, a smaller one for what is longer."""
    style = sheet_of.COVER_TITLE
    lines = sum(len(block.breakLines(sheet_of.MEASURE).lines) for block in para(title, style))
    return sheet_of.COVER_TITLE_LONG if lines > _TITLE_LINES else style


def _imprint(manuscript: Manuscript) -> Any:
    """Set for whom, by whom, which edition, in which language and zone."""
    lines = [
        (_("Dossier"), manuscript.number),
        (_("Prepared for"), manuscript.reader),
        (_("Compiled by"), manuscript.compiled_by),
        (_("Edition"), manuscript.edition),
        (_("Language"), LANGUAGES.get(manuscript.language, manuscript.language)),
        (_("Times"), manuscript.zone),
    ]
    return passport((label, cell(value, sheet_of.CELL)) for label, value in lines if value)
