"""The bundled typeface and the sizes it is set in."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from evidence_app.gui.theme.look import px
from evidence_app.system import paths

SMALLEST = 11

# style: (pixels at 100 %, weight)
STYLES = {
    "display": (24, 600),
    "h1": (18, 600),
    "h2": (15, 600),
    "h3": (13, 600),
    "body": (13, 400),
    "name": (13, 500),
    "reading": (15, 400),
    "figures": (13, 400),
    "caption": (12, 400),
    "caption_figures": (12, 400),
    "overline": (11, 600),
    "hash": (11, 400),
}
TABULAR = {"figures", "caption_figures"}  # of one width: counts, dates, times; not words, whose hyphens would widen
READING_LINE = 1.5


@cache
def _families() -> tuple[str, str]:
    """Load the bundled fonts once; return the families for words and for hashes."""
    words = ""
    for source in sorted((paths.resources() / "fonts").glob("Inter*.ttf")):
        number = QFontDatabase.addApplicationFont(str(source))
        found = QFontDatabase.applicationFontFamilies(number)
        words = found[0] if found else words
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return words or general, fixed


def font(style: str = "body") -> QFont:
    """Return the font of a style at the text size in force."""
    size, weight = STYLES[style]
    made = QFont(_families()[1 if style == "hash" else 0])
    made.setPixelSize(max(SMALLEST, px(size)))
    made.setWeight(QFont.Weight(weight))
    if style in TABULAR:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
