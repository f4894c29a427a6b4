"""What happens to the end of a name: Russian cases, Kazakh, Kyrgyz and Uzbek cases, and patronymics of both kinds."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_app.language.fold import fold
from evidence_app.language.sounds import cyrillic, sounds

# What a nominative ends in, how much of it goes, and what may take its place, plural too. The first line that fits
# rules. Folded: е stands for ё.
_DECLENSIONS = (
    ("ов ев", 0, "а у ым ом е ы ых ыми"),
    ("ин ын", 0, "а у ым ом е ы ых ыми"),
    ("ова ева", 1, "ой ою у"),
    ("ина ына", 1, "ой ою у ы е"),
    ("ская цкая ная вая лая тая", 2, "ой ою ую ие ых им ым ими ыми"),
    ("ский цкий ской цкой", 2, "ого ому им ом ие их ими"),
    ("ный вый лый тый ной вой лой той", 2, "ого ому ым ом ые ых ыми"),
    ("кий гий хий", 2, "ого ому им ом ия ию ием ии"),
    ("ия", 1, "и ю ей"),
    ("га ка ха жа ша ча ща", 1, "и е у ой ою ей"),
    ("ца", 1, "ы е у ей"),
    ("а", 1, "ы е у ой ою"),
    ("я", 1, "и е ю ей"),
    ("ий", 1, "я ю ем и"),
    ("й", 1, "я ю ем е и ев ям ями ях"),
    ("ь", 1, "я ю ем е и ью ей ям ями ях"),
    ("ж ш ч щ ц", 0, "а у ем ом е и ей ам ами ах"),
    ("л", 0, "а у ом е ы ов ам ами ах я ю ем и ью ей ям ями ях"),  # Айгүл is Айгуль too
    ("б в г д з к м н п р с т ф х ғ қ ң һ ҳ ҷ", 0, "а у ом е ы ов ам ами ах"),
)
_FLEETING = {"лев": "льв", "павел": "павл", "петр": "петр"}

# Endings of Kazakh, Kyrgyz and Uzbek in sounds: plural or not, then a case. Alone, `s` is English.
_PLURAL = "[ldt][aeo]r"
_CASE = "[ndt][iu]n(?:g|ik[iu])?|[gk][aeo]|na|ne|[ndt][iu]|n|[dt][aeo](?:g[iu])?|nd[aeo]|[dtn][aeo]n|[mbp]en"
_TURKIC = re.compile(rf"(?:(?:{_PLURAL})(?:i|lari)?)?(?:{_CASE})|(?:{_PLURAL})|s")

_BOYS, _GIRLS = "uli ulu uulu ogli oglu ugli", "kizi"
_PATRONYMIC = re.compile(
    f"(?P<of_boy>.{{3,}}?)(?:{_BOYS.replace(' ', '|')}|(?P<boy>[oe]viC))"
    f"|(?P<of_girl>.{{3,}}?)(?:{_GIRLS}|(?P<girl>[oe]vna))",
)
PARTICLES = frozenset({*_BOYS.split(), *_GIRLS.split(), "zade"})
_VOWELS = "aeiou"


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """Return the sounds of all Russian cases of a word of a name; the nominative is among them."""
    folded = cyrillic(fold(word))
    core, endings = _declension(folded)
    oblique = [heard for ending in endings for heard in sounds(core + ending)]
    return frozenset((*sounds(word), *oblique))


@lru_cache(maxsize=20_000)
def cores(word: str) -> frozenset[str]:
    """Return the sounds with which every case of a word begins."""
    core, _endings = _declension(cyrillic(fold(word)))
    # A Latin spelling may be doubtful where its Cyrillic is not.
    return frozenset((*sounds(core), *(heard.removesuffix("a") for heard in sounds(word))))


def is_ending(rest: str) -> bool:
    """Tell whether some sounds may follow any nominative: a case of Kazakh, Kyrgyz or Uzbek, or an English one."""
    return _TURKIC.fullmatch(rest) is not None


def patronymics(heard: str) -> frozenset[str]:
    """Return how the other languages begin a patronymic: Маратқызы is Маратовна, and the other way round."""
    found = _PATRONYMIC.fullmatch(heard)
    if not found:
        return frozenset()
    base = found["of_boy"] or found["of_girl"]
    is_girl = found["of_girl"] is not None
    bases = {base, base + "i"} if found["boy"] or found["girl"] else {base}
    russian = "vn" if is_girl else "viC"
    made: set[str] = set()
    for one in bases:
        made |= {one + ending for ending in (_GIRLS if is_girl else _BOYS).split()}
        stem = one[:-1] if one[-1] in _VOWELS else one
        made |= {f"{start}{vowel}{russian}" for start in {one, stem} for vowel in "oe"}
    return frozenset(re.sub("i+e", "e", form) for form in made)  # Абаевич, of Абай


def _declension(folded: str) -> tuple[str, tuple[str, ...]]:
    """Return what stays of a folded Cyrillic word, and the endings that follow it."""
    if folded in _FLEETING:
        return _FLEETING[folded], ("а", "у", "ом", "е")
    for nominatives, cut, endings in _DECLENSIONS:
        if len(folded) > 1 and folded.endswith(tuple(nominatives.split())):
            return folded[: len(folded) - cut], tuple(endings.split())
    return folded, ()
