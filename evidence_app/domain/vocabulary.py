"""Controlled vocabularies: codes are stored, labels are shown."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from evidence_app.system import paths, words


@dataclass(frozen=True, slots=True)
class Term:
    """One term: code, labels by language, cross-reference to HURIDOCS codes or a treaty article."""

    code: str
    labels: dict[str, str]
    xref: str

    def label(self, language: str | None = None) -> str:
        """Return the label in a language (the one spoken now by default), else in English."""
        return self.labels.get(language or words.language()) or self.labels["en"]


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
    """Return the terms of a list in their order; KeyError for a list that does not exist."""
    return tuple(_lists()[vocabulary].values())


def is_term(vocabulary: str, code: str) -> bool:
    """Tell whether the list holds the code."""
    return code in _lists()[vocabulary]


def label(vocabulary: str, code: str | None, language: str | None = None) -> str:
    """Return a code's label; an unknown code shows as itself, nothing as nothing."""
    if not code:
        return ""
    term = _lists()[vocabulary].get(code)
    return term.label(language) if term else code
