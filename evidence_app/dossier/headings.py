"""Headings: of a section, of a record, of a table; the first two are bookmarks and lines of the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from reportlab.platypus import CondPageBreak

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Block, Column, Columns
from evidence_app.dossier.prose import para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.dossier.sheet import Sheet

_ROOM = 130.0


class Mark(Block):
    """A destination without height, for the cell of a table; with a title it is a bookmark too."""

    def __init__(self, anchor: str, title: str = "", level: int = 1) -> None:
        super().__init__()
        self.anchor, self.title, self.level = anchor, title, level

    def measure(self, width: float) -> float:
        """Need no room."""
        return 0.0

    def paint(self, sheet: Sheet) -> None:
        """Set destination and bookmark."""
        sheet.mark(self.anchor, sheet_of.GRID)
        if self.title:
            sheet.outline(self.title, self.anchor, self.level)


class Heading(Columns):
    """A heading that is a destination and a bookmark; `level` 0 is a section, 1 a record."""

    def __init__(self, columns: Sequence[Column], title: str, anchor: str, level: int) -> None:
        super().__init__(columns)
        self.title, self.anchor, self.level = title, anchor, level

    def paint(self, sheet: Sheet) -> None:
        """Draw, and tell the sheet where we are."""
        if self.anchor:
            sheet.mark(self.anchor, self.height + sheet_of.GRID)
            sheet.outline(self.title, self.anchor, self.level)
        if self.level == 0:
            sheet.section = self.title
        super().paint(sheet)

    def _rest(self, blocks: Sequence[list[Any]]) -> Self:
        """Return the rest of a heading that fills a page."""
        twin = self._with(blocks)
        twin.anchor = ""
        return twin


def section_heading(number: str, title: str, anchor: str) -> Heading:
    """Return the heading of a section, its number in the side column."""
    columns = [
        Column(0, sheet_of.SIDE, para(number, sheet_of.H1_NUMBER)),
        Column(sheet_of.INDENT, sheet_of.TEXT, para(title, sheet_of.H1)),
    ]
    heading = Heading(columns, title, anchor, 0)
    heading.spaceAfter = 21.0
    return heading


def record_heading(code: str, title: str, anchor: str, room: float = _ROOM) -> list[Any]:
    """Return the heading of a record, its code in the side column, with room for what it heads."""
    columns = [
        Column(0, sheet_of.SIDE, para(code, sheet_of.H2_CODE)),
        Column(sheet_of.INDENT, sheet_of.TEXT, para(title, sheet_of.H2)),
    ]
    heading = Heading(columns, f"{code} {title}".strip(), anchor, 1)
    return _spaced(heading, room)


def table_heading(title: str, is_wide: bool = True, room: float = _ROOM) -> list[Any]:
    """Return the heading of what stands below it, flush with its left edge; no bookmark."""
    left = 0.0 if is_wide else sheet_of.INDENT
    column = Column(left, sheet_of.MEASURE - left, para(title, sheet_of.H2))
    return _spaced(Heading([column], title, "", 2), room)


def _spaced(heading: Heading, room: float) -> list[Any]:
    """Give a heading its distances, and a new page where too little room is left."""
    heading.spaceBefore, heading.spaceAfter = 21.0, 7.0
    return [CondPageBreak(room), heading]
