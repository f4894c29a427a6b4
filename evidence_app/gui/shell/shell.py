"""An open case: its pages between the bars, and the ways between them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.changes import Changes
from evidence_app.gui.pages.page import Page
from evidence_app.gui.shell import offering, page_wiring
from evidence_app.gui.shell.following import PAGE_OF, Following
from evidence_app.gui.shell.go_or_do import GoOrDo
from evidence_app.gui.shell.history import History, Place
from evidence_app.gui.shell.memory import Left, Memory
from evidence_app.gui.shell.panes import Panes
from evidence_app.gui.shell.saved import SavedSearches
from evidence_app.gui.shell.screening import Screening
from evidence_app.gui.shell.sidebar import Sidebar
from evidence_app.gui.shell.status_bar import StatusBar
from evidence_app.gui.shell.top_bar import TopBar
from evidence_app.gui.widgets import privacy
from evidence_app.services import accounts, cases
from evidence_app.system.words import _


class Shell(QWidget):
    """Shows one page at a time; pages lead to one another by citations only."""

    lock_asked = Signal()
    import_asked = Signal()
    command_asked = Signal(str)  # its name
    begin_asked = Signal(str, object)  # noun and values of a record to begin
    saving_asked = Signal()  # whatever is being typed anywhere
    moved = Signal(object)  # the Place arrived at, by name or by stepping back and forward

    def __init__(
        self,
        lane: ArchiveLane,
        actions: Actions,
        pages: dict[str, Page],
        case_words: offering.CaseWords,
        left: Left,
    ) -> None:
        super().__init__()
        self.lane, self.pages, self.case_words = lane, pages, case_words
        self._actions, self.history, self._here = actions, History(), ""
        self.sidebar = Sidebar(pages, accounts.shown(case_words.account), actions["case.lock"].toolTip())
        self.top, self.status = TopBar(actions), StatusBar()
        self.going = GoOrDo(self.top.field, actions, lane, self)
        self.following = Following(lane, frozenset(pages), self)
        self.screening = Screening(lane, self)
        self.changes = Changes(lane.relay, self)
        self._stale: dict[str, frozenset[str]] = {}
        self.saved = SavedSearches(lane, self.sidebar, self)
        self.panes = Panes(self.sidebar, pages.values(), actions)
        self._memory, self._density = Memory(lane, left), str(left.window.get("density", "normal"))
        self._stack = QStackedWidget()
        self._stack.setObjectName("pageStack")
        for name, page in pages.items():
            self._stack.addWidget(page)
            page.restore_state(left.pages.get(name, {}))
        self.panes.restore_state(left.window.get("panes"))
        self._lay_out()
        self._connect()
        self.set_density(self._density)

    @property
    def page_name(self) -> str:
        """Return the key of the page in front."""
        return self._here

    @property
    def page(self) -> Page:
        """Return the page in front."""
        return self.pages[self._here]

    def begin(self, page: str) -> None:
        """Show the case: its name, a page, what it holds."""
        offering.name_case(self.sidebar, self.case_words)
        self.go(page)
        self.refresh_counts()
        if privacy.is_on():
            self.screening.put(True)

    def left(self) -> Left:
        """Return how window and pages were left, for a shell that is furnished anew."""
        return self._memory.left()

    def go(self, page: str, record_id: int = 0, anchor: str = "", *, remember: bool = True) -> None:
        """Bring a page to the front, and a record in it; what is being typed on the page that is left is saved."""
        arrived = page != self._here
        if arrived and self._here:
            self.save()
        self._here = page
        if remember:
            self.history.visit(Place(page, record_id, anchor))
        self.sidebar.nav.choose(page)
        self.sidebar.saved.choose("")
        self.status.show_selection("")
        if arrived:
            self._bring_to_front()
            self.going.show_page(is_search=page == "search", query=self.page.query())
            self.page.enter()
            if touched := self._stale.pop(page, None):
                self.page.case_changed(touched)
        if record_id:
            self.page.show_record(record_id, anchor)
        self.show_heading()

    def step_back(self, direction: int) -> None:
        """Go back (-1) or forward (1)."""
        place = self.history.step(direction)
        if place is not None:
            self._arrive_at(place, remember=False)

    def step_page(self, direction: int) -> None:
        """Go to the next or previous page of the sidebar."""
        keys = list(self.pages)
        self.go(keys[(keys.index(self._here) + direction) % len(keys)])
        self.page.focus_list()

    def refresh(self) -> None:
        """Fetch counts and the page in front anew, after the case has changed."""
        self.refresh_counts()
        self.page.enter()

    def refresh_counts(self) -> None:
        """Count anew what the case holds."""
        self.lane.read(self, cases.counts, topic="counts", done=self._on_counts, failed=self._say_error)
        self.saved.refresh()

    def save(self) -> None:
        """Save what is being typed, and keep how page and window are."""
        self.saving_asked.emit()
        self.page.flush()
        self._memory.keep_page(self._here, self.page.state())
        held = {"panes": self.panes.state(), "density": self._density, "page": self._here}
        self._memory.keep_window(held | ({"privacy": True} if privacy.is_on() else {}))

    def set_density(self, name: str) -> None:
        """Set the height of rows in every list."""
        self._density = name
        for page in self.pages.values():
            page.set_density(name)
        self._actions[f"view.density.{name}"].setChecked(True)

    def ask_new(self) -> None:
        """Ask which kind of record to begin, and begin it on its page."""
        offering.ask_new(self)

    def reset_layout(self) -> None:
        """Bring back every pane, at its first width."""
        self.panes.reset()
        for page in self.pages.values():
            page.reset_panes()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.sidebar.restyle()
        self.top.restyle()
        self.status.restyle()
        for page in self.pages.values():
            page.restyle()
        self.panes.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panes their places; the page in front is laid out in the same turn, so that nothing jumps."""
        super().resizeEvent(event)
        self.going.popup.hide()
        self.panes.fit(self.width())
        if self._here:
            QTimer.singleShot(0, self, self._size_page)

    def _lay_out(self) -> None:
        """Place bars and pages."""
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        """Bind the parts to one another."""
        self.sidebar.chosen.connect(lambda key: self.go(key))
        self.sidebar.lock_asked.connect(self.lock_asked)
        self.sidebar.case_menu_asked.connect(lambda at: offering.case_menu(self, self._actions).popup(at))
        self.saved.chosen.connect(self._on_searched)
        self.saved.failed.connect(self._say_error)
        self.going.searched.connect(self._on_searched)
        self.going.cited.connect(self.following.follow_words)
        self.going.goal_chosen.connect(self.following.follow_goal)
        self.following.arrived.connect(self.arrive)
        lost = _("This case holds nothing under that citation.")
        self.following.lost.connect(lambda: self.status.show_selection(lost))
        self.following.not_cited.connect(self._on_not_cited)
        self.following.failed.connect(self._say_error)
        self.going.left.connect(lambda: self.page.focus_list())
        self.screening.changed.connect(self._on_screened)
        self.changes.settled.connect(self._on_settled)
        self.status.selection_pressed.connect(lambda: self.page.focus_list())
        self.status.files_pressed.connect(lambda: self.go("media"))
        self.status.saved_pressed.connect(self.save)
        self.status.sealed_pressed.connect(lambda: offering.say_sealed(self.page))
        for page in self.pages.values():
            page_wiring.connect(self, page)
            offering.give_menu(page, self._actions)

    def show_heading(self) -> None:
        """Name the page in front, and offer what can be done on it."""
        if self._here:
            self.top.show_heading(self.page.title(), self.page.caption(), has_query=self._here == "search")
            self.offer()

    def offer(self) -> None:
        """Offer the commands that can act now; mark the saved search that is asked here, if it is one."""
        self.saved.mark(self.page.kept())
        self._actions.offer(offering.offers(self.page, self.history, self.pages.values()))
        has_form, any_form = self.page.can("new_record"), self._actions["record.new_any"].isEnabled()
        words = self.page.new_words() if has_form else _("New record") if any_form else ""
        self.top.show_new(words, has_form=has_form)

    def _bring_to_front(self) -> None:
        """Show the page with its panes in place: nothing is painted before they are."""
        self._stack.setUpdatesEnabled(False)
        self._stack.setCurrentWidget(self.page)
        self.page.settle()
        self._size_page()
        self._stack.setUpdatesEnabled(True)

    def _size_page(self) -> None:
        if self.isVisible():
            self.page.size_panes(self._stack.width())

    def _say_error(self, error: Any) -> None:
        self.page.say_error(error)

    def _on_counts(self, counts: cases.Counts) -> None:
        for key in set(PAGE_OF.values()) & set(self.pages):
            self.sidebar.nav.set_count(key, getattr(counts, key, None))
        self.status.show_files(counts.files)

    def show_status(self, page: Page, words: str) -> None:
        """Say what is chosen, if the page is in front."""
        if self._here and page is self.page:
            self.status.show_selection(words)
            self.offer()

    def _on_settled(self, touched: frozenset[str]) -> None:
        """Have the page in front fetch anew what has changed; the others do so once they are shown."""
        for name in self.pages.keys() - {self._here}:
            self._stale[name] = self._stale.get(name, frozenset()) | touched
        self.page.case_changed(touched)
        self.screening.case_changed(touched)
        self.refresh_counts()

    def _on_screened(self, is_on: bool) -> None:
        """Show everything anew, as it may be shown now."""
        self._actions["view.privacy"].setChecked(is_on)
        self.top.show_privacy(is_on)
        offering.name_case(self.sidebar, self.case_words)
        self.saved.show()
        self.page.enter()
        self.offer()
        self.update()

    def _on_searched(self, words: str) -> None:
        """Search while the words are typed."""
        self.go("search")
        self.pages["search"].show_query(words)
        self.going.show_page(is_search=True, query=words)
        self.offer()

    def _on_not_cited(self, words: str) -> None:
        """Go on to what was found under words that cite nothing."""
        self._on_searched(words)
        self.page.focus_list()

    def arrive(self, page: str, record_id: int, anchor: str = "") -> None:
        """Show a record, and give its list the keyboard."""
        self._arrive_at(Place(page, record_id, anchor), remember=True)

    def _arrive_at(self, place: Place, *, remember: bool) -> None:
        self.go(place.page, place.record_id, place.anchor, remember=remember)
        self.page.focus_list()
        self.moved.emit(place)
