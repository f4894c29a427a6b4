"""The style sheet: measures, colours and kinds of text of the page. Code names these, never numbers of its own."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from evidence_app.dossier import fonts

fonts.register()

# Measures, in points
PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 17 * mm, 32 * mm, 25 * mm
MEASURE = PAGE_WIDTH - LEFT - RIGHT
SIDE = 31 * mm
GUTTER = 8 * mm
INDENT = SIDE + GUTTER
TEXT = MEASURE - INDENT
GRID = 5 * mm
HEAD_RULE = PAGE_HEIGHT - 20.3 * mm
HEAD_LINE = PAGE_HEIGHT - 17.8 * mm
FOOT_RULE = 17.2 * mm
FOOT_LINE = 12.4 * mm
BRANCH = 3.2 * mm
MARKER = 1.25 * mm
MARKER_AT = INDENT - 4.6 * mm
NUMBER_AT = INDENT - 3 * mm
CELL_ABOVE, CELL_BETWEEN = 1.15 * mm, 2.7 * mm
HEAVY, MIDDLE, FINE = 0.9, 0.45, 0.3
STEM = 0.6
UNBREAKABLE = 110.0
H1_AFTER, H2_BEFORE, H2_AFTER = 21.0, 21.0, 7.0

# Colours; there is no other
INK = HexColor("#1B1B1D")
SECONDARY = HexColor("#5C6067")
HAIRLINE = HexColor("#C8C4BB")
LINK = HexColor("#1F3F66")
SIGNAL = HexColor("#7B1E2B")
TINT = HexColor("#F4F2ED")
BAR = HexColor("#C3C6CB")
LINK_HEX = "#1F3F66"
SECONDARY_HEX = "#5C6067"


def _style(name: str, face: str, size: float, leading: float, colour: Color = INK, **more: Any) -> ParagraphStyle:
    """Return a kind of text; ragged right, no hyphenation, links without underline, no line left alone."""
    return ParagraphStyle(
        name,
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        leading=leading,
        textColor=colour,
        linkUnderline=0,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )


COVER_TITLE = _style("cover title", fonts.SERIF_LIGHT, 33, 36.9)
COVER_TITLE_LONG = _style("cover title, long", fonts.SERIF_LIGHT, 22, 26)
COVER_YEAR = _style("cover year", fonts.SERIF_LIGHT, 17, 24, colour=SECONDARY)
COVER_LINE = _style("cover line", fonts.SERIF, 14, 19)
COVER_PARTY = _style("cover party", fonts.SERIF_ITALIC, 12, 17, colour=SECONDARY)
COVER_FIGURE = _style("cover figure", fonts.SERIF_LIGHT, 25, 30)
COVER_CAPTION = _style("cover caption", fonts.SANS, 8.6, 11, colour=SECONDARY)
H1 = _style("h1", fonts.SERIF, 21, 24.8)
H1_NUMBER = _style("h1 number", fonts.SERIF_LIGHT, 21, 24.8, colour=LINK)
H2 = _style("h2", fonts.SANS_SEMIBOLD, 10.6, 14.17)
H2_CODE = _style("h2 code", fonts.SANS_SEMIBOLD, 10.6, 14.17, colour=LINK)
LEAD = _style("lead", fonts.SERIF, 12, 17.7, spaceAfter=7.1)
BODY = _style("body", fonts.SERIF, 10.3, 14.17, spaceAfter=7.1)
EVENT = _style("event", fonts.SERIF, 10.3, 14.17)
QUOTATION = _style("quotation", fonts.SERIF_ITALIC, 10.3, 14.17, spaceAfter=7.1)
SIDE_NOTE = _style("side note", fonts.SANS, 8, 10.6, colour=SECONDARY)
SIDE_DATE = _style("side date", fonts.SANS_SEMIBOLD, 8, 10.6)
SIDE_SUM = _style("side sum", fonts.SERIF_SEMIBOLD, 10.3, 13)
NUMBER = _style("paragraph number", fonts.SANS, 8, 10.6, colour=SECONDARY, alignment=TA_RIGHT)
NOTE = _style("note", fonts.SANS, 8, 10.6, colour=SECONDARY, spaceAfter=4)
CELL = _style("cell", fonts.SANS, 8.8, 11.3)
CELL_LABEL = _style("cell label", fonts.SANS, 8.8, 11.3, colour=SECONDARY)
CELL_STRONG = _style("cell, strong", fonts.SANS_SEMIBOLD, 8.8, 11.3)
CELL_MINOR = _style("cell, minor", fonts.SANS, 7.8, 10.2, colour=SECONDARY)
CELL_SIGNAL = _style("cell, signal", fonts.SANS_SEMIBOLD, 8.8, 11.3, colour=SIGNAL)
CELL_SUM = _style("cell, sum", fonts.SANS, 8.8, 11.3, alignment=TA_RIGHT)
CELL_HEAD = _style("cell head", fonts.SANS_SEMIBOLD, 7.8, 9.9, colour=SECONDARY)
CELL_HEAD_SUM = _style("cell head, sum", fonts.SANS_SEMIBOLD, 7.8, 9.9, colour=SECONDARY, alignment=TA_RIGHT)
CHECKPOINT = _style("checkpoint", fonts.MONO, 7.5, 11.3)
CONTENTS_MAJOR = _style("contents, section", fonts.SERIF, 11, 14.17)
CONTENTS_MINOR = _style("contents, record", fonts.SANS, 8.8, 11.3)
CONTENTS_NUMBER = _style("contents, number", fonts.SERIF_LIGHT, 11, 14.17, colour=LINK, alignment=TA_RIGHT)
CONTENTS_CODE = _style("contents, code", fonts.SANS, 8.8, 11.3, colour=LINK, alignment=TA_RIGHT)
COVER_TAG = _style("cover tag", fonts.SANS_SEMIBOLD, 7.8, 10, colour=SECONDARY, tracking=1.3)
FURNITURE = _style("running head", fonts.SANS, 7.8, 10, colour=SECONDARY)
FOOT_LEVEL = _style("confidentiality", fonts.SANS_SEMIBOLD, 6.9, 10, colour=SIGNAL, tracking=0.7)
FOOT_PAGE = _style("page number", fonts.SERIF, 10.3, 12)


@cache
def branch(style: ParagraphStyle, depth: int) -> ParagraphStyle:
    """Return a kind of text set in for a step of a tree."""
    return ParagraphStyle(f"{style.name}, depth {depth}", parent=style, leftIndent=depth * BRANCH)
