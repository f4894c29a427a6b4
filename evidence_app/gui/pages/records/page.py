"""A screen of one noun: tabs, filter bar, table, inspector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.pages.page import Page
from evidence_app.gui.pages.records.tabs import RecordTabs, Tab
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.record_table import RecordTable
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.system.words import _

FILTER, ROOMY_CHIPS, ROOMY_COUNT = (130, 220), 1100, 760


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of a page, as msgids; `count` gives the one that counts rows, with %(n)s in it."""

    title: str
    count: Callable[[int], str]
    filter_hint: str
    empty: str
    empty_words: str
    icon: str
    nothing_chosen: str


class RecordPage(Page):
    """Table and inspector over a `RecordsViewModel`."""

    def __init__(
        self,
        view_model: RecordsViewModel,
        model: RecordTableModel,
        wording: Wording,
        facets: Sequence[Facet] = (),
        tabs: Sequence[Tab] = (),
    ) -> None:
        self._wording, self._model, self._wanted = wording, model, 0
        self.view_model = view_model
        self.table = RecordTable(model)
        self.table.setAccessibleName(_(wording.title))
        self._facets, self._tabs = FacetRow(facets), RecordTabs(tabs)
        self._filter = WordsField("list-filter", _(wording.filter_hint))
        self._count = PlainLabel(tone="2")
        self._empty = EmptyState(wording.icon)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.inspector = Inspector()
        super().__init__(self._lay_out(), self.inspector)
        self.inspector.followed.connect(self.followed)
        self._connect()

    def title(self) -> str:
        """Return the noun."""
        return _(self._wording.title)

    def enter(self) -> None:
        """Fetch the rows anew."""
        self.view_model.load()

    def clear(self) -> None:
        """Forget everything."""
        self._filter.clear()
        self._facets.reset()
        self._bar.hide()
        self.view_model.forget()

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose a record, now or when the rows arrive; a filter that hides it is dropped."""
        self._wanted = record_id
        if self.view_model.is_loaded:
            self._choose_wanted()

    def step(self, direction: int) -> None:
        """Go to the next or previous row."""
        self.table.step(direction)

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.table,)

    def citation(self) -> str:
        """Return the code of the record chosen."""
        place = self._model.place_of(self.view_model.record_id)
        return str(self._model.row_at(place).code) if place >= 0 else ""

    def restyle(self) -> None:
        """Take up new sizes."""
        self.table.restyle()
        self._empty.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips say less where there is little room."""
        super().resizeEvent(event)
        self._facets.set_short(self.width() < px(ROOMY_CHIPS))
        self._count.setVisible(self.width() >= px(ROOMY_COUNT))

    def _lay_out(self) -> QWidget:
        """Lay out tabs, filter bar and table."""
        bar = QFrame()
        bar.setObjectName("filterBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 7, 20, 7)
        row.setSpacing(8)
        self._filter.setMinimumWidth(px(FILTER[0]))
        self._filter.setMaximumWidth(px(FILTER[1]))
        row.addWidget(self._filter, 1)
        row.addWidget(self._facets)
        row.addStretch(1)
        row.addWidget(self._count)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._tabs.count():
            over = QFrame()
            over.setObjectName("filterBar")
            line = QHBoxLayout(over)
            line.setContentsMargins(8, 0, 8, 0)
            line.addWidget(self._tabs, 1)
            column.addWidget(over)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        self.view_model.rows_changed.connect(self._on_rows_changed)
        self.view_model.details_changed.connect(self._on_details_changed)
        self.view_model.failed.connect(self.say_error)
        self.table.current_changed.connect(self._on_current_changed)
        self.table.opened.connect(self.focus_side)
        self._filter.paused.connect(self._apply_filter)
        self._facets.changed.connect(self._apply_filter)
        self._tabs.currentChanged.connect(self._apply_filter)
        self._empty.asked.connect(self._on_empty_asked)

    def _on_rows_changed(self, rows: Sequence[Any]) -> None:
        self._wanted = self._wanted or self.view_model.record_id
        self._facets.offer(rows)
        self._tabs.count_rows(rows)
        self._model.set_rows(rows)
        self._apply_filter()

    def _apply_filter(self) -> None:
        """Show the rows that pass field, chips and tab; keep the record chosen where it still shows."""
        self._wanted = self._wanted or self.view_model.record_id
        self._model.keep(self._filter.text(), lambda row: self._facets.passes(row) and self._tabs.passes(row))
        self._show_count()
        if not self.table.show_record(self._wanted) and self._model.rowCount():
            self.table.selectRow(0)
        self._wanted = 0
        if not self._model.rowCount():
            self._say_empty()

    def _choose_wanted(self) -> None:
        """Choose the record asked for, past any filter."""
        if self._model.place_of(self._wanted) < 0:
            wanted, self._wanted = self._wanted, 0
            self._filter.clear()
            self._facets.reset()
            self._tabs.open_for(next((row for row in self.view_model.rows if row.id == wanted), None))
            self._wanted = wanted
        self._apply_filter()

    def _show_count(self) -> None:
        """Say how many rows show."""
        shown = self._model.rowCount()
        self._count.setText(self._wording.count(shown) % {"n": shown})
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        self.heading_changed.emit()
        if not shown:
            self.status_changed.emit("")

    def _say_empty(self) -> None:
        """Say why there is nothing, and offer the way on."""
        self.inspector.clear()
        if self._model.total:
            self._empty.say(_("Nothing matches these filters"), "", _("Clear filters"))
        elif self.view_model.is_loaded:
            self._empty.say(_(self._wording.empty), _(self._wording.empty_words))
        else:
            self._empty.say("")

    def _on_empty_asked(self) -> None:
        """Clear the filters."""
        self._filter.clear()
        self._facets.reset()
        self._tabs.setCurrentIndex(0)
        self._apply_filter()

    def _on_current_changed(self, record_id: int) -> None:
        self.view_model.choose(record_id)
        place = self._model.place_of(record_id) + 1
        numbers = {"place": place, "total": self._model.rowCount()}
        self.status_changed.emit(_("%(place)s of %(total)s selected") % numbers if place else "")

    def _on_details_changed(self, details: Any) -> None:
        if details is None:
            self.inspector.say(_(self._wording.nothing_chosen) if self.view_model.is_loaded else "")
        else:
            self.inspector.show_details(details)
