"""Text with a side column: paragraphs, numbered paragraphs, and milestones on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Block, Column, Columns
from evidence_app.dossier.prose import para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color

    from evidence_app.dossier.flow import Stack
    from evidence_app.dossier.sheet import Sheet

_NUMBER_WIDTH = 24.0
_AFTER_MILESTONE = 10.6


class Beside(Columns):
    """Body text with a note in the side column and a paragraph number between them.

    `anchor` makes the first line a destination; `indent` sets the text in, with a hairline at its left.
    """

    def __init__(
        self,
        body: Sequence[Any],
        side: Sequence[Any] = (),
        number: str = "",
        anchor: str = "",
        indent: float = 0.0,
    ) -> None:
        size = body[0].style.fontSize if body else sheet_of.BODY.fontSize
        note = side[0].style.fontSize if side else size
        drop = size - sheet_of.NUMBER.fontSize
        figure = para(number, sheet_of.NUMBER) if number else []
        super().__init__(
            [
                Column(0, sheet_of.SIDE, side, size - note),
                Column(sheet_of.NUMBER_AT - _NUMBER_WIDTH, _NUMBER_WIDTH, figure, drop),
                Column(sheet_of.INDENT + indent, sheet_of.TEXT - indent, body),
            ]
        )
        self.anchor = anchor
        self.indent = indent
        self.spaceAfter = body[-1].getSpaceAfter() if body else 0.0

    def paint(self, sheet: Sheet) -> None:
        """Draw the columns, the destination and the hairline of a set-in text."""
        if self.anchor:
            sheet.mark(self.anchor, self.height + sheet_of.GRID)
        if self.indent:
            sheet.setStrokeColor(sheet_of.HAIRLINE)
            sheet.setLineWidth(sheet_of.STEM)
            sheet.line(sheet_of.INDENT, 1.5, sheet_of.INDENT, self.height - 2.5)
        super().paint(sheet)

    def _rest(self, stacks: Sequence[Stack]) -> Self:
        """Return what goes to the next page; its anchor stays with the first line."""
        twin = self._with(stacks)
        twin.anchor = ""
        return twin


def running(
    body: Sequence[Any], side: Sequence[Any] = (), number: str = "", anchor: str = "", indent: float = 0.0
) -> list[Beside]:
    """Return one block for each paragraph, note and number at the first; so a text may be as long as a book."""
    first = Beside(body[:1], side, number, anchor, indent)
    return [first, *(Beside([paragraph], indent=indent) for paragraph in body[1:])]


class Milestone(Beside):
    """An entry of a chronology: a square on a line that leads to the next entry."""

    def __init__(self, body: Sequence[Any], side: Sequence[Any], colour: Color, anchor: str) -> None:
        super().__init__(body, side, anchor=anchor)
        self.colour: Color | None = colour
        self.is_first = self.is_last = False
        self.below, self.whole = _AFTER_MILESTONE, sheet_of.UNBREAKABLE
        self.spaceAfter = 0.0

    def paint(self, sheet: Sheet) -> None:
        """Draw the line, then the square on it, then the columns."""
        middle = self.height - self.above - sheet_of.BODY.fontSize * 0.68
        sheet.setStrokeColor(sheet_of.HAIRLINE)
        sheet.setLineWidth(sheet_of.STEM)
        begin, end = middle if self.is_first else self.height, middle if self.is_last else 0.0
        sheet.line(sheet_of.MARKER_AT, begin, sheet_of.MARKER_AT, end)
        if self.colour:
            half = sheet_of.MARKER / 2
            sheet.setFillColor(self.colour)
            sheet.rect(sheet_of.MARKER_AT - half, middle - half, 2 * half, 2 * half, stroke=0, fill=1)
        super().paint(sheet)

    def cut(self, height: float) -> list[Block]:
        """Cut the columns; the line runs on to the foot of the page."""
        parts = super().cut(height)
        if parts:
            first = parts[0]
            assert isinstance(first, Milestone)
            first.is_last, first.below = False, 0.0
        return parts

    def _rest(self, stacks: Sequence[Stack]) -> Self:
        """Return what goes to the next page, which has no square."""
        twin = super()._rest(stacks)
        twin.colour, twin.is_first = None, False
        return twin
