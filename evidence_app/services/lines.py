"""JSON lines from outside: read strictly, one object a line; a bad line is named and nothing else is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence_app.domain.errors import BadDate, BadInput, CannotRead, EvidenceError
from evidence_app.domain.partial_date import PartialDate
from evidence_app.system import files
from evidence_app.system.words import _

MOST_BYTES_A_LINE = 16 << 20
MOST_RECORDS_AN_ENTRY = 800


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each line: codes added, external ids that were there, and sentences on refused lines."""

    added: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of a file, with a place to name in a sentence; reads its values strictly."""

    where: str
    values: dict[str, Any]

    def only(self, known: Iterable[str]) -> None:
        """Raise BadInput for a key that nothing is done with: what it says would be lost without a word."""
        for key in self.values:
            if key not in known:
                shown = key.encode("utf-8", "backslashreplace").decode()
                raise BadInput(where=self.where, why=_("“%(key)s” is not known here") % {"key": shown})

    def text(self, key: str, default: str | None = None) -> str | None:
        """Return a text, or the default where it is missing or blank. Raises BadInput for another type."""
        value = self.values.get(key)
        if value is None:
            return default
        text = str(self._typed(key, value, str))
        return text if text.strip() else default

    def required(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.text(key)
        if value is None:
            raise BadInput(where=self.where, why=_("“%(key)s” is missing") % {"key": key})
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        value = self.values.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        return tuple(self._typed(key, part, str) for part in self._typed(key, value, list))

    def objects(self, key: str) -> list[Entry]:
        """Return a list of objects."""
        parts = self._typed(key, self.values.get(key) or [], list)
        return [
            Entry(f"{self.where}, {key} {number}", self._typed(key, part, dict)) for number, part in enumerate(parts, 1)
        ]

    def mapping(self, key: str) -> dict[str, str]:
        """Return an object of texts."""
        value = self._typed(key, self.values.get(key) or {}, dict)
        return {self._typed(key, name, str): self._typed(key, text, str) for name, text in value.items()}

    def milliseconds(self, key: str) -> int | None:
        """Return seconds, whole or not, as milliseconds."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10_000_000:
            raise BadInput(where=self.where, why=_("“%(key)s” is not a time in seconds") % {"key": key})
        return round(value * 1000)

    def flag(self, key: str) -> bool | None:
        """Return true, false or nothing."""
        value = self.values.get(key)
        return None if value is None else self._typed(key, value, bool)

    def date(self, key: str) -> PartialDate | None:
        """Return a partial date."""
        value = self.text(key)
        try:
            return PartialDate.parse(value) if value else None
        except BadDate as problem:
            raise BadInput(where=self.where, why=problem.sentence().rstrip(".")) from problem

    def _typed(self, key: str, value: Any, kind: type) -> Any:
        if not isinstance(value, kind):
            names = {str: _("a text"), list: _("a list"), dict: _("an object"), bool: _("true or false")}
            why = _("“%(key)s” must be %(kind)s") % {"key": key, "kind": names[kind]}
            raise BadInput(where=self.where, why=why)
        if isinstance(value, str):
            try:
                value.encode()
            except UnicodeEncodeError as problem:
                raise BadInput(where=self.where, why=_("“%(key)s” holds half a character") % {"key": key}) from problem
        return value


def read(path: Path) -> Iterator[Entry | BadInput]:
    """Yield the object of each line, or what is wrong with the line. Raises CannotRead."""
    try:
        with files.open_source(path) as raw:
            number = 1
            pending = bytearray()
            while piece := raw.read(1 << 20):
                head, *following = piece.split(b"\n")
                # Of a line that is too long no more is kept than shows that it is.
                pending += head[: MOST_BYTES_A_LINE + 1 - len(pending)]
                for start in following:
                    yield from _line(number, bytes(pending))
                    number, pending = number + 1, bytearray(start)
            yield from _line(number, bytes(pending))
    except files.NotRegularError as problem:
        raise CannotRead(path=path.name, why=_("it is a link, a device or a pipe, not a file")) from problem
    except OSError as problem:
        raise CannotRead(path=path.name, why=problem.strerror or str(problem)) from problem


def _line(number: int, line: bytes) -> Iterator[Entry | BadInput]:
    """Read one line; an empty one is nothing."""
    where = _place(number)
    if len(line) > MOST_BYTES_A_LINE:
        yield BadInput(where=where, why=_("the line is too long"))
        return
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        if text:
            value = json.loads(text, object_pairs_hook=_object)
            if isinstance(value, dict):
                yield Entry(where, value)
            else:
                yield BadInput(where=where, why=_("it is not an object in { }"))
    except UnicodeDecodeError:
        yield BadInput(where=where, why=_("it is not UTF-8 text"))
    except _TwiceError as problem:
        yield BadInput(where=where, why=_("“%(key)s” stands in it twice") % {"key": problem})
    except (ValueError, RecursionError):
        yield BadInput(where=where, why=_("it is not JSON"))


class _TwiceError(ValueError):
    """An object has one key twice; which of the two counts, nobody can tell."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs; raises _TwiceError."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _TwiceError(key.encode("utf-8", "backslashreplace").decode())
        made[key] = value
    return made


def _place(number: int) -> str:
    return _("Line %(number)s") % {"number": number}


def fits(entry: Entry, records: int) -> None:
    """Raise BadInput where an entry asks for more records than one act can hold."""
    if records > MOST_RECORDS_AN_ENTRY:
        raise BadInput(where=entry.where, why=_("it holds too much for one entry"))


def take(entries: Iterable[Entry | BadInput], keep: Callable[[Entry], tuple[str, bool]]) -> Report:
    """Hand each entry to `keep`, which returns a code and whether it was new; collect what was refused."""
    added: list[str] = []
    again: list[str] = []
    refused: list[str] = []
    for entry in entries:
        if isinstance(entry, BadInput):
            refused.append(entry.sentence())
            continue
        try:
            code, is_new = keep(entry)
        except BadInput as problem:
            refused.append(_placed(entry, problem))
        except EvidenceError as problem:
            refused.append(f"{entry.where}: {problem.sentence()}")
        else:
            (added if is_new else again).append(code)
    return Report(tuple(added), tuple(again), tuple(refused))


def _placed(entry: Entry, problem: BadInput) -> str:
    """Return the sentence of a problem, with the line named where it is not yet."""
    sentence = problem.sentence()
    return sentence if sentence.startswith(entry.where) else f"{entry.where}: {sentence}"
