"""An open case: its pages between the bars, and the ways between them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain.citation import Citation
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.page import Page
from evidence_app.gui.shell.history import History, Place
from evidence_app.gui.shell.sidebar import Sidebar
from evidence_app.gui.shell.status_bar import StatusBar
from evidence_app.gui.shell.top_bar import TopBar
from evidence_app.gui.theme.look import px
from evidence_app.services import cases, searching
from evidence_app.system.words import _, ngettext_

SMALL = 1200
IN_LISTS = ("citation.copy", "page.find", "record.previous", "record.next")  # what a list offers in its own menu
PAGE_OF = {
    "person": "people",
    "testimony": "testimonies",
    "media": "media",
    "filing": "filings",
    "event": "events",
}


class Shell(QWidget):
    """Shows one page at a time; pages lead to one another by citations only."""

    lock_asked = Signal()
    import_asked = Signal()

    def __init__(
        self, lane: ArchiveLane, actions: Actions, pages: dict[str, Page], case_words: tuple[str, str, str]
    ) -> None:
        super().__init__()
        self.lane, self.pages, self.case_words = lane, pages, case_words
        self._actions, self._history, self._here = actions, History(), ""
        self.sidebar = Sidebar(case_words[2], actions["case.lock"].toolTip())
        self.top, self.status = TopBar(actions), StatusBar()
        self._stack = QStackedWidget()
        self._stack.setObjectName("pageStack")
        for page in pages.values():
            self._stack.addWidget(page)
        self._lay_out()
        self._connect()

    @property
    def page_name(self) -> str:
        """Return the key of the page in front."""
        return self._here

    @property
    def page(self) -> Page:
        """Return the page in front."""
        return self.pages[self._here]

    def go(self, page: str, record_id: int = 0, anchor: str = "", *, remember: bool = True) -> None:
        """Bring a page to the front, and a record in it."""
        arrived = page != self._here
        self._here = page
        if remember:
            self._history.visit(Place(page, record_id, anchor))
        self._stack.setCurrentWidget(self.page)
        self.sidebar.nav.choose(page)
        self.status.show_selection("")
        if arrived:
            self.page.enter()
            QTimer.singleShot(0, self, self._size_page)
        if record_id:
            self.page.show_record(record_id, anchor)
        self._show_heading()
        self._offer_steps()

    def step_back(self, direction: int) -> None:
        """Go back (-1) or forward (1)."""
        place = self._history.step(direction)
        if place is not None:
            self.go(place.page, place.record_id, place.anchor, remember=False)
            self.page.focus_list()

    def step_page(self, direction: int) -> None:
        """Go to the next or previous page of the sidebar."""
        keys = list(self.pages)
        self.go(keys[(keys.index(self._here) + direction) % len(keys)])
        self.page.focus_list()

    def follow(self, citation: str) -> None:
        """Go to what a citation names; a remark after the code is left aside."""
        if Citation.parse(citation) is None:
            citation = citation.split(" ")[0]
        self.lane.submit(searching.locate, citation, done=self._on_located, failed=self._say_error)

    def refresh(self) -> None:
        """Fetch counts and the page in front anew, after the case has changed."""
        self.refresh_counts()
        self.page.enter()

    def refresh_counts(self) -> None:
        """Count anew what the case holds."""
        self.lane.submit(cases.counts, done=self._on_counts, failed=self._say_error)

    def show_inspector(self, is_shown: bool) -> None:
        """Show or hide the right pane on every page."""
        for page in self.pages.values():
            page.side.setVisible(is_shown)

    def reset_layout(self) -> None:
        """Bring back every pane, at its first width."""
        for name in ("view.sidebar", "view.inspector"):
            if not self._actions[name].isChecked():
                self._actions[name].trigger()
        for page in self.pages.values():
            page.reset_panes()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.sidebar.restyle()
        self.top.restyle()
        self.status.restyle()
        for page in self.pages.values():
            page.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page in front its panes; a small window keeps the icons of the sidebar only."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(self.width() < px(SMALL))
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
        self.top.searched.connect(self._on_searched)
        self.top.submitted.connect(self._on_submitted)
        for page in self.pages.values():
            page.followed.connect(self.follow)
            page.heading_changed.connect(self._show_heading)
            page.status_changed.connect(self.status.show_selection)
            page.import_asked.connect(self.import_asked)
            for view in page.lists():
                view.addActions([self._actions[name] for name in IN_LISTS])
                view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _show_heading(self) -> None:
        if self._here:
            self.top.show_heading(self.page.title(), self.page.caption())

    def _offer_steps(self) -> None:
        self._actions["go.back"].setEnabled(self._history.can_step(-1))
        self._actions["go.forward"].setEnabled(self._history.can_step(1))

    def _size_page(self) -> None:
        if self.isVisible():
            self.page.size_panes(self._stack.width())

    def _say_error(self, error: Any) -> None:
        self.page.say_error(error)

    def _on_counts(self, counts: cases.Counts) -> None:
        for key in PAGE_OF.values():
            self.sidebar.nav.set_count(key, getattr(counts, key))
        words = ngettext_("%(n)s file sealed", "%(n)s files sealed", counts.files) % {"n": counts.files}
        self.status.show_files(words)

    def _on_searched(self, words: str) -> None:
        """Search while the words are typed."""
        if words.strip():
            self.go("search")
        self.pages["search"].show_query(words)

    def _on_submitted(self, words: str) -> None:
        """Go to a citation; otherwise go on to what was found."""
        if words.strip():
            done = partial(self._on_submission_located, words)
            self.lane.submit(searching.locate, words, done=done, failed=self._say_error)

    def _on_submission_located(self, words: str, target: searching.Target | None) -> None:
        if target is not None and target.noun in PAGE_OF:
            self._on_located(target)
        else:
            self._on_searched(words)
            self.page.focus_list()

    def _on_located(self, target: searching.Target | None) -> None:
        if target is None or target.noun not in PAGE_OF:
            self.status.show_selection(_("This case holds nothing under that citation."))
        else:
            self.go(PAGE_OF[target.noun], target.record_id, target.anchor or "")
            self.page.focus_list()
