"""One end of a *when*: a year, month, day or minute as EDTF (ISO 8601-2) writes it, perhaps vague."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from evidence_app.domain.errors import BadDate

_FORM = re.compile(
    r"(?P<year>[0-9]{2}[0-9X]{2})"
    r"(?:-(?P<month>[0-9X]{2})"
    r"(?:-(?P<day>[0-9X]{2})"
    r"(?:T(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)"
    r"(?P<offset>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?)?)?)?"
    r"(?P<qualifier>[~?%])?"
)
_VAGUE_FROM_THE_RIGHT = re.compile(r"[0-9]+X*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with its parts as written (absent ones empty) and its bounds in local civil time."""

    year: str
    month: str
    day: str
    time: str
    offset: str
    qualifier: str
    earliest: str
    latest: str

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read one EDTF date; raise BadDate for anything else, so for days that no calendar has."""
        form = _FORM.fullmatch(text)
        if form is None:
            raise BadDate(text=text)
        year, month, day, time, offset, qualifier = (part or "" for part in form.groups())
        # Only the rightmost digits may be unknown (level 1); and the time of an unknown day says nothing.
        if not _VAGUE_FROM_THE_RIGHT.fullmatch(year + month + day) or (time and "X" in day):
            raise BadDate(text=text)
        first, last = _bounds(text, year, month, day)
        from_time, to_time = time or "00:00:00", time or "23:59:59"
        return cls(
            *(year, month, day, time, offset, qualifier),
            earliest=f"{first}T{from_time}:00"[:19],
            latest=f"{last}T{to_time}:59"[:19],
        )

    @property
    def is_vague(self) -> bool:
        """Whether digits are left unspecified."""
        return "X" in self.year + self.month + self.day


def _bounds(text: str, year: str, month: str, day: str) -> tuple[str, str]:
    """Return the first and last calendar day that the written digits allow, as YYYY-MM-DD."""
    years = [max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))]
    months = _fitting(month, 12)
    if years[1] == 0 or not months:
        raise BadDate(text=text)
    first_days = _fitting(day, monthrange(years[0], months[0])[1])
    last_days = _fitting(day, monthrange(years[1], months[-1])[1])
    if not first_days or not last_days:
        raise BadDate(text=text)
    return (
        f"{years[0]:04}-{months[0]:02}-{first_days[0]:02}",
        f"{years[1]:04}-{months[-1]:02}-{last_days[-1]:02}",
    )


def _fitting(digits: str, highest: int) -> list[int]:
    """Return the numbers from 1 to `highest` that two written digits allow; absent digits allow all."""
    pattern = re.compile((digits or "XX").replace("X", "[0-9]"))
    return [number for number in range(1, highest + 1) if pattern.fullmatch(f"{number:02}")]
