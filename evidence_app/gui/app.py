"""Starts the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from evidence_app.gui.actions.physical_keys import PhysicalKeys
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.main_window import MainWindow
from evidence_app.gui.notices.bug_sheet import BugSheet
from evidence_app.gui.qt_words import QtWords
from evidence_app.gui.theme.appearance import Appearance
from evidence_app.system import paths, words

SIZE = (1440, 900)


class Program:
    """The window with its lanes; `show` opens it, `finish` waits for the lanes after it is closed."""

    def __init__(self, application: QApplication, settings: QSettings) -> None:
        self._application = application
        chosen = str(settings.value("language", "")) or QLocale.system().name()[:2]
        words.choose(chosen)
        self._own_words, self._translator = QtWords(application), QTranslator(application)
        application.installTranslator(self._own_words)
        self._load_qt_words()
        self.relay = Relay()
        self.lane, self.files = ArchiveLane(self.relay), Lane("files", self.relay)
        self.window = MainWindow(self.lane, self.files, Appearance(application, settings), settings)
        self.window.language_changed.connect(self._load_qt_words)
        self.relay.broke.connect(self._on_broke)
        for watcher in (self.window.idle, PhysicalKeys(lambda: self.window.commands, self.window)):
            application.installEventFilter(watcher)

    def show(self, case: Path | None, passphrase: str | None = None) -> None:
        """Open the window, at the lock of a case where one is given; inside it, where its passphrase is no secret."""
        geometry = self.window.settings.value("geometry")
        if geometry is None or not self.window.restoreGeometry(geometry):
            self.window.resize(*SIZE)
        self.window.fit(self.window.screen().availableGeometry())
        if case is not None and passphrase is not None:
            self.window.entrance.open_shown(case, passphrase)
        elif case is not None:
            self.window.ask_passphrase(case)
        self.window.show()

    def finish(self) -> bool:
        """Wait until the lanes have ended; the window is gone by then."""
        for translator in (self._own_words, self._translator):
            self._application.removeTranslator(translator)
        self.files.close()
        self.lane.close()
        return self.files.join() and self.lane.join()

    def _load_qt_words(self) -> None:
        """Give Qt's own dialogs the language of the window, where Qt has it; what it lacks, we say."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        QLocale.setDefault(QLocale(words.language()))
        self._application.removeTranslator(self._translator)
        if self._translator.load(f"qtbase_{words.language()}", folder):
            self._application.installTranslator(self._translator)

    def _on_broke(self, bug: BaseException) -> None:
        """Say a bug, or an error that nobody asked for, in a sheet without content."""
        BugSheet(bug, self.window).open()


def forget_folders() -> None:
    """Keep Qt's own file dialog from writing the folders it was shown into the user's settings."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def run(case: Path | None = None, passphrase: str | None = None) -> int:
    """Run the window until it is closed; returns the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("evidence-app")
    paths.settings().mkdir(parents=True, exist_ok=True)
    forget_folders()
    settings = QSettings(str(paths.settings() / "window.ini"), QSettings.Format.IniFormat)
    program = Program(application, settings)
    ordinary = sys.excepthook

    def on_uncaught(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        ordinary(kind, bug, trace)
        if isinstance(bug, Exception):
            program.relay.broke.emit(bug)

    sys.excepthook = on_uncaught
    program.show(case, passphrase)
    try:
        return application.exec()
    finally:
        sys.excepthook = ordinary
        program.finish()
