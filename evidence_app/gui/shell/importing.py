"""Bringing files in: list them, ask how they came, seal them beside the window, record them in slices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QLocale, Signal

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.import_sheet import ImportSheet, Receipt
from evidence_app.gui.dialogs.refused_sheet import RefusedSheet
from evidence_app.gui.jobs.archive_lane import Session
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.flow import Flow
from evidence_app.gui.shell.interruption import Tally
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import intake, sources
from evidence_app.system.words import _, ngettext_


class _LaneRegister:
    """Lets the files lane record arrivals in the archive lane, slice by slice, so that the window stays live."""

    def __init__(self, session: Session, register: intake.Register, tally: Tally) -> None:
        self._session, self._register, self._tally = session, register, tally

    def record(self, arrivals: Sequence[intake.Arrival]) -> intake.Report:
        """Record one slice and wait for it."""
        report = self._session.ask(lambda _ws: self._register.record(arrivals))
        self._tally.recorded += len(arrivals)
        return report


def _prepare(ws: Any, planned: sources.Plan, facts: intake.Facts) -> tuple[Any, intake.Register]:
    """Return what the files lane needs of the workspace."""
    return ws.vault, intake.Register(ws, facts, planned.source)


class Importing(Flow):
    """One import at a time; its progress stands in the status bar."""

    received = Signal()  # files have come; nobody has looked into them yet

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__(shell, files)
        self._register: intake.Register | None = None
        self._refused: list[sources.Refused] = []
        self.tally: Tally | None = None  # while files are being recorded

    def choose_files(self) -> None:
        """Ask for files."""
        self._take(choosing.files(self._shell, _("Import files")))

    def choose_folder(self) -> None:
        """Ask for a folder; everything below it is taken."""
        chosen = choosing.folder(self._shell, _("Import a folder"))
        self._take([chosen] if chosen is not None else [])

    def ask(self, paths: Sequence[Path]) -> None:
        """List what lies at the paths, then ask how it came; a second import has to wait for the first."""
        if self.is_running:
            self._shell.page.say(_("Another import is under way."), _("Import these files once it has ended."))
            return
        self._begin()
        self._give(lambda _progress: sources.plan(paths), done=self._on_planned)

    def start(self, planned: sources.Plan, receipt: Receipt) -> None:
        """Begin, once it is known how the files came."""
        facts = intake.Facts(receipt.source or None, receipt.received, receipt.how or None, receipt.by or None)
        self._begin()
        self._job = self._shell.lane.submit(
            _prepare,
            planned,
            facts,
            done=partial(self._on_prepared, planned),
            failed=self._on_failed,
            stopped=self._on_stopped,
        )

    def _take(self, paths: Sequence[Path]) -> None:
        """Import what a dialog returned; the case may have been locked while it was open."""
        if paths and shiboken6.isValid(self):
            self.ask(paths)

    def _give(self, work: Callable[[JobProgress], Any], *, done: Callable[[Any], object]) -> None:
        """Give the files lane a job whose end this object hears of."""
        self._job = self._files.give(
            work, done=done, failed=self._on_failed, stopped=self._on_stopped, progressed=self._on_progressed
        )

    def _on_planned(self, planned: sources.Plan) -> None:
        """Ask how the files came; an empty folder is said at once."""
        self._end()
        if not planned.files:
            self._shell.page.say(_("There are no files there."), "")
            return
        size = QLocale().formattedDataSize(planned.total_bytes)
        sheet = ImportSheet(len(planned.files), size, self._shell.window())
        sheet.agreed.connect(lambda receipt: self.start(planned, receipt))
        sheet.open()

    def _on_prepared(self, planned: sources.Plan, prepared: tuple[Any, intake.Register]) -> None:
        """Seal in the files lane, record in the archive lane."""
        vault, register = prepared
        self._register, self._refused, self.tally = register, [], Tally(len(planned.files))
        recording, told = _LaneRegister(self._session, register, self.tally), self._refused.append
        self._give(lambda progress: intake.receive(vault, planned, recording, progress, told), done=self._on_received)

    def _on_progressed(self, step: Step) -> None:
        # Bytes may exceed what a progress bar counts, so it counts thousandths.
        thousandths = step.done * 1000 // step.total if step.total else 0
        self._shell.status.progress.show_step(step.what, thousandths, 1000)

    def _on_received(self, report: intake.Report) -> None:
        """Close the delivery, and say what became of every file."""
        register = self._register
        self._end()
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
            self._say_refused(" ".join(said), report.refused)
        else:
            self._shell.page.say(" ".join(said), "", kind="ok")

    def _say_refused(self, said: str, files: Sequence[sources.Refused]) -> None:
        """Say how many files were not taken, and offer the list."""
        refused = ngettext_("%(n)s was not taken.", "%(n)s were not taken.", len(files))
        self._shell.page.say(
            said,
            refused % {"n": len(files)},
            kind="warn",
            action=_("Show which"),
            call=lambda: RefusedSheet(files, self._shell.window()).open(),
        )

    def _on_stopped(self) -> None:
        """Say that what arrived stays."""
        self._end()
        words = (_("The import was stopped."), _("What had arrived is in the case and stays."))
        if self._refused:
            self._say_refused(" ".join(words), tuple(self._refused))
        else:
            self._shell.page.say(*words)
        self._shell.refresh()
        self.received.emit()

    def _on_failed(self, error: EvidenceError) -> None:
        super()._on_failed(error)
        self._shell.refresh()

    def _end(self) -> None:
        """Forget the delivery."""
        self._register = self.tally = None
        super()._end()
