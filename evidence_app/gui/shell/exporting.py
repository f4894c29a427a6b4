"""Making a dossier: ask for whom, ask where to, build, say what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.progress_sheet import ProgressSheet
from evidence_app.gui.jobs.job import Job
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import dossiers
from evidence_app.system.words import _


def _build(ws: Any, out: Path, reader: str, language: str, progress: JobProgress) -> Any:
    """Build the dossier; runs in the archive lane."""
    return dossiers.build(ws, out, reader=reader, language=language, progress=progress)


class Exporting(QObject):
    """One dossier at a time; its stages stand in a sheet, its progress in the status bar too."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
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
        self._job = self._shell.lane.carry_out(
            _build,
            out,
            reader,
            language,
            done=lambda built: self._on_built(out, built),
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
        chosen, _kind = QFileDialog.getSaveFileName(self._shell, _("Save the dossier"), name, "PDF (*.pdf)")
        if chosen:
            self.start(Path(chosen), reader, language)

    def _on_progressed(self, step: Step) -> None:
        self._shell.status.progress.show_step(step.what, step.done, step.total)
        if self._sheet is not None:
            self._sheet.show_step(step.what, step.done, step.total)

    def _on_built(self, out: Path, _built: Any) -> None:
        """Say where it is, and offer to open it."""
        self._end()
        folder = QUrl.fromLocalFile(str(out.parent))
        self._shell.page.say(
            _("The dossier is made: %(name)s") % {"name": out.name},
            "",
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
