"""Dates as lists show them, and the day it is."""

from __future__ import annotations

from functools import lru_cache

from evidence_app.domain.partial_date import PartialDate
from evidence_app.system import clock, words


def today() -> str:
    """Return this computer's date, `YYYY-MM-DD`."""
    return clock.today().isoformat()


def date(value: PartialDate | None) -> str:
    """Return a partial date in words of the language spoken now, or nothing."""
    return value.in_words(words.language()) if value else ""


def stored_date(text: str | None) -> str:
    """Return the same for a date as it lies in the archive."""
    return _in_words(text, words.language()) if text else ""


@lru_cache(4096)  # the records of a case share their days
def _in_words(text: str, language: str) -> str:
    return PartialDate.parse(text).in_words(language)
