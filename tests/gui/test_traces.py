"""What the window leaves behind on the computer outside the case."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from evidence_app.gui import app
application = QApplication(["probe"])
if sys.argv[2] == "forget":
    app.forget_folders()
dialog = QFileDialog(None, "", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
QTimer.singleShot(200, dialog.accept)
dialog.setFileMode(QFileDialog.FileMode.Directory)
dialog.exec()
del dialog
application.processEvents()
"""


def traces(tmp_path: Path, mode: str) -> list[Path]:
    """Choose a folder in Qt's own dialog, and return the files outside it that name it afterwards."""
    home, chosen = tmp_path / mode, tmp_path / "Кошмамбет-дело"
    home.mkdir()
    chosen.mkdir(exist_ok=True)
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", PROBE, str(chosen), mode], env=environment, check=True, timeout=60)
    held = [path for path in home.rglob("*") if path.is_file()]
    marks = (chosen.name.encode(), b"%D0%9A%D0%BE%D1%88%D0%BC", b"\\x41a\\x43e\\x448\\x43c")
    return [path for path in held if any(mark in path.read_bytes() for mark in marks)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's own dialog is used")
def test_the_file_dialog_leaves_no_folder_behind(tmp_path: Path) -> None:
    assert traces(tmp_path, "remember"), "the probe no longer shows what it guards against"
    assert traces(tmp_path, "forget") == []
