"""The ordinary words of a dossier: where a name is also one of them, it takes more than the word to mean a person."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from evidence_app.domain.partial_date import PartialDate
from evidence_app.language.fold import fold, nfc
from evidence_app.system import paths, words

_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r'^(?:msg(?:id|str)\S* |)"(.*)"$', re.MULTILINE)
_DATES = ("2022-{:02}", "2022-{:02}-05", "2022-{:02}~")


@cache
def ordinary_words() -> frozenset[str]:
    """Return, folded, all words of the program's sentences and vocabularies, of months, and of time zones."""
    texts = [*_sentences(), *_months(), *available_timezones()]
    texts += [path.read_text(encoding="utf-8") for path in (paths.resources() / "vocabularies").glob("*.tsv")]
    return frozenset(word for text in texts for word in _LETTERS.findall(fold(nfc(text))))


def _sentences() -> list[str]:
    """Return the sentences of all catalogues, in English and translated, without comments."""
    catalogues = (paths.resources() / "locale").glob("*.po")
    return [said for path in catalogues for said in _SENTENCE.findall(path.read_text(encoding="utf-8"))]


def _months() -> list[str]:
    """Return dates of every month in words, in each form that a month takes."""
    dates = [PartialDate.parse(date.format(month)) for date in _DATES for month in range(1, 13)]
    return [date.in_words(language) for date in dates for language in words.LANGUAGES]
