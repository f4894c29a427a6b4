"""Making a dossier: ask for whom, ask where to, build, say what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.progress_sheet import ProgressSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import dossiers
from evidence_app.system.words import _, ngettext_


def _build(lane: ArchiveLane, out: Path, reader: str, language: str, progress: JobProgress) -> dossiers.Built:
    """Build a dossier in the files lane; the archive lane is asked for short slices between searches."""

    def in_archive(slice_: Callable[[], None]) -> None:
        lane.ask(lambda _ws: slice_())

    preparation = lane.ask(lambda ws: dossiers.Preparation(ws, out, reader=reader, language=language))
    for slice_ in preparation.slices():
        progress.step(_("Gathering what this reader may have"), 0, 4)
        in_archive(slice_)
    prepared = preparation.prepared()
    printed = dossiers.print_(prepared, progress)
    return lane.ask(lambda ws: dossiers.finish(ws, prepared, out, printed))


class Exporting(QObject):
    """One dossier at a time; its stages stand in a sheet, its progress in the status bar too."""

    def __init__(self, shell: Shell, files: Lane) -> None:
        super().__init__(shell)
        self._shell, self._files = shell, files
        self._job: Job | None = None
        self._sheet: ProgressSheet | None = None
        shell.status.progress.cancelled.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether a dossier is being made."""
        return self._job is not None

    def ask(self) -> None:
        """Ask for whom and in which language."""
        if self.is_running:
            return
        sheet = DossierSheet(self._shell.window())
        sheet.agreed.connect(self._on_agreed)
        sheet.open()

    def start(self, out: Path, reader: str, language: str) -> None:
        """Begin to build."""
        self._sheet = ProgressSheet(_("Making the dossier"), self._shell.window())
        self._sheet.cancelled.connect(self.stop)
        self._sheet.destroyed.connect(self._on_sheet_gone)
        self._sheet.show()
        self._job = self._files.give(
            lambda progress: _build(self._shell.lane, out, reader, language, progress),
            done=self._on_built,
            failed=self._on_failed,
            stopped=self._on_stopped,
            progressed=self._on_progressed,
        )

    def stop(self) -> None:
        """Ask the build to stop; nothing is written then."""
        if self._job is not None:
            self._job.cancel()

    def _on_agreed(self, reader: str, language: str) -> None:
        """Ask where to; the name offered says nothing of the case."""
        name = _("dossier") + f"-{reader.lower()}-{language}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._shell,
            _("Save the dossier"),
            name,
            "PDF (*.pdf)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # a dossier never replaces a file; the page says so
        )
        if chosen and shiboken6.isValid(self):  # the case may have been locked while the dialog was open
            self.start(Path(chosen).with_suffix(".pdf"), reader, language)

    def _on_progressed(self, step: Step) -> None:
        self._shell.status.progress.show_step(step.what, step.done, step.total)
        if self._sheet is not None:
            self._sheet.show_step(step.what, step.done, step.total)

    def _on_built(self, built: dossiers.Built) -> None:
        """Say what was made and what was left out, and offer to show where it lies."""
        self._end()
        folder = QUrl.fromLocalFile(str(built.path.parent))
        made = ngettext_("%(name)s is made: %(n)s page.", "%(name)s is made: %(n)s pages.", built.pages)
        withheld = sum(built.withheld.values())
        kept = ngettext_("%(n)s record was withheld.", "%(n)s records were withheld.", withheld) % {"n": withheld}
        self._shell.page.say(
            made % {"name": built.path.name, "n": built.pages},
            kept if withheld else "",
            kind="ok",
            action=_("Show the folder"),
            call=lambda: QDesktopServices.openUrl(folder),
        )

    def _on_stopped(self) -> None:
        self._end()
        self._shell.page.say(_("The dossier was not made."), _("Nothing was written."))

    def _on_failed(self, error: EvidenceError) -> None:
        self._end()
        self._shell.page.say_error(error)

    def _on_sheet_gone(self) -> None:
        self._sheet = None

    def _end(self) -> None:
        """Put away sheet and progress."""
        self._job = None
        self._shell.status.progress.hide()
        if self._sheet is not None:
            self._sheet.close()
