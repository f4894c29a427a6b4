"""What a person typed into the search field, and the FTS5 expression that asks for it.

    word     finds the word and, from three letters on, longer words that begin so
    "a b"    finds exactly these words in this order («a b» and “a b” as well)
    word*    finds words that begin so, however short or numeric
    -word    leaves out what the word would find; -"a b" and -word* likewise

All of it must be met. Whatever is typed is a query: nothing is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from evidence_app.language.fold import fold, nfc, tokens

MOST_WORDS = 64
_SHORTEST_STEM = 3

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Kind(StrEnum):
    """How a term wants to be met."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: folded words, more than one for a phrase or for what a hyphen joins."""

    kind: Kind
    words: tuple[str, ...]
    is_excluded: bool = False

    @property
    def text(self) -> str:
        """The folded words with single spaces."""
        return " ".join(self.words)

    @property
    def is_open(self) -> bool:
        """Whether the last word may go on; numbers may not, or article 146 would find 1462."""
        last = self.words[-1]
        grows = len(last) >= _SHORTEST_STEM and not any(sign.isnumeric() for sign in last)
        return self.kind is Kind.PREFIX or (self.kind is Kind.WORD and grows)

    def expression(self) -> str:
        """Return the FTS5 phrase; each word is quoted, so that none can be an operator."""
        quoted = " + ".join(f'"{word}"' for word in self.words)
        return f"{quoted} *" if self.is_open else quoted


@dataclass(frozen=True, slots=True)
class Query:
    """The terms of a search; `is_cut` when there were more than MOST_WORDS words and the rest was left."""

    terms: tuple[Term, ...] = ()
    is_cut: bool = False

    @property
    def required(self) -> tuple[Term, ...]:
        """The terms that a hit must meet."""
        return tuple(term for term in self.terms if not term.is_excluded)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for; exclusions alone look for nothing."""
        return not self.required

    def match_expression(self) -> str:
        """Return the right-hand side of MATCH, or an empty string when there is nothing to look for."""
        if self.is_empty:
            return ""
        wanted = " AND ".join(term.expression() for term in self.required)
        unwanted = " OR ".join(term.expression() for term in self.terms if term.is_excluded)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def parse(text: str) -> Query:
    """Read a search as typed; never raises."""
    terms: list[Term] = []
    room = MOST_WORDS
    for piece in _PIECE.finditer(fold(nfc(text)).translate(_QUOTES)):
        phrase, word = piece["phrase"], piece["word"]
        typed = word if phrase is None else phrase
        words = tuple(typed[start:end] for start, end in tokens(typed))
        if not words:
            continue
        if not room:
            return Query(tuple(terms), is_cut=True)
        kind = Kind.PHRASE if phrase is not None else Kind.PREFIX if typed.endswith("*") else Kind.WORD
        terms.append(Term(kind, words[:room], is_excluded=bool(piece["minus"])))
        if len(words) > room:
            return Query(tuple(terms), is_cut=True)
        room -= len(words)
    return Query(tuple(terms))
