"""The right pane: what is known of one record, tab by tab, section by section, each value with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import citation_mime, inspector_head, inspector_sections, privacy
from evidence_app.gui.widgets.controls import rule
from evidence_app.gui.widgets.focus_ring import FocusRing
from evidence_app.gui.widgets.history_list import HistoryList
from evidence_app.gui.widgets.inspector_sections import STACKED, Ways
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.gui.widgets.timeline_list import TimelineList
from evidence_app.services.linking import LINKED
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.services.details import Details

WIDE, NARROW, MARGIN = 376, 328, 20
DETAILS, BODY = "details", "inspectorBody"


class Inspector(QFrame):
    """Shows `Details`; a source or linked record that is clicked comes out as a citation.

    Tabs, verbs and the menu appear once somebody answers for them: see `offer`.
    """

    followed = Signal(str)
    tab_asked = Signal(str)  # evidence, timeline, history: `show_tab` answers
    more_asked = Signal(int)  # older entries of the history, from a place on
    action_asked = Signal(str)  # open, edit, link, add_statement
    restore_asked = Signal(object)  # history_list.Restoring
    removal_asked = Signal(int, str)  # the id of a link, and what it says
    dropped = Signal(str)  # a citation that was dropped or pasted here

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(280)
        self.setMaximumWidth(720)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._cover = PlainLabel(tone="3", wrap=True)
        self._cover.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._cover.hide()
        column.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self._scroll)
        FocusRing(self._scroll)
        self.details: Details | None = None
        self._picture: QPixmap | None = None
        self._above: QWidget | None = None
        self._offers, self._menu = False, list[QAction]()
        self.tab = DETAILS
        self._content: QWidget | None = None
        self._told: Any = None  # what the tab in front shows, as it came
        self.clear()
        privacy.screen().changed.connect(self._on_screen_changed)

    def offer(self) -> None:
        """Show tabs, verbs and links that do something: from now on somebody answers for them."""
        self._offers = True
        self.setAcceptDrops(True)

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Offer commands behind the button at the upper right: those of the Record menu."""
        self._menu = list(actions)

    def cover(self, words: str) -> None:
        """Show a quiet sentence over whatever is shown, and take nothing dropped on it; empty words lift it."""
        self._cover.setText(words)
        self._cover.setVisible(bool(words))
        self._scroll.setVisible(not words)

    def clear(self) -> None:
        """Show nothing."""
        self.details = self._content = self._told = None
        self._put(Ground(BODY))

    def say(self, words: str, title: str = "") -> None:
        """Show one quiet sentence, or a passage under its title, instead of a record."""
        self.clear()
        body = Ground(BODY)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        if title:
            column.addWidget(PlainLabel(privacy.text(title), type="h2", wrap=True).selectable())
        column.addWidget(PlainLabel(words, tone="2" if title else "3", wrap=True).selectable())
        column.addStretch()
        self._put(body)

    def show_details(self, details: Details, *, picture: QPixmap | None = None, above: QWidget | None = None) -> None:
        """Show a record; a picture, or a card of the page, may stand above its sections.

        The tab in front stays in front where the record has one of that name; of the same record, the place too.
        """
        same = self.details is not None and bool(details.uid) and self.details.uid == details.uid
        place = self._scroll.verticalScrollBar().value() if same else 0
        self.details, self._picture, self._above = details, picture, above
        is_elsewhere = self._offers and self.tab in details.tabs and self.tab != DETAILS
        held = self._told if is_elsewhere and same else None
        self._build(privacy.shown(details))
        if not is_elsewhere:
            self._show_sections()
        elif held is not None:
            self._show_content(held)
        if is_elsewhere:
            self.tab_asked.emit(self.tab)
        self._scroll.verticalScrollBar().setValue(place)

    def show_tab(self, name: str, content: Any) -> None:
        """Show what was asked for a tab, unless another one is in front by now.

        Content is a tuple of `Section`, a tuple of `Point` or a `HistoryPage`; a later page of it goes on at the end.
        """
        if name != self.tab or self.details is None or content is None or content == self._told:
            return
        if isinstance(self._content, HistoryList) and getattr(content, "start", None):
            self._content.add(privacy.shown(content))
            return
        place = self._scroll.verticalScrollBar().value() if self._told is not None else 0
        self._show_content(content)
        self._scroll.verticalScrollBar().setValue(place)

    def choose_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        for bar in self.findChildren(QTabBar):
            names = [bar.tabData(place) for place in range(bar.count())]
            bar.setCurrentIndex(names.index(name) if name in names else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a citation from the clipboard: it is to be linked to the record shown."""
        citation = citation_mime.pasted() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if citation and self._offers and self._takes:
            self.dropped.emit(citation)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records, never files: those are the window's."""
        if self._takes and not event.mimeData().hasUrls() and citation_mime.citation_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which record was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(citation_mime.citation_in(event.mimeData()))

    @property
    def _takes(self) -> bool:
        """Whether a record stands here to which another can be linked."""
        return self.details is not None and self.details.noun in LINKED and not self._scroll.isHidden()

    def _build(self, details: Details) -> None:
        """Lay out head, verbs, tabs, and room for what the tab in front shows."""
        focus = QApplication.focusWidget()  # the pane's own one is remembered after the focus has left
        had_focus = focus is not None and self.isAncestorOf(focus)
        body = Ground(BODY)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        column.setSpacing(0)
        if self._picture is not None:
            column.addWidget(inspector_head.Still(self._picture))
            column.addSpacing(12)
        column.addLayout(inspector_head.head(details, self._menu if self._offers else ()))
        if self._offers and details.tabs:
            column.addSpacing(12)
            column.addWidget(inspector_head.verbs(details, self.action_asked.emit))
            column.addSpacing(6)
            bar = inspector_head.tab_bar(details, self.tab if self.tab in details.tabs else DETAILS)
            bar.currentChanged.connect(lambda place: self._on_tab(str(bar.tabData(place))))
            column.addWidget(bar)
            column.addWidget(rule())
        if details.card is not None:
            column.addSpacing(14)
            column.addWidget(inspector_head.card(details.card, self.followed.emit))
        if self._above is not None:
            column.addSpacing(14)
            column.addWidget(self._above)
        self._content, self._told = None, None
        self._room = QVBoxLayout()
        column.addLayout(self._room)
        column.addStretch()
        self._put(body)
        if had_focus:
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sections(self) -> None:
        """Show the details themselves."""
        assert self.details is not None
        self._show_content(self.details.sections)

    def _show_content(self, content: Any) -> None:
        """Put the content of the tab in front into its place."""
        self._told = content
        self._replace(self._widget_of(privacy.shown(content)))

    def _replace(self, made: QWidget) -> None:
        """Put a widget in the place of what the tab showed."""
        if self._content is not None:
            self._content.setParent(None)
            self._content.deleteLater()
        self._content = made
        self._room.addWidget(made)

    def _widget_of(self, content: Any) -> QWidget:
        """Return the widget for a tab's content."""
        if hasattr(content, "total"):
            listed = HistoryList(content)
            listed.restore_asked.connect(self.restore_asked)
            listed.more_asked.connect(self.more_asked)
            return listed
        if self.tab == "timeline" and self._offers:
            return TimelineList(content, self.followed.emit)
        act = self.action_asked.emit if self._offers else None
        ways = Ways(self.followed.emit, act, self.removal_asked.emit if self._offers else None)
        if not content:
            return _quiet(_("Nothing is linked to this record yet.") if self.tab == "evidence" else "")
        has_tabs = self._offers and self.details is not None and bool(self.details.tabs)
        stacked = self.width() < px(STACKED)
        made = inspector_sections.body(content, ways, stacked=stacked, first_rule=not has_tabs)
        if has_tabs:
            made.setContentsMargins(0, 14, 0, 0)
        return made

    def _on_tab(self, name: str) -> None:
        """Show another tab: the details at once, others when they have come."""
        self.tab, self._told = name, None
        if name == DETAILS:
            self._show_sections()
        else:
            self._replace(QWidget())
            self.tab_asked.emit(name)

    def _on_screen_changed(self) -> None:
        """Show the same record as it may be shown now."""
        if self.details is not None:
            if self._above is not None:
                self._above.setParent(None)
            self.show_details(self.details, picture=self._picture, above=self._above)

    def _put(self, body: QWidget) -> None:
        """Replace what is shown."""
        old = self._scroll.takeWidget()  # setWidget would delete it at once, with a link in it that is being pressed
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(body)


def _quiet(words: str) -> QWidget:
    """Return a quiet sentence."""
    made = PlainLabel(words, tone="3", wrap=True)
    made.setContentsMargins(0, 12, 0, 0)
    return made
