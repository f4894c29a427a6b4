"""Dates in words, in English, Russian and Kazakh; the language is the reader's, not the window's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_app.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a language needs; pairs hold the plain form and the one after “about” (months: after a day too)."""

    months: tuple[str, str]
    day_month: str
    of_year: str
    year: tuple[str, str]
    years: tuple[str, str]
    about: str
    uncertain: str
    vague: tuple[str, str, str]  # year, month or day not known exactly
    or_before: str
    or_after: str
    start_unknown: str
    end_unknown: str


_ENGLISH = "January February March April May June July August September October November December"
_KAZAKH = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_WORDINGS = {
    "en": _Wording(
        months=(_ENGLISH, _ENGLISH),
        day_month="{day} {month}",
        of_year="{inner} {year}",
        year=("{}", "{}"),
        years=("{}", "{}"),
        about="about {}",
        uncertain="{} (uncertain)",
        vague=("{}, exact year unknown", "{}, exact month unknown", "{}, exact date unknown"),
        or_before="{} or before",
        or_after="{} or after",
        start_unknown="start unknown, end: {}",
        end_unknown="start: {}, end unknown",
    ),
    "ru": _Wording(
        months=(
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        ),
        day_month="{day} {month}",
        of_year="{inner} {year} года",
        year=("{} год", "{} года"),
        years=("{} годы", "{} годов"),
        about="около {}",
        uncertain="{} (предположительно)",
        vague=("{}, точный год неизвестен", "{}, точный месяц неизвестен", "{}, точная дата неизвестна"),
        or_before="{} или ранее",
        or_after="{} или позднее",
        start_unknown="начало неизвестно, окончание: {}",
        end_unknown="начало: {}, окончание неизвестно",
    ),
    "kk": _Wording(
        months=(_KAZAKH, _KAZAKH),
        day_month="{day} {month}",
        of_year="{year} жылғы {inner}",
        year=("{} жыл", "{} жыл"),
        years=("{} жылдар", "{} жылдар"),
        about="{} шамасында",
        uncertain="{} (болжамды)",
        vague=("{}, нақты жылы белгісіз", "{}, нақты айы белгісіз", "{}, нақты күні белгісіз"),
        or_before="{} немесе одан бұрын",
        or_after="{} немесе одан кейін",
        start_unknown="басталуы белгісіз, аяқталуы: {}",
        end_unknown="басталуы: {}, аяқталуы белгісіз",
    ),
}


@dataclass(frozen=True, slots=True)
class _Point:
    """A date to be said: zero or empty parts are not said."""

    year: int
    month: int = 0
    day: int = 0
    time: str = ""


def in_words(ends: tuple[Moment | str, ...], language: str) -> str:
    """Say one date, or an interval whose open end is ".." and whose unknown end is "".

    An open end says “or before”, “or after”: an interval includes the day it names.
    """
    wording = _WORDINGS.get(language.split("-")[0], _WORDINGS["en"])
    first, last = ends[0], ends[-1]
    if isinstance(first, str):
        template = wording.or_before if first else wording.start_unknown
        return template.format(_one(last, wording))
    if isinstance(last, str):
        template = wording.or_after if last else wording.end_unknown
        return template.format(_one(first, wording))
    if len(ends) > 1 and _are_apart(first, last):
        return f"{_one(first, wording)} – {_one(last, wording)}"
    return _qualified(first, last, wording)


def _are_apart(first: Moment, last: Moment) -> bool:
    """Tell whether two ends are said each by itself: what is doubtful about one must not seem so of both."""
    told_apart = first.qualifier != last.qualifier or first.offset != last.offset
    points = _point(first, first.earliest), _point(last, last.latest)
    is_spoken_for_both = bool(first.qualifier or first.offset) and not _are_joined(*points)
    return told_apart or is_spoken_for_both or first.is_vague or last.is_vague


def _one(end: Moment | str, wording: _Wording) -> str:
    """Say one end of an interval by itself."""
    assert not isinstance(end, str), "an interval has at least one known end"
    return _qualified(end, end, wording)


def _qualified(first: Moment, last: Moment, wording: _Wording) -> str:
    """Say the span of two ends that share qualifier and offset, with what is doubtful about it."""
    is_about = first.qualifier in {"~", "%"}
    said = _span(_point(first, first.earliest), _point(last, last.latest), wording, int(is_about))
    if first.offset:
        said += " (UTC)" if first.offset == "Z" else f" (UTC{first.offset})"
    if is_about:
        said = wording.about.format(said)
    if first.is_vague:
        said = wording.vague[bool(first.month) + bool(first.day)].format(said)
    return wording.uncertain.format(said) if first.qualifier in {"?", "%"} else said


def _point(moment: Moment, bound: str) -> _Point:
    """Take the parts worth saying from a bound: those written, and not wholly unspecified."""
    month = int(bound[5:7]) if moment.month not in {"", "XX"} else 0
    day = int(bound[8:10]) if moment.day not in {"", "XX"} else 0
    return _Point(int(bound[:4]), month, day, moment.time)


def _span(first: _Point, last: _Point, wording: _Wording, case: int) -> str:
    """Say two points as one, leaving out at the first what the second repeats: “7–10 January 2022”."""
    if first == last:
        return _whole(first, wording, case)
    if not _are_joined(first, last):
        return f"{_whole(first, wording, case)} – {_whole(last, wording, case)}"
    if first.time:
        return f"{_whole(_day(last), wording, case)}, {first.time}–{last.time}"
    if not first.month:
        return wording.years[case].format(f"{first.year}–{last.year}")
    if first.day and first.month == last.month:
        month = _month(last, wording, 1)
        inner = wording.day_month.format(day=f"{first.day}–{last.day}", month=month)
    else:
        dash = " – " if first.day else "–"
        inner = dash.join(_in_year(point, wording, case) for point in (first, last))
    return wording.of_year.format(inner=inner, year=last.year)


def _are_joined(first: _Point, last: _Point) -> bool:
    """Tell whether the first of two points can leave out what the second says: day, month or year."""
    if first.time and last.time:
        return _day(first) == _day(last)
    if first.time or last.time or (first.month > 0, first.day > 0) != (last.month > 0, last.day > 0):
        return False
    return not first.month or first.year == last.year


def _day(point: _Point) -> _Point:
    """Return a point without its time."""
    return _Point(point.year, point.month, point.day)


def _whole(point: _Point, wording: _Wording, case: int) -> str:
    """Say one point in full."""
    if not point.month:
        return wording.year[case].format(point.year)
    said = wording.of_year.format(inner=_in_year(point, wording, case), year=point.year)
    return f"{said}, {point.time}" if point.time else said


def _in_year(point: _Point, wording: _Wording, case: int) -> str:
    """Say month, or day and month, without the year."""
    if not point.day:
        return _month(point, wording, case)
    return wording.day_month.format(day=point.day, month=_month(point, wording, 1))


def _month(point: _Point, wording: _Wording, case: int) -> str:
    """Name the month, in the form that stands alone or in the one that follows a day or “about”."""
    return wording.months[case].split()[point.month - 1]
