"""The privacy screen: while it is on, codes stand where names would, wherever the window shows them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate

T = TypeVar("T")
# Fields that hold the name of an icon, a colour, a style or a noun rather than words.
_TECHNICAL = {"noun", "icon", "kind", "dot", "style", "tone", "uid", "verb", "mark", "mark_role", "key", "state"}
_IDENTIFIER = re.compile(r"[a-z0-9_-]*")
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
    """Return a value made of dataclasses, collections and texts as it may be shown now."""
    return _shown(value) if is_on() else value


def _shown(value: Any) -> Any:
    """Return a value with every text in it masked; what is neither text nor made of it stays."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, Localised):  # languages are no words
        return Localised(tuple((language, text(said)) for language, said in value.texts))
    if isinstance(value, tuple | list | set | frozenset):
        return type(value)(map(_shown, value))
    if isinstance(value, dict):
        return {key: _shown(part) for key, part in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {line.name: getattr(value, line.name) for line in dataclasses.fields(value) if line.init}
        changed = {name: new for name, held in parts.items() if (new := _shown_in(name, held)) != held}
        return dataclasses.replace(value, **changed) if changed else value
    return value


def _shown_in(field: str, held: Any) -> Any:
    """Return what a field of a dataclass holds as it may be shown now."""
    if field == "tabs" or (field in _TECHNICAL and isinstance(held, str) and _IDENTIFIER.fullmatch(held)):
        return held
    return _shown(held)
