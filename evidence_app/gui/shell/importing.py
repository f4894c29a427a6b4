"""Bringing files in: list them, ask how they came, seal them beside the window, record them in slices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs.import_sheet import ImportSheet, Receipt
from evidence_app.gui.dialogs.refused_sheet import RefusedSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import intake
from evidence_app.system.words import _, ngettext_


class _LaneRegister:
    """Lets the files lane record arrivals in the archive lane, slice by slice, so that the window stays live."""

    def __init__(self, lane: ArchiveLane, register: intake.Register) -> None:
        self._lane, self._register = lane, register

    def record(self, arrivals: Sequence[intake.Arrival]) -> intake.Report:
        """Record one slice and wait for it."""
        return self._lane.ask(lambda _ws: self._register.record(arrivals))


def _prepare(ws: Any, planned: intake.Plan, facts: intake.Facts) -> tuple[Any, intake.Register]:
    """Return what the files lane needs of the workspace."""
    return ws.vault, intake.Register(ws, facts, planned.source)


class Importing(QObject):
    """One import at a time; its progress stands in the status bar."""

    received = Signal()  # files have come; nobody has looked into them yet

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__(shell)
        self._shell, self._files = shell, files
        self._job: Job | None = None
        self._register: intake.Register | None = None
        shell.status.progress.cancelled.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether an import is under way."""
        return self._job is not None

    def choose_files(self) -> None:
        """Ask for files."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        chosen, _kind = QFileDialog.getOpenFileNames(self._shell, _("Import files"), home)
        if chosen and shiboken6.isValid(self):  # the case may have been locked while the dialog was open
            self.ask([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder; everything below it is taken."""
        chosen = QFileDialog.getExistingDirectory(self._shell, _("Import a folder"))
        if chosen and shiboken6.isValid(self):
            self.ask([Path(chosen)])

    def ask(self, paths: Sequence[Path]) -> None:
        """List what lies at the paths, then ask how it came."""
        if not self.is_running:
            self._give(lambda _progress: intake.plan(paths), done=self._on_planned)

    def start(self, planned: intake.Plan, receipt: Receipt) -> None:
        """Begin, once it is known how the files came."""
        facts = intake.Facts(receipt.source or None, receipt.received, receipt.how or None, receipt.by or None)
        self._shell.lane.submit(
            _prepare,
            planned,
            facts,
            done=partial(self._on_prepared, planned),
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Ask the import to stop; what is recorded stays."""
        if self._job is not None:
            self._job.cancel()

    def _give(self, work: Callable[[JobProgress], Any], *, done: Callable[[Any], object]) -> None:
        """Give the files lane a job whose end this object hears of."""
        self._job = self._files.give(
            work, done=done, failed=self._on_failed, stopped=self._on_stopped, progressed=self._on_progressed
        )

    def _on_planned(self, planned: intake.Plan) -> None:
        """Ask how the files came; an empty folder is said at once."""
        self._job = None
        if not planned.files:
            self._shell.page.say(_("There are no files there."), "")
            return
        size = QLocale().formattedDataSize(planned.total_bytes)
        sheet = ImportSheet(len(planned.files), size, self._shell.window())
        sheet.agreed.connect(lambda receipt: self.start(planned, receipt))
        sheet.open()

    def _on_prepared(self, planned: intake.Plan, prepared: tuple[Any, intake.Register]) -> None:
        """Seal in the files lane, record in the archive lane."""
        vault, register = prepared
        self._register = register
        recording = _LaneRegister(self._shell.lane, register)
        self._give(lambda progress: intake.receive(vault, planned, recording, progress), done=self._on_received)

    def _on_progressed(self, step: Step) -> None:
        # Bytes may exceed what a progress bar counts, so it counts thousandths.
        thousandths = step.done * 1000 // step.total if step.total else 0
        self._shell.status.progress.show_step(step.what, thousandths, 1000)

    def _on_received(self, report: intake.Report) -> None:
        """Close the delivery, and say what became of every file."""
        register, self._register, self._job = self._register, None, None
        self._shell.status.progress.hide()
        if register is not None:
            self._shell.lane.submit(lambda _ws: register.finish(), failed=self._on_failed)
        words = ngettext_("%(n)s file is in the case.", "%(n)s files are in the case.", len(report.added))
        said = [words % {"n": len(report.added)}]
        if report.again:
            again = ngettext_("%(n)s was here already.", "%(n)s were here already.", len(report.again))
            said.append(again % {"n": len(report.again)})
        self._shell.refresh()
        self.received.emit()
        if report.refused:
            refused = ngettext_("%(n)s was not taken.", "%(n)s were not taken.", len(report.refused))
            self._shell.page.say(
                " ".join(said),
                refused % {"n": len(report.refused)},
                kind="warn",
                action=_("Show which"),
                call=lambda: RefusedSheet(report.refused, self._shell.window()).open(),
            )
        else:
            self._shell.page.say(" ".join(said), "", kind="ok")

    def _on_stopped(self) -> None:
        """Say that what arrived stays."""
        self._end()
        self._shell.page.say(_("The import was stopped."), _("What had arrived is in the case and stays."))
        self._shell.refresh()
        self.received.emit()

    def _on_failed(self, error: EvidenceError) -> None:
        self._end()
        self._shell.page.say_error(error)
        self._shell.refresh()

    def _end(self) -> None:
        """Forget the job."""
        self._job = self._register = None
        self._shell.status.progress.hide()
