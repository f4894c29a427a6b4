"""The privacy screen of an open case: put up and taken down, and told which names to hide."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets import privacy
from evidence_app.services.masking import Learning, Mask
from evidence_app.system.words import _

_NAMES = {"person", "person_name", "assertion"}  # nouns whose change makes other names or contacts


class Screening(QObject):
    """Names are read in the archive lane when they are first to be hidden."""

    changed = Signal(bool)

    def __init__(self, lane: ArchiveLane, shell: QWidget) -> None:
        super().__init__(shell)
        self._lane, self._shell = lane, shell

    def put(self, is_on: bool) -> None:
        """Hide names, or show them again, and say so."""
        if is_on and privacy.screen().mask is None:
            self._learn()
        privacy.put(is_on)
        self.changed.emit(is_on)
        words = _("Names are hidden; codes stand in their place.") if is_on else _("Names are shown.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._shell, words))

    def case_changed(self, touched: frozenset[str]) -> None:
        """Forget the names that were known, for there are others; until they are, no words are shown."""
        if _NAMES & touched and privacy.screen().mask is not None:
            privacy.learn(None)
            if privacy.is_on():
                self._learn()

    def forget(self) -> None:
        """Forget the names: the case is left. The screen itself stays as it is."""
        privacy.learn(None)

    def _learn(self) -> None:
        self._lane.read(self, Learning(), topic="names", done=self._on_mask)

    def _on_mask(self, mask: Mask) -> None:
        privacy.learn(mask.words)
        if not privacy.is_on():
            return
        self.changed.emit(True)
