"""The screen of media."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.media.cover import KEYS, Cover
from evidence_app.gui.pages.media.tiles import tile
from evidence_app.gui.pages.media.view_model import MediaViewModel
from evidence_app.gui.pages.records.listed_page import ListedPage
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.gallery import TileModel, gallery
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.quick_look import QuickLook
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.services.details import Details
from evidence_app.services.listing import Ask
from evidence_app.system.words import N_, _, ngettext_

FACETS = (
    Facet("kind", N_("Kind")),
    Facet("graphic", N_("Graphic content"), usual=False),
    Facet("verification", N_("Verification"), usual=False),
    Facet("label", N_("Label"), usual=False),
)


class MediaPage(ListedPage):
    """Tiles; a graphic one is covered here and beside it."""

    def __init__(self, lane: ArchiveLane) -> None:
        view_model = MediaViewModel(lane)
        self.tiles = TileModel(view_model.ask_picture, tile)
        self.view = gallery(self.tiles)
        self.view.setAccessibleName(_("Media"))
        self._facets = FacetRow(FACETS)
        self._filter = WordsField("list-filter", _("Filter media"))
        self._count, self._empty = PlainLabel(tone="2"), EmptyState("film")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._uncovered = 0
        super().__init__(view_model, self.tiles, self.view.chooser, self._lay_out())
        self._connect(view_model)

    def title(self) -> str:
        """Return the noun."""
        return _("Media")

    def ask(self) -> Ask:
        """Return what field and chips say."""
        return Ask(words=self._filter.text().strip(), kept=self._facets.kept())

    def drop_filters(self, tab: str) -> None:
        """Let all filters go."""
        self._facets.blockSignals(True)
        self._filter.clear()
        self._facets.reset()
        self._facets.blockSignals(False)

    def filters(self) -> tuple[WordsField, FacetRow]:
        """Return the field and the chips."""
        return self._filter, self._facets

    def show_count(self) -> None:
        """Say how many exhibits there are, or why there are none."""
        shown, filters = self.tiles.rowCount(), self.view_model.ask.filters
        if self.view_model.is_whole:
            self._count.setText(ngettext_("%(n)s item", "%(n)s items", shown) % {"n": shown})
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown and filters:
            words = ngettext_("Nothing matches this filter", "Nothing matches these %(n)s filters", filters)
            self._empty.say(words % {"n": filters}, "", _("Clear filters"))
        elif not shown:
            words = _("Video, photographs, sound and documents belong here. You can also drop files on this window.")
            self._empty.say(_("No media yet"), words, _("Import files…"))

    def enter(self) -> None:
        """Fetch the rows anew; what was uncovered is covered again."""
        self._uncovered = 0
        super().enter()

    def clear(self) -> None:
        """Forget everything."""
        self._uncovered = 0
        self.drop_filters("")
        super().clear()

    def uncover(self) -> None:
        """Show the picture of the graphic exhibit chosen: this one only, and only until another is chosen."""
        self._uncovered = self.view_model.record_id
        if self.inspector.details is not None:
            self._on_details_changed(self.inspector.details)

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

    def _connect(self, view_model: MediaViewModel) -> None:
        """Bind widgets to the view model."""
        view_model.picture_arrived.connect(self._on_picture_arrived)
        self.view_model.values_arrived.connect(self._facets.offer)
        for key in KEYS:
            QShortcut(QKeySequence(key), self, self.uncover, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.view.activated.connect(self.focus_side)
        self.view.typed.connect(self.view_model.look_for)
        self._filter.paused.connect(self.ask_again)
        self._facets.changed.connect(self.ask_again)
        self._facets.values_asked.connect(self.view_model.ask_values)
        self._empty.asked.connect(self._on_empty_asked)

    def _on_current_changed(self, record_id: int) -> None:
        self._uncovered = record_id if record_id == self._uncovered else 0
        super()._on_current_changed(record_id)

    def present(self, where: Inspector | QuickLook, details: Details) -> None:
        """Show the exhibit with its picture; a graphic one stays covered until somebody uncovers it."""
        row = self.tiles.row_of(self.view_model.record_id)
        shown = tile(row) if row is not None else None
        if shown is not None and shown.cover and shown.id != self._uncovered:
            cover = Cover()
            cover.asked.connect(self.uncover)
            where.show_details(details, above=cover)
        else:
            where.show_details(details, picture=self.tiles.picture(shown.id) if shown is not None else None)

    def _on_picture_arrived(self, record_id: int, picture: QPixmap) -> None:
        self.tiles.put_picture(record_id, picture)
        if record_id == self.view_model.record_id and self.inspector.details:
            self._on_details_changed(self.inspector.details)

    def _on_empty_asked(self) -> None:
        if self.view_model.ask.filters:
            self.drop_filters("")
            self.ask_list()
        else:
            self.import_asked.emit()
