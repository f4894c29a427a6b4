"""The window: a door while no case is open, the shell once one is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from evidence_app.domain.errors import EvidenceError, NotACase
from evidence_app.domain.media import Batch
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.bindings import bind
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.new_case import NewCaseCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.gui.idle import IdleWatch
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.pages.all_pages import make_pages
from evidence_app.gui.shell.flows import Flows
from evidence_app.gui.shell.interruption import Tally, say_cut_off, say_unfinished
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.theme.appearance import Appearance
from evidence_app.gui.widgets.card import Card, Door
from evidence_app.services import cases, intake
from evidence_app.system import words
from evidence_app.system.words import _

SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """Opens, locks and closes cases; everything inside a case is the shell's."""

    language_changed = Signal(str)

    def __init__(self, lane: ArchiveLane, files: Lane, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.lane, self.files, self.appearance, self.settings = lane, files, appearance, settings
        self.shell: Shell | None = None
        self.flows: Flows | None = None
        self._folder, self._sample = Path(), ("", "")
        self._cut_off: Tally | None = None
        self.setWindowTitle(_("Evidence App"))
        self.setAcceptDrops(True)
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)
        appearance.changed.connect(self._on_look_changed)
        self._take_actions()
        self.show_welcome()

    @property
    def door(self) -> Card | None:
        """Return the card shown while no case is open."""
        central = self.centralWidget()
        return central.card if isinstance(central, Door) else None

    def fit(self, room: QRect) -> None:
        """Keep the window, and the least it can be, within a screen."""
        inside = room.size() - (self.frameSize() - self.size())
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(inside))
        self.resize(self.size().boundedTo(inside))
        spare = room.size() - self.frameSize()
        x, y = min(self.x(), room.left() + spare.width()), min(self.y(), room.top() + spare.height())
        self.move(max(room.left(), x), max(room.top(), y))

    def show_welcome(self) -> None:
        """Offer the three ways in."""
        card = WelcomeCard()
        card.new_asked.connect(self.show_new_case)
        card.open_asked.connect(self.choose_case)
        card.sample_asked.connect(self.open_sample)
        card.keys_asked.connect(self.commands["help.keys"].trigger)
        card.language_chosen.connect(self.speak)
        self._put(Door(card))
        card.new.setFocus()

    def show_new_case(self) -> None:
        """Ask what a new case needs."""
        self._leave_case()
        card = NewCaseCard()
        card.left.connect(self.show_welcome)
        card.made.connect(self._on_made)
        self._put(Door(card))
        card.name.setFocus()

    def choose_case(self) -> None:
        """Ask for the folder of a case."""
        chosen = choosing.folder(self, _("Choose the folder of a case"))
        if chosen is not None:
            self.ask_passphrase(chosen)

    def ask_passphrase(self, folder: Path) -> None:
        """Show the lock of a case; say it on the welcome card where there is none in the folder."""
        if not cases.is_case(folder):
            self._say_at_welcome(NotACase(folder=folder.name))
            return
        self._leave_case()
        if folder != self._folder:
            self._cut_off = None
        self._folder = folder
        is_sample = str(folder) == self._sample[0]
        said = (
            _("The sample case. Nothing in it is confidential.") if is_sample else _("Enter the passphrase to open it.")
        )
        card = UnlockCard(folder.name, said, shown_passphrase=self._sample[1] if is_sample else "")
        card.left.connect(self.show_welcome)
        card.unlocked.connect(self._on_passphrase)
        self._put(Door(card))
        card.field.setFocus()

    def open_sample(self) -> None:
        """Make the sample where it is missing, then show its lock."""
        self._leave_case()
        if not isinstance(self.door, WelcomeCard):
            self.show_welcome()
        card = self.door
        assert isinstance(card, WelcomeCard)
        card.set_busy(True)
        card.notice.say(_("The sample case is being made…"))
        self.lane.give(lambda _progress: cases.sample(), done=self._on_sample, failed=self._say_at_welcome)

    def open_shown(self, folder: Path, passphrase: str) -> None:
        """Open a case whose passphrase is no secret, as the sample's; it is shown at the lock."""
        self._sample = (str(folder), passphrase)
        self.ask_passphrase(folder)
        if isinstance(self.door, UnlockCard):
            self.door.go.click()

    def lock(self) -> None:
        """Blank the window at once, close the case behind it, and show its lock."""
        if self.shell is not None:
            self.ask_passphrase(self._folder)

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
        """Change the language of the window; an open case stays open, a job under way goes on."""
        words.choose(language)
        self.settings.setValue("language", language)
        self.language_changed.emit(language)
        self._take_actions()
        if self.shell is not None:
            here = self.shell
            self._show_shell(here.case_words, here.page_name)
        else:
            self.show_welcome()

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
        """Hide at once; the lane closes the case behind the window."""
        self.settings.setValue("geometry", self.saveGeometry())
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
            old.deleteLater()
        self.commands = Actions(self)
        bind(self, self.commands)
        self.commands.fill(self.menuBar())
        self.commands.enable_case(self.shell is not None)

    def _put(self, widget: QWidget) -> None:
        """Show one thing in the window; what was there is destroyed."""
        self.setCentralWidget(widget)

    def _leave_case(self) -> None:
        """Close the case that is open, if any, and forget what was shown of it."""
        if self.shell is None or self.flows is None:
            return
        self._cut_off = self.flows.stop()
        self.idle.stop()
        for sheet in self.findChildren(QDialog):
            sheet.close()
        for page in self.shell.pages.values():
            page.clear()
        self.shell = self.flows = None
        self.commands.enable_case(False)
        self.setWindowTitle(_("Evidence App"))
        self.lane.lock()

    def _on_made(self, folder: str, title: str, passphrase: str, language: str) -> None:
        """Make the case in the lane."""
        self._folder = Path(folder)
        self.lane.open(
            lambda: cases.create(Path(folder), title, passphrase, language=language),
            done=self._on_opened,
            failed=self._say_at_door,
        )

    def _on_passphrase(self, passphrase: str) -> None:
        folder = self._folder
        self.lane.open(lambda: cases.open_case(folder, passphrase), done=self._on_opened, failed=self._say_at_door)

    def _on_sample(self, sample: tuple[Path, str]) -> None:
        self._sample = (str(sample[0]), sample[1])
        self.ask_passphrase(sample[0])

    def _on_opened(self, _workspace: object) -> None:
        self.lane.submit(
            lambda ws: ((ws.title, ws.code, ws.account.name), intake.unfinished(ws)), done=self._on_case_read
        )

    def _on_case_read(self, read: tuple[tuple[str, str, str], list[Batch]]) -> None:
        """Show the case, and say once which import did not reach its end."""
        case_words, unfinished = read
        shell = self._show_shell(case_words)
        last = unfinished[-1].uid if unfinished else ""
        if self._cut_off is not None:
            say_cut_off(shell.page, self._cut_off)
        elif last and last != self.settings.value("import_told"):
            say_unfinished(shell.page, unfinished)
        self._cut_off = None
        if last:
            self.settings.setValue("import_told", last)

    def _show_shell(self, case_words: tuple[str, str, str], page: str = "people") -> Shell:
        """Furnish the window with the pages of the case; jobs under way go on in it."""
        shell = Shell(self.lane, self.commands, make_pages(self.lane), case_words)
        shell.sidebar.show_case(case_words[0], case_words[1], is_sample=str(self._folder) == self._sample[0])
        shell.lock_asked.connect(self.lock)
        shell.import_asked.connect(self.commands["files.import"].trigger)
        if self.flows is None:
            self.flows = Flows(shell, self.files)
            self.flows.busy_changed.connect(self._watch)
        else:
            self.flows.attach(shell)
        self.shell = shell
        self.commands.enable_case(True)
        self._put(shell)
        self.setWindowTitle(f"{case_words[0]} — " + _("Evidence App"))
        shell.go(page)
        shell.refresh_counts()
        self.flows.examining.start()
        self._watch(is_busy=self.flows.is_busy)
        return shell

    def _watch(self, is_busy: bool) -> None:
        """Lock an idle window, but not while somebody waits for an import or a dossier."""
        if is_busy:
            self.idle.stop()
        else:
            self.idle.start()

    def _say_at_door(self, error: EvidenceError) -> None:
        """Say an error on the card that asked."""
        card = self.door
        if isinstance(card, UnlockCard | NewCaseCard):
            card.say_error(error)

    def _say_at_welcome(self, error: EvidenceError) -> None:
        """Say an error on the welcome card."""
        self._leave_case()
        self.show_welcome()
        card = self.door
        assert isinstance(card, WelcomeCard)
        card.notice.say(error.sentence(), error.advice(), kind="warn")

    def _on_look_changed(self) -> None:
        """Have every part take up the sizes of the look in force."""
        if self.shell is not None:
            self.shell.restyle()
        if self.door is not None:
            self.door.restyle()
