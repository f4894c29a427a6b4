"""The first picture of the window must not wait for the database."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from evidence_app.gui import app
application = QApplication(["probe"])
program = app.Program(application, QSettings("window.ini", QSettings.Format.IniFormat))
program.window.show()
program.window.grab()
print(sorted({"sqlalchemy", "sqlcipher3", "reportlab", "PIL", "av"} & set(sys.modules)))
program.window.close()
program.finish()
"""


def test_the_welcome_is_painted_without_the_database_being_loaded(tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert said.stdout.strip() == "[]"
