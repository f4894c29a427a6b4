"""A course through time as a list: when at the left, what and which part at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.widgets.inspector_sections import link_to
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.services.timeline import Point

GAP = 12


class TimelineList(QWidget):
    """Points in the order of time; a day that repeats is said once, what has no date stands last under its own word."""

    def __init__(self, points: Sequence[Point], follow: Callable[[str], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(GAP)
        if not points:
            column.addWidget(PlainLabel(_("Nothing with a date is recorded yet."), tone="3", wrap=True))
        before = None
        for point in points:
            if point.when != before:
                column.addWidget(PlainLabel(point.when or _("Date not known"), type="overline", tone="2", wrap=True))
                before = point.when
            column.addLayout(_point(point, follow))


def _point(point: Point, follow: Callable[[str], object]) -> QHBoxLayout:
    """Return one point: icon, title, the part taken, sources."""
    line = QHBoxLayout()
    line.setSpacing(9)
    line.addWidget(Pictogram(point.icon, "text_2"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    if point.target:
        column.addWidget(link_to(point.title, point.target, follow))
    else:
        column.addWidget(PlainLabel(point.title, wrap=True))
    if point.note:
        column.addWidget(PlainLabel(point.note, type="caption", tone="2", wrap=True))
    line.addLayout(column, 1)
    for ref in point.refs:
        line.addWidget(link_to(ref, ref.split(" ")[0], follow, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    return line
