"""What a table cell shows, as data; and what a column is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: text in a tone, a dot before it (a colour role), an icon after it, chips, side."""

    text: str = ""
    style: str = "body"
    tone: str = "text"
    dot: str = ""
    icon: str = ""
    icon_says: str = ""
    chips: tuple[str, ...] = ()
    right: bool = False
    is_waiting: bool = False  # the row is still on its way

    def spoken(self) -> str:
        """Return all of it in words, for screen readers, the tooltip and type-ahead."""
        return ", ".join(part for part in (self.text, self.icon_says, *self.chips) if part)


WAITING = Cell(is_waiting=True)


@dataclass(frozen=True)  # no slots: they and a generic alias do not go together
class Column(Generic[T]):
    """One column: its name among the others, title (a msgid), least width at 100 %, and its cell.

    `sort` is the name of a sort of the list; without one the column orders nothing. Columns of a higher `priority`
    number go first when the window is narrow; one column has `stretch`. One that is not `usual` shows when chosen.
    """

    key: str
    title: str
    width: int
    cell: Callable[[T], Cell]
    sort: str = ""
    priority: int = 1
    stretch: bool = False
    right: bool = False
    usual: bool = True


Columns = tuple[Column[Any], ...]
