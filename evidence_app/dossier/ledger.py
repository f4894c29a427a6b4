"""Tables: rules without verticals, a heading that repeats, rows that stay whole unless they fill a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Block, Column, Columns
from evidence_app.dossier.prose import cell, para

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidence_app.dossier.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its heading, its part of the width, and whether it holds sums."""

    title: str
    share: float
    is_sum: bool = False


class Ledger(Block):
    """A table from `offset` to the right edge; cells are lists of flowables."""

    def __init__(
        self,
        fields: Sequence[Field],
        rows: Iterable[Sequence[Sequence[Any]]],
        offset: float = 0.0,
        is_headed: bool = True,
    ) -> None:
        super().__init__()
        self.offset = offset
        self._places = _places(fields, offset)
        self.head = self._row(_heading(fields)) if is_headed else None
        self.rows = [self._row(cells) for cells in rows]
        self.is_whole = True
        self.spaceBefore, self.spaceAfter = 0.75 * sheet_of.GRID, sheet_of.GRID

    def _row(self, cells: Sequence[Sequence[Any]]) -> Columns:
        """Set one row."""
        columns = [Column(x, width, blocks) for (x, width), blocks in zip(self._places, cells, strict=True)]
        below = sheet_of.CELL_ABOVE + sheet_of.STEM
        row = Columns(columns, sheet_of.CELL_ABOVE, below, whole=sheet_of.UNBREAKABLE)
        row.wrap(0, 0)
        return row

    def measure(self, width: float) -> float:
        """Return the height of the heading and all rows."""
        return sum(row.height for row in self._lines())

    def _lines(self) -> list[Columns]:
        """Return heading and rows."""
        return [self.head, *self.rows] if self.head else self.rows

    def paint(self, sheet: Sheet) -> None:
        """Draw rows and the rules between them."""
        right = sheet_of.MEASURE
        top = self.height
        _rule(sheet, self.offset, right, top, sheet_of.HEAVY)
        for row in self._lines():
            row.drawOn(sheet, 0, top - row.height)
            top -= row.height
            if row is self.head:
                _rule(sheet, self.offset, right, top, sheet_of.MIDDLE)
            elif row is not self.rows[-1]:
                _rule(sheet, self.offset, right, top, sheet_of.FINE)
        _rule(sheet, self.offset, right, top, sheet_of.HEAVY if self.is_whole else sheet_of.MIDDLE)

    def cut(self, height: float) -> list[Block]:
        """Cut between rows; a row is cut only where it would need most of a page for itself."""
        left = height - (self.head.height if self.head else 0.0)
        for number, row in enumerate(self.rows):
            if row.height > left:
                parts = row.cut(left)
                first = self.rows[:number] + [_measured(part) for part in parts[:1]]
                rest = [_measured(part) for part in parts[1:]] or [row]
                return [self._with(first, False), self._with(rest + self.rows[number + 1 :], True)] if first else []
            left -= row.height
        return []

    def _with(self, rows: list[Columns], is_whole: bool) -> Ledger:
        """Return a table with the same heading and other rows."""
        twin = self.twin()
        twin.rows, twin.is_whole = rows, is_whole and self.is_whole
        return twin


def _measured(part: Block) -> Columns:
    """Return a part of a row, measured."""
    assert isinstance(part, Columns)
    part.wrap(0, 0)
    return part


def _places(fields: Sequence[Field], offset: float) -> list[tuple[float, float]]:
    """Return left edge and width of every column; a sum, set to the right, keeps its distance."""
    gaps = [sheet_of.CELL_BETWEEN * (2 if field.is_sum else 1) for field in fields[:-1]] + [0.0]
    unit = (sheet_of.MEASURE - offset - sum(gaps)) / sum(field.share for field in fields)
    places = []
    for field, gap in zip(fields, gaps, strict=True):
        places.append((offset, field.share * unit))
        offset += field.share * unit + gap
    return places


def _heading(fields: Sequence[Field]) -> list[list[Any]]:
    """Set the heading row."""
    return [para(field.title, sheet_of.CELL_HEAD_SUM if field.is_sum else sheet_of.CELL_HEAD) for field in fields]


def _rule(sheet: Sheet, left: float, right: float, y: float, weight: float) -> None:
    """Draw a rule; the finest are in the hairline colour."""
    sheet.setStrokeColor(sheet_of.HAIRLINE if weight == sheet_of.FINE else sheet_of.INK)
    sheet.setLineWidth(weight)
    sheet.line(left, y, right, y)


def passport(lines: Iterable[tuple[str, Sequence[Any]]]) -> Ledger:
    """Return a table of labels and values under the text column, without a heading."""
    rows = [[cell(label, sheet_of.CELL_LABEL), value] for label, value in lines]
    return Ledger([Field("", 38), Field("", 88)], rows, offset=sheet_of.INDENT, is_headed=False)
