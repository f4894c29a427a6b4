"""What cannot be seen in a text, and the mark that shows it: ⟨U+202E⟩, in the window and on paper alike.

A name that holds a direction mark reads backwards, and one with a joiner in it looks like another name. Text is
stored as it was typed; marks are for showing it, and whoever looks for something in a shown text reads past them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby

_INKLESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(map(chr, range(0xFE00, 0xFE10)))
_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_OPEN, _SHUT = "⟨", "⟩"
# A mark as pages hold it: a line may end within.
_MARK = re.compile(rf"{_OPEN}((?:\s*U\s*\+(?:\s*[0-9A-F]){{4,6}})+)\s*{_SHUT}")
_OVERRIDDEN = re.compile("\u202e([^\u202a-\u202e\u2066-\u2069\r\n]*)")


def has_ink(character: str) -> bool:
    """Tell whether a character shows itself, if some font draws it: it is no command and not empty by itself."""
    return unicodedata.category(character) not in _COMMANDS and character not in _INKLESS


def code_point(character: str) -> str:
    """Return how a character is named: U+202E."""
    return f"U+{ord(character):04X}"


def marked(text: str, is_seen: Callable[[str], bool]) -> str:
    """Return a text as it may be shown: each run of what cannot be seen as its code points in one mark."""
    if all(map(is_seen, set(text))):
        return text
    return "".join(
        "".join(run) if seen else f"{_OPEN}{' '.join(map(code_point, run))}{_SHUT}"
        for seen, run in groupby(text, is_seen)
    )


def unmarked(text: str) -> str:
    """Return a text with what its marks stand for in their place."""
    return _MARK.sub(_meant, text) if _OPEN in text else text


def _meant(mark: re.Match[str]) -> str:
    """Return the characters that a mark stands for; what is no character stays as it is."""
    codes = [int(code, 16) for code in "".join(mark[1].split()).split("U+")[1:]]
    return "".join(map(chr, codes)) if max(codes) <= 0x10FFFF else mark[0]


def as_displayed(text: str) -> str:
    """Return a text with what follows a right-to-left override turned round, as a screen shows it."""
    return _OVERRIDDEN.sub(lambda run: run[1][::-1], text)
