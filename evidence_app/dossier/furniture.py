"""What stands on every page: running head and foot, drawn once the page is full and its section known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import Frame, PageTemplate

from evidence_app.domain.unseen import marked
from evidence_app.dossier import fonts
from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.prose import clean
from evidence_app.dossier.sheet import Sheet
from evidence_app.system.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

    from evidence_app.dossier.manuscript import Manuscript

COVER, INNER = "cover", "inner"
_COVER_RULE = sheet_of.PAGE_HEIGHT - 26.5 * mm
_TOTAL_WIDTH = 27.0
_GAP = 18.0
_MOST_FITTED = 200


def templates(manuscript: Manuscript) -> list[PageTemplate]:
    """Return the two kinds of page: cover and inner page."""
    return [
        PageTemplate(COVER, frames=[_frame()], onPageEnd=_dressed(manuscript, _cover_head)),
        PageTemplate(INNER, frames=[_frame()], onPageEnd=_dressed(manuscript, _running_head)),
    ]


def _frame() -> Frame:
    """Return the frame of the text, without padding."""
    return Frame(
        sheet_of.LEFT,
        sheet_of.BOTTOM,
        sheet_of.MEASURE,
        sheet_of.PAGE_HEIGHT - sheet_of.TOP - sheet_of.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _dressed(manuscript: Manuscript, head: Callable[[Sheet, Manuscript], None]) -> Callable[[Canvas, Any], None]:
    """Return the callback that dresses a page."""

    def dress(sheet: Canvas, _document: Any) -> None:
        """Draw head and foot."""
        assert isinstance(sheet, Sheet)
        sheet.last_page = sheet.getPageNumber()
        head(sheet, manuscript)
        _foot(sheet, manuscript)

    return dress


def _cover_head(sheet: Sheet, manuscript: Manuscript) -> None:
    """Draw the bar of the cover, what this is at its left, the case at its right."""
    right = sheet_of.PAGE_WIDTH - sheet_of.RIGHT
    _tracked(sheet, sheet_of.LEFT, _COVER_RULE + 12, _("Case dossier").upper(), sheet_of.COVER_TAG)
    _tracked(sheet, right, _COVER_RULE + 12, manuscript.case_code, sheet_of.COVER_TAG, is_right=True)
    sheet.setStrokeColor(sheet_of.INK)
    sheet.setLineWidth(0.9 * mm)
    sheet.line(sheet_of.LEFT, _COVER_RULE, right, _COVER_RULE)


def _running_head(sheet: Sheet, manuscript: Manuscript) -> None:
    """Draw case, section and short title over a rule."""
    right = sheet_of.PAGE_WIDTH - sheet_of.RIGHT
    style = sheet_of.FURNITURE
    sheet.setFont(style.fontName, style.fontSize)
    sheet.setFillColor(style.textColor)
    case = _fitted(_("Case %(code)s") % {"code": manuscript.case_code}, style.fontName, sheet_of.SIDE)
    section = _fitted(sheet.section, style.fontName, sheet_of.TEXT * 0.55)
    room = sheet_of.TEXT - fonts.width(section, style.fontName, style.fontSize) - _GAP
    title = _fitted(manuscript.short_title or manuscript.title, style.fontName, room)
    sheet.drawString(sheet_of.LEFT, sheet_of.HEAD_LINE, case)
    sheet.drawString(sheet_of.LEFT + sheet_of.INDENT, sheet_of.HEAD_LINE, section)
    sheet.drawRightString(right, sheet_of.HEAD_LINE, title)
    sheet.setStrokeColor(sheet_of.INK)
    sheet.setLineWidth(sheet_of.STEM)
    sheet.line(sheet_of.LEFT, sheet_of.HEAD_RULE, right, sheet_of.HEAD_RULE)


def _foot(sheet: Sheet, manuscript: Manuscript) -> None:
    """Draw confidentiality, edition, and "n / N" under a hairline."""
    right = sheet_of.PAGE_WIDTH - sheet_of.RIGHT
    sheet.setStrokeColor(sheet_of.HAIRLINE)
    sheet.setLineWidth(sheet_of.STEM)
    sheet.line(sheet_of.LEFT, sheet_of.FOOT_RULE, right, sheet_of.FOOT_RULE)
    level = _fitted(manuscript.confidentiality.upper(), fonts.SANS_SEMIBOLD, sheet_of.MEASURE * 0.5)
    _tracked(sheet, sheet_of.LEFT, sheet_of.FOOT_LINE, level, sheet_of.FOOT_LEVEL)
    style = sheet_of.FURNITURE
    sheet.setFont(style.fontName, style.fontSize)
    sheet.setFillColor(style.textColor)
    edition = " · ".join(part for part in (manuscript.number, manuscript.edition) if part)
    edition = _fitted(edition, style.fontName, sheet_of.MEASURE * 0.35)
    sheet.drawRightString(right - _TOTAL_WIDTH - 28, sheet_of.FOOT_LINE, edition)
    sheet.setFont(sheet_of.FOOT_PAGE.fontName, sheet_of.FOOT_PAGE.fontSize)
    sheet.setFillColor(sheet_of.FOOT_PAGE.textColor)
    sheet.drawRightString(right - _TOTAL_WIDTH, sheet_of.FOOT_LINE, str(sheet.getPageNumber()))
    sheet.number_later(right, sheet_of.FOOT_LINE, style, wording="/ %s")


def _fitted(text: str, face: str, width: float) -> str:
    """Return text that fits a line of the furniture, cut between words; the full text stands on the cover."""
    text = marked(" ".join(clean(text).split()), fonts.repertoire(face).__contains__)
    size = sheet_of.FURNITURE.fontSize
    if fonts.width(text, face, size) <= width:
        return text
    text = text[:_MOST_FITTED]
    while text and fonts.width(text + "…", face, size) > width:
        head, _space, _last = text.rpartition(" ")
        text = head or text[:-1]
    return text.rstrip(" ,;:–—") + "…"


def _tracked(sheet: Sheet, x: float, y: float, text: str, style: ParagraphStyle, is_right: bool = False) -> None:
    """Draw a line with its letters set apart."""
    text = _fitted(text, style.fontName, sheet_of.MEASURE * 0.5)
    tracking = style.tracking
    if is_right:
        x -= fonts.width(text, style.fontName, style.fontSize) + tracking * (len(text) - 1)
    run = sheet.beginText(x, y)
    run.setFont(style.fontName, style.fontSize)
    run.setFillColor(style.textColor)
    run.setCharSpace(tracking)
    run.textOut(text)
    run.setCharSpace(0)
    sheet.drawText(run)
