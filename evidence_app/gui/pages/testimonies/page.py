"""The screen of testimonies."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.listed_page import ListedPage
from evidence_app.gui.pages.testimonies.table_model import TestimoniesTableModel
from evidence_app.gui.pages.testimonies.view_model import TestimoniesViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.rail import rail
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.gui.widgets.segment_head import SegmentHead
from evidence_app.gui.widgets.segment_view import SegmentView
from evidence_app.services.listing import Ask
from evidence_app.system.words import N_, _, language_name, ngettext_

RAIL, MARGIN = 212, 12
FACETS = (Facet("label", N_("Label")),)


class TestimoniesPage(ListedPage):
    """A rail of testimonies, the paragraphs of one, its facts."""

    __test__ = False

    def __init__(self, lane: ArchiveLane) -> None:
        view_model, model = TestimoniesViewModel(lane), TestimoniesTableModel()
        self.rail, self.segments = rail(model), SegmentView()
        self._titles = SegmentHead(self.segments)
        self.rail.setAccessibleName(_("Testimonies"))
        self._filter = WordsField("list-filter", _("Filter testimonies"))
        self._facets = FacetRow(FACETS)
        self._code, self._name = PlainLabel(chip="plain"), ElidedLabel(type="h1")
        self._facts = ElidedLabel(type="caption", tone="2")
        self._empty = EmptyState("message-square-quote")
        self._anchor = ""
        self._anchored = self._read = 0  # whose anchor it is, and whose paragraphs are shown
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading())
        self._stack.addWidget(self._empty)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._pane = self._rail_pane()
        row.addWidget(self._pane)
        row.addWidget(self._stack, 1)
        super().__init__(view_model, model, self.rail.chooser, body)
        self._connect(view_model)

    def title(self) -> str:
        """Return the noun."""
        return _("Testimonies")

    def caption(self) -> str:
        """Say which of how many is open."""
        place = self._model.place_of(self.view_model.record_id) + 1
        return _("%(place)s of %(total)s") % {"place": place, "total": self._model.rowCount()} if place else ""

    def ask(self) -> Ask:
        """Return what field and chip say."""
        return Ask(words=self._filter.text().strip(), kept=self._facets.kept())

    def filters(self) -> tuple[WordsField, FacetRow]:
        """Return the field and the chip."""
        return self._filter, self._facets

    def drop_filters(self, tab: str) -> None:
        """Empty the field, and let any label do."""
        self._filter.clear()
        self._facets.choose({})

    def show_count(self) -> None:
        """Say why there are no testimonies, where there are none."""
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
        filters = self.view_model.ask.filters
        if filters:
            words = ngettext_("Nothing matches this filter", "Nothing matches these %(n)s filters", filters)
            self._empty.say(words % {"n": filters}, "", _("Clear filters"))
        else:
            words = _("What people said, paragraph by paragraph, each with its own number to cite.")
            self._empty.say(_("No testimonies yet"), words)

    def clear(self) -> None:
        """Forget everything."""
        self.drop_filters("")
        super().clear()
        for label in (self._code, self._name, self._facts):
            label.setText("")

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Open a testimony at a paragraph, now or when it arrives."""
        self._anchor, self._anchored = anchor, record_id
        self._show_anchor()
        super().show_record(record_id, anchor)

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the rail, or into the text where a paragraph was asked for."""
        if not self._anchor and not self.segments.hasFocus():
            self.rail.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.rail, self.segments)

    def new_words(self) -> str:
        """Return what the button that adds a record says."""
        return _("New testimony")

    def new_record(self) -> None:
        """Begin a testimony."""
        self.editor_asked.emit("testimony", 0, {})

    def citation(self) -> str:
        """Return the citation of the paragraph chosen, else of the testimony."""
        number = self.segments.current_number()
        code = self._code.text()
        return f"{code} ¶{number}" if code and number else code

    def restyle(self) -> None:
        """Take up new sizes."""
        self._pane.setFixedWidth(px(RAIL))
        self.rail.scheduleDelayedItemsLayout()
        self._empty.restyle()
        self.segments.scheduleDelayedItemsLayout()

    def _rail_pane(self) -> QFrame:
        """Return the rail under its filter."""
        pane = QFrame()
        pane.setObjectName("listRail")
        pane.setFixedWidth(px(RAIL))
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 9, MARGIN, 9)
        top.setSpacing(7)
        top.addWidget(self._filter)
        top.addWidget(self._facets, 0, Qt.AlignmentFlag.AlignLeft)
        self._facets.setMaximumWidth(px(RAIL) - 2 * MARGIN)
        column.addLayout(top)
        column.addWidget(self.rail, 1)
        return pane

    def _reading(self) -> QWidget:
        """Return the head of a testimony over its paragraphs."""
        head = QFrame()
        head.setObjectName("recordHead")
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 10, 20, 9)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._code)
        line.addWidget(self._name, 1)
        column.addLayout(line)
        column.addWidget(self._facts)
        pane = QWidget()
        whole = QVBoxLayout(pane)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._titles)
        whole.addWidget(self.segments, 1)
        return pane

    def _connect(self, view_model: TestimoniesViewModel) -> None:
        """Bind widgets to the view model."""
        view_model.passages_changed.connect(self._on_passages_changed)
        self.rail.typed.connect(view_model.look_for)
        self.segments.selectionModel().selectionChanged.connect(self._on_passage_chosen)
        self.rail.activated.connect(lambda _index: self.segments.setFocus(Qt.FocusReason.OtherFocusReason))
        self._filter.paused.connect(self.ask_again)
        self._facets.changed.connect(self.ask_again)
        self._facets.values_asked.connect(self.view_model.ask_values)
        self.view_model.values_arrived.connect(self._facets.offer)
        self._empty.asked.connect(self._on_empty_asked)
        privacy.screen().changed.connect(self._show_head)

    def _on_current_changed(self, record_id: int) -> None:
        super()._on_current_changed(record_id)
        self._show_head()
        self.status_changed.emit("")

    def _on_rows(self, ids: array[int], rows: Mapping[int, Any]) -> None:
        super()._on_rows(ids, rows)
        if self.view_model.record_id in rows:
            self._show_head()

    def _on_selection_changed(self, chosen: int) -> None:
        """Leave the status bar to the paragraph chosen."""

    def _show_head(self) -> None:
        """Say which testimony is open."""
        row = self._model.row_of(self.view_model.record_id)
        if row is not None:
            self._code.setText(row.code)
            speaker = privacy.name(row.speaker, row.speaker_code)
            self._name.setText(privacy.text(row.title) or speaker)
            who = " · ".join(dict.fromkeys(part for part in (speaker, row.speaker_code) if part))
            self._facts.setText("   ".join(part for part in (row.form, who, row.taken) if part))
        self.heading_changed.emit()

    def _on_passages_changed(self, passages: Sequence[Any], original: str, translation: str) -> None:
        locked = _("Original, %(language)s") % {"language": language_name(original)} if original else ""
        self._titles.show_titles(locked, language_name(translation))
        again = self._read == self.view_model.record_id
        number = self.segments.current_number() if again else 0
        self._read = self.view_model.record_id
        self.segments.passages.set_passages(passages)
        if number:
            self.segments.show_passage(number)
        self._show_anchor()

    def _show_anchor(self) -> None:
        """Bring the paragraph into view that a citation named, once it is there."""
        number = self._anchor.lstrip("¶").strip()
        if number.isdecimal() and self._anchored == self._read and self.segments.passages.rowCount():
            self.segments.show_passage(int(number))
            self.segments.setFocus(Qt.FocusReason.OtherFocusReason)
            self._anchor = ""

    def _on_passage_chosen(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        number = self.segments.current_number()
        numbers = {"number": number, "total": self.segments.passages.rowCount()}
        self.status_changed.emit(_("Paragraph %(number)s of %(total)s") % numbers if number else "")

    def _on_empty_asked(self) -> None:
        """Clear the filters."""
        self.drop_filters("")
        self.ask_list()
