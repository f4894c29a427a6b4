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

# A letter and its Latin, if any.
_LETTERS = {
    "ru": "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya "
    "әa ғgh қq ңng өo ұu үu һh іi ўo ҳh ҷj ӣi ӯu",
    "ky": "жj",
    "uz": "жj хx ўoʻ ғgʻ ъʼ",
}
# Other spellings by letter, sound or place: ^е begins a word or follows a vowel, ий$ ends it.
_OTHERS = {
    "^е": ("e",),
    "дж": ("dzh", "j", "dj", "zh"),
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
_SOUND = re.compile(
    r"(?P<opening>(?:\b|(?<=[аеёиоуыэюяәөұүіўӣӯйъь]))е)|(?P<closing>ий\b)|дж|.",
    re.DOTALL | re.IGNORECASE,
)
_TO_RUSSIAN = str.maketrans("әғқңөұүһіўҳҷӣӯӘҒҚҢӨҰҮҺІЎҲҶӢӮ", "агкноуухиухжиуАГКНОУУХИУХЖИУ")

# Case endings of names: what the nominative ends in, how much of it goes, then the genitive, dative,
# accusative, instrumental and prepositional. The first matching ending rules; it may decline in two ways.
_DECLENSIONS = (
    ("ов ев ёв", 0, ("а у а ым е",)),
    ("ин ын", 0, ("а у а ым е", "а у а ом е")),
    ("ова ева ёва ина ына", 1, ("ой ой у ой ой", "ы е у ой е")),
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
_WORD = re.compile(r"[\w'’‘`ʼʻ]+")
_FLEETING = {"лев": "льв", "павел": "павл", "пётр": "петр"}


def latin(text: str, language: str) -> str:
    """Write Cyrillic in Latin as usual for ru, kk, ky or uz (a BCP 47 tag); leave other signs alone."""
    return _written(text, {key: options[0] for key, options in _options(text, language).items()})


def variants(name: str, language: str) -> tuple[str, ...]:
    """Return spellings of a name, itself first: in Russian letters, declined in Russian, and in Latin.

    At most MOST_SPELLINGS in Latin; a full name of many doubtful letters has more, so look for its words
    by themselves as well. Kazakh, Kyrgyz and Uzbek endings are found by `stems`.
    """
    nominatives = _in_cyrillic(name)
    declined = [form for nominative in nominatives for form in _declined(nominative)]
    return tuple(dict.fromkeys([*nominatives, *declined, *_romanised(name, language)]))


def stems(name: str, language: str) -> tuple[str, ...]:
    """Return folded beginnings of the words of a name, in both alphabets, which declined forms begin with.

    Beginnings shorter than four letters are left out, for they begin too many other words; so a search
    for a name needs both: words that begin with a stem, and variants as whole words.
    """
    cores = [core for spelling in _in_cyrillic(name) for word in _WORD.findall(spelling) for core in _cores(word)]
    spelt = {fold(spelling) for core in cores for spelling in (core, *_romanised(core, language))}
    kept: list[str] = []
    for beginning in sorted(spelt, key=lambda stem: (len(stem), stem)):
        if len(beginning) >= _SHORTEST_STEM and not beginning.startswith(tuple(kept)):
            kept.append(beginning)
    return tuple(kept)


def _key(sound: re.Match[str]) -> str:
    """Return what a sound is called in the tables."""
    return {"opening": "^е", "closing": "ий$"}.get(sound.lastgroup or "", sound.group().lower())


def _options(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the spellings of each sound in a text, the usual one first; unknown languages read as Russian."""
    table = f"{_LETTERS['ru']} {_LETTERS.get(language.split('-')[0], '')}"
    letters = {pair[0]: pair[1:] for pair in table.split()}
    options: dict[str, tuple[str, ...]] = {}
    for sound in _SOUND.finditer(text):
        key = _key(sound)
        usual = "ye" if key == "^е" else "".join(letters.get(letter, letter) for letter in key.rstrip("$"))
        options[key] = tuple(dict.fromkeys([usual, *_OTHERS.get(key, ())]))
    return options


def _written(text: str, spelling: dict[str, str]) -> str:
    """Put a spelling in the place of each sound, in capitals where the text has them."""
    parts: list[str] = []
    for sound in _SOUND.finditer(text):
        part = spelling[_key(sound)]
        if sound.group()[0].isupper():
            neighbour = text[sound.end() : sound.end() + 1].strip() or text[sound.start() - 1 : sound.start()]
            part = part.upper() if neighbour.isupper() else part[:1].upper() + part[1:]
        parts.append(part)
    return "".join(parts)


def _romanised(name: str, language: str) -> list[str]:
    """Return the Latin spellings of a name, the usual one first; each letter is spelt alike throughout."""
    options = _options(name, language)
    choices = islice(product(*options.values()), MOST_SPELLINGS)
    return [_written(name, dict(zip(options, choice, strict=True))) for choice in choices]


def _in_cyrillic(name: str) -> list[str]:
    """Return a name as it is and in Russian letters alone, as officials and reporters type it."""
    return list(dict.fromkeys([name, name.translate(_TO_RUSSIAN)]))


def _declined(name: str) -> list[str]:
    """Return the Russian cases of a name, all its words in the same case."""
    parts = re.split(r"([\s-]+)", name)
    rows = product(*(_cases(part) for part in parts))
    return ["".join(form) for row in rows for form in zip(*row, strict=True)]


def _cases(word: str) -> list[tuple[str, ...]]:
    """Return the five oblique cases of a word for each way it declines; unchanged if it does not."""
    cut, ways = _declension(word)
    core = word[: len(word) - cut].lower()
    if word.lower() in _FLEETING:
        core, ways = _FLEETING[word.lower()], ("а у а ом е",)
    rows = [tuple(_like(word, core + ending) for ending in way.split()) for way in ways]
    return rows or [(word,) * 5]


def _cores(word: str) -> list[str]:
    """Return what every case of a word begins with."""
    cut, _ = _declension(word)
    return [word[: len(word) - cut], *filter(None, [_FLEETING.get(word.lower())])]


def _declension(word: str) -> tuple[int, tuple[str, ...]]:
    """Return how much of a word goes before case endings and what these may be."""
    for nominative, cut, ways in _DECLENSIONS:
        if len(word) > 1 and word.lower().endswith(tuple(nominative.split())):
            return cut, ways
    return 0, ()


def _like(word: str, form: str) -> str:
    """Capitalise a form as its nominative is."""
    if word.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
