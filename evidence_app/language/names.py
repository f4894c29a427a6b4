"""The words of a name, what each sounds like, and which of them tell by themselves who is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from evidence_app.language.endings import PARTICLES, cores, forms, patronymics
from evidence_app.language.fold import fold
from evidence_app.language.sounds import plain_words, sounds

LONG_STEM = 6  # what begins with as many sounds of a name may end as it will
_SHORTEST_ALONE = 3
_SHORT = 3
_FEWEST_OF_SURNAME = 5
# In sounds: what only family names end in, and what they share with others (Марина, Серікұлы).
_SURE_ENDINGS = ("ov", "ev", "ova", "eva", "ski", "skaia", "enko")
_LIKELY_ENDINGS = ("in", "ina", "ko", "uli", "ulu", "kizi", "ogli", "oglu", "zade")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a person's name; `key` (above 0) stands for the person.

    Without `family`, the family name is guessed from the words. `never_spared`: found even where somebody who may be
    named shares the family name. `is_group`: no single word tells who is meant, for they are ordinary ones.
    `capitals_tell`: any of its words tells where it has a capital, a given name too. `every_word`: any tells in small
    letters too, where hiding too much is better than too little.
    """

    key: int
    full: str
    family: str | None = None
    given: str | None = None
    patronymic: str | None = None
    never_spared: bool = False
    is_group: bool = False
    capitals_tell: bool = False
    every_word: bool = False

    def words(self) -> list[str]:
        """Return all its words, as seen and in lower case."""
        parts = (self.full, self.family, self.given, self.patronymic)
        return list(dict.fromkeys(word for part in parts if part for word in plain_words(part)))

    def own_words(self) -> set[str]:
        """Return the words that are known to be names: those of its parts, or an only word."""
        words = {word for part in (self.family, self.given, self.patronymic) if part for word in plain_words(part)}
        return words or set(plain_words(self.full) if len(plain_words(self.full)) == 1 else ())


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a name, as it is listened for.

    `tells`: it counts by itself, otherwise only beside another of the same person. `needs_capital`: it is short, or
    means something else as well. `even_ordinary`: it tells although it does. `stems`: how it begins in every case;
    `forms`: its Russian cases.
    """

    key: int
    sounds: tuple[str, ...]
    forms: frozenset[str]
    stems: frozenset[str]
    tells: bool
    needs_capital: bool
    never_spared: bool
    even_ordinary: bool = False


def words(names: Iterable[Name], ordinary: Collection[str]) -> Iterator[Word]:
    """Return the words of names; those that are `ordinary` words of the language, folded, need a capital.

    A family name known from one spelling of a person's name is recognised in the others.
    """
    listed = list(names)
    families: dict[int, set[str]] = {}
    for name in listed:
        known = families.setdefault(name.key, set())
        known.update(heard for word in plain_words(name.family or "") for heard in sounds(word))
    for name in listed:
        telling = _telling(name, families[name.key])
        any_of_it = telling | (_written_as_names(name) if _is_wide(name) else set())
        for word in name.words():
            yield _word(name, word, ordinary, tells=word in any_of_it, by_itself=word in telling)
        yield from _joined(name, telling)


def _word(name: Name, word: str, ordinary: Collection[str], *, tells: bool, by_itself: bool) -> Word:
    """Return one word; a patronymic is also listened for in the other languages' way.

    What tells only because capitals do, as a given name, needs one.
    """
    declined = forms(word)
    length = min(len(word), *map(len, sounds(word)))
    others = {stem for heard in sounds(word) for stem in patronymics(heard)}
    return Word(
        name.key,
        sounds(word),
        declined,
        cores(word) | others,
        tells=tells and (length >= _SHORTEST_ALONE or name.every_word),
        needs_capital=(tells and not by_itself and not name.every_word) or fold(word) in ordinary or length <= _SHORT,
        never_spared=name.never_spared,
        even_ordinary=name.every_word and word in name.own_words(),
    )


def _joined(name: Name, telling: set[str]) -> Iterator[Word]:
    """Return a given name run together with a family name, as in addresses: aigulsarsenova."""
    for family in telling if not name.is_group else ():
        for other in name.words():
            run = {first + last for first in sounds(other) for last in cores(family)}
            if other != family and min(map(len, run)) > LONG_STEM:
                yield Word(name.key, tuple(run), frozenset(), frozenset(run), True, False, name.never_spared)


def _telling(name: Name, families: set[str]) -> set[str]:
    """Return the words of a name that tell who is meant without the others.

    Асан Марат уулу, who has no family name, is told by two words only.
    """
    if name.family:
        return {word for word in plain_words(name.family) if PARTICLES.isdisjoint(sounds(word))}
    listed = plain_words(name.full)
    known = {word for word in listed if not families.isdisjoint(sounds(word))}
    if known or len(listed) <= 1:
        return known or set(listed)
    if name.is_group or any(not PARTICLES.isdisjoint(sounds(word)) for word in listed):
        return set()
    sure = {word for word in listed if len(word) >= _FEWEST_OF_SURNAME and _ends(word, _SURE_ENDINGS)}
    return sure or {listed[0], *(word for word in listed if _ends(word, _LIKELY_ENDINGS))}


def _is_wide(name: Name) -> bool:
    """Tell whether more words of a name tell than its family name."""
    return (name.every_word or name.capitals_tell) and not name.is_group


def _written_as_names(name: Name) -> set[str]:
    """Return the words of a name that are known to be names, or have a capital."""
    written = name.own_words().union(*(plain_words(word) for word in name.full.split() if word[0].isupper()))
    return {word for word in written if PARTICLES.isdisjoint(sounds(word))}


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    """Tell whether any sound of a word ends so."""
    return any(heard.endswith(endings) for heard in sounds(word))
