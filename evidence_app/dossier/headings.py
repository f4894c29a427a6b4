"""Headings: of a section, of a record, of a table; the first two are bookmarks and lines of the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Block, Column, Columns
from evidence_app.dossier.prose import line, link, para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.dossier.flow import Stack
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
        if self.anchor:
            sheet.mark(self.anchor, sheet_of.GRID)
        if self.anchor and self.title:
            sheet.outline(self.title, self.anchor, self.level)


class Heading(Columns):
    """A heading that is a destination and a bookmark; `level` 0 is a section, 1 a record, 2 neither.

    It keeps `room` points for itself and what it heads; where less is left, it goes to the next page.
    """

    def __init__(self, columns: Sequence[Column], title: str, anchor: str, level: int, room: float = _ROOM) -> None:
        super().__init__(columns)
        self.title, self.anchor, self.level, self.room = title, anchor, level, room
        self.spaceBefore, self.spaceAfter = sheet_of.H2_BEFORE, sheet_of.H2_AFTER

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Ask for the whole room where it is not there."""
        size = super().wrap(width, height)
        return size if height >= self.room else (width, max(size[1], self.room))

    def cut(self, height: float) -> list[Block]:
        """Cut only a heading that has a page for itself and still is too long."""
        return super().cut(height) if height >= self.room else []

    def paint(self, sheet: Sheet) -> None:
        """Draw, and tell the sheet where we are."""
        if self.anchor:
            sheet.mark(self.anchor, self.height + sheet_of.GRID)
            sheet.outline(self.title, self.anchor, self.level)
        if self.level == 0:
            sheet.section = self.title
        super().paint(sheet)

    def _rest(self, stacks: Sequence[Stack]) -> Self:
        """Return the rest of a heading that fills a page."""
        twin = self._with(stacks)
        twin.anchor = ""
        return twin


def section_heading(number: str, title: str, anchor: str) -> Heading:
    """Return the heading of a section, its number in the side column."""
    columns = [
        Column(0, sheet_of.SIDE, para(number, sheet_of.H1_NUMBER)),
        Column(sheet_of.INDENT, sheet_of.TEXT, para(title, sheet_of.H1)),
    ]
    heading = Heading(columns, title, anchor, 0)
    heading.spaceAfter = sheet_of.H1_AFTER
    return heading


def record_heading(code: str, title: str, anchor: str, room: float = _ROOM, leads_to: str = "") -> Heading:
    """Return the heading of a record, its code in the side column, where it may lead to another place."""
    style = sheet_of.H2_CODE
    linked = [line(link(code, leads_to, style.fontSize, style.fontName), style)] if leads_to else []
    columns = [
        Column(0, sheet_of.SIDE, linked or para(code, style)),
        Column(sheet_of.INDENT, sheet_of.TEXT, para(title, sheet_of.H2)),
    ]
    return Heading(columns, f"{code} {title}".strip(), anchor, 1, room)


def table_heading(title: str, is_wide: bool = True) -> Heading:
    """Return the heading of what stands below it, flush with its left edge; no bookmark."""
    left = 0.0 if is_wide else sheet_of.INDENT
    return Heading([Column(left, sheet_of.MEASURE - left, para(title, sheet_of.H2))], title, "", 2)
