"""What a reader sees of a text: noise between letters is seen through, and look-alikes are what they look like.

A name with a stress mark, a soft hyphen, a zero-width space, a hyphen at a line's end or a Greek alpha in it
reads as the plain name. Each place in what is seen leads back to its place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

# Characters without ink: soft hyphen, joiners, direction marks, variation selectors, tags, controls. U+0002 and
# U+FFFE are what PDFium gives for a hyphen at a line's end.
_INKLESS = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HYPHENS = "\\-\u00ad\u2010\u2011\u0002\ufffe"
_NOISE = re.compile(
    rf"(?P<hyphen>(?<=[^\W\d_])[{_INKLESS}]*[{_HYPHENS}][{_INKLESS}]*[ \t]*(?:\r\n?|\n)[ \t{_INKLESS}]*(?=[^\W\d_]))"
    rf"|(?P<letter>\w)(?P<marks>[{_INKLESS}{_MARKS}]*[{_MARKS}][{_INKLESS}{_MARKS}]*)"
    rf"|[{_INKLESS}{_MARKS}]+"
)
# Between letters, figures that stand for letters: hackers' spelling and bad recognition.
_FIGURE = re.compile(r"(?<![^\W_])0(?=[^\W\d_]{2})|(?<=[^\W\d_])[03](?=[^\W\d_])|(?<=[^\W\d_]{3})0(?![^\W_])")
_LETTER_OF = {"0": "o", "3": "з"}
_WORD_END, _WORD_START, _DIGEST = re.compile(r"[^\W_]*$"), re.compile(r"[^\W_]*"), re.compile("[0-9A-Fa-f]*")
_LONGEST_DIGEST = 128
_OWN_LETTERS = frozenset("йёўЙЁЎşščçžŞŠČÇŽ")  # they decompose, and are letters nevertheless
_HOMOGLYPHS = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεικνορτυχωϲϹςϳıłŁøØđĐӏӀꞋɑɡ", "ABEZHIKMNOPTYXaвyeikvoptyxwcCcjilLoOdDlI'ag"
)  # fmt: skip


class _Plain(dict[int, str]):
    """One plain letter for each letter with an accent, of another face, or of a Greek look; made when first met."""

    def __missing__(self, code: int) -> str:
        """Take accents off and undo full width, bold and the like, never into two characters."""
        character = chr(code).translate(_HOMOGLYPHS)
        if ord(character) > 127 and character not in _OWN_LETTERS:
            faced = unicodedata.normalize("NFKC", character)
            faced = faced if len(faced) == 1 and character.isalnum() else character
            if faced not in _OWN_LETTERS and faced.isalpha():
                faced = unicodedata.normalize("NFD", faced)[0]
            character = faced.translate(_HOMOGLYPHS)
        self[code] = character
        return self[code]


_plain = _Plain()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a text, and the way back."""

    text: str
    _seen_at: tuple[int, ...]
    _original_at: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original text that shows as this stretch, with the noise in and after it."""
        return self._back(start), self._back(end)

    def _back(self, place: int) -> int:
        """Return where the character that is seen at a place begins."""
        number = bisect_right(self._seen_at, place) - 1
        return self._original_at[number] + place - self._seen_at[number]


@lru_cache(maxsize=1)
def see(text: str) -> Seen:
    """See through a text of any normal form; case and spaces are kept. Names, numbers and codes look in turn."""
    parts: list[str] = []
    seen_at, original_at = [0], [0]
    position = length = 0
    for noise in _NOISE.finditer(text):
        kept = _kept(noise, text)
        parts += (text[position : noise.start()], kept)
        length += noise.start() - position + len(kept)
        position = noise.end()
        seen_at.append(length)
        original_at.append(position)
    seen = "".join((*parts, text[position:])).translate(_plain)
    seen = _FIGURE.sub(_letter, seen)
    return Seen(seen, tuple(seen_at), tuple(original_at))


def _kept(noise: re.Match[str], text: str) -> str:
    """Return what shows of a stretch with noise: a letter without its marks, unless they make a letter of it."""
    if noise["hyphen"]:
        return "" if _is_broken(text[noise.start() - 1], text[noise.end()]) else noise["hyphen"]
    if not noise["letter"]:
        return ""
    composed = unicodedata.normalize("NFC", re.sub(f"[{_INKLESS}]+", "", noise.group()))
    return composed[0]


def _letter(figure: re.Match[str]) -> str:
    """Return the letter that a figure stands for; in a digest it stands for itself."""
    left = _WORD_END.search(figure.string, max(0, figure.start() - _LONGEST_DIGEST), figure.start())
    right = _WORD_START.match(figure.string, figure.end(), figure.end() + _LONGEST_DIGEST)
    around = f"{left.group() if left else ''}{right.group() if right else ''}"
    return figure.group() if _DIGEST.fullmatch(around) else _LETTER_OF[figure.group()]


def _is_broken(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end breaks one word, rather than joining two with capitals."""
    return after.islower() or before.isupper()
