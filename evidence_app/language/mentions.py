"""Find where a text speaks of a person, in any of their spellings, alphabets and cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.language.fold import fold, nfc, tokens
from evidence_app.language.transliterate import stems, variants

_KEY_LETTERS = 4
_LONGEST_ENDING = 7
_WIDEST_GAP = 2
_JOINING = " \u00a0-"
_SURNAME_ENDINGS = (
    *("ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ский", "ская", "цкий", "цкая", "енко", "ко"),
    *("ov", "ev", "yev", "in", "ova", "eva", "yeva", "ina", "skiy", "sky", "skaya"),
    *("улы", "ұлы", "қызы", "кызы", "уулу", "uly", "qyzy", "kyzy", "oʻgʻli", "qizi"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a person's name; `key` (above 0) stands for the person.

    Without `family`, the family name is guessed from the words.
    """

    key: int
    full: str
    language: str = "ru"
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text (offsets of its characters) and the person it speaks of."""

    start: int
    end: int
    key: int


class Watch:
    """Names to look for. A family name or an only name counts by itself, others only beside one another."""

    def __init__(self, names: Iterable[Name], unless: Iterable[Name] = ()) -> None:
        """`unless` are names that may be said: where one of them is said whole, or a family name is shared with
        one, nobody else is meant.
        """
        self._stems: dict[str, list[tuple[str, int, bool]]] = {}
        self._forms: dict[str, list[tuple[int, bool]]] = {}
        spared: set[str] = set()
        for number, name in enumerate(unless, 1):
            for word in _words(name.full):
                spared.update((word, *stems(word, name.language)))
                self._take(word, name, -number, alone=False)
        for name in names:
            telling = _telling(name)
            for word in _words(name.full):
                is_shared = not spared.isdisjoint((word, *stems(word, name.language)))
                self._take(word, name, name.key, alone=word in telling and not is_shared)

    def _take(self, word: str, name: Name, key: int, *, alone: bool) -> None:
        """File the spellings of one word of a name."""
        for stem in stems(word, name.language):
            self._stems.setdefault(stem[:_KEY_LETTERS], []).append((stem, key, alone))
        for form in variants(word, name.language):
            self._forms.setdefault(fold(nfc(form)), []).append((key, alone))

    def mentions(self, text: str) -> list[Mention]:
        """Return all mentions in order; offsets are valid in the text if it is in NFC. None goes over a line's end."""
        folded = fold(text)
        found: list[Mention] = []
        run: list[tuple[tuple[int, int], dict[int, bool]]] = []
        for place in [*tokens(folded), (len(text), len(text))]:
            hits = self._hits(folded[place[0] : place[1]]) if place[0] < place[1] else {}
            shared = set(hits) & set(run[-1][1]) if run else set()
            gap = text[run[-1][0][1] : place[0]] if run else ""
            if run and not (shared and len(gap) <= _WIDEST_GAP and not gap.strip(_JOINING)):
                found += _mention(run)
                run, shared = [], set()
            if hits:
                run.append((place, {key: hits[key] for key in shared or hits}))
        return found

    def _hits(self, token: str) -> dict[int, bool]:
        """Return the persons that a word may speak of, and whether it does so by itself."""
        hits: dict[int, bool] = {}
        matches = list(self._forms.get(token, ()))
        for stem, key, alone in self._stems.get(token[:_KEY_LETTERS], ()):
            if token.startswith(stem) and len(token) - len(stem) <= _LONGEST_ENDING:
                matches.append((key, alone))
        for key, alone in matches:
            hits[key] = hits.get(key, False) or alone
        return hits


def _mention(run: list[tuple[tuple[int, int], dict[int, bool]]]) -> list[Mention]:
    """Return the mention that a run of neighbouring words makes, if it makes one."""
    keys = set.intersection(*(set(hits) for _place, hits in run))
    if len(run) > 1 and min(keys) < 0:
        return []  # somebody who may be named is said whole
    for key in sorted(key for key in keys if key > 0):
        if len(run) > 1 or any(hits[key] for _place, hits in run):
            return [Mention(run[0][0][0], run[-1][0][1], key)]
    return []


def _words(full: str) -> list[str]:
    """Return the words of a name, folded; initials are none."""
    folded = fold(nfc(full))
    return [folded[start:end] for start, end in tokens(folded) if end - start > 1]


def _telling(name: Name) -> set[str]:
    """Return the words of a name that tell who is meant without the others."""
    words = _words(name.full)
    if name.family:
        return set(_words(name.family))
    if len(words) <= 1:
        return set(words)
    likely = {word for word in words if word.endswith(tuple(fold(ending) for ending in _SURNAME_ENDINGS))}
    return likely or {max(words, key=len)}
