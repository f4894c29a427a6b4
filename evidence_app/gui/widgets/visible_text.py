"""What cannot be seen in a text is shown: controls, direction marks and joiners as ⟨U+202E⟩, signs no font has too."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from PySide6.QtGui import QFontMetrics

from evidence_app.domain.unseen import code_point, has_ink, marked
from evidence_app.gui.theme.type_scale import font

# What our own typeface draws, and hides nothing: Latin, Cyrillic, punctuation, line breaks and tabs.
_DOUBTFUL = re.compile(
    "[^\\t\\n -~\u00a0-\u00ac\u00ae-\u024f\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203a\u20b8\u2116]"
)


def visible(text: str) -> str:
    """Return a text as it may be shown: each run of what has no ink, or no sign in any font, as its code points."""
    return text if _DOUBTFUL.search(text) is None else marked(text, is_seen)


def unseen(text: str) -> tuple[str, ...]:
    """Return the code points of a text that cannot be seen, each once, in order."""
    if _DOUBTFUL.search(text) is None:
        return ()
    return tuple(dict.fromkeys(code_point(character) for character in text if not is_seen(character)))


@cache
def is_seen(character: str) -> bool:
    """Tell whether a character shows itself: it has ink or is a space or line break, and some font draws it."""
    if character in "\t\n":
        return True
    if not has_ink(character):
        return False
    return unicodedata.category(character) == "Zs" or QFontMetrics(font()).inFontUcs4(ord(character))
