"""Days off of a country and of a case, and deadlines as a calendar file (RFC 5545).

Both libraries are slow to load, so they are loaded when first asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from evidence_app.domain.case_file import CaseFile
from evidence_app.system import clock, words
from evidence_app.system.words import _

DEFAULT_COUNTRY = "KZ"
_SATURDAY, _SUNDAY = 5, 6
_REMINDERS = (timedelta(days=-7), timedelta(days=-1))
_PRODUCT = "-//evidence-app//deadlines//EN"


@cache
def _holidays(country: str, language: str) -> Any:
    """Return the public holidays of a country; None where the library does not know it."""
    import holidays

    try:
        return holidays.country_holidays(country, language=language or None)
    except NotImplementedError:
        return None


class DaysOff:
    """The calendar of a case: weekends, public holidays, and its own days (`-2025-01-05` makes one a working day)."""

    def __init__(self, country: str = DEFAULT_COUNTRY, own: Iterable[str] = ()) -> None:
        self.country = country
        self._own = {day for day in own if not day.startswith("-")}
        self._worked = {day.removeprefix("-") for day in own if day.startswith("-")}

    @classmethod
    def of(cls, case: CaseFile) -> DaysOff:
        """Return the calendar of a case: that of its country unless it names another."""
        return cls(case.holidays or case.country or DEFAULT_COUNTRY, case.own_holidays)

    @property
    def is_known(self) -> bool:
        """Tell whether the public holidays of the country are known here."""
        return _holidays(self.country, "") is not None

    def off(self, day: date) -> str:
        """Return what makes a day a day off, in the language spoken now; nothing for a working day."""
        if day.isoformat() in self._worked:
            return ""
        if day.isoformat() in self._own:
            return _("a day off of this case")
        known = _holidays(self.country, "")
        if known is not None and day in known:
            return self._holiday(day)
        if known is not None and known.is_working_day(day):
            return ""
        return {_SATURDAY: _("a Saturday"), _SUNDAY: _("a Sunday")}.get(day.weekday(), "")

    def _holiday(self, day: date) -> str:
        """Name a public holiday, where the library knows its name in the language spoken now."""
        language = "en_US" if words.language() == "en" else words.language()
        named = _holidays(self.country, language)
        return str(named.get(day)) if language in named.supported_languages else _("a public holiday")


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a calendar file, or so many days from it."""

    uid: str
    day: date
    title: str
    words: str = ""
    days: int = 1


def to_ics(entries: Iterable[Entry]) -> bytes:
    """Write a calendar file of whole days, each with a reminder a week and a day before."""
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", f"{entry.uid}@evidence-app")
        event.add("dtstamp", clock.instant().replace(microsecond=0))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=entry.days))
        event.add("summary", entry.title)
        if entry.words:
            event.add("description", entry.words)
        event.add("class", "CONFIDENTIAL")
        event.add("transp", "TRANSPARENT")
        for reminder in _REMINDERS:
            event.add_component(_alarm(reminder))
        made.add_component(event)
    return bytes(made.to_ical())


def _alarm(before: timedelta) -> Any:
    """Return a reminder that says nothing of the case."""
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Deadline"))
    alarm.add("trigger", before)
    return alarm


def read_back(content: bytes) -> list[str]:
    """Return every text of a calendar file, values and parameters, as another program will see them."""
    import icalendar

    texts = []
    for component in icalendar.Calendar.from_ical(content).walk():
        for name, held in component.items():
            for value in held if isinstance(held, list) else [held]:
                plain = value.to_ical()
                texts += [name, str(value), plain.decode() if isinstance(plain, bytes) else str(plain)]
                texts += [str(parameter) for parameter in getattr(value, "params", {}).values()]
    return texts


def stable_uid(uid: str, reader: str) -> str:
    """Return what names a record in a calendar of one reader: the same in each export, and its uid to nobody else."""
    return uid if reader == "TEAM" else hashlib.sha256(f"{reader} {uid}".encode()).hexdigest()[:32]
