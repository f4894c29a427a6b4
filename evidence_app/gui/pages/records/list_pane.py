"""The list of a screen: tabs, filter bar, and the table or what stands where it would be empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.pages.records.filter_bar import FilterBar
from evidence_app.gui.pages.records.tabs import RecordTabs, Tab
from evidence_app.gui.widgets.column_chooser import ColumnChooser
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.record_table import RecordTable
from evidence_app.services.listing import Ask
from evidence_app.system.words import _, ngettext_


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of a page, as msgids; `count` gives the one that counts rows, with %(n)s in it.

    `new` is the verb of the button on an empty list; without it there is none.
    """

    title: str
    count: Callable[[int], str]
    filter_hint: str
    empty: str
    empty_words: str
    icon: str
    nothing_chosen: str
    new: str = ""


class ListPane(QWidget):
    """Knows what a person asks for and shows what came of it; fetches nothing itself."""

    asked = Signal()  # tab, words, chips or order have changed
    new_asked = Signal()  # a record, from the empty list
    density_asked = Signal(str)

    def __init__(self, model: RecordTableModel, wording: Wording, facets: Sequence[Facet], tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._model, self._wording, self._filters = model, wording, 0
        self._is_tab_settled = False  # somebody chose it, or it was seen with records in it
        self.table, self.tabs = RecordTable(model), RecordTabs(tabs)
        self.table.setAccessibleName(_(wording.title))
        self.bar = FilterBar(_(wording.filter_hint), facets)
        self.empty = EmptyState(wording.icon)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.bar.facets.set_tab(self.tabs.key)
        self._lay_out()
        self._connect()

    def ask(self) -> Ask:
        """Return what is asked for."""
        sort, descending = self._model.order
        return Ask(self.tabs.key, self.bar.words(), self.bar.facets.kept(), sort, descending)

    def clear(self) -> None:
        """Drop filters and records."""
        self.bar.clear()
        self.table.chooser.forget()

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front and drop the filters, without a word about it."""
        self._is_tab_settled = True
        self.bar.clear()
        self.tabs.blockSignals(True)
        self.tabs.choose(key)
        self.tabs.blockSignals(False)
        self.bar.facets.set_tab(self.tabs.key)

    def show_tabs(self, counts: Mapping[str, int]) -> bool:
        """Show how many records each tab holds; tell whether the first that holds any has come to the front.

        It does as long as nobody has chosen a tab: a list with records in it does not open on an empty one.
        """
        self.tabs.show_counts(counts)
        full = [tab for tab, count in counts.items() if count]
        if self._is_tab_settled or not full:
            return False
        key = self.tabs.first_of(full)
        is_moved = bool(key) and not counts.get(self.tabs.key) and not self.ask().filters
        if is_moved:
            self.open_tab(key)
        self._is_tab_settled = True
        return is_moved

    def show_count(self, filters: int, *, is_whole: bool) -> None:
        """Say how many records there are, once that is known; where there are none, say why and offer the way on."""
        shown, self._filters = self._model.rowCount(), filters
        if is_whole:
            self.bar.count.setText(self._wording.count(shown) % {"n": shown})
            self.bar.fit()
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        if shown:
            return
        if filters:
            words = ngettext_("Nothing matches this filter", "Nothing matches these %(n)s filters", filters)
            self.empty.say(words % {"n": filters}, "", _("Clear filters"))
        else:
            new = _(self._wording.new) if self._wording.new else ""
            self.empty.say(_(self._wording.empty), _(self._wording.empty_words), new, _("or drop files on this window"))

    def open_columns(self, corner: QPoint | None = None) -> None:
        """Open the panel of columns, at its button or where it was asked for."""
        chooser = ColumnChooser(self.table.columns, self)
        chooser.chosen.connect(self.table.choose_columns)
        chooser.reset_asked.connect(self.table.reset_columns)
        chooser.show_at(corner or self.bar.columns_corner())

    def arrangement(self) -> dict[str, Any]:
        """Return tab, order, columns, widths and density as JSON values."""
        return self.table.arrangement() | {"tab": self.tabs.key if self._is_tab_settled else ""}

    def arrange(self, state: dict[str, Any]) -> None:
        """Be as the list was left; what is missing or odd is passed over."""
        self.table.arrange(state)
        self.tabs.blockSignals(True)
        self.tabs.choose(str(state.get("tab", "")))
        self.tabs.blockSignals(False)
        self._is_tab_settled = bool(self.tabs.key) and state.get("tab") == self.tabs.key
        self.bar.facets.set_tab(self.tabs.key)

    def restyle(self) -> None:
        """Take up new sizes."""
        self.table.restyle()
        self.empty.restyle()

    def _lay_out(self) -> None:
        """Place tabs, bar and table one under the other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.tabs.count():
            over = QFrame()
            over.setObjectName("filterBar")
            line = QHBoxLayout(over)
            line.setContentsMargins(8, 0, 8, 0)
            line.addWidget(self.tabs, 1)
            column.addWidget(over)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        """Bind the parts to one another."""
        bar, table = self.bar, self.table
        bar.changed.connect(self.asked)
        bar.sort_asked.connect(self._model.set_order)
        bar.sort.clicked.connect(lambda: bar.offer_sorts(self._model.columns, *self._model.order))
        bar.density.clicked.connect(lambda: bar.offer_densities(table.density))
        bar.density_asked.connect(self._on_density_asked)
        bar.columns_asked.connect(self.open_columns)
        table.columns_asked.connect(self.open_columns)
        self._model.order_changed.connect(self.asked)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.empty.asked.connect(self._on_empty_asked)

    def _on_tab_changed(self) -> None:
        self._is_tab_settled = True
        self.bar.facets.set_tab(self.tabs.key)
        self.asked.emit()

    def _on_density_asked(self, name: str) -> None:
        self.table.set_density(name)
        self.density_asked.emit(name)

    def _on_empty_asked(self) -> None:
        """Clear the filters, or begin the first record."""
        if self._filters:
            self.bar.clear()
            self.asked.emit()
        else:
            self.new_asked.emit()
