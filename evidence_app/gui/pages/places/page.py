"""The screen of places: the tree of them, who was where when, and what is known of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.inspecting import Inspecting
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.places import rows
from evidence_app.gui.pages.places.presence_pane import PresencePane
from evidence_app.gui.pages.places.view_model import PlacesViewModel, Seen
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.gui.widgets.tree_table import TreeTable
from evidence_app.system.words import _, ngettext_

TREE, TREE_NARROW, ROOMY = 270, 226, 1160
RESTS_ON = frozenset({"place", "event", "involvement", "person", "person_name", "mark"})


class PlacesPage(Page):
    """Tree, presence and inspector over a `PlacesViewModel`; one place may be dragged into another."""

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model = PlacesViewModel(lane)
        self.tree = TreeTable([""] * 2, rows.PLACE_WIDTHS, ground="subtle", can_move=True)
        self.tree.setAccessibleName(_("Places"))
        self.presence, self.inspector = PresencePane(), Inspector()
        self._filter, self._empty = WordsField("list-filter", _("Filter places")), EmptyState("map-pin")
        self._rail, self._body, self._wanted = QFrame(), QStackedWidget(), 0
        super().__init__(self._lay_out(), self.inspector)
        self.view_model.setParent(self)
        self.inspecting = Inspecting(self.inspector, lane, self.say_error)
        self._connect()
        self.restyle()

    def title(self) -> str:
        """Return the noun."""
        return _("Places")

    def caption(self) -> str:
        """Count the places."""
        count = len(self.view_model.nodes)
        return ngettext_("%(n)s place", "%(n)s places", count) % {"n": count} if self.view_model.is_loaded else ""

    def enter(self) -> None:
        """Fetch the tree anew; the place chosen stays so."""
        self.view_model.load()

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch anew what rests on these nouns."""
        if self.view_model.is_loaded and touched & RESTS_ON:
            self.enter()

    def clear(self) -> None:
        """Forget everything."""
        self._wanted = 0
        self._filter.clear()
        self._bar.hide()
        self.view_model.forget()

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose a place, now or when the tree arrives; a filter that hides it is dropped."""
        self._wanted = record_id
        if self.view_model.is_loaded:
            self._show_tree()

    def step(self, direction: int) -> None:
        """Go to the next or previous place."""
        self.tree.step(direction)

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the tree."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.tree,)

    def current(self) -> Subject | None:
        """Return the place chosen, once it is known."""
        seen = self.view_model.seen
        if seen is None or seen.details is None:
            return None
        return Subject("place", self.view_model.place_id, seen.details.uid, "", seen.details.title)

    def new_words(self) -> str:
        """Return what the button that adds a place says."""
        return _("New place")

    def new_record(self) -> None:
        """Begin a place inside the one chosen."""
        inside = self.view_model.place_id
        self.editor_asked.emit("place", 0, {"parent": inside} if inside else {})

    def edit_record(self) -> None:
        """Change the place chosen, so also what it is part of."""
        if self.view_model.place_id:
            self.editor_asked.emit("place", self.view_model.place_id, {})

    def open_record(self) -> None:
        """Open the place chosen in its form."""
        self.edit_record()

    def restyle(self) -> None:
        """Take up new sizes."""
        self._rail.setFixedWidth(px(TREE if self.width() >= px(ROOMY) else TREE_NARROW))
        self.tree.restyle()
        self.presence.restyle()
        self._empty.restyle()

    def size_panes(self, width: int) -> None:
        """Give tree and inspector their widths."""
        super().size_panes(width)
        self._rail.setFixedWidth(px(TREE if width >= px(ROOMY) else TREE_NARROW))

    def _lay_out(self) -> QWidget:
        """Return the tree with its filter, and the presence beside it."""
        self._rail.setObjectName("listRail")
        column = QVBoxLayout(self._rail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self._filter)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self.presence, 1)
        self._body.addWidget(beside)
        self._body.addWidget(self._empty)
        return self._body

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        self.view_model.tree_changed.connect(self._on_tree_changed)
        self.view_model.seen_changed.connect(self._on_seen_changed)
        self.view_model.failed.connect(self.say_error)
        self.tree.chosen.connect(self.view_model.choose)
        self.tree.opened.connect(lambda _place: self.open_record())
        self.tree.dropped.connect(self.view_model.move)
        self._filter.paused.connect(lambda _words: self._show_tree())
        self.presence.deep_asked.connect(self.view_model.set_deep)
        self.presence.followed.connect(self.followed)
        self.inspector.followed.connect(self.followed)
        self._empty.asked.connect(self.new_asked)
        privacy.screen().changed.connect(self._show_tree)

    def _on_tree_changed(self, nodes: Sequence[Any]) -> None:
        self._show_tree()
        self.heading_changed.emit()
        self._body.setCurrentIndex(0 if nodes or not self.view_model.is_loaded else 1)
        self._empty.say(
            _("No places yet"), _("Regions, villages, facilities, floors and rooms belong here."), self.new_words()
        )

    def _show_tree(self) -> None:
        """Show the places that pass the filter; the one asked for, else the one chosen, else the first is current."""
        wanted, self._wanted = self._wanted, 0
        found = rows.of_places(self.view_model.nodes, self._filter.text())
        if wanted and wanted not in {row.key for row in found}:
            self._filter.clear()
            found = rows.of_places(self.view_model.nodes)
        self.tree.show_rows(found)
        here = next((key for key in (wanted, self.view_model.place_id) if key and self.tree.choose(key)), 0)
        if not here and found:
            here = found[0].key
            self.tree.choose(here)
        if here and here != self.view_model.place_id:
            self.view_model.choose(here)

    def _on_seen_changed(self, seen: Seen | None) -> None:
        self.presence.show_seen(seen)
        if seen is None or seen.details is None:
            self.inspector.say(_("Choose a place to see what is known.") if self.view_model.is_loaded else "")
        else:
            self.inspector.show_details(seen.details)
            self.status_changed.emit(seen.details.title)
