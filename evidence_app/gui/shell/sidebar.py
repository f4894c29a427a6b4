"""Left: which case is open, its pages, what was searched for before, who works here, and the lock."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.actions.catalogue import COMMANDS
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.case_button import CaseButton
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.initials import Initials
from evidence_app.gui.widgets.labels import ElidedLabel
from evidence_app.gui.widgets.nav import NavList, NavRow
from evidence_app.system.words import N_, _

WIDTH, NARROW = 232, 56

# Heading over the pages that follow, and their keys; icon and title are those of the command that goes there.
SECTIONS = (
    ("", ("overview",)),
    (N_("Record"), ("people", "testimonies", "media", "filings", "events", "places")),
    (N_("Work"), ("proceedings", "search")),
)


class Sidebar(QFrame):
    """Says which page or saved search was chosen, and that the menu of the case or the lock is wanted."""

    chosen = Signal(str)
    saved_chosen = Signal(int)
    saved_menu_asked = Signal(int, QPoint)
    case_menu_asked = Signal(QPoint)
    lock_asked = Signal()

    def __init__(self, pages: Collection[str], account: str, lock_tip: str) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._is_narrow = False
        self.case = CaseButton(_("Case menu"))
        self.case.clicked.connect(self._on_case_pressed)
        self.nav, self.saved = NavList(), NavList()
        self.saved_button = NavRow("", "bookmark-plus", _("Saved searches"))
        self.saved_button.setCheckable(False)
        self.saved_button.is_narrow = True
        self.saved_button.clicked.connect(self._on_saved_pressed)
        self._searches: Sequence[tuple[int, str, int]] = ()
        self._fill(pages)
        self.nav.chosen.connect(self.chosen)
        self.saved.chosen.connect(lambda key: self.saved_chosen.emit(int(key)))
        self.saved.menu_asked.connect(lambda key, at: self.saved_menu_asked.emit(int(key), at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 1, 0)  # the hairline at the right stays bare
        column.setSpacing(0)
        column.addWidget(self.case)
        column.addWidget(self._middle(), 1)
        column.addWidget(self._foot(account, lock_tip))
        self.restyle()

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        self.setFixedWidth(px(NARROW if self._is_narrow else WIDTH))
        self.case.setFixedHeight(self.case.sizeHint().height())

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons only, or words too."""
        if is_narrow != self._is_narrow:
            self._is_narrow = self.case.is_narrow = is_narrow
            self.nav.set_narrow(is_narrow)
            self._show_saved()
            self._user.setVisible(not is_narrow)
            self.restyle()

    def show_case(self, title: str, code: str, chip: str) -> None:
        """Name the case."""
        self.case.show_case(title, code, chip)

    def show_saved(self, searches: Sequence[tuple[int, str, int]]) -> None:
        """List the saved searches: id, title and how many hits each has now."""
        self._searches = searches
        self._show_saved()
        self.saved.clear()
        if searches:
            self.saved.add_heading(_("Saved searches"))
        for search_id, title, count in searches:
            self.saved.add_row(str(search_id), "", title)
            self.saved.set_count(str(search_id), count)

    def _fill(self, pages: Collection[str]) -> None:
        """Add the pages that there are, under their headings."""
        commands = {command.name: command for command in COMMANDS}
        for heading, keys in SECTIONS:
            present = [key for key in keys if key in pages]
            if heading and present:
                self.nav.add_heading(_(heading))
            for key in present:
                command = commands[f"page.{key}"]
                self.nav.add_row(key, command.icon, _(command.title))

    def _middle(self) -> QScrollArea:
        """Return the rows; they scroll where the window is too low for them."""
        inside = QWidget()
        inside.setObjectName("sidebarBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.nav)
        column.addWidget(self.saved)
        column.addWidget(self.saved_button)
        self.saved_button.hide()
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _foot(self, account: str, lock_tip: str) -> QFrame:
        """Return who works here, and the lock."""
        foot = QFrame()
        foot.setObjectName("sidebarFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(8)
        self._user = QWidget()
        user = QHBoxLayout(self._user)
        user.setContentsMargins(0, 0, 0, 0)
        user.setSpacing(10)
        user.addWidget(Initials(account, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        user.addWidget(ElidedLabel(account, type="name"), 1)
        row.addWidget(self._user, 1)
        lock = tool_button("lock", lock_tip)
        lock.clicked.connect(self.lock_asked)
        row.addWidget(lock)
        return foot

    def _show_saved(self) -> None:
        """List the saved searches; where there is room for icons only, have a button open them."""
        self.saved.setVisible(not self._is_narrow)
        self.saved_button.setVisible(self._is_narrow and bool(self._searches))

    def _on_saved_pressed(self) -> None:
        """Open the saved searches beside their button."""
        menu = QMenu(self)
        for search_id, title, count in self._searches:
            chosen = partial(self.saved_chosen.emit, search_id)
            menu.addAction(f"{title}\t{count}".replace("&", "&&")).triggered.connect(lambda _on, go=chosen: go())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.saved_button.mapToGlobal(QPoint(self.saved_button.width(), 0)))

    def _on_case_pressed(self) -> None:
        self.case_menu_asked.emit(self.case.mapToGlobal(QPoint(px(8), self.case.height())))
