"""Figures: bars to scale, stills in rows, a band of facts, a square code."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier import sums
from evidence_app.dossier.flow import Block, Column, Columns, Stack
from evidence_app.dossier.jpeg import bare, dimensions
from evidence_app.dossier.prose import NBSP, NOTHING, cell, fixity, join, line, para, say, sources, strong
from evidence_app.system.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from evidence_app.dossier.manuscript import KeyFigure, Still
    from evidence_app.dossier.sheet import Sheet

_BAR = 20.0
_BAR_STEP = 38.0
_PER_ROW = 3
_FIGURES = 4
_STILL_WIDTH = (sheet_of.MEASURE - (_PER_ROW - 1) * sheet_of.GRID) / _PER_ROW
_STILL_HEIGHT = _STILL_WIDTH * 9 / 16
QR_SIDE = 25 * mm


class ClaimBar(Block):
    """Claimed, awarded and, where it is known, paid as bars to one scale, the sums in the side column."""

    def __init__(self, claimed: int, awarded: int, currency: str, paid: int | None = None) -> None:
        super().__init__()
        self.claimed, self.awarded = claimed, awarded
        told = [(_("Claimed"), claimed, sheet_of.BAR), (_("Awarded"), awarded, sheet_of.LINK)]
        told += [] if paid is None else [(_("Paid"), paid, sheet_of.INK)]
        self._bars = [(amount, colour) for _label, amount, colour in told]
        self._labels = [
            Stack(
                para(label, sheet_of.SIDE_NOTE) + para(sums.money(amount, currency), sheet_of.SIDE_SUM),
                sheet_of.SIDE + sheet_of.GUTTER - 4,
            )
            for label, amount, _colour in told
        ]
        self.spaceAfter = sheet_of.GRID

    def measure(self, width: float) -> float:
        """Need room for the bars."""
        return len(self._bars) * _BAR_STEP

    def paint(self, sheet: Sheet) -> None:
        """Draw axis, bars, and the share awarded."""
        scale = sheet_of.TEXT / max(1, *(amount for amount, _colour in self._bars))
        for number, (amount, colour) in enumerate(self._bars):
            top = self.height - number * _BAR_STEP
            self._labels[number].draw(sheet, 0, top - 5)
            sheet.setFillColor(colour)
            sheet.rect(sheet_of.INDENT, top - 8 - _BAR, amount * scale, _BAR, stroke=0, fill=1)
        sheet.setStrokeColor(sheet_of.INK)
        sheet.setLineWidth(sheet_of.HEAVY)
        sheet.line(sheet_of.INDENT, 0, sheet_of.INDENT, self.height)
        self._paint_share(sheet, self.awarded * scale)

    def _paint_share(self, sheet: Sheet, length: float) -> None:
        """Write the share beside the second bar, where there is room and a whole to share."""
        if not self.claimed or length > sheet_of.TEXT * 0.6:
            return
        text = _("%(share)s of what was claimed") % {"share": sums.share(self.awarded, self.claimed)}
        sheet.setFillColor(sheet_of.SECONDARY)
        sheet.setFont(sheet_of.CELL.fontName, sheet_of.CELL.fontSize)
        sheet.drawString(sheet_of.INDENT + length + 8, self.height - _BAR_STEP - 8 - _BAR / 2 - 3, text)


class Picture(Block):
    """One still in a 16:9 field: whole, unscaled in proportion, on tint where it has another shape."""

    def __init__(self, still: Still) -> None:
        super().__init__()
        self.jpeg = still.jpeg

    def measure(self, width: float) -> float:
        """Need the field."""
        return _STILL_HEIGHT

    def paint(self, sheet: Sheet) -> None:
        """Draw field, picture and frame."""
        sheet.setFillColor(sheet_of.TINT)
        sheet.rect(0, 0, _STILL_WIDTH, _STILL_HEIGHT, stroke=0, fill=1)
        size = dimensions(self.jpeg)
        if size is None:
            sheet.setFillColor(sheet_of.SECONDARY)
            sheet.setFont(sheet_of.NOTE.fontName, sheet_of.NOTE.fontSize)
            sheet.drawCentredString(_STILL_WIDTH / 2, _STILL_HEIGHT / 2 - 3, _("This picture can't be drawn."))
        else:
            scale = min(_STILL_WIDTH / size[0], _STILL_HEIGHT / size[1])
            width, height = size[0] * scale, size[1] * scale
            left, bottom = (_STILL_WIDTH - width) / 2, (_STILL_HEIGHT - height) / 2
            sheet.drawImage(ImageReader(BytesIO(bare(self.jpeg))), left, bottom, width, height)
        sheet.setStrokeColor(sheet_of.HAIRLINE)
        sheet.setLineWidth(sheet_of.FINE)
        sheet.rect(0, 0, _STILL_WIDTH, _STILL_HEIGHT, stroke=1, fill=0)


def stills(pictures: Sequence[Still]) -> Iterator[Block]:
    """Return stills in rows of three, each with time code, caption and digest."""
    for start in range(0, len(pictures), _PER_ROW):
        columns = [
            Column(n * (_STILL_WIDTH + sheet_of.GRID), _STILL_WIDTH, [Picture(still), *_caption(still)])
            for n, still in enumerate(pictures[start : start + _PER_ROW])
        ]
        yield Columns(columns, below=sheet_of.GRID * 0.7, whole=sheet_of.PAGE_HEIGHT / 2)


def _caption(still: Still) -> list[Any]:
    """Set what stands under a still."""
    style = sheet_of.NOTE
    head = join(NBSP * 3, [strong(still.timecode), say(still.caption, style.fontName)])
    digest = [line(fixity(still.sha256, 7.5, between=""), style)] if still.sha256 else []
    return [line(head, style), *digest]


class Band(Columns):
    """A tinted band of labels and values that introduces a record."""

    def __init__(self, facts: Sequence[tuple[str, str, float]]) -> None:
        pad = sheet_of.GRID * 0.6
        unit = (sheet_of.MEASURE - 2 * pad - sheet_of.CELL_BETWEEN * (len(facts) - 1)) / sum(
            share for _label, _value, share in facts
        )
        columns, x = [], pad
        for label, value, share in facts:
            blocks = para(label, sheet_of.CELL_HEAD) + cell(value, sheet_of.CELL)
            columns.append(Column(x, share * unit, blocks))
            x += share * unit + sheet_of.CELL_BETWEEN
        super().__init__(columns, sheet_of.GRID * 0.4, sheet_of.GRID * 0.45, whole=sheet_of.UNBREAKABLE)
        self.spaceAfter = sheet_of.GRID

    def paint(self, sheet: Sheet) -> None:
        """Draw the tint, then the facts on it."""
        sheet.setFillColor(sheet_of.TINT)
        sheet.rect(0, 0, sheet_of.MEASURE, self.height, stroke=0, fill=1)
        super().paint(sheet)


class KeyFigures(Columns):
    """Up to four numbers with captions on one rule."""

    def __init__(self, figures: Sequence[KeyFigure], with_sources: bool) -> None:
        width = (sheet_of.MEASURE - (_FIGURES - 1) * sheet_of.GRID) / _FIGURES
        columns = []
        for number, figure in enumerate(figures):
            has_tail = with_sources and not figure.is_counted
            tail = sources(figure.refs, sheet_of.COVER_CAPTION.fontSize) if has_tail else NOTHING
            blocks = cell(figure.value, sheet_of.COVER_FIGURE)
            blocks += para(figure.caption, sheet_of.COVER_CAPTION, tail)
            columns.append(Column(number * (width + sheet_of.GRID), width, blocks))
        super().__init__(columns, sheet_of.GRID * 0.7, sheet_of.GRID, whole=sheet_of.UNBREAKABLE)

    def paint(self, sheet: Sheet) -> None:
        """Draw the rule, then the figures."""
        sheet.setStrokeColor(sheet_of.INK)
        sheet.setLineWidth(sheet_of.HEAVY)
        sheet.line(0, self.height, sheet_of.MEASURE, self.height)
        super().paint(sheet)


class SquareCode(Block):
    """A QR code without a quiet zone: the white of the page is one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._code = QrCode(text, width=QR_SIDE, height=QR_SIDE, qrBorder=0, qrLevel="M")

    def measure(self, width: float) -> float:
        """Need the square."""
        return QR_SIDE

    def paint(self, sheet: Sheet) -> None:
        """Draw the modules in ink."""
        sheet.setFillColor(sheet_of.INK)
        self._code.drawOn(sheet, 0, 0)
