"""What an answer may hold: types, names and caps, declared as data and checked before anything is used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

# Control characters but tab and line feed, surrogates, bidirectional marks, embeddings, overrides and isolates,
# noncharacters: they change how other text looks, or break what stores it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class BadReply(Exception):
    """The answer does not fit its schema; the message names the place and holds no value."""


class Shape(Protocol):
    """Anything that can check a value and return it in the form it may be used in."""

    def read(self, value: Any, where: str) -> Any:
        """Return the value, cleaned; raises BadReply."""


def display_text(text: str) -> str:
    """Return text without control and bidirectional characters, its line ends as line feeds."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True)
class Text:
    """A string of at most so many characters, cleaned for display."""

    most: int

    def read(self, value: Any, where: str) -> str:
        """Return the string without control and bidirectional characters."""
        if type(value) is not str or len(value) > self.most:
            raise BadReply(f"{where}: not a text of at most {self.most} characters")
        return display_text(value)


@dataclass(frozen=True)
class Whole:
    """A whole number from 0 to a greatest value."""

    most: int = 2**53 - 1

    def read(self, value: Any, where: str) -> int:
        """Return the number."""
        if type(value) is not int or not 0 <= value <= self.most:
            raise BadReply(f"{where}: not a whole number up to {self.most}")
        return value


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def read(self, value: Any, where: str) -> bool:
        """Return the flag."""
        if type(value) is not bool:
            raise BadReply(f"{where}: neither true nor false")
        return value


@dataclass(frozen=True)
class Maybe:
    """Null, or another shape."""

    shape: Shape

    def read(self, value: Any, where: str) -> Any:
        """Return None or the checked value."""
        return None if value is None else self.shape.read(value, where)


@dataclass(frozen=True)
class Rows:
    """A list of at most so many values of one shape."""

    shape: Shape
    most: int

    def read(self, value: Any, where: str) -> tuple[Any, ...]:
        """Return the checked values as a tuple."""
        if type(value) is not list or len(value) > self.most:
            raise BadReply(f"{where}: not a list of at most {self.most}")
        return tuple(self.shape.read(entry, f"{where}[{number}]") for number, entry in enumerate(value))


@dataclass(frozen=True)
class Entries:
    """A map of names to texts, capped in number and length."""

    most: int
    name: Text
    text: Text

    def read(self, value: Any, where: str) -> tuple[tuple[str, str], ...]:
        """Return the pairs in the order they came."""
        if type(value) is not dict or len(value) > self.most:
            raise BadReply(f"{where}: not a map of at most {self.most}")
        return tuple((self.name.read(key, where), self.text.read(text, where)) for key, text in value.items())


@dataclass(frozen=True)
class Fields:
    """An object with exactly these keys."""

    shapes: Mapping[str, Shape]

    def read(self, value: Any, where: str) -> dict[str, Any]:
        """Return the object with each value checked."""
        if type(value) is not dict or value.keys() != self.shapes.keys():
            raise BadReply(f"{where}: not an object with exactly the keys {', '.join(self.shapes)}")
        return {key: shape.read(value[key], f"{where}.{key}") for key, shape in self.shapes.items()}
