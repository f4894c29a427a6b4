"""The window: the entrance while no case is open, the shell once one is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from evidence_app.gui import settings as settings_of_the_program
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.bindings import bind
from evidence_app.gui.entrance import Entrance
from evidence_app.gui.idle import IdleWatch
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.sleep import SleepWatch
from evidence_app.gui.theme.appearance import Appearance
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.card import Card
from evidence_app.system import words
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.interior import Opened
    from evidence_app.gui.shell.editing import Editing
    from evidence_app.gui.shell.flows import Flows
    from evidence_app.gui.shell.interruption import Tally
    from evidence_app.gui.shell.memory import Left
    from evidence_app.gui.shell.offering import CaseWords
    from evidence_app.gui.shell.recording import Recording
    from evidence_app.gui.shell.shell import Shell
    from evidence_app.services.undoing import Undoing

SMALLEST = (1024, 640)
FIRST_PAGES = ("overview", "people")  # the first of them that there is


class MainWindow(QMainWindow):
    """Holds the commands, locks and closes; what opens a case is the entrance's, what is inside one the shell's."""

    language_changed = Signal(str)

    def __init__(self, lane: ArchiveLane, files: Lane, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.lane, self.files, self.appearance, self.settings = lane, files, appearance, settings
        self.shell: Shell | None = None
        self.flows: Flows | None = None
        self.recording: Recording | None = None
        self.editing: Editing | None = None
        self._undoing: Undoing | None = None  # of the case that was locked last
        self._cut_off: tuple[Path, Tally | None] = (Path(), None)
        self.setAcceptDrops(True)
        self.idle, self.sleep = IdleWatch(self), SleepWatch(self)
        self.idle.idle.connect(self.lock)
        self.sleep.falling_asleep.connect(self.lock)
        self.entrance = Entrance(lane, self)
        self.entrance.entered.connect(self._on_entered)
        self.entrance.leaving.connect(self._leave_case)
        self.entrance.keys_asked.connect(lambda: self.commands["help.keys"].trigger())
        self.entrance.language_chosen.connect(self.speak)
        privacy.screen().changed.connect(self._show_title)
        appearance.changed.connect(self._on_look_changed)
        self._take_actions()
        settings_of_the_program.take_up_all(self)
        self._show_title()
        self.entrance.show_welcome()

    @property
    def door(self) -> Card | None:
        """Return the card shown while no case is open."""
        return self.entrance.card

    def fit(self, room: QRect) -> None:
        """Keep the window, and the least it can be, within a screen."""
        inside = room.size() - (self.frameSize() - self.size())
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(inside))
        self.resize(self.size().boundedTo(inside))
        spare = room.size() - self.frameSize()
        x, y = min(self.x(), room.left() + spare.width()), min(self.y(), room.top() + spare.height())
        self.move(max(room.left(), x), max(room.top(), y))

    def ask_passphrase(self, folder: Path) -> None:
        """Show the lock of a case."""
        self.entrance.ask_passphrase(folder)

    def lock(self) -> None:
        """Blank the window at once, close the case behind it, and show its lock."""
        if self.shell is not None:
            self.entrance.ask_passphrase(self.entrance.folder)

    def import_files(self) -> None:
        """Ask for files to bring in."""
        if self.flows is not None:
            self.flows.importing.choose_files()

    def import_folder(self) -> None:
        """Ask for a folder to bring in."""
        if self.flows is not None:
            self.flows.importing.choose_folder()

    def make_dossier(self) -> None:
        """Ask for whom a dossier is."""
        if self.flows is not None:
            self.flows.exporting.ask()

    def speak(self, language: str) -> None:
        """Change the language of the window; an open case stays as it is, a job under way goes on.

        What cannot be recorded yet is shown first, as when the window is closed.
        """
        if self.editing is not None and not self.editing.may_close():
            self.commands[f"language.{words.language()}"].setChecked(True)
            return
        words.choose(language)
        self.settings.setValue("language", language)
        self.language_changed.emit(language)
        if self.shell is not None:
            self.shell.save()
        self._take_actions()
        if self.shell is not None and self.editing is not None:
            here = self.shell
            self._show_shell(here.case_words, here.left(), here.page_name)
            self.editing.stand_as(here)
        else:
            self.entrance.show_welcome()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files while a case is open."""
        if self.flows is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if self.flows is not None and paths:
            self.flows.importing.ask(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and hide at once; the lane closes the case behind the window."""
        if self.editing is not None and not self.editing.may_close():
            event.ignore()
            return
        self.settings.setValue("geometry", self.saveGeometry())
        if self.shell is not None:
            self.shell.save()
        if self.flows is not None:
            self.flows.stop()
        self.hide()
        self.files.close()
        self.lane.close()
        super().closeEvent(event)

    def _take_actions(self) -> None:
        """Make the commands in the language spoken now, and the menus of them."""
        old = getattr(self, "commands", None)
        if old is not None:
            for action in self.actions():
                self.removeAction(action)
            if self.shell is not None:  # what still shows them goes first
                self.shell.destroyed.connect(old.deleteLater)
            else:
                old.deleteLater()
        self.commands = Actions(self)
        bind(self, self.commands)
        self.commands.fill(self.menuBar())
        self.commands.enable_case(self.shell is not None)

    def _leave_case(self) -> None:
        """Save what is being typed, and forget all that was shown of the case; the entrance then closes it."""
        if self.shell is None or self.flows is None:
            return
        self.shell.save()
        if self.editing is not None:
            self.editing.forget()
        self._cut_off = self.entrance.folder, self.flows.stop()
        self.idle.stop()
        for sheet in self.findChildren(QDialog):
            sheet.close()
        for page in self.shell.pages.values():
            page.clear()
        self.shell.screening.forget()
        self._undoing = self.recording.undoing if self.recording is not None else None
        self.shell = self.flows = self.recording = self.editing = None
        self.commands.enable_case(False)
        self._show_title()

    def _on_entered(self) -> None:
        """Read what must be known of the case."""
        self.lane.submit(_read, done=self._on_case_read)

    def _on_case_read(self, opened: Opened) -> None:
        """Show the case, and say once which import did not reach its end."""
        from evidence_app.gui import interior

        held = opened.left.window.get("page", "")
        if opened.left.window.get("privacy"):
            privacy.put(True)
        case_words = replace(opened.case_words, is_sample=self.entrance.is_sample)
        shell = self._show_shell(case_words, opened.left, held)
        folder, tally = self._cut_off
        last = opened.unfinished[-1].uid if opened.unfinished else ""
        if tally is not None and folder == self.entrance.folder:
            interior.say_cut_off(shell.page, tally)
        elif last and last != self.settings.value("import_told"):
            interior.say_unfinished(shell.page, opened.unfinished)
        self._cut_off = Path(), None
        if last:
            self.settings.setValue("import_told", last)

    def _show_shell(self, case_words: CaseWords, left: Left, page: str = "") -> Shell:
        """Furnish the window with the pages of the case; jobs under way go on in it."""
        from evidence_app.gui import interior

        shell = interior.make_shell(self.lane, self.commands, case_words, left)
        shell.lock_asked.connect(self.lock)
        shell.import_asked.connect(self.commands["files.import"].trigger)
        shell.command_asked.connect(self._on_command)
        if self.flows is None or self.recording is None:
            self.flows, self.recording = interior.Flows(shell, self.files), interior.Recording(shell, self._undoing)
            self.flows.busy_changed.connect(self._watch)
        else:
            self.flows.attach(shell)
            self.recording.attach(shell)
        self.editing = interior.Editing(shell)
        self.editing.void_asked.connect(self.recording.void)
        self.editing.restore_asked.connect(self.recording.restore)
        shell.begin_asked.connect(self.editing.begin)
        self.shell = shell
        self.commands.enable_case(True)
        self.setCentralWidget(shell)
        self._show_title()
        shell.begin(next(name for name in (page, *FIRST_PAGES) if name in shell.pages))
        self.flows.examining.start()
        self._watch(is_busy=self.flows.is_busy)
        return shell

    def _on_command(self, name: str) -> None:
        """Carry out a command that a page names."""
        self.commands[name].trigger()

    def _show_title(self) -> None:
        """Name the case in the title of the window; not while it is locked, nor while names are hidden."""
        named = self.shell is not None and not privacy.is_on()
        case = f"{self.shell.case_words.title} — " if named and self.shell is not None else ""
        self.setWindowTitle(case + _("Evidence App"))

    def _watch(self, is_busy: bool) -> None:
        """Lock an idle window, but not while somebody waits for an import or a dossier."""
        if is_busy:
            self.idle.stop()
        else:
            self.idle.start()

    def _on_look_changed(self) -> None:
        """Have every part take up the look in force."""
        self.commands[f"scheme.{self.appearance.scheme}"].setChecked(True)
        if self.shell is not None:
            self.shell.restyle()
        if self.editing is not None:
            self.editing.restyle()
        if self.door is not None:
            self.door.restyle()


def _read(ws: object) -> Opened:
    """Read a case in the archive lane; the rooms inside are loaded there too, so that the window need not wait."""
    from evidence_app.gui import interior

    return interior.read(ws)
