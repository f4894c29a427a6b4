"""A headless program for each test, and a trap for threads that it leaves behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from evidence_app.gui.app import Program
from evidence_app.gui.jobs.relay import Relay
from evidence_app.system import words


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


@pytest.fixture
def program(qapp: QApplication, qtbot, settings: QSettings):
    """The whole program with its window; closed and joined at the end, and no bug sheet may have opened."""
    made = Program(qapp, settings)
    bugs: list[BaseException] = []
    made.relay.broke.connect(bugs.append)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    made.show(None)
    yield made
    made.window.close()
    assert made.finish()
    assert not bugs, bugs
