"""The long jobs of an open case, together."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.shell.checking import Checking
from evidence_app.gui.shell.examining import Examining
from evidence_app.gui.shell.exporting import Exporting
from evidence_app.gui.shell.importing import Importing
from evidence_app.gui.shell.interruption import Tally
from evidence_app.gui.shell.shell import Shell


class Flows(QObject):
    """Import, dossier, examination and check; `busy_changed` says whether a person waits for one of the first two."""

    busy_changed = Signal(bool)

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__(shell)
        self.importing, self.exporting = Importing(shell, files), Exporting(shell, files)
        self.examining, self.checking = Examining(shell, files), Checking(shell, files)
        self.importing.received.connect(self.examining.start)
        for flow in (self.importing, self.exporting):
            flow.running_changed.connect(lambda: self.busy_changed.emit(self.is_busy))

    @property
    def is_busy(self) -> bool:
        """Tell whether an import or a dossier is under way."""
        return self.importing.is_running or self.exporting.is_running

    def attach(self, shell: Shell) -> None:
        """Go on in a shell that was furnished anew."""
        self.setParent(shell)
        for flow in (self.importing, self.exporting, self.examining, self.checking):
            flow.attach(shell)

    def stop(self) -> Tally | None:
        """Ask all of them to stop; return how far an import had come that this cuts off."""
        for flow in (self.importing, self.exporting, self.examining, self.checking):
            flow.stop()
        return self.importing.tally
