"""Controlled vocabularies: codes are stored, labels are shown. An open case may add terms of its own."""

from __future__ import annotations

import csv
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from evidence_app.domain.own_term import OwnTerm
from evidence_app.system import paths, words
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Term:
    """One term: code, labels by language, cross-reference to HURIDOCS codes or a treaty article."""

    code: str
    labels: dict[str, str]
    xref: str
    is_offered: bool = True

    def label(self, language: str | None = None) -> str:
        """Return the label in a language (the one spoken now by default), else in English."""
        asked, first = self.labels.get(language or words.language()), next(iter(self.labels.values()), self.code)
        return asked or self.labels.get("en") or first


# The own terms of each case that is open, by list and code. A table is replaced as a whole, never changed: several
# threads read it.
_own: dict[Hashable, dict[str, dict[str, Term]]] = {}


@cache
def _lists() -> dict[str, dict[str, Term]]:
    """Read all lists once; a leading ~ marks a label that a native lawyer must still confirm."""
    lists: dict[str, dict[str, Term]] = {}
    for source in sorted((paths.resources() / "vocabularies").glob("*.tsv")):
        with source.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                labels = {code: (row[code] or "").lstrip("~") for code in words.LANGUAGES}
                term = Term(row["code"], labels, row["xref"] or "")
                lists.setdefault(row["list"], {})[term.code] = term
    return lists


def terms(vocabulary: str) -> tuple[Term, ...]:
    """Return what a list offers: its terms in their order, then the case's own. KeyError for a list that is none."""
    return (*_lists()[vocabulary].values(), *(term for term in _own_terms(vocabulary) if term.is_offered))


def known(vocabulary: str) -> tuple[Term, ...]:
    """Return the terms of a list that a record may hold: also those that are offered no more."""
    return (*_lists()[vocabulary].values(), *_own_terms(vocabulary))


def is_term(vocabulary: str, code: str) -> bool:
    """Tell whether the list holds the code."""
    return _term(vocabulary, code) is not None


def label(vocabulary: str, code: str | None, language: str | None = None) -> str:
    """Return a code's label; an unknown code shows as itself, nothing as nothing."""
    if not code:
        return ""
    term = _term(vocabulary, code)
    return term.label(language) if term else code


def stated(vocabulary: str, code: str | None, language: str | None = None) -> str:
    """Return a code's label as `label` does; where nobody has said anything, that."""
    return label(vocabulary, code, language) or _("not stated")


def learn(case: Hashable, own: Iterable[OwnTerm]) -> None:
    """Know the own terms of a case that is open, voided ones too, instead of those known of it before."""
    lists: dict[str, dict[str, Term]] = {}
    for term in own:
        lists.setdefault(term.of_list, {})[term.key] = Term(term.key, term.name.as_dict(), "", term.voided is None)
    _own[case] = lists


def forget(case: Hashable) -> None:
    """Know the own terms of a case no more: it is closed."""
    _own.pop(case, None)


def _own_terms(vocabulary: str) -> Iterator[Term]:
    """Yield the own terms of a list."""
    for lists in tuple(_own.values()):
        yield from lists.get(vocabulary, {}).values()


def _term(vocabulary: str, code: str) -> Term | None:
    """Return the term of a code, shipped or own."""
    shipped = _lists()[vocabulary].get(code)
    return shipped or next((term for term in _own_terms(vocabulary) if term.code == code), None)
