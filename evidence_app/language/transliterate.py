"""Names across alphabets and cases: how a Cyrillic name is written in Latin, and what else it may look like.

The default of each letter follows BGN/PCGN without its accents (Uzbek: the official alphabet). The other
spellings are those met in passports and in the press; Russian case endings are those of names only.
"""

from __future__ import annotations

import re
from itertools import islice, product

from evidence_app.language.fold import fold

MOST_SPELLINGS = 512
_SHORTEST_STEM = 4

_RUSSIAN = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяё",
        "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo".split(" "),
        strict=True,
    ),
    ж="zh",
)
_LETTERS = {
    "ru": _RUSSIAN | dict(zip("әғқңөұүһіўҳҷӣӯ", "a gh q ng o u u h i o h j i u".split(), strict=True)),
    "kk": {},
    "ky": {"ж": "j"},
    "uz": {"ж": "j", "х": "x", "ў": "oʻ", "ғ": "gʻ", "ъ": "ʼ"},
}
# Other spellings by letter, sound or place: ^е begins a word or follows a vowel, ий$ ends it.
_OTHERS = {
    "^е": ("e",),
    "дж": ("j",),
    "ий$": ("y", "i", "ii"),
    "х": ("kh", "h", "x"),
    "ж": ("zh", "j"),
    "ц": ("c",),
    "щ": ("sch", "sh"),
    "ё": ("e", "io"),
    "ю": ("iu", "ju"),
    "я": ("ia", "ja"),
    "й": ("i", "j"),
    "ы": ("i",),
    "қ": ("k",),
    "ғ": ("g", "g'"),
    "ә": ("ä", "e"),
    "ң": ("n", "ñ"),
    "ө": ("ö", "u"),
    "ұ": ("o",),
    "ү": ("ü",),
    "һ": ("kh",),
    "ў": ("u", "o'"),
    "ҳ": ("kh",),
    "ҷ": ("dj",),
}
_VOWELS = "аеёиоуыэюяәөұүіўӣӯ"
_SOUND = re.compile(rf"дж|ий\b|(?:\b|(?<=[{_VOWELS}йъь]))е|.", re.DOTALL | re.IGNORECASE)
_TO_RUSSIAN = str.maketrans("әғқңөұүһіўҳҷӣӯӘҒҚҢӨҰҮҺІЎҲҶӢӮ", "агкноуухиухжиуАГКНОУУХИУХЖИУ")

# Case endings of names: what the nominative ends in, how much of it goes, then the genitive, dative,
# accusative, instrumental and prepositional. The first matching ending rules; it may decline in two ways.
_DECLENSIONS = (
    ("ов ев ёв", 0, ("а у а ым е",)),
    ("ин ын", 0, ("а у а ым е", "а у а ом е")),
    ("ова ева ёва", 1, ("ой ой у ой ой",)),
    ("ина ына", 1, ("ой ой у ой ой", "ы е у ой е")),
    ("ская цкая ная вая лая тая", 2, ("ой ой ую ой ой",)),
    ("ский цкий ской цкой", 2, ("ого ому ого им ом",)),
    ("ный вый лый тый ной вой лой той", 2, ("ого ому ого ым ом",)),
    ("кий гий хий", 2, ("ого ому ого им ом", "ия ию ия ием ии")),
    ("ия", 1, ("и и ю ей и",)),
    ("га ка ха жа ша ча ща", 1, ("и е у ой е", "и е у ей е")),
    ("ца", 1, ("ы е у ей е",)),
    ("а", 1, ("ы е у ой е",)),
    ("я", 1, ("и е ю ей е",)),
    ("ий", 1, ("я ю я ем и",)),
    ("й", 1, ("я ю я ем е",)),
    ("ь", 1, ("я ю я ем е", "и и ь ью и")),
    ("ж ш ч щ ц", 0, ("а у а ем е", "а у а ом е")),
    ("б в г д з к л м н п р с т ф х ғ қ ң һ ҳ ҷ", 0, ("а у а ом е",)),
)
_IRREGULAR = {"лев": "льв", "павел": "павл", "пётр": "петр"}


def latin(text: str, language: str) -> str:
    """Write Cyrillic in Latin as usual for ru, kk, ky or uz (a BCP 47 tag); leave other signs alone."""
    letters = _letters(language)
    return "".join(_in_case(sound, _default(sound, letters)) for sound in _SOUND.findall(text))


def variants(name: str, language: str) -> tuple[str, ...]:
    """Return spellings of a name, itself first: in Russian letters, declined in Russian, and in Latin.

    At most MOST_SPELLINGS in Latin; a full name of many doubtful letters has more, so look for its parts
    by themselves. Kazakh, Kyrgyz and Uzbek endings are found by `stems`.
    """
    nominatives = _in_cyrillic(name)
    declined = [form for nominative in nominatives for form in _declined(nominative)]
    return tuple(dict.fromkeys([*nominatives, *declined, *_romanised(name, language)]))


def stems(name: str, language: str) -> tuple[str, ...]:
    """Return folded beginnings, one of which every declined form has, in either alphabet.

    Beginnings shorter than four letters are left out, for they begin too many other words: look for the
    variants of such a name as whole words.
    """
    cores = [core for nominative in _in_cyrillic(name) for core in _cores(nominative)]
    spelt = [spelling for core in cores for spelling in (core, *_romanised(core, language))]
    beginnings = sorted({fold(spelling) for spelling in spelt}, key=len)
    kept: list[str] = []
    for beginning in beginnings:
        if len(beginning) >= _SHORTEST_STEM and not beginning.startswith(tuple(kept)):
            kept.append(beginning)
    return tuple(kept)


def _letters(language: str) -> dict[str, str]:
    """Return the Latin of each letter; unknown languages are read as Russian."""
    return _LETTERS["ru"] | _LETTERS.get(language.split("-")[0], {})


def _default(sound: str, letters: dict[str, str]) -> str:
    """Return the usual Latin of a sound, in lower case."""
    lower = sound.lower()
    return "".join(letters.get(letter, letter) for letter in lower)
