"""Find where a text speaks of a person, in any of their spellings, alphabets and cases, plain or disguised."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from evidence_app.language.fold import fold
from evidence_app.language.listening import Ear, Hits
from evidence_app.language.names import Name as Name
from evidence_app.language.seen import see
from evidence_app.language.sounds import WORD, sound

_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶ"
_SMALL = "a-zа-яёәғқңөұүһіўҳҷ"
_BLANK = " \\t\u00a0\u2000-\u200a\u202f"
_DASHES = "\\-\u2010-\u2015\u2212"
# What may stand between two words of one name; and what may, if neither name is said twice.
_BESIDE = re.compile(rf"[{_BLANK}]{{0,6}}|[{_BLANK}]?[{_DASHES}][{_BLANK}]?|[._]")
_LOOSELY = re.compile(rf"[{_BLANK}]*(?P<comma>,?)[{_BLANK}]*(?:(?:\r\n?|\n)[{_BLANK}]*)?")
_WIDEST_GAP = 12
_LETTER = r"[^\W\d_]"  # of any script; some have no capitals
_INITIAL = rf"(?:(?![{_SMALL}šşčž]){_LETTER}['’‘`ʻʼ]?|Дж|Kh|Zh|Sh|Ch|Ts|Yu|Ya|Ye|Yo|Dzh)\.[{_BLANK}]?"
_INITIALS_BEFORE = re.compile(rf"(?<![^\W_])(?:{_INITIAL}){{1,3}}$")
_INITIALS_AFTER = re.compile(rf"[{_BLANK}]?(?:{_INITIAL}){{0,2}}(?:{_INITIAL.removesuffix('?') + '?'})")
_WIDEST_INITIALS = 16
_LETTERS = re.compile(rf"{_LETTER}+")
_NEXT_CAPITAL = re.compile(rf"[{_BLANK}]?[{_CAPITAL}][{_SMALL}]")
# Letters set apart: С А Р С Е Н О В А; with full stops only if they are too many for initials.
_ONE = r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])"
_SPACED = re.compile(rf"{_ONE}(?:[{_BLANK}{_DASHES}_*·]{{1,3}}{_ONE}){{2,}}|{_ONE}(?:[{_BLANK}.]{{1,3}}{_ONE}){{4,}}")
# A word broken by hyphens, as pages are copied: Сәрсе-нова, Сәрсе- нова.
_HYPHENED = re.compile(r"[^\W\d_]+(?:[\-\u2010\u2011] ?[^\W\d_]+)+")
# A capital within a word begins another; addresses, paths, tags and file names run words together.
_HUMP = re.compile(rf"(?<=[{_SMALL}])(?=[{_CAPITAL}])")
_GLUED = re.compile(r"[@#/\\_\d]|\.[A-Za-z]\w{1,4}\b")
_LONGEST_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text (offsets of its characters) and the person it speaks of; `others` may be meant as well."""

    start: int
    end: int
    key: int
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heard:
    """Whom a word may speak of and whether it tells, and which words of theirs it is; made once."""

    keys: dict[int, bool]
    words: frozenset[str]

    @classmethod
    def of(cls, hits: Hits) -> _Heard:
        """Return what was heard."""
        return cls({key: hit.tells for key, hit in hits.items()}, frozenset(hit.word for hit in hits.values()))


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, or one hump of a camel's word, by its place in its token: whom it may speak of, alone or glued."""

    start: int
    end: int
    alone: _Heard
    glued: _Heard


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring words that may speak of the same persons, and whether one of them tells by itself."""

    start: int
    end: int
    keys: dict[int, bool]
    words: frozenset[str]
    count: int = 1


class Watch:
    """Names to look for. A family name or an only name counts by itself, others only beside one another."""

    def __init__(
        self, names: Iterable[Name], unless: Iterable[Name] = (), ordinary: Collection[str] = frozenset()
    ) -> None:
        """`unless` are names that may be said: where one of them is said whole, or a family name is shared with
        one, nobody else is meant. `ordinary` are words, folded, that count only with a capital and beside a name.
        """
        named = (replace(name, key=-name.key) for name in unless)
        self._ear = Ear([*names, *named], ordinary)
        self._known: dict[str, tuple[_Part, ...]] = {}

    def learn(self, names: Iterable[Name]) -> None:
        """Look for more names, each person's all at once; before any text is asked about."""
        self._ear.learn(names)

    def rehearse(self, text: str) -> None:
        """Listen to the words of a text ahead of time, as it takes long to find all who share a name."""
        for found in WORD.finditer(text):
            self._parts(found.group())

    def mentions(self, text: str) -> list[Mention]:
        """Return all mentions in order; offsets are valid in the text as it is given, in any normal form."""
        seen = see(text)
        found = apart([*self._spaced(seen.text), *self._hyphened(seen.text), *self._said(seen.text)])
        return [Mention(*seen.original(one.start, one.end), one.key, one.others) for one in found]

    def _said(self, text: str) -> Iterator[Mention]:
        """Yield mentions by runs of neighbouring words."""
        close = _merged(self._runs(text), text, _BESIDE)
        for run in _merged(close, text, _LOOSELY):
            mention = self._mention(run, text)
            if mention:
                yield mention

    def _runs(self, text: str) -> Iterator[_Run]:
        """Yield each word that may speak of somebody."""
        for found in WORD.finditer(text):
            for part in self._parts(found.group()):
                start, end = found.start() + part.start, found.start() + part.end
                heard = part.alone if part.alone.keys or not _is_glued(text, start, end) else part.glued
                if heard.keys:
                    yield _Run(start, end, heard.keys, heard.words)

    def _parts(self, token: str) -> tuple[_Part, ...]:
        """Listen to a word the first time that it is met."""
        parts = self._known.get(token)
        if parts is None:
            parts = self._known[token] = self._heard(token)
        return parts

    def _heard(self, token: str) -> tuple[_Part, ...]:
        """Listen to a word, or else to its humps; parts that speak of nobody are left out."""
        whole = self._ear.hits(token)
        if whole:
            return (_Part(0, len(token), _Heard.of(whole), _Heard.of({})),)
        borders = [0, *(hump.start() for hump in _HUMP.finditer(token)), len(token)]
        parts: list[_Part] = []
        for start, end in pairwise(borders):
            piece = token[start:end]
            hits = self._ear.hits(piece) if len(borders) > 2 else {}
            parts.append(_Part(start, end, _Heard.of(hits), _Heard.of({} if hits else self._ear.inner(piece))))
        return tuple(part for part in parts if part.alone.keys or part.glued.keys)

    def _mention(self, run: _Run, text: str) -> Mention | None:
        """Return the mention that a run makes with the initials around it, if it makes one."""
        start, end = _with_initials(run, text)
        initials = {
            sound(fold(one))[:1] for one in _LETTERS.findall(f"{text[start : run.start]} {text[run.end : end]}")
        }
        fitting = {key for key in run.keys if initials and initials <= self._ear.initials[key]}
        keys = fitting or set(run.keys)
        hidden = sorted(key for key in keys if key > 0)
        is_named = len(hidden) < len(keys)
        if is_named and (run.count > 1 or not hidden):
            return None  # somebody who may be named is said whole
        beside = run.count > 1 or (bool(fitting) and not is_named and not _NEXT_CAPITAL.match(text, end))
        told = [key for key in hidden if beside or run.keys[key]]
        return Mention(start, end, told[0], tuple(told[1:])) if told else None

    def _spaced(self, text: str) -> Iterator[Mention]:
        """Yield names whose letters are set apart."""
        for found in _SPACED.finditer(text):
            joined = "".join(sign for sign in found.group() if sign.isalpha())
            yield from _telling({**self._ear.inner(joined), **self._ear.hits(joined)}, found.span())

    def _hyphened(self, text: str) -> Iterator[Mention]:
        """Yield names with hyphens in them, unless each part begins with a capital."""
        for found in _HYPHENED.finditer(text):
            joined = "".join(sign for sign in found.group() if sign.isalpha())
            if joined[1:].islower() or joined.isupper():
                yield from _telling(self._ear.hits(joined), found.span())


