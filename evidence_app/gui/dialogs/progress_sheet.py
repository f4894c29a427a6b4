"""A long job shown at length: its stages, how far it is, and a way to stop it or look away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, SIDE, TURN_MS, TURN_DEGREES = 500, 16, 90, 30


class StageMark(QWidget):
    """Under way (turning arc) or done (tick)."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIDE, SIDE)
        self._state, self._angle = "running", 0
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._on_turn)

    def show_state(self, state: str) -> None:
        """Show running or done."""
        self._state = state
        if state == "running" and not self._turn.isActive():
            self._turn.start()
        elif state != "running":
            self._turn.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        if self._state != "running":
            icons.paint(painter, self.rect(), "check", look.colour("ok"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(2, 2, SIDE - 4, SIDE - 4), -self._angle * 16, 270 * 16)

    def _on_turn(self) -> None:
        self._angle = (self._angle + TURN_DEGREES) % 360
        self.update()


class ProgressSheet(Sheet):
    """Each thing that the job says it does becomes a line; the lines before it are done."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(title, WIDTH, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._stages: dict[str, StageMark] = {}
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addWidget(self._bar)
        self.column.addSpacing(4)
        self.column.addLayout(self._rows)
        self._add_foot()

    def show_step(self, what: str, done: int, total: int) -> None:
        """Show what is being done, and how far it is; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if what not in self._stages:
            for mark in self._stages.values():
                mark.show_state("done")
            self._add_stage(what)
        self._stages[what].show_state("running")

    def _add_stage(self, what: str) -> None:
        """Add mark and words of a stage."""
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = StageMark()
        row.addWidget(mark)
        row.addWidget(PlainLabel(what, wrap=True), 1)
        self._rows.addLayout(row)
        self._stages[what] = mark

    def _add_foot(self) -> None:
        """Add the verbs."""
        self.foot.addWidget(PlainLabel(_("You can keep working."), type="caption", tone="2"))
        self.foot.addStretch()
        cancel = push_button(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        away = push_button(_("Work in background"), "primary")
        away.clicked.connect(self.close)
        self.foot.addWidget(cancel)
        self.foot.addWidget(away)
