"""Which columns a table shows, in what order and how wide: as chosen, and as much as fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from evidence_app.gui.widgets.cell import Column, Columns

LEAST = 120  # of the column that takes what is left, before those that matter most squeeze it
_NARROWEST = 40


@dataclass
class TableColumns:
    """The columns of one table by their keys; widths are those at 100 % that somebody dragged."""

    all: Columns
    chosen: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Show the usual columns in their order and width."""
        self.chosen = [column.key for column in self.all if column.usual]
        self.widths = {}

    def choose(self, keys: Iterable[str]) -> None:
        """Show these columns in this order; unknown ones are passed over, and the first of all is always shown."""
        known = [column.key for column in self.all]
        wanted = [key for key in dict.fromkeys(keys) if key in known]
        self.chosen = wanted if known[0] in wanted else [known[0], *wanted]

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take up widths, within reason."""
        known = {column.key for column in self.all}
        self.widths = {key: max(_NARROWEST, width) for key, width in widths.items() if key in known}

    def order(self) -> list[int]:
        """Return the numbers of all columns in the order chosen, those not chosen last."""
        keys = [column.key for column in self.all]
        shown = [keys.index(key) for key in self.chosen]
        return [*shown, *(number for number in range(len(keys)) if number not in shown)]

    def fit(self, room: int, px: Callable[[float], int], first: int = 0) -> dict[int, int]:
        """Return the width of each column that fits, by number: those that matter least go, one takes what is left.

        The first column, which holds codes, is at least as wide as is told (in pixels): a code is never cut.
        """
        columns = self.all

        def wide(number: int, width: int) -> int:
            return px(width) if number else max(px(width), first)

        shown = [number for number in self.order() if columns[number].key in self.chosen]
        leaving = sorted((n for n in shown if n and not columns[n].stretch), key=lambda n: (-columns[n].priority, -n))
        for number in leaving:
            squeezed = not columns[number].priority
            if sum(wide(n, self._least(columns[n], squeezed)) for n in shown) > room:
                shown.remove(number)
        widths = {n: wide(n, self._width(columns[n])) for n in shown}
        spare = room - sum(widths.values())
        stretching = [n for n in shown if columns[n].stretch] or shown[-1:]
        for number in stretching:
            widths[number] += spare // len(stretching)
        return widths

    def _width(self, column: Column[object]) -> int:
        """Return the width that a column wants; that which takes what is left has only a least one."""
        return column.width if column.stretch else self.widths.get(column.key, column.width)

    def _least(self, column: Column[object], squeezed: bool) -> int:
        return LEAST if squeezed and column.stretch else self._width(column)
