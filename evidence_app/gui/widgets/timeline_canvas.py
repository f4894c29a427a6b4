"""How a timeline is painted: the axis, the lanes with their marks and words, the crowd where there are too many."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, privacy, timeline_marks
from evidence_app.gui.widgets.timeline_axis import Tick, headings, step_for, ticks
from evidence_app.gui.widgets.timeline_layout import Placed
from evidence_app.gui.widgets.timeline_window import Window
from evidence_app.system.words import _, ngettext_

if TYPE_CHECKING:
    from evidence_app.services.chronology import Bar, Bucket

AXIS, LANE, CROWD = 46, 56, 104
MARK_TOP, WORDS_TOP, LINE = 9, 23, 16
TOP, INSET, WARN = 10, 8, 13


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where things stand in a view of this width: its window, and how far its lanes are scrolled down."""

    window: Window
    width: int
    height: int
    scrolled: int
    has_crowd: bool

    @property
    def top(self) -> int:
        """Return where the first lane begins."""
        return px(AXIS) + (px(CROWD) if self.has_crowd else 0) + px(TOP) - self.scrolled

    def x(self, world: float) -> float:
        """Return where a place of the layout stands in the view."""
        return world - self.window.first * self.window.scale

    def lane_box(self, placed: Placed) -> QRect:
        """Return the box of a bar with its words, cut to a little more than the view."""
        left = max(-1_000.0, min(self.width + 1_000.0, self.x(placed.left)))
        right = max(left, min(self.width + 1_000.0, self.x(placed.end)))
        top = self.top + placed.lane * px(LANE)
        return QRect(round(left) - INSET, top, round(right - left) + 2 * INSET, px(LANE))

    def bucket_box(self, bucket: Bucket) -> QRect:
        """Return the box of a stretch of the crowd."""
        left, right = (self.window.x(instant) for instant in (bucket.first, bucket.last))
        left, right = max(-1_000.0, left), min(self.width + 1_000.0, right)
        return QRect(round(left), px(AXIS), max(1, round(right - left)), px(CROWD))

    def shows(self, placed: Placed) -> bool:
        """Tell whether any of a bar is in view."""
        box = self.lane_box(placed)
        return box.right() >= 0 and box.left() <= self.width and box.bottom() >= 0 and box.top() <= self.height


def caption(bar: Bar) -> str:
    """Return the second line of a bar."""
    return " · ".join(filter(None, (bar.when or _("no date"), bar.code)))


def width_of(bar: Bar) -> float:
    """Return how much room the words of a bar would like."""
    lower = drawing.width_of(caption(bar), "caption_figures")
    if not bar.sources:
        lower += drawing.width_of(" · " + _("no source yet"), "caption") + px(WARN) + 4
    return max(drawing.width_of(privacy.text(bar.title), "name"), lower) + 2


def paint(
    painter: QPainter, canvas: Canvas, placed: Sequence[Placed], buckets: Sequence[Bucket], chosen: int, ringed: bool
) -> None:
    """Draw all of a timeline; `chosen` is the id of the current event, ringed where the keyboard is in the view."""
    painter.fillRect(QRect(0, 0, canvas.width, canvas.height), look.colour("surface"))
    if not placed and not buckets:
        return  # an axis without anything on it would tell of the year 1
    window = canvas.window
    step = step_for(window.scale, look.now().scale)
    ends = window.instant(0), window.instant(canvas.width)
    marked, over = ticks(*ends, step), headings(*ends, step)
    for tick in marked:
        painter.fillRect(QRect(round(window.x(tick.at)), px(AXIS), 1, canvas.height), look.colour("border"))
    if canvas.has_crowd:
        _crowd(painter, canvas, buckets)
    painter.setClipRect(QRect(0, canvas.top + canvas.scrolled - px(TOP), canvas.width, canvas.height))
    for one in placed:
        if canvas.shows(one):
            _bar(painter, canvas, one, is_chosen=one.bar.id == chosen, ringed=ringed)
    painter.setClipping(False)
    _axis(painter, canvas, marked, over)


