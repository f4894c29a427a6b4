"""One window on a fictional case, led from scene to scene; a scene stands still before anybody looks at it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.main_window import MainWindow
from evidence_app.gui.pages.events.viewed import ViewedEvents
from evidence_app.gui.pages.events.views import TITLES
from evidence_app.gui.pages.proceedings.page import ProceedingsPage
from evidence_app.gui.pages.proceedings.view_model import CASES, CLAIMS, DEADLINES, EXHAUSTION, MANDATES
from evidence_app.gui.shell.shell import Shell
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, synthesis

NOW = datetime(2026, 9, 16, 6, 30, tzinfo=UTC)  # a Wednesday; some dates of the case are past, some to come
ZONE = "Asia/Almaty"
PASSPHRASE = "four plain words here"
PATIENCE_S, SOON_MS = 20.0, 1000  # how long a scene may take; timers that are due later belong to no scene
QUERY = "автобаза"


def make_case(folder: Path) -> Path:
    """Make the small fictional case of all pictures, the same each time."""
    quick = Profile(memory_kib=64, iterations=1, lanes=1)
    with cases.create(folder, "Кумтобе, январь 2022", PASSPHRASE, profile=quick) as ws:
        synthesis.load(ws, victims=12, testimonies=10, media=8, seed=2)
    return folder


class Studio:
    """A program in one language, scheme and size, and the ways to its scenes."""

    def __init__(self, case: Path, settings: Path, language: str, scheme: str, size: tuple[int, int]) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setCursorFlashTime(0)
        self.settings = held = QSettings(str(settings), QSettings.Format.IniFormat)
        held.setValue("language", language)
        held.setValue("scheme", scheme)
        self._case, self.bugs = case, []  # type: tuple[Path, list[BaseException]]
        self.program = Program(application, held)
        self.program.relay.broke.connect(self.bugs.append)
        self.program.show(None)
        self.window.resize(*size)

    @property
    def window(self) -> MainWindow:
        """Return the window."""
        return self.program.window

    @property
    def shell(self) -> Shell:
        """Return what stands inside the open case, opened now if it was not."""
        if self.window.shell is None:
            self.window.ask_passphrase(self._case)
            card = self.window.door
            assert isinstance(card, UnlockCard)
            card.field.setText(PASSPHRASE)
            card.go.click()
            self.until(lambda: self.window.shell is not None)
        assert self.window.shell is not None and self.window.flows is not None
        examining = self.window.flows.examining
        self.until(lambda: not examining.is_running)
        return self.window.shell

    def close(self) -> None:
        """End the program; no bug may have come up."""
        self.window.close()
        assert self.program.finish()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.bugs, self.bugs

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, "the window did not get there in time"
            QApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until both lanes have answered all that was asked, and nothing is due any more."""
        calm = 0
        while calm < 2:
            for lane in (self.program.lane, self.program.files):
                self._pass_through(lane)
            self.until(lambda: not self._is_due())
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            calm = 0 if self._is_due() else calm + 1

    def _pass_through(self, lane: Lane) -> None:
        """Send a job through a lane: what was given before is done, and its answer taken, when it comes back."""
        answers: list[object] = []
        lane.give(lambda _progress: True, done=answers.append)
        self.until(lambda: bool(answers))

    def _is_due(self) -> bool:
        """Tell whether something in the window waits for its moment."""
        return any(
            timer.isActive() and timer.isSingleShot() and timer.interval() < SOON_MS
            for timer in self.window.findChildren(QTimer)
            if shiboken6.isValid(timer)
        )


def welcome(studio: Studio) -> None:
    """Show the first card."""
    studio.window.lock()
    studio.window.entrance.show_welcome()


def new_case(studio: Studio) -> None:
    """Show the card for a new case."""
    studio.window.entrance.show_new_case()


def unlock(studio: Studio) -> None:
    """Show the lock of a case."""
    studio.window.ask_passphrase(Path("/cases/kumtobe"))
    studio.window.ask_passphrase(studio._case)


def recover(studio: Studio) -> None:
    """Show where the words of a recovery sheet are typed."""
    unlock(studio)
    studio.window.entrance._show_recovery()


def page(name: str) -> Callable[[Studio], None]:
    """Return the way to a page as one finds it."""

    def go(studio: Studio) -> None:
        shell = studio.shell
        shell.go(name)
        studio.until(lambda: not shell.page.has_form)
        studio.settle()
        shell.page.focus_list()

    return go


def search(studio: Studio) -> None:
    """Search for a word."""
    shell = studio.shell
    shell.go("search")
    shell.top.field.setText(QUERY)
    shell.top.field.submitted.emit(QUERY)
    studio.settle()
    shell.page.step(1)


def view_of_events(name: str) -> Callable[[Studio], None]:
    """Return the way to one of the views of events."""

    def go(studio: Studio) -> None:
        page("events")(studio)
        events = studio.shell.page
        assert isinstance(events, ViewedEvents)
        events.views.show_view(name)
        studio.settle()
        events.focus_list()

    return go


def tab_of_proceedings(name: str) -> Callable[[Studio], None]:
    """Return the way to one of the tabs of proceedings."""

    def go(studio: Studio) -> None:
        page("proceedings")(studio)
        proceedings = studio.shell.page
        assert isinstance(proceedings, ProceedingsPage)
        proceedings.show_tab(name)
        studio.settle()
        proceedings.step(1)

    return go


def person_form(studio: Studio) -> None:
    """Open the form of the first person."""
    page("people")(studio)
    shell = studio.shell
    shell.page.edit_record()
    studio.settle()


def leave_form(studio: Studio) -> None:
    """Put the list back in the place of a form."""
    for held in studio.shell.pages.values():
        held.show_form(is_shown=False)


DOORS: dict[str, Callable[[Studio], None]] = {"welcome": welcome, "new-case": new_case, "unlock": unlock}
PAGES: dict[str, Callable[[Studio], None]] = {
    **{name: page(name) for name in ("overview", "people", "testimonies", "media", "filings")},
    **{f"events-{name}": view_of_events(name) for name in TITLES},
    "places": page("places"),
    **{f"proceedings-{name}": tab_of_proceedings(name) for name in (CASES, CLAIMS, DEADLINES, EXHAUSTION, MANDATES)},
    "search": search,
    "person-form": person_form,
}
SCENES = DOORS | PAGES
