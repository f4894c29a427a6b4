"""Find telephone numbers, document numbers and addresses in a text, however they are set.

Numbers are compared by their last ten figures, so +7 and 8 are one, and whatever was written around them does not
count. Shorter ones must agree wholly; below seven figures there are too many others like them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from evidence_app.language.mentions import Mention
from evidence_app.language.seen import see

_SHORTEST = 7
_LONGEST = 10
_SHORTEST_ADDRESS = 6
_RUN = re.compile(r"\d(?:[\s\-\u2010-\u2015\u2212().+/]{0,4}\d){6,}")
_FIGURES = re.compile(r"\d+")
_DATE = re.compile(r"(?<!\d)(?:\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./ ])\d\d?\2\d{4})(?!\d)")
_SEVERAL = re.compile(r"[,;\n]")
# Handles, links and e-mail: a piece with letters and one of these signs, or letters and figures mixed.
_ADDRESS = re.compile(r"[@/.]")


class Numbers:
    """Numbers and addresses that must not leave, each with the key of its person."""

    def __init__(self, values: Iterable[tuple[str, int]]) -> None:
        """`values`: what was recorded, with words or without, and whose it is."""
        self._numbers: dict[str, int] = {}
        self._addresses: dict[str, int] = {}
        for value, key in values:
            plain = see(value).text
            for part in _SEVERAL.split(_DATE.sub(";", plain)):
                self._numbers.update((number, key) for number in _numbers(part))
            self._addresses.update((address, key) for address in _addresses(plain))
        self._lengths = sorted({len(number) for number in self._numbers})

    def mentions(self, text: str) -> list[Mention]:
        """Return where they stand, in order; offsets are valid in the text as it is given."""
        if not self._numbers and not self._addresses:
            return []
        seen = see(text)
        found = sorted({*self._figures(seen.text), *self._written(seen.text)})
        return [Mention(*seen.original(start, end), key) for start, end, key in found]

    def _figures(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the numbers: they end where a group of figures ends, and short ones begin where one begins."""
        for run in _RUN.finditer(text) if self._lengths else ():
            groups = [group.span() for group in _FIGURES.finditer(text, *run.span())]
            joined = "".join(text[start:end] for start, end in groups)
            ends = list(accumulate(end - start for start, end in groups))
            for (_start, stop), end in zip(groups, ends, strict=True):
                for length in self._lengths:
                    key = self._numbers.get(joined[end - length : end]) if length <= end else None
                    group = bisect_left(ends, end - length + 1)
                    begins = 0 if group == 0 else ends[group - 1]
                    if key is not None and (length == _LONGEST or begins == end - length):
                        yield groups[group][0], stop, key

    def _written(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the addresses, whole."""
        lower = text.casefold() if len(text.casefold()) == len(text) else text.lower()
        for address, key in self._addresses.items():
            if address in lower:
                for found in re.finditer(rf"(?<!\w){re.escape(address)}(?!\w)", lower):
                    yield (*found.span(), key)


def _numbers(part: str) -> Iterator[str]:
    """Yield what is compared of each number in a part of what was recorded."""
    for run in _RUN.finditer(part):
        groups = _FIGURES.findall(run.group())
        figures = "".join(groups)
        yield figures[-_LONGEST:]
        if len(figures) > _LONGEST + 3:  # two numbers that nothing parts
            ends = list(accumulate(map(len, groups)))
            for end in ends:
                if end >= _LONGEST and (end == _LONGEST or end - _LONGEST in ends or end - _LONGEST - 1 in {0, *ends}):
                    yield figures[end - _LONGEST : end]


def _addresses(value: str) -> Iterator[str]:
    """Yield handles, links, e-mail addresses and numbers with letters, case-folded."""
    for piece in value.casefold().split():
        address = piece.strip(".,;:()<>\"'«»")
        has_letters = re.search(r"[^\W\d_]", address) is not None
        is_mixed = has_letters and re.search(r"\d", address) is not None
        if len(address) >= _SHORTEST_ADDRESS and has_letters and (is_mixed or _ADDRESS.search(address)):
            yield address
