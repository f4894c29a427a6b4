"""The ladder of a person's case: its rungs one below the other, or as a row of dots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.services.ladder import Step

MARK, COLUMN, LINE_WIDTH, DOT, DOT_GAP = 16, 26, 2, 8, 4


def paint_mark(painter: QPainter, centre: QPoint, side: int, state: str) -> None:
    """Draw the mark of one rung: a tick where it is reached, half a disc in part, a ring if not, dashes if unknown."""
    box = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = look.colour({"yes": "ok", "part": "warn"}.get(state, "text_3"))
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine if state == "unknown" else Qt.PenStyle.SolidLine))
    painter.setBrush(ink if state == "yes" else look.colour("surface"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if state == "part":
        painter.setBrush(ink)
        painter.drawPie(box.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)
    painter.restore()
    if state == "yes" and side >= px(MARK):
        icons.paint(painter, box.adjusted(3, 3, -3, -3), "check", look.colour("surface"))


def paint_dots(painter: QPainter, box: QRect, states: Sequence[str]) -> int:
    """Draw a whole ladder as a row of small marks; return the width it took."""
    side, gap = px(DOT), px(DOT_GAP)
    for number, state in enumerate(states):
        paint_mark(painter, QPoint(box.left() + side // 2 + number * (side + gap), box.center().y()), side, state)
    return len(states) * (side + gap) - gap if states else 0


class _Mark(QWidget):
    """The mark of a rung, with the rail through it."""

    def __init__(self, state: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._state, self._first, self._last = state, first, last
        self.setFixedWidth(px(COLUMN))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rail and mark."""
        painter = QPainter(self)
        centre = QPoint(px(MARK) // 2, px(MARK) // 2 + 1)
        rail = QRect(centre.x() - LINE_WIDTH // 2, 0, LINE_WIDTH, self.height())
        rail.setTop(centre.y() if self._first else 0)
        rail.setBottom(centre.y() if self._last else self.height())
        painter.fillRect(rail, look.colour("border"))
        paint_mark(painter, centre, px(MARK), self._state)


class LadderView(QWidget):
    """The rungs of one person; a source that is clicked comes out as a citation."""

    followed = Signal(str)

    def __init__(self, ladder: Sequence[Step]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(_("How far the case has come"), type="h3"))
        column.addSpacing(8)
        for number, step in enumerate(ladder):
            column.addWidget(_rung(step, self.followed.emit, first=not number, last=number == len(ladder) - 1))
        self.setAccessibleName("; ".join(step.spoken() for step in ladder))


def _rung(step: Step, follow: Callable[[str], object], *, first: bool, last: bool) -> QWidget:
    """Return one rung: mark and name, and under them date, note and sources."""
    rung = QWidget()
    rung.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    row = QHBoxLayout(rung)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(_Mark(step.state, first=first, last=last))
    words = QVBoxLayout()
    words.setContentsMargins(0, 0, 0, 4 if last else 9)
    words.setSpacing(1)
    line = QHBoxLayout()
    line.setSpacing(8)
    reached = step.state in {"yes", "part"}
    line.addWidget(
        PlainLabel(step.label, type="name" if reached else "body", tone="" if reached else "2", wrap=True), 1
    )
    stands = {"yes": "", "part": _("in part"), "no": _("not yet"), "unknown": _("not known")}[step.state]
    if not step.when:
        line.addWidget(PlainLabel(stands, type="caption", tone="3"))
    words.addLayout(line)
    under = QHBoxLayout()
    under.setSpacing(8)
    dated = (step.when, stands if step.state == "part" else "") if step.when else ()
    note = " · ".join(part for part in (*dated, step.note) if part)
    if note or step.refs:
        under.addWidget(PlainLabel(note, type="caption", tone="2", wrap=True), 1)
        for ref in step.refs[:2]:
            link = LinkLabel(ref.split(" ")[0])
            link.setWordWrap(False)
            link.clicked.connect(lambda ref=ref: follow(ref))
            under.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(under)
    row.addLayout(words, 1)
    rung.setAccessibleName(step.spoken())
    return rung
