"""What a word sounds like, whatever alphabet and romanisation it is written in: one plain spelling for all.

Сәрсенова, Сарсенова, Sarsenova and Särsenova have one sound; so have Жаңыл, Zhanyl and Jañyl. A sound is lower-case
Latin, with S for ш and C for ч. Where usage is divided a name has several sounds, a word of a text has one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from evidence_app.language.fold import APOSTROPHE, fold
from evidence_app.language.seen import see

MOST_SOUNDS = 64
_SHORTEST_SINGLE = 5

_GROUPS = {"shch": "S", "sch": "S", "sh": "S", "ch": "C", "dzh": "j", "zh": "j", "dj": "j", "kh": "h", "gh": "g"}
_GROUP = re.compile("|".join([*_GROUPS, "дж"]))
_LETTERS = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхчшщыэ", "abvgdejziiklmnoprstufhCSSie", strict=True))
    | dict(zip("әғқңөұүһіўҳҷњљёyqwxc", "agknouuhiohjnleikvhk", strict=True))
    | dict(zip("şščçž", "SSCCj", strict=True))
    | {"ц": "ts", "ю": "iu", "я": "ia", "ъ": "", "ь": "", APOSTROPHE: ""}
)
_SOFT_E = re.compile("(?:i*e)+")  # ye, ie and ee are one e
_LONG_I = re.compile("ii+")
_DOUBLED = re.compile(r"(.)\1+")

# Letters of a name that are written, or taken down by ear, in several ways.
_DOUBTFUL = (
    {"ё": ("e", "io"), "ю": ("iu", "ju"), "я": ("ia", "ja"), "й": ("i", "j"), "ц": ("ts", "k"), "кс": ("ks", "h")}
    | {"ә": ("a", "e"), "ө": ("o", "u"), "ұ": ("u", "o"), "ў": ("o", "u"), "ң": ("n", "ng")}
    | {"oʻ": ("o", "u"), "yo": ("io", "e"), "x": ("h", "ks"), "j": ("j", "i"), "c": ("k", "ts")}
)
_DOUBT = re.compile("кс|oʻ|yo|c(?!h)|(?<!d)j|[ёюяйцәөұўңx]")

# The way back from Latin, for what only Cyrillic has: cases. Endings matter here, not the middle of a word.
_BACK_GROUPS = {
    "shch": "щ",
    "sch": "щ",
    "sh": "ш",
    "ch": "ч",
    "zh": "ж",
    "kh": "х",
    "gh": "г",
    "ts": "ц",
    "oʻ": "о",
    "gʻ": "г",
} | {"yu": "ю", "iu": "ю", "ya": "я", "ia": "я", "ye": "е", "yo": "е", "iy": "ий", "ee": "и", "ck": "к"}
_BACK_GROUP = re.compile("|".join(sorted(_BACK_GROUPS, key=len, reverse=True)))
_BACK = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxz", "абкдефгхижклмнопкрстуввхз", strict=True)))
_LATIN = re.compile("[a-z]")


def sound(folded: str) -> str:
    """Return the sound of a folded word of a text."""
    spelt = _GROUP.sub(lambda group: _GROUPS.get(group.group(), "j"), folded).translate(_LETTERS)
    return _LONG_I.sub("i", _SOFT_E.sub("e", spelt))


def single(heard: str) -> str:
    """Return a sound without doubled letters: Абдуллаев is also written Абдулаев. Little is left of short ones."""
    undoubled = _DOUBLED.sub(r"\1", heard)
    return undoubled if len(undoubled) >= _SHORTEST_SINGLE else heard


@lru_cache(maxsize=20_000)
def sounds(word: str) -> tuple[str, ...]:
    """Return the sounds that a word of a name may have, the usual one first, at most MOST_SOUNDS."""
    lower = word.lower()
    plain = fold(lower)
    # Folding makes е of ё; here the two are told apart.
    spelt = "".join("ё" if ours == "ё" else theirs for ours, theirs in zip(lower, plain, strict=True))
    ways = {key: _DOUBTFUL[key] for key in _DOUBT.findall(spelt)}
    heard: dict[str, None] = {}
    for choice in islice(product(*ways.values()), MOST_SOUNDS // 2):
        chosen = dict(zip(ways, choice, strict=True))
        one = sound(_DOUBT.sub(lambda found, chosen=chosen: chosen[found.group()], spelt))  # type: ignore[misc]
        heard |= {one: None, single(one): None}
    return tuple(heard)


def cyrillic(folded: str) -> str:
    """Return a folded word in Cyrillic, well enough to decline it; Cyrillic stays as it is."""
    if not _LATIN.search(folded):
        return folded
    ended = re.sub(r"(?<=[aeou])[iy]\b", "й", re.sub(r"(?<=[^aeiouy])y\b", "ий", folded))
    grouped = _BACK_GROUP.sub(lambda group: _BACK_GROUPS[group.group()], ended)
    return grouped.replace("y", "ы").replace(APOSTROPHE, "").translate(_BACK)


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, as seen, in lower case; initials are none."""
    return tuple(word.lower() for word in WORD.findall(see(text).text.translate(_APOSTROPHES)) if len(word) > 1)


_APOSTROPHES = str.maketrans("'’‘`ʼ", APOSTROPHE * 5)
WORD = re.compile(rf"[^\W\d_{APOSTROPHE}ʼ]+(?:['’‘`ʼ{APOSTROPHE}]+[^\W\d_{APOSTROPHE}ʼ]+)*")
