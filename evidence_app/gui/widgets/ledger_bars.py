"""Sums as bars to one scale: claimed, of that awarded, of that paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing

MARGIN, LINE, BAR, LABEL, SUM, GAP, HEAD, LEAST = 20, 22, 10, 76, 150, 16, 26, 420
_TONES = ("border_strong", "accent", "ok")  # claimed, awarded, paid


@dataclass(frozen=True, slots=True)
class Line:
    """One bar: its label, amount (None where it is not known) and how that reads."""

    label: str
    amount: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """The bars of one currency, or one head of it; `spoken` says all of it in a sentence."""

    title: str
    counted: str
    share: str
    lines: tuple[Line, ...]
    spoken: str


def bar(painter: QPainter, box: QRect, whole: int | None, parts: Sequence[int | None]) -> None:
    """Draw one bar: the whole in grey, the parts over it, each to the scale of the whole."""
    most = max([whole or 0, *(part or 0 for part in parts)])
    if not most:
        return
    for amount, tone in zip((whole, *parts), _TONES, strict=False):
        if amount:
            width = max(px(2), round(box.width() * amount / most))
            drawing.rounded(painter, QRect(box.left(), box.top(), width, box.height()), 2, look.colour(tone))


class LedgerBars(QWidget):
    """Blocks of bars beside one another, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: Sequence[Block] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other sums."""
        self._blocks = blocks
        self.setAccessibleName("; ".join(block.spoken for block in blocks))
        self.setVisible(bool(blocks))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be higher where the blocks stand below one another."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all blocks need."""
        rows = -(-len(self._blocks) // self._columns(width))
        return rows * self._block_height() + (px(GAP) if rows else 0)

    def sizeHint(self) -> QSize:
        """Ask for one column."""
        return QSize(px(LEAST), self.heightForWidth(max(self.width(), px(LEAST))))

    def minimumSizeHint(self) -> QSize:
        """Give way in width, never in height."""
        return QSize(px(LEAST) // 2, self.heightForWidth(max(self.width(), px(LEAST))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all blocks."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        columns = self._columns(self.width())
        width = (self.width() - 2 * MARGIN - (columns - 1) * 2 * MARGIN) // columns
        for number, block in enumerate(self._blocks):
            across, down = number % columns, number // columns
            at = QRect(MARGIN + across * (width + 2 * MARGIN), px(GAP) + down * self._block_height(), width, 0)
            self._block(painter, at, block)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("border"))

    def _block(self, painter: QPainter, at: QRect, block: Block) -> None:
        """Draw one block: title, whom it counts, share, bars."""
        head = QRect(at.left(), at.top(), at.width(), px(HEAD) - px(6))
        used = drawing.text(painter, head, block.share, look.colour("text"), "h3", drawing.RIGHT)
        room = head.adjusted(0, 0, -used - 12, 0)
        used = drawing.text(painter, room, block.title, look.colour("text"), "h3")
        drawing.text(painter, room.adjusted(used + 10, 0, 0, 0), block.counted, look.colour("text_2"))
        most = max([1, *(line.amount or 0 for line in block.lines)])
        for number, line in enumerate(block.lines):
            box = QRect(at.left(), at.top() + px(HEAD) + number * px(LINE), at.width(), px(LINE))
            self._line(painter, box, line, most, _TONES[number])

    def _line(self, painter: QPainter, box: QRect, line: Line, most: int, tone: str) -> None:
        """Draw label, bar and sum."""
        drawing.text(painter, QRect(box.left(), box.top(), px(LABEL), box.height()), line.label, look.colour("text_2"))
        known = line.amount is not None
        words = QRect(box.right() - px(SUM), box.top(), px(SUM), box.height())
        ink = look.colour("text" if known else "text_3")
        drawing.text(painter, words, line.words, ink, "figures" if known else "body", drawing.RIGHT)
        track = QRect(box.left() + px(LABEL), box.center().y() - px(BAR) // 2 + 1, 0, px(BAR))
        track.setRight(words.left() - 12)
        drawing.rounded(painter, track, 2, look.colour("sunken"))
        if line.amount:
            track.setWidth(max(px(2), round(track.width() * line.amount / most)))
            drawing.rounded(painter, track, 2, look.colour(tone))

    def _columns(self, width: int) -> int:
        """Return how many blocks stand side by side."""
        return max(1, min(len(self._blocks), (width - MARGIN) // px(LEAST + 2 * MARGIN)))

    def _block_height(self) -> int:
        lines = max((len(block.lines) for block in self._blocks), default=0)
        return px(HEAD) + lines * px(LINE) + px(GAP)
