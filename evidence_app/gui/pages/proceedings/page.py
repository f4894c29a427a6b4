"""The screen of proceedings: five tabs over one right pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.calendar_sheet import CalendarSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.inspecting import Inspecting
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.proceedings import choices
from evidence_app.gui.pages.proceedings.cases_panel import CasesPanel
from evidence_app.gui.pages.proceedings.claims_panel import ClaimsPanel
from evidence_app.gui.pages.proceedings.deadlines_panel import DeadlinesPanel
from evidence_app.gui.pages.proceedings.exhaustion_panel import ExhaustionPanel
from evidence_app.gui.pages.proceedings.mandates_panel import MandatesPanel
from evidence_app.gui.pages.proceedings.panel import Panel
from evidence_app.gui.pages.proceedings.view_model import (
    CASES,
    CLAIMS,
    DEADLINES,
    EXHAUSTION,
    MANDATES,
    ProceedingsViewModel,
)
from evidence_app.gui.pages.records.tabs import RecordTabs, Tab
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.ladder import LadderView
from evidence_app.services.calendar_export import Exported
from evidence_app.services.person_standing import Standing
from evidence_app.system.words import N_, _, ngettext_

_TABS = (
    Tab(CASES, N_("Cases")),
    Tab(CLAIMS, N_("Claims")),
    Tab(DEADLINES, N_("Deadlines")),
    Tab(EXHAUSTION, N_("Exhaustion")),
    Tab(MANDATES, N_("Mandates")),
)


class ProceedingsPage(Page):
    """Tabs, a panel each, and what is known of the record chosen."""

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model = ProceedingsViewModel(lane)
        self.deadlines, self.exhaustion, self.mandates = DeadlinesPanel(), ExhaustionPanel(), MandatesPanel()
        self.panels: dict[str, Panel] = {
            CASES: CasesPanel(),
            CLAIMS: ClaimsPanel(),
            DEADLINES: self.deadlines,
            EXHAUSTION: self.exhaustion,
            MANDATES: self.mandates,
        }
        self._tabs, self._stack, self.inspector = RecordTabs(_TABS), QStackedWidget(), Inspector()
        self._wanted = 0
        self._known: Any = None  # what the inspector shows, as it came
        super().__init__(self._lay_out(), self.inspector)
        self.inspecting = Inspecting(self.inspector, lane, self.say_error)
        self.view_model.setParent(self)  # its timer must end in this thread, whichever one collects garbage
        self._connect()

    @property
    def tab(self) -> str:
        """The key of the tab in front."""
        return self._tabs.key

    @property
    def panel(self) -> Panel:
        """The tab in front."""
        return self.panels[self.tab]

    def title(self) -> str:
        """Return the page's name."""
        return _("Proceedings")

    def enter(self) -> None:
        """Read the tab in front."""
        self.view_model.load(self.tab)

    def clear(self) -> None:
        """Forget everything."""
        self._bar.hide()
        for panel in self.panels.values():
            panel.forget()
        self.view_model.forget()

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._tabs.choose(tab)

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose a proceeding, now or when the tree arrives; `anchor` may name another tab, whose record it is."""
        self._tabs.choose(anchor if anchor in self.panels else CASES)
        is_there = self.panel.data is not None and self.panel.show_record(record_id)
        self._wanted = 0 if is_there else record_id

    def show_new(self, noun: str, record_id: int) -> None:
        """Choose a record that was just made here, on the tab that lists it."""
        tab = choices.tab_of(noun)
        if tab:
            self.show_record(record_id, tab)

    def step(self, direction: int) -> None:
        """Go to the next or previous row."""
        self.panel.step(direction)

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab."""
        self.panel.filter.setFocus()
        self.panel.filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the list of the tab."""
        self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return tuple(panel.view for panel in self.panels.values())

    def current(self) -> Subject | None:
        """Return the record chosen."""
        return choices.subject(self.tab, self.panel.current())

    def can_void(self, subject: Subject) -> bool:
        """Take out what the tabs hold; a person whom a row is about never goes with it."""
        return subject.noun != "person"

    def citation(self) -> str:
        """Return the code of what is chosen, where it carries one."""
        subject = self.current()
        return subject.code if subject is not None else ""

    def new_words(self) -> str:
        """Name the record that the tab in front begins."""
        return choices.new_words(self.tab)

    def new_record(self) -> None:
        """Begin a record of the tab in front: a step of the proceeding chosen, a claim or deadline in it, a mandate."""
        if choices.new_words(self.tab):
            in_case = self.tab == DEADLINES or (self.tab == CLAIMS and self.panel.current() is None)
            row = self.panels[CASES].current() if in_case else self.panel.current()
            self.editor_asked.emit(*choices.new(self.tab, row))

    def edit_record(self) -> None:
        """Change the record chosen."""
        asked = choices.edited(self.tab, self.panel.current(), self.exhaustion.cell())
        if asked is not None:
            self.editor_asked.emit(*asked)

    def open_record(self) -> None:
        """Open the record chosen in its form."""
        self.edit_record()

    def export_calendar(self) -> None:
        """Ask for whom and where to, then write the open deadlines as a calendar file."""
        sheet = CalendarSheet(self.window())
        sheet.agreed.connect(self._on_reader_chosen)
        sheet.open()

    def case_changed(self, touched: frozenset[str]) -> None:
        """Read the tab anew where it shows what has changed."""
        if touched & choices.NOUNS:
            self.view_model.load(self.tab)

    def state(self) -> dict[str, Any]:
        """Return widths, and the tab in front."""
        return super().state() | {"tab": self.tab}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as the page was left."""
        super().restore_state(state)
        self._tabs.choose(str(state.get("tab", CASES)))

    def restyle(self) -> None:
        """Take up new sizes."""
        for panel in self.panels.values():
            panel.restyle()

    def _lay_out(self) -> QWidget:
        """Lay out tabs over panels."""
        over = QFrame()
        over.setObjectName("filterBar")
        line = QHBoxLayout(over)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self._tabs, 1)
        for panel in self.panels.values():
            self._stack.addWidget(panel)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(over)
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        model = self.view_model
        model.read.connect(self._on_read)
        model.details_read.connect(self._on_details)
        model.failed.connect(self.say_error)
        model.exported.connect(self._on_exported)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        for panel in self.panels.values():
            panel.chosen.connect(self._on_chosen)
            panel.opened.connect(lambda _row: self.open_record())
            panel.new_asked.connect(self.new_record)
        self.deadlines.done_asked.connect(lambda row, is_done: model.finish(row, is_done=is_done))
        self.deadlines.export_asked.connect(self.export_calendar)
        self.exhaustion.state_asked.connect(model.set_state)
        self.mandates.end_asked.connect(model.end_mandate)
        self.inspector.followed.connect(self.followed)
        privacy.screen().changed.connect(self._on_screen_changed)

    def _on_tab_changed(self, place: int) -> None:
        """Show a tab; what it shows is read each time. The keyboard stays in the list, or on the tabs."""
        was_in_list = self._stack.isAncestorOf(self.window().focusWidget())
        self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)  # a list that is hidden would hand it to anybody
        self._stack.setCurrentIndex(place)
        if was_in_list:
            self.focus_list()
        self.view_model.load(self.tab)
        self._on_chosen(self.panel.current() if self.panel.data is not None else None)
        self.heading_changed.emit()

    def _on_read(self, tab: str, data: Any) -> None:
        """Hand what was read to its tab."""
        self.panels[tab].show_data(data)
        if tab == self.tab and self._wanted:
            wanted, self._wanted = self._wanted, 0
            self.panel.show_record(wanted)
        self.heading_changed.emit()

    def _on_chosen(self, row: Any) -> None:
        """Ask what is known of the row in front."""
        if self.sender() in self.panels.values() and self.sender() is not self.panel:
            return
        self.view_model.choose(*choices.known(self.tab, row))
        subject = choices.subject(self.tab, row)
        self.status_changed.emit(subject.title if subject is not None else "")

    def _on_details(self, known: Any) -> None:
        """Show what is known: a record, or a person with their ladder."""
        self._known = known
        if known is None:
            self.inspector.say(choices.nothing_words(self.tab) if self.panel.data is not None else "")
        elif isinstance(known, Standing):
            ladder = LadderView(privacy.shown(known.ladder))
            ladder.followed.connect(self.followed)
            self.inspector.show_details(known.details, above=ladder)
        else:
            self.inspector.show_details(known)

    def _on_reader_chosen(self, reader: str) -> None:
        """Ask where to; the name offered says nothing of the case."""
        name = _("deadlines") + ".ics"
        chosen = choosing.new_file(self, _("Save the calendar"), name, "iCalendar (*.ics)")
        if chosen is not None:
            out = chosen if chosen.suffix else chosen.with_suffix(".ics")
            self.view_model.export(out, reader)

    def _on_exported(self, made: Exported) -> None:
        """Say what left and what was held back."""
        said = ngettext_("%(n)s deadline is in %(name)s.", "%(n)s deadlines are in %(name)s.", made.deadlines)
        withheld = sum(made.withheld.values())
        kept = ngettext_("%(n)s record was withheld.", "%(n)s records were withheld.", withheld) % {"n": withheld}
        self.say(said % {"n": made.deadlines, "name": made.path.name}, kept if withheld else "", kind="ok")

    def _on_screen_changed(self) -> None:
        """Show names or codes, as it may be now."""
        for panel in self.panels.values():
            panel.show_again()
        self._on_details(self._known)
