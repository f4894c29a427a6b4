"""Dates as people type them: in figures, as EDTF, or in words of English, Russian and Kazakh.

“about 7 January 2022”, «с 7 по 10 января 2022 года», «2022 жылғы қаңтар», “after 2019”, “7–10 January 2022, 18:40”:
whatever is not understood to the last word raises BadDate, since a date half understood would be evidence made up.
"""

from __future__ import annotations

import re

from evidence_app.domain.errors import BadDate
from evidence_app.domain.partial_date import PartialDate

_MONTHS = (
    "jan|янв|қаң",
    "feb|фев|ақп",
    "mar|мар|нау",
    "apr|апр|сәу",
    "may|ма[йяе]|мам",
    "jun|июн|мау",
    "jul|июл|шіл",
    "aug|авг|там",
    "sep|сен|қыр",
    "oct|окт|қаз",
    "nov|ноя|қар",
    "dec|дек|жел",
)
_MONTH = re.compile("|".join(rf"(?P<m{number}>\b(?:{stem})\w*)" for number, stem in enumerate(_MONTHS, 1)))
_TIME = re.compile(r"\b(\d{1,2}):(\d{2}(?::\d{2})?)\b")
_YEAR, _DAY = re.compile(r"\b\d{4}\b"), re.compile(r"\b\d{1,2}\b")
_SILENT = re.compile(
    r"\b(?:года|годы|годов|году|год|г|жылғы|жылы|жылдар|жыл|year|at|on|of|the|в|сағат)\b\.?|\b(?<=\d)(?:st|nd|rd|th)\b"
)
_ABOUT = re.compile(
    r"^(?:about|around|approximately|circa|ca|c|около|примерно|приблизительно|ок|шамамен)\b\.?\s*|\s*шамасында$"
)
_UNSURE = re.compile(r"\s*(?:\((?:uncertain|предположительно|болжамды)\)|\?)$")
_BEFORE = re.compile(r"^(?:before|until|by|до|к)\s+|\s+(?:or before|или ранее|немесе одан бұрын|дейін)$|^\.\.\s*")
_AFTER = re.compile(
    r"^(?:after|since|from|после|с|со)\s+|\s+(?:or after|или позднее|немесе одан кейін|кейін|бері)$|\s*\.\.$"
)
_BETWEEN = (
    re.compile(r"^(?:between|between the)\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$"),
    re.compile(r"^from\s+(?P<a>.+?)\s+(?:to|until|till)\s+(?P<b>.+)$"),
    re.compile(r"^между\s+(?P<a>.+?)\s+и\s+(?P<b>.+)$"),
    re.compile(r"^со?\s+(?P<a>.+?)\s+(?:по|до)\s+(?P<b>.+)$"),
    re.compile(r"^(?P<a>.+?)\s*[–—]\s*(?P<b>.+)$"),
    re.compile(r"^(?P<a>.+?)\s+-\s+(?P<b>.+)$"),
    re.compile(r"^(?P<a>\d{1,2})-(?P<b>\d{1,2}\s+[^\W\d].+)$"),  # two days of a month that is named
)


def read(text: str) -> PartialDate:
    """Return what was typed as a *when*; raises BadDate where it is not understood."""
    typed = " ".join(text.split())
    try:
        return PartialDate.read(typed)
    except BadDate:
        return PartialDate.parse(_edtf(typed))


def _edtf(typed: str) -> str:
    """Return words as EDTF."""
    said = typed.casefold()
    for between in _BETWEEN:
        found = between.fullmatch(said)
        if found is not None:
            return _interval(typed, found["a"], found["b"])
    for pattern, ends in ((_BEFORE, "../{}"), (_AFTER, "{}/..")):
        bare, count = pattern.subn("", said)
        if count == 1:
            return ends.format(_one(typed, bare))
    return _one(typed, said)


def _interval(typed: str, first: str, last: str) -> str:
    """Return two ends; year and month may be said at one of them for both: “7–10 January 2022”."""
    said_at_first, said_at_last = _YEAR.search(first), _YEAR.search(last)
    if said_at_first and not said_at_last:
        last = f"{last} {said_at_first.group()}"
    end = _one(typed, last)
    if said_at_last and not said_at_first:
        first = f"{first} {end[:4]}"
    try:
        return f"{_one(typed, first)}/{end}"
    except BadDate:
        if len(end) < len("2022-01"):
            raise
        return f"{_one(typed, f'{first} {_name(int(end[5:7]))}')}/{end}"


def _name(month: int) -> str:
    """Return a month by its English name's first letters."""
    return _MONTHS[month - 1].split("|")[0]


def _one(typed: str, said: str) -> str:
    """Return one date in words as EDTF; raises BadDate unless every word of it was understood."""
    said, about = _ABOUT.subn("", said.strip())
    said, unsure = _UNSURE.subn("", said)
    sign = "%" if about and unsure else "~" if about else "?" if unsure else ""
    try:
        plain = PartialDate.read(said).text
        return plain + sign if plain[-1:] not in "~?%" else plain
    except BadDate:
        return _in_words(typed, said) + sign


def _in_words(typed: str, said: str) -> str:
    """Return day, month by name, year and time as EDTF."""
    said = _SILENT.sub(" ", said)
    time, said = _taken(_TIME, said)
    year, said = _taken(_YEAR, said)
    month, said = _taken(_MONTH, said)
    day, said = _taken(_DAY, said)
    if said.strip(" .,") or year is None or (day and not month) or (time and not day):
        raise BadDate(text=typed)
    number = next((name[1:] for name, held in month.groupdict().items() if held), "") if month else ""
    date = "-".join(part.zfill(2) for part in (year.group(), number, day.group() if day else "") if part)
    return f"{date}T{time[1].zfill(2)}:{time[2]}" if time else date


def _taken(pattern: re.Pattern[str], said: str) -> tuple[re.Match[str] | None, str]:
    """Take the first thing of a kind out of what is said."""
    found = pattern.search(said)
    return (found, said[: found.start()] + " " + said[found.end() :]) if found else (None, said)
