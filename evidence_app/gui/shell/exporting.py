"""Making a dossier: ask for whom, ask where to, build, say what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.progress_sheet import ProgressSheet
from evidence_app.gui.jobs.archive_lane import Session
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.progress import JobProgress, Step
from evidence_app.gui.shell.flow import Flow
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import dossiers
from evidence_app.system.words import _, ngettext_


def _build(session: Session, out: Path, reader: str, language: str, progress: JobProgress) -> dossiers.Built:
    """Build a dossier in the files lane; the archive lane is asked for short slices between searches."""

    def in_archive(slice_: Callable[[], None]) -> None:
        session.ask(lambda _ws: slice_())

    preparation = session.ask(lambda ws: dossiers.Preparation(ws, out, reader=reader, language=language))
    for slice_ in preparation.slices():
        progress.step(_("Gathering what this reader may have"), 0, 4)
        in_archive(slice_)
    prepared = preparation.prepared()
    printed = dossiers.print_(prepared, progress)
    return session.ask(lambda ws: dossiers.finish(ws, prepared, out, printed))


def as_pdf(path: Path) -> Path:
    """Return a path that ends in .pdf; a dot in the name is part of the name."""
    return path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")


class Exporting(Flow):
    """One dossier at a time; its stages stand in a sheet, its progress in the status bar too."""

    def __init__(self, shell: Shell, files: Lane) -> None:
        self._sheet: ProgressSheet | None = None
        super().__init__(shell, files)

    def attach(self, shell: Shell) -> None:
        """Go on in the background: the sheet may speak another language than the window does now."""
        super().attach(shell)
        if self._sheet is not None:
            self._sheet.close()

    def ask(self) -> None:
        """Ask for whom and in which language; a second dossier has to wait for the first."""
        if self.is_running:
            self._shell.page.say(_("A dossier is being made."), _("Make the next one once it is ready."))
            return
        sheet = DossierSheet(self._shell.window())
        sheet.agreed.connect(self._on_agreed)
        sheet.reader_chosen.connect(lambda reader: self._foretell(sheet, reader))
        self._foretell(sheet, sheet.reader.value())
        sheet.open()

    def _foretell(self, sheet: DossierSheet, reader: str) -> None:
        """Let the sheet say what becomes of whom, once the archive has told."""

        def on_told(sentences: list[str]) -> None:
            if shiboken6.isValid(sheet):
                sheet.foretell(reader, sentences)

        self._shell.lane.read(self, dossiers.foresee, reader, topic="foretold", done=on_told)

    def start(self, out: Path, reader: str, language: str) -> None:
        """Begin to build."""
        self._sheet = ProgressSheet(_("Making the dossier"), self._shell.window())
        self._sheet.cancelled.connect(self.stop)
        self._sheet.destroyed.connect(self._on_sheet_gone)
        self._sheet.show()
        self._begin()
        self._job = self._files.give(
            lambda progress: _build(self._session, out, reader, language, progress),
            done=self._on_built,
            failed=self._on_failed,
            stopped=self._on_stopped,
            progressed=self._on_progressed,
        )

    def _on_agreed(self, reader: str, language: str) -> None:
        """Ask where to; the name offered says nothing of the case."""
        name = _("dossier") + f"-{reader.lower()}-{language}.pdf"
        chosen = choosing.new_file(self._shell, _("Save the dossier"), name, "PDF (*.pdf)")
        if chosen is not None and shiboken6.isValid(self):  # the case may have been locked while the dialog was open
            self.start(as_pdf(chosen), reader, language)

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

    def _on_sheet_gone(self) -> None:
        self._sheet = None

    def _end(self) -> None:
        """Put away sheet and progress."""
        super()._end()
        if self._sheet is not None:
            self._sheet.close()
