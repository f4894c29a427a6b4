"""Dates as people type them: in figures, as EDTF, or in words of English, Russian and Kazakh.

“about 7 January 2022”, «с 7 по 10 января 2022 года», «2022 жылғы қаңтар», “after 2019”, “7–10 January 2022, 18:40”:
whatever is not understood to the last word raises BadDate, since a date half understood would be evidence made up.
"""

from __future__ import annotations

import re
from itertools import takewhile

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
_OFFSET = re.compile(r"\s*\(utc(?P<hours>[+-]\d{2}:\d{2})?\)$")
_VAGUE = re.compile(
    r",\s+(?:(?P<year>exact year unknown|точный год неизвестен|нақты жылы белгісіз)"
    r"|(?P<month>exact month unknown|точный месяц неизвестен|нақты айы белгісіз)"
    r"|(?P<day>exact date unknown|точная дата неизвестна|нақты күні белгісіз))$"
)
_DIGITS_OF = {"year": 4, "month": 7, "day": 10}  # letters of a date that is written down to these
_BEFORE = re.compile(r"^(?:before|until|by|до|к)\s+|\s+(?:or before|или ранее|немесе одан бұрын|дейін)$|^\.\.\s*")
_AFTER = re.compile(
    r"^(?:after|since|from|после|с|со)\s+|\s+(?:or after|или позднее|немесе одан кейін|кейін|бері)$|\s*\.\.$"
)
_NO_START = re.compile(
    r"^(?:start unknown, end|начало неизвестно, окончание|басталуы белгісіз, аяқталуы):\s+(?P<end>.+)$"
)
_NO_END = re.compile(
    r"^(?:start|начало|басталуы):\s+(?P<start>.+),\s+(?:end unknown|окончание неизвестно|аяқталуы белгісіз)$"
)
_BETWEEN = (
    re.compile(r"^(?:between|between the)\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$"),
    re.compile(r"^from\s+(?P<a>.+?)\s+(?:to|until|till)\s+(?P<b>.+)$"),
    re.compile(r"^между\s+(?P<a>.+?)\s+и\s+(?P<b>.+)$"),
    re.compile(r"^со?\s+(?P<a>.+?)\s+(?:по|до)\s+(?P<b>.+)$"),
)
_APART = re.compile(r"^(?P<a>.+?)\s+[–—-]\s+(?P<b>.+)$")
_JOINED = (
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


def written(value: PartialDate, language: str) -> str:
    """Return a *when* as it can be typed again: in words of a language, or as EDTF where the words say less."""
    said = value.in_words(language)
    try:
        return said if read(said) == value else value.text
    except BadDate:
        return value.text


def _edtf(typed: str) -> str:
    """Return words as EDTF."""
    said = typed.casefold()
    if found := _NO_START.fullmatch(said):
        return "/" + _one(typed, found["end"])
    if found := _NO_END.fullmatch(said):
        return _one(typed, found["start"]) + "/"
    for between in _BETWEEN:
        if found := between.fullmatch(said):
            return _interval(typed, found["a"], found["b"])
    if (found := _APART.fullmatch(said)) and not _is_joined(found["a"], found["b"]):
        return _interval(typed, found["a"], found["b"])
    for pattern, ends in ((_BEFORE, "../{}"), (_AFTER, "{}/..")):
        bare, count = pattern.subn("", said)
        if count == 1:
            return ends.format(_one(typed, bare))
    return _one(typed, said)


def _is_joined(first: str, last: str) -> bool:
    """Tell whether two ends share a year that is said once: what is doubtful about one is so of both then."""
    return bool(_YEAR.search(first)) != bool(_YEAR.search(last))


def _interval(typed: str, first: str, last: str) -> str:
    """Return two ends; year and month may be said at one of them for both: “7–10 January 2022”."""
    said_at_first, said_at_last = _YEAR.search(first), _YEAR.search(last)
    if said_at_first and _TIME.fullmatch(last.strip()):
        return f"{_one(typed, first)}/{_one(typed, first)[:10]}T{last.strip()}"
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
    """Return a date in words as EDTF, or two that are said as one; raises BadDate unless all of it is understood."""
    said, unsure = _UNSURE.subn("", said.strip())
    vague = _VAGUE.search(said)
    said, about = _ABOUT.subn("", said[: vague.start()] if vague else said)
    offset = _OFFSET.search(said)
    plain = _plain(typed, said[: offset.start()] if offset else said)
    if vague:
        plain = _unspecified(typed, plain, _DIGITS_OF[vague.lastgroup or "day"])
    sign = "%" if about and unsure else "~" if about else "?" if unsure else ""
    more = (offset["hours"] or "Z" if offset else "") + sign
    return "/".join(end if end[-1:] in "~?%" else end + more for end in plain.split("/"))


def _plain(typed: str, said: str) -> str:
    """Return one date, or two that are said as one, without what is doubtful about them."""
    try:
        return PartialDate.read(said).text
    except BadDate:
        for joined in _JOINED:
            if found := joined.fullmatch(said):
                return _interval(typed, found["a"], found["b"])
        return _in_words(typed, said)


def _unspecified(typed: str, span: str, length: int) -> str:
    """Return a span of years, months or days as one date whose last digits are not known; raises BadDate.

    `length` is how many letters the date has: 4 to the year, 7 to the month, 10 to the day.
    """
    first, _, last = span.partition("/")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    kept = "".join(sign for sign, _same in alike) if last else first[: length - 1]
    sought = kept + re.sub(r"\d", "X", "2022-01-01"[len(kept) : length])
    found, meant = PartialDate.parse(sought), PartialDate.parse(span)
    if (found.earliest, found.latest) != (meant.earliest, meant.latest):
        raise BadDate(text=typed)
    return sought


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
