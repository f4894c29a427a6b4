"""The timeline with its controls: zoom, legend, and the events that have no date."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.pages.events.timeline_view_model import TimelineViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import timeline_marks
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.timeline import NEARER, Timeline
from evidence_app.gui.widgets.undated_strip import UndatedStrip
from evidence_app.services.chronology import Look
from evidence_app.system.words import N_, _

LEGEND = (
    ("exact", N_("exact")),
    ("about", N_("about")),
    ("between", N_("between")),
    ("before", N_("before")),
    ("after", N_("after")),
)


class LegendMark(QWidget):
    """One mark of the legend."""

    def __init__(self, doubt: str, *, is_key: bool = False) -> None:
        super().__init__()
        self._doubt, self._is_key = doubt, is_key

    def sizeHint(self) -> QSize:
        """Be as wide as the mark."""
        return QSize(timeline_marks.sample_width(self._doubt) + 8, px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        height = px(timeline_marks.HEIGHT)
        box = QRectF(4, (self.height() - height) / 2, timeline_marks.sample_width(self._doubt), height)
        timeline_marks.draw(painter, box, self._doubt, is_key=self._is_key)
        if self._is_key:
            timeline_marks.key_ring(painter, box)
        painter.end()


class TimelinePane(QWidget):
    """Timeline, legend, zoom, and a strip of events without a date; one choice for all of it."""

    chosen = Signal(int)
    opened = Signal(int)
    failed = Signal(object)

    def __init__(self, view_model: TimelineViewModel) -> None:
        super().__init__()
        self.view_model = view_model
        view_model.setParent(self)
        self.timeline, self.undated = Timeline(), UndatedStrip()
        self._empty, self._undated_words = EmptyState("calendar-days"), PlainLabel(type="caption", tone="2")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._strip())
        column.addWidget(self._foot())
        self._connect()

    def load(self, ids: Collection[int] | None = None) -> None:
        """Show all events, or those that a filter keeps."""
        self.view_model.load(ids)

    def choose(self, event: int) -> None:
        """Make an event current, on the axis or in the strip below."""
        self.timeline.choose(event)
        self.undated.choose(event)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) event; after the last dated one come those without a date."""
        if self.undated.currentIndex().isValid():
            if not self.undated.step(direction) and direction < 0:
                self.timeline.step(-1)
        elif not self.timeline.step(direction) and direction > 0:
            self.undated.step(1)

    def clear(self) -> None:
        """Forget everything."""
        self.view_model.forget()

    def restyle(self) -> None:
        """Take up new sizes."""
        self.timeline.restyle()
        self.undated.restyle()
        self._empty.restyle()

    def _strip(self) -> QFrame:
        """Return the strip of events without a date, under its name; away while every event has one."""
        self._undated_frame = QFrame()
        self._undated_frame.setObjectName("paneFoot")
        row = QHBoxLayout(self._undated_frame)
        row.setContentsMargins(16, 5, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._undated_words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.undated, 1)
        self._undated_words.setContentsMargins(0, 6, 0, 0)
        self._undated_frame.hide()
        return self._undated_frame

    def _foot(self) -> QFrame:
        """Return the bar of legend and zoom."""
        foot = QFrame()
        foot.setObjectName("paneFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(4)
        legend = FlowRow()
        for doubt, words in LEGEND:
            legend.add(_legend(doubt, _(words)))
        legend.add(_legend("exact", _("key event"), is_key=True))
        row.addWidget(legend, 1)
        for icon, words, call in (
            ("zoom-out", _("Further off"), lambda: self.timeline.zoom(1 / NEARER)),
            ("zoom-in", _("Nearer"), lambda: self.timeline.zoom(NEARER)),
        ):
            button = tool_button(icon, words)
            button.clicked.connect(call)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        fit = push_button(_("Show all"), "filter")
        fit.clicked.connect(self.timeline.fit)
        row.addWidget(fit, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _connect(self) -> None:
        """Bind the parts to one another."""
        self.view_model.looked.connect(self._on_looked)
        self.view_model.failed.connect(self.failed)
        self.timeline.moved.connect(self.view_model.move)
        self.timeline.opened.connect(self.opened)
        self.undated.opened.connect(self.opened)
        self.timeline.chosen.connect(self._on_chosen)
        self.undated.chosen.connect(self._on_chosen)

    def _on_looked(self, look: Look) -> None:
        self.timeline.show_look(look)
        self.undated.show_bars(look.undated)
        self._undated_words.setText(f"{_('No date')}  {look.undated_count}")
        self._undated_frame.setVisible(bool(look.undated))
        has_any = bool(look.bars or look.buckets or look.extent)
        self._stack.setCurrentWidget(self.timeline if has_any else self._empty)
        if not has_any:
            self._empty.say(_("No event with a date"), _("Give an event a date, even “about” or “before”."))

    def _on_chosen(self, event: int) -> None:
        self.choose(event)
        self.chosen.emit(event)


def _legend(doubt: str, words: str, *, is_key: bool = False) -> QWidget:
    """Return a mark with what it means."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(3)
    row.addWidget(LegendMark(doubt, is_key=is_key))
    row.addWidget(PlainLabel(words, type="caption", tone="2"))
    return made
