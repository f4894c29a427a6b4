"""When something happened, as exactly as it is known: EDTF (ISO 8601-2), levels 0 and 1, and intervals.

Two steps outside the standard: a time may lack its seconds, and may be qualified (`2022-01-10T18:40~`),
for witnesses say “about twenty to seven”. Seasons, sets and years beyond 0001–9999 are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_app.domain import date_words
from evidence_app.domain.errors import BadDate
from evidence_app.domain.moment import Moment

_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+")
_TIME = r"(?:(?:T|,?\s+)(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))?"
_TYPED = (
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})" + _TIME),
    re.compile(r"(?P<year>[0-9]{4})[.-](?P<month>[0-9]{1,2})[.-](?P<day>[0-9]{1,2})" + _TIME),
    re.compile(r"(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A *when*: its EDTF text is the truth, the rest follows from it.

    `earliest` and `latest` are YYYY-MM-DDTHH:MM:SS by the clock that was written (an offset is kept in
    the text, not applied); None where an interval is open or its end unknown.
    """

    text: str
    earliest: str | None
    latest: str | None
    is_approximate: bool
    is_uncertain: bool
    is_interval: bool

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF exactly as written; raise BadDate for anything else."""
        ends = _ends(text)
        first, last = ends[0], ends[-1]
        earliest = first.earliest if isinstance(first, Moment) else None
        latest = last.latest if isinstance(last, Moment) else None
        if earliest and latest and earliest > latest:
            raise BadDate(text=text)
        qualifiers = {end.qualifier for end in ends if isinstance(end, Moment)}
        return cls(
            text=text,
            earliest=earliest,
            latest=latest,
            is_approximate=bool(qualifiers & {"~", "%"}),
            is_uncertain=bool(qualifiers & {"?", "%"}),
            is_interval=len(ends) > 1,
        )

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Read what people type (07.01.2022, 1.2022, ~2022-01, a range with a dash), else EDTF.

        A dotted date is day first; slashed dates and years of two digits mean different days to different
        readers, so they raise BadDate.
        """
        ends = _DASH.split(text.strip())
        if len(ends) > 2:
            raise BadDate(text=text)
        try:
            return cls.parse("/".join(_as_edtf(end) for end in ends))
        except BadDate:
            raise BadDate(text=text) from None

    def in_words(self, language: str) -> str:
        """Say it in English, Russian or Kazakh (a BCP 47 tag); in English for any other language."""
        return date_words.in_words(_ends(self.text), language)


def _ends(text: str) -> tuple[Moment | str, ...]:
    """Split EDTF into one moment or two ends; ".." is an open end and "" an unknown one."""
    sides = text.split("/")
    known = [side for side in sides if side not in {"", ".."}]
    if not known or len(sides) > 2:
        raise BadDate(text=text)
    try:
        ends = tuple(Moment.parse(side) if side in known else side for side in sides)
    except BadDate:
        raise BadDate(text=text) from None
    # Two clocks in one interval cannot be put in order by civil time; nothing we hold needs them.
    if len({end.offset for end in ends if isinstance(end, Moment) and end.offset}) > 1:
        raise BadDate(text=text)
    return ends


def _as_edtf(typed: str) -> str:
    """Turn one typed date into EDTF; leave alone what has no typed form."""
    about = "~" if typed.startswith("~") else ""
    bare = typed.removeprefix("~").strip()
    qualifier = bare[-1] if bare.endswith(("~", "?", "%")) else ""
    if about and qualifier:
        raise BadDate(text=typed)
    bare, qualifier = bare.removesuffix(qualifier), about + qualifier
    for form in _TYPED:
        if found := form.fullmatch(bare):
            parts = found.groupdict()
            date = "-".join(parts[name].zfill(2) for name in ("year", "month", "day") if parts.get(name))
            hour, _, rest = (parts.get("time") or "").partition(":")
            return date + (f"T{hour.zfill(2)}:{rest}" if rest else "") + qualifier
    return bare + qualifier
