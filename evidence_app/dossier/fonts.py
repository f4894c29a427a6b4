"""The faces of the page, embedded always: registered once, and asked which of them can draw a character."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from evidence_app.system import paths

SERIF = "Serif"
SERIF_LIGHT = "Serif-Light"
SERIF_ITALIC = "Serif-Italic"
SERIF_SEMIBOLD = "Serif-SemiBold"
SANS = "Sans"
SANS_ITALIC = "Sans-Italic"
SANS_SEMIBOLD = "Sans-SemiBold"
MONO = "Mono"

_FILES = {
    SERIF: "SourceSerif4-Regular.ttf",
    SERIF_LIGHT: "SourceSerif4-Light.ttf",
    SERIF_ITALIC: "SourceSerif4-Italic.ttf",
    SERIF_SEMIBOLD: "SourceSerif4-SemiBold.ttf",
    SANS: "SourceSans3-Regular.ttf",
    SANS_ITALIC: "SourceSans3-Italic.ttf",
    SANS_SEMIBOLD: "SourceSans3-SemiBold.ttf",
    MONO: "SourceCodePro-Regular.ttf",
}

# Asked in this order where the face of a paragraph lacks a character.
_FALLBACKS = (SANS, SERIF, MONO)


@cache
def register() -> None:
    """Make the faces known to ReportLab, each standing alone, so that bold markup can't call up another."""
    folder = paths.resources() / "fonts"
    for face, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(face, str(folder / file), asciiReadable=0))
        pdfmetrics.registerFontFamily(face, normal=face, bold=face, italic=face, boldItalic=face)


@cache
def repertoire(face: str) -> frozenset[str]:
    """Return the characters that a face can draw."""
    register()
    font = pdfmetrics.getFont(face)
    assert isinstance(font, TTFont)
    return frozenset(map(chr, font.face.charToGlyph))


@cache
def understudy(character: str) -> str | None:
    """Return the face that draws a character which the paragraph's own face lacks; None where no face can."""
    return next((face for face in _FALLBACKS if character in repertoire(face)), None)


def width(text: str, face: str, size: float) -> float:
    """Return how wide a text runs, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))
