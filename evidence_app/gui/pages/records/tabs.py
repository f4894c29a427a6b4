"""Tabs over a list: each keeps the rows of one kind and shows how many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar

from evidence_app.gui.theme.look import px
from evidence_app.system.words import _

LEAST = 60


@dataclass(frozen=True, slots=True)
class Tab:
    """A kind of row: its title (a msgid) and which rows belong to it."""

    title: str
    holds: Callable[[Any], bool]


class RecordTabs(QTabBar):
    """The tabs of a page; a page without tabs shows none."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)  # the number at the end stays
        for tab in self._tabs:
            self.addTab(_(tab.title))

    def count_rows(self, rows: Sequence[Any]) -> None:
        """Show beside each title how many rows it keeps."""
        for place, tab in enumerate(self._tabs):
            number = sum(1 for row in rows if tab.holds(row))
            words = f"{_(tab.title)}  {number}"
            self.setTabText(place, words)
            self.setTabToolTip(place, words)

    def minimumSizeHint(self) -> QSize:
        """Give way to the pane beside the list: a title that does not fit is cut in its middle."""
        return QSize(self.count() * px(LEAST), super().minimumSizeHint().height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let a tab become narrow."""
        return QSize(px(LEAST), super().minimumTabSizeHint(index).height())

    def passes(self, row: Any) -> bool:
        """Tell whether a row belongs to the tab in front."""
        return not self._tabs or self._tabs[max(0, self.currentIndex())].holds(row)

    def open_for(self, row: Any) -> None:
        """Bring the first tab to the front that holds a row."""
        for place, tab in enumerate(self._tabs):
            if row is not None and tab.holds(row):
                self.setCurrentIndex(place)
                return
