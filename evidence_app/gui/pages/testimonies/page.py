"""The screen of testimonies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.page import Page
from evidence_app.gui.pages.testimonies.table_model import TestimoniesTableModel
from evidence_app.gui.pages.testimonies.view_model import TestimoniesViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.rail import rail
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.gui.widgets.segment_head import SegmentHead
from evidence_app.gui.widgets.segment_view import SegmentView
from evidence_app.system.words import _, language_name

RAIL = 212


class TestimoniesPage(Page):
    """A rail of testimonies, the paragraphs of one, its facts."""

    __test__ = False

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model = TestimoniesViewModel(lane)
        self._model = TestimoniesTableModel()
        self.rail, self.segments = rail(), SegmentView()
        self._titles = SegmentHead(self.segments)
        self.rail.setModel(self._model)
        self.rail.setAccessibleName(_("Testimonies"))
        self._filter = WordsField("list-filter", _("Filter testimonies"))
        self._code, self._name = PlainLabel(chip="plain"), ElidedLabel(type="h1")
        self._facts = ElidedLabel(type="caption", tone="2")
        self._empty = EmptyState("message-square-quote")
        self._wanted, self._anchor = 0, ""
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
        self.inspector = Inspector()
        super().__init__(body, self.inspector)
        self.inspector.followed.connect(self.followed)
        self._connect()

    def title(self) -> str:
        """Return the noun."""
        return _("Testimonies")

    def caption(self) -> str:
        """Say which of how many is open."""
        place = self._model.place_of(self.view_model.record_id) + 1
        return _("%(place)s of %(total)s") % {"place": place, "total": self._model.rowCount()} if place else ""

    def enter(self) -> None:
        """Fetch the rows anew."""
        self.view_model.load()

    def clear(self) -> None:
        """Forget everything."""
        self._filter.clear()
        self.view_model.forget()
        for label in (self._code, self._name, self._facts):
            label.setText("")

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Open a testimony at a paragraph, now or when it arrives."""
        self._wanted, self._anchor, self._anchored = record_id, anchor, record_id
        self._show_anchor()
        if self.view_model.is_loaded:
            self._choose()

    def step(self, direction: int) -> None:
        """Open the next or previous testimony."""
        place = self.rail.currentIndex().row() + direction
        if 0 <= place < self._model.rowCount():
            self.rail.setCurrentIndex(self._model.index(place, 0))

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
        top = QHBoxLayout()
        top.setContentsMargins(12, 9, 12, 9)
        top.addWidget(self._filter)
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

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        self.view_model.rows_changed.connect(self._on_rows_changed)
        self.view_model.details_changed.connect(self._on_details_changed)
        self.view_model.passages_changed.connect(self._on_passages_changed)
        self.view_model.failed.connect(self.say_error)
        self.rail.selectionModel().selectionChanged.connect(self._on_chosen)
        self.segments.selectionModel().selectionChanged.connect(self._on_passage_chosen)
        self.rail.activated.connect(lambda _index: self.segments.setFocus(Qt.FocusReason.OtherFocusReason))
        self._filter.paused.connect(self._apply_filter)
        self._empty.asked.connect(self._on_empty_asked)

    def _on_rows_changed(self, rows: Sequence[Any]) -> None:
        self._wanted = self._wanted or self.view_model.record_id
        self._model.set_rows(rows)
        self._choose()

    def _apply_filter(self, words: str) -> None:
        self._wanted = self.view_model.record_id
        self._model.keep(words)
        self._choose()

    def _choose(self) -> None:
        """Choose the testimony asked for, else the first."""
        place = self._model.place_of(self._wanted)
        if place < 0 < self._wanted and self._filter.text() and self._anchor:
            self._filter.clear()
            self._model.keep()
            place = self._model.place_of(self._wanted)
        self._wanted = 0
        count = self._model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1)
        if count:
            self.rail.setCurrentIndex(self._model.index(max(0, place), 0))
        elif self._model.total:
            self._empty.say(_("Nothing matches these filters"), "", _("Clear filters"))
        elif self.view_model.is_loaded:
            words = _("What people said, paragraph by paragraph, each with its own number to cite.")
            self._empty.say(_("No testimonies yet"), words)
        self.heading_changed.emit()

    def _on_chosen(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        index = self.rail.currentIndex()
        if not index.isValid():
            return
        row = self._model.row_at(index.row())
        self.view_model.choose(row.id)
        self._code.setText(row.code)
        self._name.setText(row.title or row.speaker)
        who = " · ".join(dict.fromkeys(part for part in (row.speaker, row.speaker_code) if part))
        self._facts.setText("   ".join(part for part in (row.form, who, row.taken) if part))
        self.heading_changed.emit()
        self.status_changed.emit("")

    def _on_details_changed(self, details: Any) -> None:
        if details is None:
            self.inspector.clear()
        else:
            self.inspector.show_details(details)

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
        """Clear the filter."""
        self._filter.clear()
        self._apply_filter("")
