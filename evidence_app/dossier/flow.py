"""What the page is made of: blocks that measure, paint and cut themselves, and columns set side by side."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Self

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.dossier.sheet import Sheet

_BOUNDLESS = 1e6


class Block(Flowable):
    """A flowable with typed seams: `measure`, `paint` and, where it may run over a page, `cut`."""

    canv: Sheet
    width: float
    height: float
    spaceBefore: float = 0.0  # noqa: N815  (ReportLab's names)
    spaceAfter: float = 0.0  # noqa: N815

    def measure(self, width: float) -> float:
        """Return the height needed at this width, in points."""
        raise NotImplementedError

    def paint(self, sheet: Sheet) -> None:
        """Draw with the origin at the lower left corner."""
        raise NotImplementedError

    def cut(self, height: float) -> list[Block]:
        """Return a first part not higher than `height` and the rest; empty where it can't be cut there."""
        return []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Answer ReportLab's question for the size."""
        self.width = width
        self.height = self.measure(width)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Answer ReportLab's question for parts."""
        self.wrap(width, height)
        return list(self.cut(height))

    def twin(self) -> Self:
        """Return a copy that ReportLab has not met yet: its mark of a block put off once must not be copied."""
        twin = copy(self)
        twin.__dict__.pop("_postponed", None)
        return twin

    def draw(self) -> None:
        """Answer ReportLab's call to draw."""
        self.paint(self.canv)


class Stack:
    """Flowables above one another, measured once for one width."""

    def __init__(self, blocks: Sequence[Any], width: float, heights: Sequence[float] | None = None) -> None:
        self.blocks = list(blocks)
        self.width = width
        self._heights = self.measure() if heights is None else heights
        self._gaps = [max(0.0, block.getSpaceAfter()) for block in self.blocks[:-1]] + [0.0]
        self.height = sum(self._heights) + sum(self._gaps)

    def measure(self) -> list[float]:
        """Return the heights of the blocks, each of which then knows its lines."""
        return [block.wrap(self.width, _BOUNDLESS)[1] for block in self.blocks]

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw downwards from `top`."""
        for block, height, gap in zip(self.blocks, self._heights, self._gaps, strict=False):
            block.drawOn(sheet, x, top - height)
            top -= height + gap

    def split(self, height: float) -> tuple[Stack, Stack]:
        """Return what fits into `height`, and the rest; only a block that is cut is measured again."""
        left = height
        for number, (block, needed, gap) in enumerate(zip(self.blocks, self._heights, self._gaps, strict=False)):
            if needed > left:
                parts = Stack(list(block.split(self.width, left)) if left > 0 else [], self.width)
                first, rest = (parts[:1], parts[1:]) if parts.blocks else (parts, Stack([block], self.width))
                return self[:number] + first, rest + self[number + 1 :]
            left -= needed + gap
        return self, self[:0]

    def __getitem__(self, part: slice) -> Stack:
        return Stack(self.blocks[part], self.width, self._heights[part])

    def __add__(self, other: Stack) -> Stack:
        return Stack(self.blocks + other.blocks, self.width, [*self._heights, *other._heights])


class Column:
    """Blocks in a column at `x`; `drop` lowers the first line so that baselines of different sizes agree."""

    def __init__(self, x: float, width: float, blocks: Sequence[Any] | Stack, drop: float = 0.0) -> None:
        self.x, self.width, self.drop = x, width, drop
        self.stack = blocks if isinstance(blocks, Stack) else Stack(blocks, width)
        self.height = self.stack.height + drop if self.stack.blocks else 0.0


class Columns(Block):
    """Columns set side by side, each running over the page on its own; whole where not higher than `whole`."""

    def __init__(self, columns: Sequence[Column], above: float = 0.0, below: float = 0.0, whole: float = 0.0) -> None:
        super().__init__()
        self.columns = columns
        self.above, self.below, self.whole = above, below, whole

    def measure(self, width: float) -> float:
        """Return the height of the tallest column with the padding."""
        return max((column.height for column in self.columns), default=0.0) + self.above + self.below

    def paint(self, sheet: Sheet) -> None:
        """Draw every column from the top."""
        for column in self.columns:
            column.stack.draw(sheet, column.x, self.height - self.above - column.drop)

    def cut(self, height: float) -> list[Block]:
        """Cut each column at the same height; nothing where a column with text would begin on the next page."""
        if self.height <= self.whole:
            return []
        room = height - self.above - self.below
        parts = [column.stack.split(room - column.drop) for column in self.columns]
        if any(rest.blocks and not first.blocks for first, rest in parts):
            for column in self.columns:  # ReportLab's paragraphs forget their lines when asked to split
                column.stack.measure()
            return []
        return [self._with([first for first, _rest in parts]), self._rest([rest for _first, rest in parts])]

    def _with(self, stacks: Sequence[Stack]) -> Self:
        """Return a copy that holds other blocks."""
        twin = self.twin()
        twin.columns = [
            Column(column.x, column.width, stack, column.drop)
            for column, stack in zip(self.columns, stacks, strict=True)
        ]
        return twin

    def _rest(self, stacks: Sequence[Stack]) -> Self:
        """Return the part that goes to the next page."""
        return self._with(stacks)
