"""The recovery sheet as one page to be printed: 24 words with their numbers, a square code, what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from evidence_app.dossier import fonts
from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.system.words import N_, _

_COLUMNS = 3
_ROW = 11 * mm
_CODE_SIDE = 44 * mm
_WORD_SIZE = 13
_PURPOSE = N_(
    "These words open the case when its passphrase is forgotten. Whoever has them can open it: keep this paper "
    "under lock, away from the computer, and take no photograph of it."
)
_STEPS = (
    N_("Start the program, open the case and choose “Use recovery sheet”."),
    N_("Type the words in their order, or the four digits of each. The first four letters of a word are enough."),
    N_("Give the case a new passphrase. The forgotten one opens it no more; this sheet still does."),
    N_("Once a newer sheet was made and checked, this one opens nothing. Destroy it."),
)


def make(words: Sequence[str], numbers: Sequence[str], mark: str, made_on: str) -> bytes:
    """Return the page as a PDF; `mark` is the beginning of the case's uid: the sheet names nothing of it."""
    fonts.register()
    raw = BytesIO()
    canvas = Canvas(raw, pagesize=(sheet_of.PAGE_WIDTH, sheet_of.PAGE_HEIGHT))
    canvas.setTitle(_("Recovery sheet"))
    top = sheet_of.PAGE_HEIGHT - sheet_of.TOP
    top = _set(canvas, _("Recovery sheet"), sheet_of.H1, sheet_of.LEFT, top, sheet_of.MEASURE)
    facts = _("Evidence App · case %(mark)s · made on %(date)s") % {"mark": mark, "date": made_on}
    top = _set(canvas, facts, sheet_of.COVER_CAPTION, sheet_of.LEFT, top - 2 * mm, sheet_of.MEASURE)
    top = _set(canvas, _(_PURPOSE), sheet_of.LEAD, sheet_of.LEFT, top - 6 * mm, sheet_of.MEASURE)
    top = _words(canvas, words, numbers, top - 8 * mm)
    _code(canvas, " ".join(words), top - 8 * mm)
    _steps(canvas, top - 8 * mm)
    canvas.save()
    return raw.getvalue()


def _set(canvas: Canvas, text: str, style: ParagraphStyle, left: float, top: float, width: float) -> float:
    """Set a paragraph with its upper left corner at a place; returns where it ends."""
    paragraph = Paragraph(escape(text), style)
    _width, height = paragraph.wrap(width, sheet_of.PAGE_HEIGHT)
    paragraph.drawOn(canvas, left, top - height)
    return float(top - height)


def _words(canvas: Canvas, words: Sequence[str], numbers: Sequence[str], top: float) -> float:
    """Set the words in columns, read downwards, each with its place before and its number after it."""
    rows = -(-len(words) // _COLUMNS)
    width = (sheet_of.MEASURE + sheet_of.GUTTER) / _COLUMNS
    canvas.setStrokeColor(sheet_of.HAIRLINE)
    canvas.setLineWidth(sheet_of.FINE)
    for place, (word, number) in enumerate(zip(words, numbers, strict=True)):
        left = sheet_of.LEFT + place // rows * width
        line = top - (place % rows + 1) * _ROW
        canvas.line(left, line, left + width - sheet_of.GUTTER, line)
        canvas.setFillColor(sheet_of.SECONDARY)
        canvas.setFont(fonts.SANS, 9)
        canvas.drawRightString(left + 5 * mm, line + 3 * mm, str(place + 1))
        canvas.drawRightString(left + width - sheet_of.GUTTER, line + 3 * mm, number)
        canvas.setFillColor(sheet_of.INK)
        canvas.setFont(fonts.MONO, _WORD_SIZE)
        canvas.drawString(left + 8 * mm, line + 3 * mm, word)
    return top - rows * _ROW


def _code(canvas: Canvas, text: str, top: float) -> None:
    """Draw the words as a square code at the right margin."""
    left = sheet_of.LEFT + sheet_of.MEASURE - _CODE_SIDE
    canvas.setFillColor(sheet_of.INK)
    code = QrCode(text, width=_CODE_SIDE, height=_CODE_SIDE, qrBorder=0, qrLevel="M")
    code.drawOn(canvas, left, top - _CODE_SIDE)


def _steps(canvas: Canvas, top: float) -> None:
    """Say how the sheet is used, beside the code."""
    width = sheet_of.MEASURE - _CODE_SIDE - sheet_of.GUTTER
    for count, step in enumerate(_STEPS, start=1):
        _set(canvas, f"{count}.", sheet_of.CELL, sheet_of.LEFT, top, sheet_of.GUTTER)
        top = _set(canvas, _(step), sheet_of.CELL, sheet_of.LEFT + 6 * mm, top, width - 6 * mm) - 2 * mm
