"""A long job shown at length: its stages, how far it is, and a way to stop it or look away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from evidence_app.gui.dialogs.sheet import Sheet
from evidence_app.gui.theme import icons, look
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.system.words import _

WIDTH, SIDE, TURN_MS, TURN_DEGREES = 500, 16, 90, 30


class StageMark(QWidget):
    """Waiting (dashed ring), under way (turning arc) or done (tick)."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIDE, SIDE)
        self._state, self._angle = "waiting", 0
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._on_turn)

    def show_state(self, state: str) -> None:
        """Show waiting, running or done."""
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
            name, role = ("check", "ok") if self._state == "done" else ("circle-dashed", "text_3")
            icons.paint(painter, self.rect(), name, look.colour(role))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(2, 2, SIDE - 4, SIDE - 4), -self._angle * 16, 270 * 16)

    def _on_turn(self) -> None:
        self._angle = (self._angle + TURN_DEGREES) % 360
        self.update()


class ProgressSheet(Sheet):
    """Stages are (name, words); the job names the stage it is in."""

    cancelled = Signal()

    def __init__(self, title: str, stages: Sequence[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__(title, WIDTH, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._names = [name for name, _words in stages]
        self._marks: list[StageMark] = []
        self._counts: list[PlainLabel] = []
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.column.addWidget(self._bar)
        self._words = PlainLabel(type="caption", tone="2")
        self.column.addWidget(self._words)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        for _name, words in stages:
            rows.addLayout(self._stage_row(words))
        self.column.addLayout(rows)
        self._add_foot()

    def show_step(self, done: int, total: int, name: str) -> None:
        """Show how far the stage `name` is; the stages before it are done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if name not in self._names:
            return
        here = self._names.index(name)
        for place, mark in enumerate(self._marks):
            mark.show_state("done" if place < here else "running" if place == here else "waiting")
        self._words.setText(_("%(done)s of %(total)s") % {"done": done, "total": total} if total else "")
        self._counts[here].setText(f"{done} / {total}" if total else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing only looks away; the job goes on and can be stopped from the status bar."""
        super().closeEvent(event)

    def _stage_row(self, words: str) -> QHBoxLayout:
        """Return mark, words and count of a stage."""
        row = QHBoxLayout()
        row.setSpacing(8)
        mark, count = StageMark(), PlainLabel(type="caption", tone="2")
        self._marks.append(mark)
        self._counts.append(count)
        row.addWidget(mark)
        row.addWidget(PlainLabel(words, wrap=True), 1)
        row.addWidget(count)
        return row

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
