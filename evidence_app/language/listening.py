"""Which persons a single word may speak of: an index of names by sound."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from evidence_app.language.endings import is_ending
from evidence_app.language.fold import fold, read_as_cyrillic
from evidence_app.language.names import LONG_STEM, Name, Word, words
from evidence_app.language.sounds import single, sound

_LONGEST_ENDING = 7
_SHORTEST_HEAD = 2
_SHORTEST_TWIN = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a text that may speak of a person: whether it tells by itself, and which word of theirs it is."""

    tells: bool
    word: str


Hits = dict[int, Hit]


@dataclass(frozen=True, slots=True)
class _Match:
    """A word of a name that was heard; `is_sure` where it is known to have this form, not only this beginning."""

    word: Word
    heard: str
    is_sure: bool


class Ear:
    """Listens to one word at a time. Persons with a negative key may be named."""

    def __init__(self, names: Iterable[Name], ordinary: Collection[str]) -> None:
        """`ordinary`: folded words that mean something else as well."""
        self._ordinary = ordinary
        self._forms: dict[str, list[Word]] = {}
        self._heads: dict[str, list[Word]] = {}
        self._stems: dict[str, list[tuple[str, Word]]] = {}
        self.initials: dict[int, set[str]] = {}
        self.learn(names)

    def learn(self, names: Iterable[Name]) -> None:
        """Listen for more names; all those of one person at once."""
        for word in words(names, self._ordinary):
            self._take(word)

    def _take(self, word: Word) -> None:
        """File a word under all its sounds."""
        self.initials.setdefault(word.key, set()).update(heard[:1] for heard in word.sounds)
        for form in word.forms:
            self._forms.setdefault(form, []).append(word)
        for head in word.sounds:
            self._heads.setdefault(head, []).append(word)
        for stem in word.stems.union(word.sounds):
            if len(stem) >= LONG_STEM:
                self._stems.setdefault(stem[:LONG_STEM], []).append((stem, word))

    def hits(self, token: str) -> Hits:
        """Return the persons that a word, as it stands in a text, may speak of."""
        matches = [match for heard in _heard(token) for match in self._matches(heard)]
        return self._resolved(token, matches)

    def inner(self, token: str) -> Hits:
        """Return the persons whose telling words stand somewhere inside a longer word."""
        matches = [match for heard in _heard(token) for match in self._inside(heard) if match.word.tells]
        return self._resolved(token, matches)

    def _matches(self, heard: str) -> Iterator[_Match]:
        """Yield all words of names that a sound may be a form of."""
        for word in self._forms.get(heard, ()):
            yield _Match(word, heard, True)
        for cut in range(max(_SHORTEST_HEAD, len(heard) - _LONGEST_ENDING), len(heard)):
            if heard[:cut] in self._heads and is_ending(heard[cut:]):
                yield from (_Match(word, heard, True) for word in self._heads[heard[:cut]])
        for stem, word in self._stems.get(heard[:LONG_STEM], ()):
            if heard.startswith(stem) and len(heard) - len(stem) <= _LONGEST_ENDING:
                yield _Match(word, heard, False)

    def _inside(self, heard: str) -> Iterator[_Match]:
        """Yield the words whose stems stand inside a sound."""
        for start in range(len(heard) - LONG_STEM + 1):
            for stem, word in self._stems.get(heard[start : start + LONG_STEM], ()):
                if heard.startswith(stem, start):
                    yield _Match(word, heard, False)

    def _resolved(self, token: str, matches: list[_Match]) -> Hits:
        """Weigh what was heard: by capitals, by ordinary meaning, and by who may be named."""
        if not matches:
            return {}
        is_ordinary = fold(token) in self._ordinary
        named = [match for match in matches if match.word.key < 0]
        hits: Hits = {}
        for match in matches:
            word = match.word
            if (word.needs_capital or is_ordinary) and not token[0].isupper():
                continue
            is_plain = is_ordinary and not word.even_ordinary
            tells = word.tells and word.key > 0 and not is_plain and not _is_spared(match, matches, named)
            before = hits.get(word.key)
            hits[word.key] = Hit(tells or (before is not None and before.tells), word.sounds[0])
        return hits


def _is_spared(match: _Match, matches: list[_Match], named: list[_Match]) -> bool:
    """Tell whether a word belongs to somebody who may be named rather than to the person who was heard.

    It does if both are called the same. If Сәрсенов may be named and Сәрсенова may not, his forms are his, but not
    those that are hers as well (Сарсенова is also his genitive): there caution decides, except for his nominative.
    """
    word = match.word
    if word.never_spared:
        return False
    is_own_form = any(other.is_sure for other in matches if other.word.key == word.key and other.word.tells)
    return any(
        not set(word.sounds).isdisjoint(other.word.sounds)
        or (other.is_sure and (other.heard in other.word.sounds or not is_own_form))
        for other in named
    )


def _heard(token: str) -> set[str]:
    """Return what a word of a text may sound like."""
    usual = sound(fold(token))
    heard = {usual, single(usual)}
    twin = read_as_cyrillic(token) if len(token) >= _SHORTEST_TWIN else None
    return heard if twin is None else {*heard, sound(fold(twin))}
