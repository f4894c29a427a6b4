"""Bottom: what is chosen, what runs, and that the case is whole and closed to others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy, tip
from evidence_app.gui.widgets.progress_line import ProgressLine
from evidence_app.gui.widgets.status_part import StatusPart
from evidence_app.system.words import _, ngettext_

HEIGHT, SPARE = 28, 180  # what the selection keeps of the bar


class StatusBar(QFrame):
    """Left the selection, in the middle the job, right the state of the case; each part leads somewhere."""

    selection_pressed = Signal()
    files_pressed = Signal()
    saved_pressed = Signal()
    sealed_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self._chosen, self._selection = "", StatusPart()
        self.progress = ProgressLine(_("Stop"))
        self._files = StatusPart(icon="archive")
        self._saved = StatusPart(_("All changes saved"), "check", "ok")
        self._sealed = StatusPart(_("Encrypted · offline"), "lock")
        self._files.setToolTip(tip.plain(_("Show the media")))
        self._saved.setToolTip(tip.plain(_("Everything that is typed is saved at once.")))
        self._sealed.setToolTip(tip.plain(_("Everything stays on this computer, encrypted. Nothing is sent anywhere.")))
        for part, pressed in (
            (self._selection, self.selection_pressed),
            (self._files, self.files_pressed),
            (self._saved, self.saved_pressed),
            (self._sealed, self.sealed_pressed),
        ):
            part.clicked.connect(pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._selection)
        row.addStretch(1)
        row.addWidget(self.progress)
        for part in self._right():
            row.addWidget(part)
        privacy.screen().changed.connect(self._show_selection)
        self.restyle()

    def restyle(self) -> None:
        """Take up the size of the look in force."""
        self.setFixedHeight(px(HEIGHT))
        self._fit()

    def show_selection(self, words: str) -> None:
        """Say what is chosen."""
        self._chosen = words
        self._show_selection()

    def show_files(self, count: int) -> None:
        """Say how many files the case keeps."""
        self._files.say(ngettext_("%(n)s file sealed", "%(n)s files sealed", count) % {"n": count})
        self._fit()

    def show_saving(self, is_saving: bool) -> None:
        """Say whether something is still on its way into the case."""
        if is_saving:
            self._saved.say(_("Saving…"), "hard-drive", "text_2")
        else:
            self._saved.say(_("All changes saved"), "check", "ok")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the parts at the right say less where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _show_selection(self) -> None:
        self._selection.say(privacy.text(self._chosen))

    def _right(self) -> tuple[StatusPart, StatusPart, StatusPart]:
        return self._files, self._saved, self._sealed

    def _fit(self) -> None:
        """Show words as long as all of them fit beside the selection."""
        wanted = sum(part.full_width() + 6 for part in self._right())
        room = self.width() - px(SPARE) - (self.progress.sizeHint().width() if self.progress.isVisible() else 0)
        for part in self._right():
            part.set_short(wanted > room)
