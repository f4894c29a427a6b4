"""A screen of one noun: its list and an inspector; a form may take the place of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from evidence_app.gui.pages.records.list_pane import ListPane
from evidence_app.gui.pages.records.list_pane import Wording as Wording
from evidence_app.gui.pages.records.listed_page import ListedPage
from evidence_app.gui.pages.records.tabs import Tab
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.services.listing import Ask
from evidence_app.system.words import _


class RecordPage(ListedPage):
    """Table and inspector over a `RecordsViewModel`."""

    density_asked = Signal(str)  # from the list's own button

    def __init__(
        self,
        view_model: RecordsViewModel,
        model: RecordTableModel,
        wording: Wording,
        facets: Sequence[Facet] = (),
        tabs: Sequence[Tab] = (),
    ) -> None:
        self._wording = wording
        self.pane = ListPane(model, wording, facets, tabs)
        self.table = self.pane.table
        super().__init__(view_model, model, self.table.chooser, self.pane)
        self._connect()

    def title(self) -> str:
        """Return the noun."""
        return _(self._wording.title)

    def ask(self) -> Ask:
        """Return what tab, bar and head of the table say."""
        return self.pane.ask()

    def drop_filters(self, tab: str) -> None:
        """Let a tab come to the front and all filters go."""
        self.pane.open_tab(tab)

    def filters(self) -> tuple[WordsField, FacetRow]:
        """Return the field and the chips of the bar."""
        return self.pane.bar.field, self.pane.bar.facets

    def show_count(self) -> None:
        """Say how many records there are, or why there are none."""
        self.pane.show_count(self.view_model.ask.filters, is_whole=self.view_model.is_whole)

    def clear(self) -> None:
        """Forget every record, and the filters."""
        self.pane.bar.clear()
        super().clear()

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self.pane.bar.field.setFocus()
        self.pane.bar.field.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.table,)

    def choose_columns(self) -> None:
        """Open the panel of columns at its button."""
        self.pane.open_columns()

    def set_density(self, name: str) -> None:
        """Set how high rows are: compact, normal or roomy."""
        self.table.set_density(name)

    def state(self) -> dict[str, Any]:
        """Return how the page was left, as JSON values: panes, tab, order, columns, widths, density."""
        return super().state() | self.pane.arrangement()

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as the page was left; what is missing or odd is passed over."""
        super().restore_state(state)
        self.pane.arrange(state)
        self.ask_again()

    def new_words(self) -> str:
        """Return what the button that adds a record says."""
        return _(self._wording.new)

    def new_record(self) -> None:
        """Begin a record of this noun, of the kind that stands under the tab in front."""
        kind = self.view_model.kind
        self.editor_asked.emit(kind.noun, 0, kind.begun.get(self.ask().tab, {}))

    def open_record(self) -> None:
        """Open the record chosen in its form."""
        self.edit_record()

    def restyle(self) -> None:
        """Take up new sizes."""
        self.pane.restyle()

    def _connect(self) -> None:
        """Bind the list to the view model."""
        asked, table, pane = self.view_model, self.table, self.pane
        asked.tabs_counted.connect(self._on_tabs_counted)
        asked.values_arrived.connect(pane.bar.facets.offer)
        table.opened.connect(lambda _record_id: self.open_record())
        table.quick_look_asked.connect(self.quick_look)
        table.typed.connect(asked.look_for)
        pane.bar.values_asked.connect(asked.ask_values)
        pane.asked.connect(self.ask_again)
        pane.new_asked.connect(self.new_asked)
        pane.density_asked.connect(self.density_asked)

    def _on_tabs_counted(self, counts: Mapping[str, int]) -> None:
        if self.pane.show_tabs(counts):
            self.ask_list()

    def _on_details_changed(self, details: Any) -> None:
        super()._on_details_changed(details)
        if details is None and self.view_model.is_loaded:
            self.inspector.say(_(self._wording.nothing_chosen))
