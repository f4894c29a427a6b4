"""The privacy screen: while it is on, codes stand where names would, wherever the window shows them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
_IDENTIFIER = re.compile(r"[a-z0-9_-]*")  # the name of an icon or a colour, not of a person
HIDDEN = "…"  # in the place of words, until the names of the case are known


class Screen(QObject):
    """Says when the screen went up or down, or learned other names."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_on = False
        self.mask: Callable[[str], str] | None = None


@cache
def screen() -> Screen:
    """Return the one screen of the program."""
    return Screen()


def is_on() -> bool:
    """Tell whether names are hidden now."""
    return screen().is_on


def put(is_on: bool) -> None:
    """Hide names, or show them again."""
    if is_on != screen().is_on:
        screen().is_on = is_on
        screen().changed.emit()


def learn(mask: Callable[[str], str] | None) -> None:
    """Take up what puts codes in the place of the names of a case; None forgets them."""
    screen().mask = mask
    if screen().is_on:
        screen().changed.emit()


def name(words: str, code: str) -> str:
    """Return what a person is called; their code while names are hidden."""
    return code if is_on() else words


def text(words: str) -> str:
    """Return a text as it may be shown now: names in it give way to codes."""
    held = screen()
    if not held.is_on or not words:
        return words
    return held.mask(words) if held.mask is not None else HIDDEN


def shown(value: T) -> T:
    """Return a value made of dataclasses, tuples and texts as it may be shown now."""
    return _shown(value) if is_on() else value


def _shown(value: Any) -> Any:
    """Return a value with every text in it masked; what is neither text nor made of it stays."""
    if isinstance(value, str):
        return value if _IDENTIFIER.fullmatch(value) else text(value)
    if isinstance(value, tuple | list):
        return type(value)(_shown(part) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {line.name: getattr(value, line.name) for line in dataclasses.fields(value) if line.init}
        changed = {name: new for name, held in parts.items() if (new := _shown(held)) != held}
        return dataclasses.replace(value, **changed) if changed else value
    return value