def _axis(painter: QPainter, canvas: Canvas, marked: Sequence[Tick], over: Sequence[Tick]) -> None:
    """Draw the two lines of the axis; a heading stays in view while its time lasts."""
    height, half = px(AXIS), px(AXIS) // 2
    painter.fillRect(QRect(0, 0, canvas.width, height), look.colour("subtle"))
    painter.fillRect(QRect(0, height - 1, canvas.width, 1), look.colour("border"))
    places = [round(canvas.window.x(heading.at)) for heading in over]
    for heading, left, following in zip(over, places, [*places, canvas.width][1:], strict=True):
        if left > 0:
            painter.fillRect(QRect(left, 0, 1, half), look.colour("border_strong"))
        box = QRect(max(left, 0) + INSET, 0, following - max(left, 0) - INSET - 4, half)
        if box.width() > px(24):
            drawing.text(painter, box, heading.words, look.colour("text"), "overline")
    bottom = QRect(0, half, canvas.width, height - half - 1)
    if not over:
        bottom = QRect(0, 0, canvas.width, height - 1)
    for tick in marked:
        at = round(canvas.window.x(tick.at))
        painter.fillRect(QRect(at, bottom.bottom() - px(6), 1, px(6)), look.colour("border_strong"))
        box = QRect(at + 4, bottom.top(), px(90), bottom.height())
        drawing.text(painter, box, tick.words, look.colour("text_2"), "caption_figures")


def _bar(painter: QPainter, canvas: Canvas, placed: Placed, *, is_chosen: bool, ringed: bool) -> None:
    """Draw a mark, and under it title, date and code; the words stay in view as long as the mark lasts."""
    bar, top = placed.bar, canvas.top + placed.lane * px(LANE)
    box = canvas.lane_box(placed).adjusted(0, 2, 0, -2)
    if is_chosen:
        drawing.rounded(painter, box, 6, look.colour("tint"))
        if ringed:
            drawing.rounded(painter, box, 6, look.colour("tint"), look.colour("accent"))
    left = max(-40.0, canvas.x(placed.left))
    right = min(canvas.width + 40.0, canvas.x(placed.right))
    mark = QRectF(left, top + px(MARK_TOP), max(1.0, right - left), px(timeline_marks.HEIGHT))
    timeline_marks.draw(painter, mark, bar.span.doubt.value, is_key=bar.span.is_key, chosen=is_chosen)
    if bar.span.is_key:
        timeline_marks.key_ring(painter, mark)
    # A bar that began before the view keeps its words at the edge, never past its own end.
    last = max(canvas.x(placed.left), canvas.x(placed.right) - placed.words)
    start = min(max(canvas.x(placed.left), INSET), last)
    line = QRect(round(start), top + px(WORDS_TOP), round(placed.words), px(LINE))
    title = look.colour("accent_text" if is_chosen else "text")
    drawing.text(painter, line, privacy.text(bar.title), title, "name")
    line.translate(0, px(LINE))
    if bar.sources:
        drawing.text(painter, line, caption(bar), look.colour("text_2"), "caption_figures")
    else:
        _unsourced(painter, line, bar)


def _unsourced(painter: QPainter, line: QRect, bar: Bar) -> None:
    """Draw date and code, and that no source stands behind the event: the warning is the last thing to be cut."""
    warning = _("no source yet")
    needed = drawing.width_of(" · " + warning, "caption") + px(WARN) + 4
    room = line.adjusted(0, 0, -min(needed, line.width()), 0)
    used = drawing.text(painter, room, caption(bar), look.colour("text_2"), "caption_figures") if room.width() else 0
    at = line.left() + used + (px(6) if used else 0)
    icons.paint(
        painter,
        QRect(at, line.center().y() - px(WARN) // 2, px(WARN), px(WARN)),
        "triangle-alert",
        look.colour("warn"),
    )
    rest = QRect(at + px(WARN) + 4, line.top(), line.right() - at - px(WARN) - 3, line.height())
    drawing.text(painter, rest, warning, look.colour("warn"), "caption")


def _crowd(painter: QPainter, canvas: Canvas, buckets: Sequence[Bucket]) -> None:
    """Draw how many events lie where, as columns whose area grows slower than the number."""
    ground = QRect(0, px(AXIS), canvas.width, px(CROWD))
    painter.fillRect(ground, look.colour("subtle"))
    painter.fillRect(QRect(0, ground.bottom(), canvas.width, 1), look.colour("border"))
    most = max((bucket.count for bucket in buckets), default=1)
    for bucket in buckets:
        box = canvas.bucket_box(bucket)
        if box.right() < 0 or box.left() > canvas.width:
            continue
        height = max(3, round((ground.height() - px(30)) * math.sqrt(bucket.count / most)))
        column = QRect(box.left(), ground.bottom() - height, max(2, box.width() - 1), height)
        painter.fillRect(column, look.colour("tint_strong"))
        painter.fillRect(QRect(column.left(), column.top(), column.width(), 2), look.colour("accent"))
    total = sum(bucket.count for bucket in buckets)
    said = ngettext_("%(n)s event here", "%(n)s events here", total) % {"n": total}
    line = QRect(INSET, ground.top() + 4, canvas.width - 2 * INSET, px(18))
    words = f"{said} · " + _("zoom in to tell them apart")
    drawing.text(painter, line, words, look.colour("text_2"), "caption")
