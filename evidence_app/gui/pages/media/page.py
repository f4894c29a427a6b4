"""The screen of media."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.media.cover import KEYS, Cover
from evidence_app.gui.pages.media.tiles import tile
from evidence_app.gui.pages.media.view_model import MediaViewModel
from evidence_app.gui.pages.page import Page
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.gallery import ITEM, TileModel, gallery
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.system.words import N_, _, ngettext_

FACETS = (Facet(N_("Kind"), lambda row: (row.kind_label,)),)


class MediaPage(Page):
    """Tiles; a graphic one is covered here and beside it."""

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model = MediaViewModel(lane)
        self.tiles = TileModel(self.view_model.ask_picture)
        self.view = gallery(self.tiles)
        self.view.setAccessibleName(_("Media"))
        self._facets = FacetRow(FACETS)
        self._filter = WordsField("list-filter", _("Filter media"))
        self._count, self._empty = PlainLabel(tone="2"), EmptyState("film")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._wanted = self._uncovered = 0
        self.inspector = Inspector()
        super().__init__(self._lay_out(), self.inspector)
        self.inspector.followed.connect(self.followed)
        self._connect()

    def title(self) -> str:
        """Return the noun."""
        return _("Media")

    def enter(self) -> None:
        """Fetch the rows anew; what was uncovered is covered again."""
        self._uncovered = 0
        self.view_model.load()

    def clear(self) -> None:
        """Forget everything, pictures first."""
        self._uncovered = 0
        self.tiles.forget()
        self._filter.clear()
        self._facets.reset()
        self.view_model.forget()

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose an exhibit, now or when the rows arrive."""
        self._wanted = record_id
        if self.view_model.is_loaded:
            if self.tiles.place_of(record_id) < 0:
                self._filter.clear()
                self._facets.reset()
            self._show_rows()

    def uncover(self) -> None:
        """Show the picture of the graphic exhibit chosen: this one only, and only until another is chosen."""
        self._uncovered = self.view_model.record_id
        if self.inspector.details is not None:
            self._on_details_changed(self.inspector.details)

    def step(self, direction: int) -> None:
        """Go to the next or previous exhibit."""
        place = self.view.currentIndex().row() + direction
        if 0 <= place < self.tiles.rowCount():
            self.view.setCurrentIndex(self.tiles.index(place))

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the gallery."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.view,)

    def citation(self) -> str:
        """Return the code of the exhibit chosen."""
        index = self.view.currentIndex()
        return str(index.data(ITEM).code) if index.isValid() else ""

    def restyle(self) -> None:
        """Take up new sizes."""
        self.view.scheduleDelayedItemsLayout()
        self._empty.restyle()

    def _lay_out(self) -> QWidget:
        """Return filter bar and gallery."""
        bar = QFrame()
        bar.setObjectName("filterBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 7, 20, 7)
        row.setSpacing(8)
        self._filter.setMaximumWidth(220)
        row.addWidget(self._filter, 1)
        row.addWidget(self._facets)
        row.addStretch(1)
        row.addWidget(self._count)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        self.view_model.rows_changed.connect(self._on_rows_changed)
        self.view_model.details_changed.connect(self._on_details_changed)
        self.view_model.picture_arrived.connect(self._on_picture_arrived)
        self.view_model.failed.connect(self.say_error)
        self.view.selectionModel().selectionChanged.connect(self._on_chosen)
        for key in KEYS:
            QShortcut(QKeySequence(key), self, self.uncover, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.view.activated.connect(self.focus_side)
        self._filter.paused.connect(self._show_rows)
        self._facets.changed.connect(self._show_rows)
        self._empty.asked.connect(self._on_empty_asked)

    def _on_rows_changed(self, rows: Sequence[Any]) -> None:
        self._facets.offer(rows)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the tiles that pass the filters, and choose one."""
        wanted, self._wanted = self._wanted or self.view_model.record_id, 0
        words = self._filter.text().casefold().split()
        rows = [row for row in self.view_model.rows if self._facets.passes(row) and _holds(row, words)]
        self.tiles.set_tiles([tile(row) for row in rows])
        self._count.setText(ngettext_("%(n)s item", "%(n)s items", len(rows)) % {"n": len(rows)})
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.view.setCurrentIndex(self.tiles.index(max(0, self.tiles.place_of(wanted))))
        else:
            self.status_changed.emit("")
        if not rows and self.view_model.rows:
            self._empty.say(_("Nothing matches these filters"), "", _("Clear filters"))
        elif not rows and self.view_model.is_loaded:
            words_ = _("Video, photographs, sound and documents belong here. You can also drop files on this window.")
            self._empty.say(_("No media yet"), words_, _("Import files…"))
        self.heading_changed.emit()

    def _on_chosen(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        index = self.view.currentIndex()
        chosen = index.data(ITEM).id if index.isValid() else 0
        self._uncovered = self._uncovered if chosen == self._uncovered else 0
        self.view_model.choose(chosen)
        numbers = {"place": index.row() + 1, "total": self.tiles.rowCount()}
        self.status_changed.emit(_("%(place)s of %(total)s selected") % numbers if index.isValid() else "")

    def _on_details_changed(self, details: Any) -> None:
        index = self.view.currentIndex()
        if details is None or not index.isValid():
            self.inspector.clear()
            return
        shown = index.data(ITEM)
        if shown.cover and shown.id != self._uncovered:
            cover = Cover()
            cover.asked.connect(self.uncover)
            self.inspector.show_details(details, above=cover)
        else:
            self.inspector.show_details(details, picture=self.tiles.picture(shown.id))

    def _on_picture_arrived(self, record_id: int, picture: QPixmap) -> None:
        self.tiles.put_picture(record_id, picture)
        if record_id == self.view_model.record_id and self.inspector.details:
            self._on_details_changed(self.inspector.details)

    def _on_empty_asked(self) -> None:
        if self.view_model.rows:
            self._filter.clear()
            self._facets.reset()
            self._show_rows()
        else:
            self.import_asked.emit()


def _holds(row: Any, words: list[str]) -> bool:
    """Tell whether a row holds all the words."""
    text = f"{row.code} {row.title} {row.name} {row.kind_label}".casefold()
    return all(word in text for word in words)
