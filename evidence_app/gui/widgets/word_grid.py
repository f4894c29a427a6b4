"""The words of a recovery sheet: in columns read downwards, each between its place and its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.labels import PlainLabel

COLUMNS, LINES_A_COLUMN = 3, 3  # of widgets: place, word, number
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WordGrid(QFrame):
    """Words to be copied by hand; they cannot be selected, so that none gets onto a clipboard by accident."""

    def __init__(self, words: tuple[str, ...], numbers: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("look", "quote")
        grid = QGridLayout(self)
        grid.setContentsMargins(px(14), px(10), px(14), px(10))
        grid.setVerticalSpacing(px(5))
        grid.setHorizontalSpacing(px(8))
        rows = -(-len(words) // COLUMNS)
        for place, (word, number) in enumerate(zip(words, numbers, strict=True)):
            row, column = place % rows, place // rows * (LINES_A_COLUMN + 1)
            grid.addWidget(PlainLabel(str(place + 1), type="caption", tone="3"), row, column, _RIGHT)
            shown = PlainLabel(word, type="name")
            shown.setAccessibleName(f"{place + 1} {word} {number}")
            grid.addWidget(shown, row, column + 1)
            grid.addWidget(PlainLabel(number, type="caption", tone="3"), row, column + 2, _RIGHT)
        for column in range(COLUMNS):
            first = column * (LINES_A_COLUMN + 1)
            grid.setColumnMinimumWidth(first, px(18))
            grid.setColumnStretch(first + 1, 1)
            if column:
                grid.setColumnMinimumWidth(first - 1, px(14))
