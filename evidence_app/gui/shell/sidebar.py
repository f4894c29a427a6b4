"""Left: the case's name, its pages, and the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.nav import NavList
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.system.words import N_, _

WIDTH, NARROW = 232, 52

# key, icon, title, heading before it
ROWS = (
    ("people", "users", N_("People"), N_("Record")),
    ("testimonies", "message-square-quote", N_("Testimonies"), ""),
    ("media", "film", N_("Media"), ""),
    ("filings", "scale", N_("Filings"), ""),
    ("events", "calendar-days", N_("Events"), ""),
    ("search", "search", N_("Search"), N_("Work")),
)


class Sidebar(QFrame):
    """Says which page was chosen, and that the case should be locked."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, account: str, lock_tip: str) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._is_narrow = False
        self._title, self._code = PlainLabel(type="h3", wrap=True), PlainLabel(type="caption", tone="2")
        self._chip = PlainLabel(_("Sample case"), chip="warn")
        self.nav = NavList()
        for key, icon, title, heading in ROWS:
            if heading:
                self.nav.add_heading(_(heading))
            self.nav.add_row(key, icon, _(title))
        self.nav.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._head()
        column.addWidget(self._top)
        column.addSpacing(6)
        column.addWidget(self.nav)
        column.addStretch()
        column.addWidget(self._foot(account, lock_tip))
        self.restyle()

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        self.setFixedWidth(px(NARROW if self._is_narrow else WIDTH))

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons only where the window is small."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.nav.set_narrow(is_narrow)
            self._top.setVisible(not is_narrow)
            self._user.setVisible(not is_narrow)
            self.restyle()

    def show_case(self, title: str, code: str, *, is_sample: bool) -> None:
        """Name the case."""
        self._title.setText(title)
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self._chip.setVisible(is_sample)

    def _head(self) -> QWidget:
        """Return the case's name over its number."""
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(3)
        head.addWidget(self._title)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._chip)
        line.addWidget(self._code)
        line.addStretch()
        head.addLayout(line)
        return top

    def _foot(self, account: str, lock_tip: str) -> QFrame:
        """Return who works here, and the lock."""
        foot = QFrame()
        foot.setObjectName("sidebarFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 7, 10, 7)
        row.setSpacing(8)
        self._user = QWidget()
        user = QHBoxLayout(self._user)
        user.setContentsMargins(0, 0, 0, 0)
        user.setSpacing(8)
        user.addWidget(Pictogram("user", "text_2"), 0, Qt.AlignmentFlag.AlignVCenter)
        user.addWidget(ElidedLabel(account, type="name"), 1)
        row.addWidget(self._user, 1)
        lock = tool_button("lock", lock_tip)
        lock.clicked.connect(self.lock_asked)
        row.addWidget(lock)
        return foot
