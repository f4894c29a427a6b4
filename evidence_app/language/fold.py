"""Folding: two spellings that a reader takes for the same word become the same string.

Every step maps one character to one character, so that a place in folded text is the same place in the
original. Text is expected in NFC, which `nfc` gives it once, at capture. A change of what `fold` or
`tokens` return must raise FOLD_VERSION: the search index is then rebuilt.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from itertools import pairwise

FOLD_VERSION = 1

APOSTROPHE = "\u02bb"  # ʻ, the turned comma of Uzbek oʻ and gʻ: a letter to SQLite, unlike its stand-ins
# Before alphabets are told apart: apostrophes, ё, and letters that lower-case would turn into others.
_STAND_INS = str.maketrans("'’‘`ʼЁёİſ\u212a", APOSTROPHE * 5 + "ЕеIsK")

# The token rule of SQLite's `unicode61 remove_diacritics 0`: letters, numbers and private use, where SQLite
# still counts three ranges of New Tai Lue and Vedic among the marks; and inside a word, some accents.
_NOT_TO_SQLITE = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_SIGN = rf"(?:[^\W_{APOSTROPHE}{_NOT_TO_SQLITE}]|[{_PRIVATE}])"
_ACCENTS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_TOKEN = re.compile(rf"{_SIGN}+(?:[{_ACCENTS}{APOSTROPHE}]+{_SIGN}+)*[{_ACCENTS}]*")

_LATIN, _CYRILLIC = "A-Za-zÀ-ÖØ-öø-ɏəɵ", "Ѐ-ԯ"
_MIXED = re.compile(
    rf"[{_LATIN}][0-9{APOSTROPHE}]*[{_CYRILLIC}]|[{_CYRILLIC}][0-9{APOSTROPHE}]*[{_LATIN}]",
)
_IS_LATIN, _IS_CYRILLIC = re.compile(f"[{_LATIN}]"), re.compile(f"[{_CYRILLIC}]")
# Letters that look alike, before lower-casing: В and B are twins, в and b are not. Kazakh Ә and Ө are
# often typed as their Azerbaijani twins.
_LATIN_TWINS = "ABCEHIJKMOPSTXYaceijopsxyhƏəƟɵ"
_CYRILLIC_TWINS = "АВСЕНІЈКМОРЅТХУасеіјорѕхуһӘәӨө"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)


class _LowerCase(dict[int, str]):
    """One lower-case character for each, worked out when first met."""

    def __missing__(self, code: int) -> str:
        """Fold case, but never into two characters, nor make a letter of a mark: words keep their borders."""
        character = chr(code)
        ways = (character.casefold(), character.lower()) if character.isalnum() else ()
        self[code] = next((way for way in ways if len(way) == 1), character)
        return self[code]


_lower_case = _LowerCase()


def nfc(text: str) -> str:
    """Compose accents (NFC), as all text is kept and searched."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Fold case, ё, apostrophes and mixed alphabets; as many characters come out as went in."""
    folded = text.translate(_STAND_INS)
    if _MIXED.search(folded):
        folded = _TOKEN.sub(lambda found: _repaired(found.group()), folded)
    folded = folded.translate(_lower_case)
    assert len(folded) == len(text), "folding keeps every place"
    return folded


@cache
def alike(sign: str) -> str:
    """Return the signs that fold to what a sign folds to, and those of the other alphabet that look like one of them.

    The dotless ı of Turkish and Kazakh is one with i: which of the two its capital stands for, no capital tells.
    """
    folded = fold(sign)
    ways = {way for way in (sign, folded, sign.upper(), *_unfolded().get(folded, "")) if len(way) == 1}
    if folded in "iı":
        ways |= {*"ı", *_unfolded()["i"]}
    twins = {way.translate(table) for way in ways for table in (_TO_CYRILLIC, _TO_LATIN)}
    return "".join(sorted(ways | twins))


@cache
def _unfolded() -> dict[str, str]:
    """Return what folds to each sign, of all alphabets that have capitals."""
    signs: dict[str, str] = defaultdict(str)
    for sign in map(chr, range(0x20, 0x2200)):
        signs[fold(sign)] += sign
    return dict(signs)


def tokens(folded: str) -> list[tuple[int, int]]:
    """Return (start, end) of each word in folded text, without apostrophes at its edges."""
    return [found.span() for found in _TOKEN.finditer(folded)]


def searchable(text: str) -> str:
    """Fold for the index: all that is no word becomes a space, so that SQLite finds the same words.

    Without it SQLite keeps apostrophes at word edges, and takes characters younger than Unicode 6.1
    (many emoji) for letters.
    """
    folded = fold(text)
    words = tokens(folded)
    parts: list[str] = []
    for (_, before), (start, end) in pairwise([(0, 0), *words]):
        parts += (" " * (start - before), folded[start:end])
    return "".join(parts) + " " * (len(text) - (words[-1][1] if words else 0))


def read_as_cyrillic(word: str) -> str | None:
    """Return a Latin word as Cyrillic where each of its letters has a twin there (CAPCEHOBA), else None."""
    twin = word.translate(_TO_CYRILLIC)
    return None if _IS_LATIN.search(twin) or twin == word else twin


def _repaired(token: str) -> str:
    """Put a word of mixed alphabets into one: that of the letters without a twin, else of the most."""
    if not _MIXED.search(token):
        return token
    own_latin = len(_IS_LATIN.findall(token.translate(_TO_CYRILLIC)))
    own_cyrillic = len(_IS_CYRILLIC.findall(token.translate(_TO_LATIN)))
    if own_latin == own_cyrillic:
        own_latin, own_cyrillic = len(_IS_LATIN.findall(token)), len(_IS_CYRILLIC.findall(token))
    return token.translate(_TO_LATIN if own_latin > own_cyrillic else _TO_CYRILLIC)
