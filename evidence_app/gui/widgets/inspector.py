"""The right pane: what is known of one record, section by section, each value with its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from evidence_app.domain.citation import Citation
from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.controls import rule
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.focus_ring import FocusRing
from evidence_app.gui.widgets.initials import Initials
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import HashLabel, LinkLabel
from evidence_app.gui.widgets.notice_bar import Pictogram

if TYPE_CHECKING:
    from evidence_app.services.details import DetailRow, Details, Section

HASH = re.compile(r"[0-9a-f]{40,128}")
ICONS = {"P": "user", "T": "message-square-quote", "E": "film", "F": "scale", "N": "calendar-days"}
WIDE, NARROW, STACKED, MARGIN, LABEL = 376, 328, 270, 20, 104  # below STACKED, values go under their labels
PICTURE_HEIGHT = 190
SHORT = 36  # letters of a value beside which its sources have room; under a longer one they stand below


class Inspector(QFrame):
    """Shows `Details`; a source or linked record that is clicked comes out as a citation."""

    followed = Signal(str)

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
        self.setFocusProxy(self._scroll)
        FocusRing(self._scroll)
        self.details: Details | None = None
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.details = None
        self._put(QWidget())

    def say(self, words: str, title: str = "") -> None:
        """Show one quiet sentence, or a passage under its title, instead of a record."""
        self.details = None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        if title:
            column.addWidget(PlainLabel(title, type="h2", wrap=True).selectable())
        column.addWidget(PlainLabel(words, tone="2" if title else "3", wrap=True).selectable())
        column.addStretch()
        self._put(body)

    def show_details(self, details: Details, *, picture: QPixmap | None = None, above: QWidget | None = None) -> None:
        """Show a record; a picture, or a card of the page, may stand above its sections."""
        self.details = details
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        column.setSpacing(0)
        if picture is not None:
            column.addWidget(Still(picture))
            column.addSpacing(12)
        column.addLayout(_head(details))
        if above is not None:
            column.addSpacing(14)
            column.addWidget(above)
        stacked = self.width() < px(STACKED)
        for section in details.sections:
            if section.rows:
                column.addSpacing(14)
                column.addWidget(rule())
                column.addSpacing(14)
                column.addLayout(_section(section, self.followed.emit, stacked=stacked))
        column.addStretch()
        self._put(body)

    def _put(self, body: QWidget) -> None:
        """Replace what is shown."""
        body.setObjectName("inspectorBody")
        self._scroll.setWidget(body)


class Still(QWidget):
    """A picture, fitted into the width of the pane."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedHeight(px(PICTURE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it on the stage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), look.colour("stage"))
        place = QRect(QPoint(0, 0), self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, self._picture)


def _head(details: Details) -> QHBoxLayout:
    """Return title, subtitle, code and badges; a person's initials before them."""
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(PlainLabel(details.title, type="h2", wrap=True).selectable())
    if details.subtitle:
        column.addWidget(PlainLabel(details.subtitle, type="caption", tone="2", wrap=True))
    chips = FlowRow()
    if details.code:
        chips.add(PlainLabel(details.code, chip="plain"))
    for place, words in enumerate(details.badges):
        chips.add(PlainLabel(words, chip="warn" if place else "plain"))  # after the first they are warnings
    column.addSpacing(3)
    column.addWidget(chips)
    head = QHBoxLayout()
    head.setSpacing(12)
    if details.code.startswith("P"):
        head.addWidget(Initials(details.title), 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(column, 1)
    return head


def _section(section: Section, follow: Callable[[str], object], *, stacked: bool) -> QLayout:
    """Return a heading with its rows: key and value, or linked records with icons."""
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(PlainLabel(section.title, type="h3"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, 0 if stacked else px(LABEL))
    grid.setColumnStretch(1, 1)
    before = ""
    for row in (row for row in section.rows if row.value):
        line = grid.rowCount()
        if row.icon or row.label == row.target:
            grid.addLayout(_linked(row, follow), line, 0, 1, 3)
            continue
        if row.label != before:
            name = PlainLabel(row.label, tone="3", wrap=True)
            if not stacked:
                name.setMaximumWidth(px(LABEL + 42))
            grid.addWidget(name, line, 0, 1, 3 if stacked else 1, Qt.AlignmentFlag.AlignTop)
            line += stacked
            before = row.label
        _put_value(grid, line, row, follow, first=0 if stacked else 1)
    column.addLayout(grid)
    return column


def _put_value(grid: QGridLayout, place: int, row: DetailRow, follow: Callable[[str], object], *, first: int) -> None:
    """Put value and sources into a line, from a column on; what a source adds in words stands under the value."""
    top = Qt.AlignmentFlag.AlignTop
    if HASH.fullmatch(row.value):
        grid.addWidget(HashLabel(row.value), place, first, 1, 3 - first)
        return
    cites = [_cite(ref) for ref in row.refs]
    value: QWidget = PlainLabel(row.value, wrap=True).selectable()
    if row.target:
        value = _link(row.value, row.target, follow)
    value.setAccessibleName(f"{row.label}: {row.value}")
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(value)
    for remark in dict.fromkeys(remark for _citation, remark in cites if remark):
        column.addWidget(PlainLabel(remark, type="caption", tone="3", wrap=True))
    links = [_link(citation, citation, follow, wrap=False) for citation, _remark in cites]
    beside = bool(links) and len(row.value) <= SHORT
    grid.addLayout(column, place, first, 1, (2 if beside else 3) - first, top)
    sources = QVBoxLayout()
    sources.setSpacing(0)
    for link in links:
        sources.addWidget(link, 0, Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft)
    if beside:
        grid.addLayout(sources, place, 2, top)
    else:
        column.addLayout(sources)


def _cite(ref: str) -> tuple[str, str]:
    """Split a source into its citation and what is said beside it."""
    if Citation.parse(ref) is not None:
        return ref, ""
    code, _space, remark = ref.partition(" ")
    return code, remark


def _linked(row: DetailRow, follow: Callable[[str], object]) -> QHBoxLayout:
    """Return a linked record: icon, its code, and under it what it says and how it is linked."""
    line = QHBoxLayout()
    line.setSpacing(9)
    icon = row.icon or ICONS.get(row.label[:1], "link")
    line.addWidget(Pictogram(icon, "text_2"), 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout()
    column.setSpacing(0)
    if row.target:
        column.addWidget(_link(row.label, row.target, follow))
    else:
        column.addWidget(PlainLabel(row.label, type="name", wrap=True))
    if row.value:
        column.addWidget(PlainLabel(row.value, type="caption", tone="2", wrap=True))
    line.addLayout(column, 1)
    for citation, _remark in map(_cite, row.refs):
        line.addWidget(_link(citation, citation, follow, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    return line


def _link(words: str, citation: str, follow: Callable[[str], object], *, wrap: bool = True) -> LinkLabel:
    """Return words that go to a citation."""
    made = LinkLabel(words)
    made.setWordWrap(wrap)
    made.setToolTip(tip.plain(citation))
    made.clicked.connect(lambda: follow(citation))
    return made