def _telling(hits: Hits, place: tuple[int, int]) -> Iterator[Mention]:
    """Yield whom a word tells by itself."""
    told = sorted(key for key, hit in hits.items() if hit.tells)
    if told:
        yield Mention(*place, told[0], tuple(told[1:]))


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in order; those that overlap become one, of the person who is first and longest there."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if kept and mention.start < kept[-1].end:
            kept[-1] = replace(kept[-1], end=max(mention.end, kept[-1].end))
        else:
            kept.append(mention)
    return kept


def _merged(runs: Iterable[_Run], text: str, gap: re.Pattern[str]) -> Iterator[_Run]:
    """Join runs that share a person and have no more than a gap between them."""
    last: _Run | None = None
    for run in runs:
        joined = last and _joined(last, run, text, gap)
        if joined:
            last = joined
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _joined(one: _Run, other: _Run, text: str, gap: re.Pattern[str]) -> _Run | None:
    """Return two runs as one, or None. Beyond a comma nobody who may be named goes on."""
    shared = one.keys.keys() & other.keys.keys()
    between = gap.fullmatch(text, one.end, other.start) if shared and other.start - one.end <= _WIDEST_GAP else None
    if between is None:
        return None
    is_new = one.words.isdisjoint(other.words)
    if gap is _LOOSELY:
        if not is_new:
            return None
        shared = {key for key in shared if key > 0 or not between["comma"]}
        if not shared:
            return None
    keys = {key: one.keys[key] or other.keys[key] for key in shared}
    return _Run(one.start, other.end, keys, one.words | other.words, one.count + other.count * is_new)


def _with_initials(run: _Run, text: str) -> tuple[int, int]:
    """Return where a run begins and ends together with the initials beside it."""
    earliest = max(0, run.start - _WIDEST_INITIALS)
    before = _INITIALS_BEFORE.search(text[earliest : run.start])
    after = _INITIALS_AFTER.match(text, run.end, run.end + _WIDEST_INITIALS)
    start = earliest + before.start() if before else run.start
    return start, run.end + len(after.group().rstrip()) if after else run.end


def _is_glued(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in a chunk of text where words run together."""
    before = text[max(0, start - _LONGEST_CHUNK) : start].rpartition(" ")[2].split()
    after = text[end : end + _LONGEST_CHUNK].split(maxsplit=1)
    left = before[-1] if before and not text[start - 1].isspace() else ""
    right = after[0] if after and not text[end].isspace() else ""
    return _GLUED.search(f"{left} {right}") is not None
