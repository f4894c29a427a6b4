"""Citations: `T-014 ¶4`, `E-012 00:41.320`, `E-012 00:41–00:47`, `E-047 p. 2` (docs/FORMAT.md §6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_TIME = r"(?:[0-9]+:)?[0-9]{1,3}:[0-9]{2}(?:\.[0-9]{1,3})?"
_DASHES = "-‐-―−"
_CITATION = re.compile(
    r"\s*(?P<letter>[PTEFND])-(?P<number>[0-9]{2,9})"
    r"(?:\s*(?:¶\s*(?P<segment>[0-9]+)|p\.\s*(?P<page>[0-9]+)"
    rf"|(?P<time>{_TIME})(?:–(?P<until>{_TIME}))?))?\s*"
)
# What people type instead: Cyrillic twins of the letters, any dash or none, words for paragraph and page.
_TWINS = str.maketrans("РТЕЕ", "PTEE")
_TYPED = re.compile(
    rf"\s*(?P<letter>[PTEFND])\s*[{_DASHES}]?\s*(?P<number>[0-9]{{1,9}})"
    r"(?:[\s,]*(?:(?:¶|§|#|PARA\.?|АБЗ\.?|П\.)?\s*(?P<segment>[0-9]+)|(?:P\.?|СТР\.?|С\.|БЕТ|Б\.)\s*(?P<page>[0-9]+)"
    rf"|(?P<time>{_TIME})(?:\s*[{_DASHES}]\s*(?P<until>{_TIME}))?))?\s*"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A record's code, and where wanted one place in it: a segment, a page, or a time in milliseconds, or until one."""

    code: str
    segment: int | None = None
    page: int | None = None
    at_ms: int | None = None
    until_ms: int | None = None

    @property
    def place(self) -> str:
        """Where in the record; of a range of time, the whole of it. Empty for all of the record."""
        return str(self).removeprefix(self.code).strip()

    @property
    def start(self) -> str:
        """Where in the record one begins to read, look or listen."""
        return replace(self, until_ms=None).place

    @classmethod
    def parse(cls, text: str) -> Citation | None:
        """Read a citation; None where the text is none."""
        found = _CITATION.fullmatch(text)
        return cls._of(found) if found else None

    @classmethod
    def read(cls, text: str) -> Citation | None:
        """Read what somebody typed for a citation: `е-7`, `T–014 8`, `e-047 стр. 2`; None where it is none."""
        typed = text.upper()
        found = _TYPED.fullmatch(typed[:3].translate(_TWINS) + typed[3:])
        return cls._of(found) if found else None

    @classmethod
    def _of(cls, found: re.Match[str]) -> Citation | None:
        """Make a citation of what was matched; none of a time that runs backwards, a moment of one without length."""
        number = found["number"].lstrip("0").rjust(2 if found["letter"] == "D" else 3, "0")
        at_ms, until_ms = (milliseconds(time) if time else None for time in found.group("time", "until"))
        if at_ms is not None and until_ms is not None and until_ms < at_ms:
            return None
        return cls(
            f"{found['letter']}-{number}",
            int(found["segment"]) if found["segment"] else None,
            int(found["page"]) if found["page"] else None,
            at_ms,
            until_ms if until_ms != at_ms else None,
        )

    def __str__(self) -> str:
        if self.segment is not None:
            return f"{self.code} ¶{self.segment}"
        if self.page is not None:
            return f"{self.code} p. {self.page}"
        if self.at_ms is None:
            return self.code
        time = clock(self.at_ms) if self.until_ms is None else f"{clock(self.at_ms)}–{clock(self.until_ms)}"
        return f"{self.code} {time}"


def clock(ms: int, *, exact: bool = True) -> str:
    """Write milliseconds as `mm:ss`, with hours where needed and, if exact, with thousandths that are not zero."""
    seconds, rest = divmod(ms, 1000)
    hours, seconds = divmod(seconds, 3600)
    written = f"{seconds // 60:02d}:{seconds % 60:02d}"
    written = f"{hours}:{written}" if hours else written
    return f"{written}.{rest:03d}" if exact and rest else written


def milliseconds(time: str) -> int:
    """Read `[h:]mm:ss[.fff]` into milliseconds."""
    whole, _, rest = time.partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(rest.ljust(3, "0") or 0)


def code(letter: str, number: int) -> str:
    """Write a code: at least three digits, two for dossiers."""
    return f"{letter}-{number:0{2 if letter == 'D' else 3}d}"
