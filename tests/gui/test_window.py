"""The window itself: its size, its name, where its dialogs begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFileDialog, QWidget

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs import choosing


@pytest.mark.parametrize("room", [QRect(0, 0, 800, 600), QRect(1920, 40, 1280, 680), QRect(0, 0, 3840, 2160)])
def test_the_window_never_exceeds_the_screen(program: Program, room: QRect):
    window = program.window
    window.setGeometry(3000, 1500, 1440, 900)
    window.fit(room)
    assert room.contains(window.frameGeometry())


def test_the_window_has_its_name_before_a_case_is_open(program: Program):
    assert program.window.windowTitle() == "Evidence App"


def test_a_dialog_begins_at_home_and_then_where_the_last_one_ended(qtbot, monkeypatch, tmp_path: Path):
    asked: list[str] = []
    answers = iter([str(tmp_path), ""])

    def answer(_parent: QWidget, _title: str, start: str) -> str:
        asked.append(start)
        return next(answers)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    monkeypatch.setattr(choosing, "_last", None)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choosing.folder(parent, "") == tmp_path
    assert choosing.folder(parent, "") is None
    assert asked == [str(Path.home()), str(tmp_path)]
