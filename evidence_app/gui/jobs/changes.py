"""The change notice: what acts have changed, gathered until there is a moment's quiet."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.nouns import NOUNS
from evidence_app.gui.jobs.relay import Relay

QUIET_MS, MOST_MS = 200, 1000


class Changes(QObject):
    """Gathers the nouns that acts touch; tells them after 200 ms of quiet, in a stream of acts once a second."""

    settled = Signal(object)  # frozenset of nouns

    def __init__(self, relay: Relay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._touched: set[str] = set()
        self._quiet, self._most = QTimer(self), QTimer(self)
        for timer, length in ((self._quiet, QUIET_MS), (self._most, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(self._settle)
        relay.changed.connect(self._on_changed)

    def _on_changed(self, change_set: ChangeSet) -> None:
        """Gather what an act touched; an act without changes touches what its verb names."""
        named = change_set.verb.split(".")[0]
        self._touched |= {change.noun for change in change_set.changes} | ({named} & NOUNS.keys())
        self._quiet.start()
        if not self._most.isActive():
            self._most.start()

    def _settle(self) -> None:
        """Tell what was gathered."""
        self._quiet.stop()
        self._most.stop()
        touched, self._touched = frozenset(self._touched), set()
        self.settled.emit(touched)
