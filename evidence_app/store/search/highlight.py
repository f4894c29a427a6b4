"""Where in a text a query is met, and the few words around it that a list of hits shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_app.language.fold import fold, tokens
from evidence_app.store.search.query import Query, Term

_SPACE = re.compile(r"\s")
_CUT = "…"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line, and the (start, end) of each hit in that piece."""

    text: str
    spans: tuple[Span, ...]


def spans(text: str, query: Query) -> list[Span]:
    """Return (start, end) of each hit in `text` as it stands: in order, apart, the longest at each place."""
    folded = fold(text)
    places = tokens(folded)
    words = [folded[start:end] for start, end in places]
    found: list[Span] = []
    at = 0
    while query.required and at < len(words):
        length = max((len(term.words) for term in query.required if _meets(term, words, at)), default=0)
        if length:
            found.append((places[at][0], places[at + length - 1][1]))
        at += length or 1
    return found


def snippet(text: str, query: Query, width: int = 160) -> Snippet:
    """Cut about `width` characters from where hits lie densest, at word borders, with … at each cut."""
    hits = spans(text, query)
    dense = _densest(hits, width)
    start, end = _window(text, dense, width)
    before, after = _CUT * (start > 0), _CUT * (end < len(text))
    shift = len(before) - start
    return Snippet(
        text=before + _SPACE.sub(" ", text[start:end]) + after,
        spans=tuple((left + shift, right + shift) for left, right in hits if start <= left and right <= end),
    )


def _meets(term: Term, words: list[str], at: int) -> bool:
    """Whether the words from a place on are those of the term."""
    met = words[at : at + len(term.words)]
    *inner, last = term.words
    if len(met) <= len(inner) or met[:-1] != inner:
        return False
    return met[-1].startswith(last) if term.is_open else met[-1] == last


def _densest(hits: list[Span], width: int) -> Span:
    """Return the borders of the most hits that lie within `width`, the first such; (0, 0) without any."""
    fitting = [(start, end) for start, end in hits if end - start <= width]
    best, most, first = (0, 0), 0, 0
    for last, (_, end) in enumerate(fitting):
        while end - fitting[first][0] > width:
            first += 1
        if last - first + 1 > most:
            best, most = (fitting[first][0], end), last - first + 1
    return best


def _window(text: str, inner: Span, width: int) -> Span:
    """Widen a span to about `width` on both sides and draw it back to the next spaces outside the span."""
    left, right = inner
    start = max(0, min((left + right - width) // 2, len(text) - width, left))
    end = max(start + width, right)
    if start > 0:
        space = _SPACE.search(text, start - 1, left)
        start = space.end() if space else left
    if end < len(text):
        spaces = [space.start() for space in _SPACE.finditer(text, right, end + 1)]
        end = spaces[-1] if spaces else (right or end)
    return start, min(end, len(text))
