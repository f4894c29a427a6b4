"""How well a few typed letters fit the title of a command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_LONGEST_SPAN = 3  # a match by scattered letters may be so many times as long as what was typed


def fit(typed: str, title: str) -> tuple[int, int] | None:
    """Return how well letters fit a title, the less the better; None where they do not.

    Best are words that begin as is typed, then the letters in one piece, then scattered in their order, from the
    beginning of a word on: `nwc` finds "New case".
    """
    wanted, words = typed.casefold().split(), title.casefold()
    if not wanted:
        return None
    starts = [words.find(f" {word}") for word in wanted] if words else []
    begins = [0 if words.startswith(word) else place for word, place in zip(wanted, starts, strict=True)]
    if all(place >= 0 for place in begins):
        return (0, begins[0])
    if all(word in words for word in wanted):
        return (1, words.find(wanted[0]))
    span = min((_span("".join(wanted), words[start:]) or 0 for start in _word_starts(words)), default=0, key=_unless_0)
    return (2, span) if span and len(typed) > 1 and span <= _LONGEST_SPAN * len(typed) else None


def best(typed: str, among: Iterable[tuple[str, T]], limit: int) -> Sequence[T]:
    """Return what fits best out of (title, thing)."""
    fitting = [(rank, place, thing) for place, (title, thing) in enumerate(among) if (rank := fit(typed, title))]
    return [thing for _rank, _place, thing in sorted(fitting, key=lambda found: found[:2])[:limit]]


def _word_starts(words: str) -> list[int]:
    """Return where words begin."""
    return [place for place in range(len(words)) if words[place] != " " and (not place or words[place - 1] == " ")]


def _span(letters: str, words: str) -> int | None:
    """Return over how many letters others are scattered in their order, the first one at the very beginning."""
    if words[:1] != letters[:1]:
        return None
    place = 0
    for letter in letters:
        place = words.find(letter, place) + 1
        if not place:
            return None
    return place


def _unless_0(span: int) -> tuple[bool, int]:
    """Sort what is no span behind every span."""
    return (not span, span)
