"""Tabs over a list: each asks for the records of one kind and shows how many there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar

from evidence_app.gui.theme.look import px
from evidence_app.system.words import _

LEAST = 60


@dataclass(frozen=True, slots=True)
class Tab:
    """A kind of record: its key in the list and its title (a msgid)."""

    key: str
    title: str


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

    @property
    def key(self) -> str:
        """The key of the tab in front; empty without tabs."""
        return self._tabs[max(0, self.currentIndex())].key if self._tabs else ""

    def choose(self, key: str) -> None:
        """Bring a tab to the front; an unknown key changes nothing."""
        for place, tab in enumerate(self._tabs):
            if tab.key == key:
                self.setCurrentIndex(place)

    def first_of(self, keys: Collection[str]) -> str:
        """Return the first tab, from the left, that is one of some; empty where none is."""
        return next((tab.key for tab in self._tabs if tab.key in keys), "")

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show beside each title how many records it holds."""
        for place, tab in enumerate(self._tabs):
            words = f"{_(tab.title)}  {counts.get(tab.key, 0)}"
            self.setTabText(place, words)
            self.setTabToolTip(place, words)

    def minimumSizeHint(self) -> QSize:
        """Give way to the pane beside the list: a title that does not fit is cut in its middle."""
        return QSize(self.count() * px(LEAST), super().minimumSizeHint().height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let a tab become narrow."""
        return QSize(px(LEAST), super().minimumTabSizeHint(index).height())
