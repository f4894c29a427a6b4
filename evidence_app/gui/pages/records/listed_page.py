"""What every screen with a list of records has in common, whatever shows the records: table, rail or gallery."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from evidence_app.gui.pages.inspecting import Inspecting
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.gui.widgets.chooser import Chooser
from evidence_app.gui.widgets.facet_chip import FacetRow
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.quick_look import QuickLook
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.services.details import Details
from evidence_app.services.listing import Ask, First
from evidence_app.services.saved_searches import Filtered
from evidence_app.system.words import _


class ListedPage(Page):
    """Binds a view model to a model of records and its chooser; subclasses say what is asked for and lay it out."""

    def __init__(self, view_model: RecordsViewModel, model: RecordTableModel, chooser: Chooser, body: QWidget) -> None:
        self.view_model, self._model, self._chooser, self._wanted = view_model, model, chooser, 0
        self._is_by_name = False  # whether somebody asked for the wanted record, so that filters give way to it
        self.inspector = Inspector()
        super().__init__(body, self.inspector)
        # Without a parent they would live until Python's collector comes by, which may be in another thread.
        view_model.setParent(self)
        model.setParent(self)
        self.inspecting = Inspecting(self.inspector, view_model.lane, self.say_error)
        self.look = QuickLook(self.body)
        self.look.stepped.connect(self.step)
        self.look.followed.connect(self.followed)
        self.inspector.followed.connect(self.followed)
        view_model.first_arrived.connect(self._on_first)
        view_model.ids_arrived.connect(self._on_ids)
        view_model.rows_arrived.connect(self._on_rows)
        view_model.rows_missed.connect(model.give_up)
        view_model.beginnings_arrived.connect(chooser.go_on)
        view_model.tab_found.connect(self._on_tab_found)
        view_model.details_changed.connect(self._on_details_changed)
        view_model.failed.connect(self.say_error)
        model.wanted.connect(view_model.fetch)
        chooser.current_changed.connect(self._on_current_changed)
        chooser.selection_changed.connect(self._on_selection_changed)

    def ask(self) -> Ask:
        """Return what the page asks for."""
        raise NotImplementedError

    def drop_filters(self, tab: str) -> None:
        """Let a tab come to the front and all filters go, without asking for anything yet."""
        raise NotImplementedError

    def filters(self) -> tuple[WordsField, FacetRow]:
        """Return the field and the chips that narrow the list."""
        raise NotImplementedError

    def kept(self) -> str:
        """Return tab and filters, as a saved search keeps them."""
        return str(Filtered(self.ask(), self.filters()[1].labels()))

    def kept_words(self) -> str:
        """Say what the list is filtered by."""
        field, facets = self.filters()
        return " · ".join(filter(None, (self.title(), field.text().strip(), *facets.labels().values())))

    def show_kept(self, query: str) -> None:
        """Filter by what a saved search keeps."""
        wanted, (field, facets) = Filtered.parse(query), self.filters()
        self.drop_filters(wanted.ask.tab)
        field.setText(wanted.ask.words)
        facets.choose(wanted.labels)
        self.ask_list()

    def show_count(self) -> None:
        """Say how many records there are, or why there are none."""
        raise NotImplementedError

    def enter(self) -> None:
        """Fetch what is listed anew; what is chosen, current and in view stays so."""
        if self.view_model.is_loaded:
            self._model.refresh()
            self.view_model.load()
        else:
            self.ask_list()

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch anew what rests on these nouns."""
        if self.view_model.is_loaded and touched & self.view_model.kind.rests_on:
            self.enter()

    def clear(self) -> None:
        """Forget every record."""
        self._wanted = 0
        self.view_model.forget()
        self._chooser.forget()
        self._bar.hide()

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose a record, now or when it arrives; a filter that hides it is dropped."""
        self._wanted, self._is_by_name = record_id, True
        if self.view_model.is_loaded:
            self._choose()

    def step(self, direction: int) -> None:
        """Go to the next or previous record."""
        self._chooser.step(direction)

    def citation(self) -> str:
        """Return the code of the record chosen."""
        row = self._model.row_of(self.view_model.record_id)
        return str(row.code) if row is not None else ""

    def current(self) -> Subject | None:
        """Return the record chosen, once its row is here."""
        row = self._model.row_of(self.view_model.record_id)
        if row is None:
            return None
        title = getattr(row, "title", "") or getattr(row, "name", "") or row.code
        return Subject(self.view_model.kind.noun, row.id, row.uid, row.code, title)

    def selection(self) -> list[int]:
        """Return the ids of all records chosen, in the order shown."""
        return self._chooser.selection()

    def edit_record(self) -> None:
        """Change the record chosen in its form."""
        if self.view_model.record_id:
            self.editor_asked.emit(self.view_model.kind.noun, self.view_model.record_id, {})

    def quick_look(self) -> None:
        """Look at the record chosen without leaving the list, or end the look."""
        if self.look.is_open:
            self.look.close_look()
        elif self.inspector.details is not None:
            self.look.open(self.inspector.details)
            self.present(self.look, self.inspector.details)

    def present(self, where: Inspector | QuickLook, details: Details) -> None:
        """Show what is known of the record chosen."""
        where.show_details(details)

    def ask_list(self) -> None:
        """Ask for what the page says; the record chosen stays so where it still shows."""
        self._keep_current()
        self.view_model.show(self.ask())

    def ask_again(self) -> None:
        """Do so after a filter has changed, once there is a list at all."""
        if self.view_model.is_loaded:
            self.ask_list()

    def _on_first(self, first: First[Any]) -> None:
        self._model.put_rows(first.rows)
        self._take(first.ids)

    def _on_ids(self, ids: array[int]) -> None:
        self._keep_current()
        self._take(ids)

    def _keep_current(self) -> None:
        """Want the record that is current now, unless another is wanted; it may go with the filter."""
        if not self._wanted:
            self._wanted, self._is_by_name = self.view_model.record_id, False

    def _take(self, ids: array[int]) -> None:
        """Show records, and choose among them."""
        self._chooser.show_ids(ids)
        self._choose()
        self.show_count()
        self.heading_changed.emit()
        if not ids:
            self._wanted = 0
            self.status_changed.emit("")

    def _on_rows(self, ids: array[int], rows: Mapping[int, Any]) -> None:
        self._model.answer(ids, rows)
        if self.view_model.record_id in rows:
            self.heading_changed.emit()

    def _choose(self) -> None:
        """Choose the record asked for, else the first; past any filter where somebody asked for it by name."""
        wanted = self._wanted
        if wanted and (wanted == self._chooser.current_id() or self._chooser.show_record(wanted)):
            self._wanted = 0
        elif wanted and not self.view_model.is_whole:
            return  # it may be among those that are still to come
        elif wanted and self._is_by_name:
            self.view_model.find_tab(wanted)
        elif not self._chooser.current_id():
            self._wanted = 0
            self._chooser.show_place(0)

    def _on_tab_found(self, record_id: int, tab: str | None) -> None:
        """Go past the filters to a record that they hide; one that is in no list leaves things as they are."""
        if record_id == self._wanted:
            if tab is None:
                self._wanted = 0
                self._choose()
            else:
                self.drop_filters(tab)
                self.ask_list()

    def _on_current_changed(self, record_id: int) -> None:
        self.view_model.choose(record_id)

    def _on_selection_changed(self, chosen: int) -> None:
        numbers = {"place": chosen, "total": self._model.rowCount()}
        self.status_changed.emit(_("%(place)s of %(total)s selected") % numbers if chosen else "")

    def _on_details_changed(self, details: Any) -> None:
        if details is None:
            self.inspector.clear()
        else:
            self.present(self.inspector, details)
            if self.look.is_open:
                self.present(self.look, details)
