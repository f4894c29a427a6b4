"""The views of events under their tabs: table, timeline, acts, safeguards; one filter and one choice for all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.events.acts_pane import ActsPane
from evidence_app.gui.pages.events.acts_view_model import ActsViewModel
from evidence_app.gui.pages.events.safeguards_pane import SafeguardsPane
from evidence_app.gui.pages.events.safeguards_view_model import SafeguardsViewModel
from evidence_app.gui.pages.events.timeline_pane import TimelinePane
from evidence_app.gui.pages.events.timeline_view_model import TimelineViewModel
from evidence_app.gui.pages.records.list_pane import ListPane
from evidence_app.system.words import N_, _

TABLE, TIMELINE, ACTS, SAFEGUARDS = "table", "timeline", "acts", "safeguards"
TITLES = {TABLE: N_("Table"), TIMELINE: N_("Timeline"), ACTS: N_("Acts"), SAFEGUARDS: N_("Safeguards")}
RESTS_ON = {
    TIMELINE: frozenset({"event", "involvement", "mark", "place"}),
    ACTS: frozenset({"event", "involvement", "mark", "person", "person_name"}),
    SAFEGUARDS: frozenset({"event", "involvement", "safeguard", "person", "person_name", "item"}),
}


class EventViews(QObject):
    """Puts the other views beside the table of a list pane; each is fetched when it comes to the front."""

    chosen = Signal(int)  # an event, in a view other than the table
    opened = Signal(int)
    followed = Signal(str)
    failed = Signal(object)
    saved = Signal()
    turned = Signal()  # another view stands in front, or shows other rows

    def __init__(self, lane: ArchiveLane, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane, self._ids, self._event = pane, (), 0  # type: tuple[ListPane, Collection[int], int]
        self.tabs = QTabBar()
        self.timeline = TimelinePane(TimelineViewModel(lane))
        self.acts = ActsPane(ActsViewModel(lane))
        self.safeguards = SafeguardsPane(SafeguardsViewModel(lane))
        self._panes: dict[str, QWidget] = {
            TABLE: _stack_of(pane),
            TIMELINE: self.timeline,
            ACTS: self.acts,
            SAFEGUARDS: self.safeguards,
        }
        self._stale = {TIMELINE, ACTS, SAFEGUARDS}
        self._lay_out()
        self._connect()

    @property
    def name(self) -> str:
        """Return the view in front."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_view(self, name: str) -> None:
        """Bring a view to the front; an unknown name changes nothing."""
        names = list(TITLES)
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def show_ids(self, ids: Collection[int]) -> None:
        """Take over what the filter keeps."""
        self._ids = ids
        self._stale.add(TIMELINE)
        self._fetch()

    def choose(self, event: int) -> None:
        """Take over which event is current."""
        self._event = event
        self.timeline.choose(event)

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch anew what rests on these nouns, once it is in front."""
        self._stale |= {name for name, nouns in RESTS_ON.items() if nouns & touched}
        self._fetch()

    def step(self, direction: int) -> bool:
        """Go to the next or previous entry of the view in front; False where that is the table."""
        pane = self._panes[self.name]
        if isinstance(pane, TimelinePane | ActsPane | SafeguardsPane):
            pane.step(direction)
        return self.name != TABLE

    def focus(self) -> bool:
        """Put the keyboard into the view in front; False where that is the table."""
        front: dict[str, QWidget] = {
            TIMELINE: self.timeline.timeline,
            ACTS: self.acts.matrix,
            SAFEGUARDS: self.safeguards.matrix,
        }
        if self.name in front:
            front[self.name].setFocus(Qt.FocusReason.OtherFocusReason)
        return self.name in front

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views whose entries are events."""
        return (self.timeline.timeline, self.timeline.undated)

    def flush(self) -> None:
        """Save what is being typed."""
        self.safeguards.flush()

    def clear(self) -> None:
        """Forget everything."""
        self._ids, self._event = (), 0
        self._stale = {TIMELINE, ACTS, SAFEGUARDS}
        for pane in (self.timeline, self.acts, self.safeguards):
            pane.clear()

    def restyle(self) -> None:
        """Take up new sizes."""
        for pane in (self.timeline, self.acts, self.safeguards):
            pane.restyle()

    def _lay_out(self) -> None:
        """Put the tabs over the filter bar, the views in the place of the table."""
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name, title in TITLES.items():
            self.tabs.setTabData(self.tabs.addTab(_(title)), name)
        over = QFrame()
        over.setObjectName("filterBar")
        line = QHBoxLayout(over)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self.tabs, 1)
        column = self._pane.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, over)
        for pane in (self.timeline, self.acts, self.safeguards):
            column.addWidget(pane, 1)
            pane.hide()

    def _connect(self) -> None:
        """Bind the views to one another."""
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for events in (self.timeline, self.acts):
            events.chosen.connect(self.chosen)
            events.opened.connect(self.opened)
        for pane in (self.timeline, self.acts, self.safeguards):
            pane.failed.connect(self.failed)
        self.safeguards.followed.connect(self.followed)
        self.safeguards.view_model.saved.connect(self.saved)
        self.safeguards.view_model.matrix_changed.connect(self.turned)

    def _on_tab_changed(self, _place: int) -> None:
        """Show one view; the filter stands over those that it filters."""
        self.flush()
        bar = self._pane.bar
        bar.setVisible(self.name in {TABLE, TIMELINE})
        for button in (bar.sort, bar.density, bar.columns):
            button.setVisible(self.name == TABLE)
        self._panes[self.name].show()
        # The keyboard moves on before the view that has it goes: else Qt would send it anywhere.
        if not self.tabs.hasFocus() and not self.focus():
            self._pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        for name, pane in self._panes.items():
            pane.setVisible(name == self.name)
        self.turned.emit()
        self._fetch()

    def _fetch(self) -> None:
        """Fetch the view in front, where it is stale."""
        name = self.name
        if name in self._stale and not self._pane.isHidden():
            self._stale.discard(name)
            if name == TIMELINE:
                self.timeline.load(self._ids)
                self.timeline.choose(self._event)
            else:
                (self.acts if name == ACTS else self.safeguards).load()


def _stack_of(pane: ListPane) -> QWidget:
    """Return what holds the table, and what stands in its place where it is empty."""
    held = pane.table.parentWidget()
    assert held is not None
    return held
