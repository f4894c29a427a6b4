"""Who was where when: the head of a place, its events on a small timeline, and the persons with what happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.pages.places import rows
from evidence_app.gui.pages.places.view_model import Seen
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import rule
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.timeline import Timeline
from evidence_app.gui.widgets.tree_table import TreeTable
from evidence_app.services.chronology import Look
from evidence_app.system.words import _, ngettext_

COURSE = 196  # height of the small timeline


class PresencePane(QWidget):
    """Shows `Seen`; a person or event that is opened comes out as its code."""

    followed = Signal(str)
    deep_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None
        self._path, self._name = ElidedLabel(type="caption", tone="3"), ElidedLabel(type="h2")
        self._count, self.deep = PlainLabel(tone="2"), QCheckBox(_("And all inside"))
        self.deep.setChecked(True)
        self.course = Timeline()
        self.course.setAccessibleName(_("What happened here"))
        self.table = TreeTable([_(title) for title in rows.PRESENCE], rows.PRESENCE_WIDTHS, rows.PRESENCE_LEAVING)
        self.table.setAccessibleName(_("Who was here"))
        self._empty, self._stack = EmptyState("users"), QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.course)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self.deep.toggled.connect(self.deep_asked)
        self.course.chosen.connect(self._on_event_chosen)
        self.course.opened.connect(self._on_event_opened)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.opened.connect(self._on_row_opened)
        privacy.screen().changed.connect(self._show)
        self.restyle()
        self._show()

    def show_seen(self, seen: Seen | None) -> None:
        """Show another place, or nothing."""
        self._seen = seen
        self._show()

    def restyle(self) -> None:
        """Take up new sizes."""
        self.course.setFixedHeight(px(COURSE))
        self.course.restyle()
        self.table.restyle()
        self._empty.restyle()

    def _head(self) -> QFrame:
        """Return path and name, count, and whether all inside counts."""
        frame = QFrame()
        frame.setObjectName("filterBar")
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._path)
        words.addWidget(self._name)
        row.addLayout(words, 1)
        row.addWidget(self._count)
        row.addWidget(self.deep)
        return frame

    def _show(self) -> None:
        """Show what there is as it may be shown now."""
        seen = self._seen
        found = seen.presence if seen else ()
        title = seen.details.title if seen and seen.details else ""
        self._name.setText(privacy.text(title))
        self._path.setText(privacy.text(" › ".join(seen.path)) if seen else "")
        self._path.setVisible(bool(seen and seen.path))
        people = len({one.person_id for one in found if one.person_id})
        events = len({one.event_id for one in found})
        counted = (
            ngettext_("%(n)s person", "%(n)s people", people) % {"n": people},
            ngettext_("%(n)s event", "%(n)s events", events) % {"n": events},
        )
        self._count.setText(" · ".join(counted) if seen else "")
        self.deep.setVisible(seen is not None)
        self.table.show_rows(rows.of_presence(found))
        self.course.show_look(seen.look if seen else Look(0.0, 0.0))
        self.course.setVisible(bool(seen and seen.look.extent))
        self._stack.setCurrentWidget(self.table if found else self._empty)
        self._empty.say(
            _("Nothing happened here yet") if seen else "",
            _("Events whose place this is stand here, with everyone who took part.") if seen else "",
        )

    def _on_event_chosen(self, event: int) -> None:
        """Find the event in the table."""
        found = self._seen.presence if self._seen else ()
        place = next((place for place, one in enumerate(found) if one.event_id == event), None)
        if place is not None:
            self.table.choose(place)

    def _on_event_opened(self, event: int) -> None:
        found = self._seen.presence if self._seen else ()
        code = next((one.event_code for one in found if one.event_id == event), "")
        if code:
            self.followed.emit(code)

    def _on_row_chosen(self, key: int) -> None:
        """Show the event of a row on the timeline."""
        if self._seen is not None and key >= 0:
            self.course.choose(self._seen.presence[key].event_id)

    def _on_row_opened(self, key: int) -> None:
        """Go to the person or the event of a row."""
        if self._seen is None:
            return
        one = self._seen.presence[key if key >= 0 else -1 - key]
        code = one.event_code if key >= 0 else one.person_code
        if code:
            self.followed.emit(code)
