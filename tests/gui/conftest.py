"""A headless program for each test, and a trap for threads that it leaves behind."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from evidence_app.domain.localised import Localised
from evidence_app.domain.testimony import Testimony
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import privacy
from evidence_app.services import cases, testimonies
from evidence_app.services.testimonies import Paragraph
from evidence_app.system import words

PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def no_thread_left_behind():
    """Fail a test after which more threads live than before."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def english():
    """Speak English, whatever the test chose."""
    words.choose("en")
    yield
    words.choose("en")


@pytest.fixture(autouse=True)
def names_shown():
    """Show names again, whatever the test hid."""
    yield
    privacy.put(False)
    privacy.learn(None)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of this test alone."""
    held = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    held.setValue("language", "en")
    held.setValue("scheme", "light")
    return held


@pytest.fixture
def relay(qapp: QApplication):
    """A relay whose bugs fail the test."""
    made = Relay()
    bugs: list[BaseException] = []
    made.broke.connect(bugs.append)
    yield made
    assert not bugs, bugs


class StrayWindows(QObject):
    """Notes widgets that are shown before they have a parent: each flashes as a window and takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is shown as a window and was not made to be one."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_meant = isinstance(watched, QDialog | QMainWindow | QMenu) or watched.windowType() in _POPUPS
            if not is_meant:
                self.seen.append(f"{type(watched).__name__} {watched.objectName() or watched.accessibleName()}")
        return False


_POPUPS = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


@pytest.fixture
def program(qapp: QApplication, qtbot, settings: QSettings):
    """The whole program with its window; closed and joined at the end, and no bug sheet may have opened."""
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    made = Program(qapp, settings)
    bugs: list[BaseException] = []
    made.relay.broke.connect(bugs.append)
    qtbot.addWidget(made.window)
    made.show(None)
    made.window.resize(1280, 720)
    yield made
    made.window.close()
    assert made.finish()
    qapp.removeEventFilter(stray)
    assert not bugs, bugs
    assert not stray.seen, f"shown as windows of their own: {stray.seen}"


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> tuple[Path, str]:
    """The sample case, made once, and its passphrase."""
    return cases.sample(tmp_path_factory.mktemp("sample") / "karasai")


@pytest.fixture
def case(sample: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the sample for one test."""
    folder = tmp_path / "karasai"
    shutil.copytree(sample[0], folder)
    return folder


@pytest.fixture
def unlock(program: Program, case: Path, sample: tuple[Path, str], qtbot) -> Callable[[], Shell]:
    """Open the case as a person does, and go on to People; wait until its files have been looked into."""

    def opened() -> Shell:
        window = program.window
        if window.door is None or not isinstance(window.door, UnlockCard):
            window.ask_passphrase(case)
        card = window.door
        assert isinstance(card, UnlockCard)
        qtbot.keyClicks(card.field, sample[1])
        qtbot.keyClick(card.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.shell is not None, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not window.flows.examining.is_running, timeout=PATIENCE_MS)
        assert window.shell is not None
        if window.shell.page_name == "overview":
            window.shell.go("people")
        return window.shell

    return opened


@pytest.fixture
def told(case: Path, sample: tuple[Path, str]) -> None:
    """Two testimonies in the case, of forty paragraphs each."""
    with cases.open_case(case, sample[1]) as ws:
        for voice in ("Первый", "Второй"):
            spoken = [Paragraph(f"{voice} рассказ, часть {n}: нас вели по длинному коридору.") for n in range(1, 41)]
            testimonies.add(ws, Testimony(title=Localised.of(voice, "ru"), language="ru"), spoken)


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    """A folder of sixty files, large enough that their import can be watched."""
    folder = tmp_path / "delivery"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.bin").write_bytes(bytes([number]) * 400_000)
    return folder
