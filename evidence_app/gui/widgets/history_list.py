"""The history of a record as a list: each act in a sentence, and what it changed, before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.widgets.controls import push_button, rule
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.system.words import _, ngettext_

if TYPE_CHECKING:
    from evidence_app.services.history_rows import Difference, HistoryPage, HistoryRow

VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Restoring:
    """A value that somebody wants back: that of a field before an entry, or a voided record itself."""

    noun: str
    uid: str
    log: str = ""
    seq: int = 0
    field: str = VOIDED


class HistoryList(QWidget):
    """Acts, the newest first; older ones follow when they are asked for."""

    restore_asked = Signal(object)  # Restoring
    more_asked = Signal(int)  # place from which on

    def __init__(self, page: HistoryPage) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(10)
        self._more: QWidget | None = None
        if page.voided:
            self._column.addLayout(self._voided(page))
        self.add(page)

    def add(self, page: HistoryPage) -> None:
        """Add acts at the end, and the way to those before them where there are more."""
        if self._more is not None:
            self._more.deleteLater()
            self._more = None
        for place, row in enumerate(page.rows):
            if place or page.start or page.voided:
                self._column.addWidget(rule())
            self._column.addLayout(_act(row, self.restore_asked.emit))
        told = page.start + len(page.rows)
        left = page.total - told
        if left > 0:
            words = ngettext_("Show %(n)s older entry", "Show %(n)s older entries", left) % {"n": left}
            more = push_button(words, "link")
            more.clicked.connect(lambda: self.more_asked.emit(told))
            self._more = more
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _voided(self, page: HistoryPage) -> QHBoxLayout:
        """Return the way back for a record that is voided."""
        line = QHBoxLayout()
        line.addWidget(PlainLabel(_("Voided: %(reason)s") % {"reason": page.voided}, tone="danger", wrap=True), 1)
        back = push_button(_("Restore"))
        back.clicked.connect(lambda: self.restore_asked.emit(Restoring(page.noun, page.uid)))
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _act(row: HistoryRow, restore: Callable[[Restoring], object]) -> QVBoxLayout:
    """Return one act: sentence, who and when, why, differences."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(PlainLabel(row.says, type="name", wrap=True).selectable())
    column.addWidget(PlainLabel(f"{row.who} · {row.when}", type="caption", tone="2", wrap=True))
    if row.why:
        column.addWidget(PlainLabel(_("Reason: %(reason)s") % {"reason": row.why}, type="caption", wrap=True))
    if row.is_erased:
        column.addWidget(PlainLabel(_("What this entry said was erased."), type="caption", tone="3", wrap=True))
    for difference in row.differences:
        column.addSpacing(3)
        column.addLayout(_difference(row, difference, restore))
    return column


def _difference(row: HistoryRow, changed: Difference, restore: Callable[[Restoring], object]) -> QVBoxLayout:
    """Return one field: what it is, before → after, and the way back where it is open."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(PlainLabel(changed.label, type="caption", tone="3", wrap=True))
    is_changed = bool(changed.before) or changed.can_restore
    if is_changed:
        column.addWidget(PlainLabel(changed.before or _("empty"), tone="3", wrap=True).selectable())
    after = changed.after or _("empty")
    column.addWidget(PlainLabel(f"→ {after}" if is_changed else after, wrap=True).selectable())
    if changed.can_restore:
        is_record = changed.field == VOIDED
        back = LinkLabel(_("Restore") if is_record else _("Restore this value"))
        back.setWordWrap(False)
        back.setAccessibleName(f"{back.text()}: {changed.label} – {changed.before or _('empty')}")
        wish = Restoring(changed.noun, changed.uid, row.log, row.seq, changed.field)
        back.clicked.connect(lambda: restore(wish))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
    return column
