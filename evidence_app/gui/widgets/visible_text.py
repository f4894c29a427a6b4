"""What cannot be seen in a text is shown: controls, direction marks and joiners as ⟨U+202E⟩, signs no font has too.

A name that holds a direction mark reads backwards on the screen, and one with a joiner in it looks like another name.
Text is stored as it was typed; this is for showing it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from PySide6.QtGui import QFontMetrics

from evidence_app.gui.theme.type_scale import font

# What our own typeface draws, and hides nothing: Latin, Cyrillic, punctuation, line breaks and tabs.
_DOUBTFUL = re.compile(
    "[^\\t\\n -~\u00a0-\u00ac\u00ae-\u024f\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203a\u20b8\u2116]"
)
_INKLESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(map(chr, range(0xFE00, 0xFE10)))
_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_OPEN, _SHUT = "⟨", "⟩"


def visible(text: str) -> str:
    """Return a text as it may be shown: each run of what has no ink, or no sign in any font, as its code points."""
    if _DOUBTFUL.search(text) is None:
        return text
    shown: list[str] = []
    hidden: list[str] = []
    for character in text:
        if is_seen(character):
            shown += (_marked(hidden), character)
            hidden.clear()
        else:
            hidden.append(character)
    return "".join((*shown, _marked(hidden)))


def unseen(text: str) -> tuple[str, ...]:
    """Return the code points of a text that cannot be seen, each once, in order."""
    if _DOUBTFUL.search(text) is None:
        return ()
    return tuple(dict.fromkeys(_code(character) for character in text if not is_seen(character)))


@cache
def is_seen(character: str) -> bool:
    """Tell whether a character shows itself: it has ink or is a space or line break, and some font draws it."""
    if character in "\t\n":
        return True
    kind = unicodedata.category(character)
    if kind in _COMMANDS or character in _INKLESS:
        return False
    return kind == "Zs" or QFontMetrics(font()).inFontUcs4(ord(character))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _marked(hidden: list[str]) -> str:
    """Return the mark that stands for a run of characters; nothing for none."""
    return f"{_OPEN}{' '.join(map(_code, hidden))}{_SHUT}" if hidden else ""
