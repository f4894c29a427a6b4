"""The program under test_layouts_under_xvfb: opens a case and writes what it sees, ten times a second."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs import choosing

case, passphrase, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
application = QApplication(sys.argv[:1])
settings = QSettings(str(out.parent / "window.ini"), QSettings.Format.IniFormat)
settings.setValue("language", "en")
program = Program(application, settings)
asked: list[str] = []
choosing.files = lambda *_words: asked.append("files") or []  # type: ignore[func-returns-value]
program.show(case, passphrase)


def tell() -> None:
    """Write what the window shows now."""
    shell, focus = program.window.shell, QApplication.focusWidget()
    seen = {
        "window": int(program.window.winId()),
        "is_open": shell is not None and not program.window.flows.examining.is_running,
        "page": shell.page_name if shell is not None else "",
        "is_sidebar_wide": shell is not None and program.window.commands["view.sidebar"].isChecked(),
        "is_in_field": shell is not None and focus is shell.top.field,
        "text": focus.text() if isinstance(focus, QLineEdit) else "",
        "imports": len(asked),
    }
    fresh = out.with_suffix(".new")
    fresh.write_text(json.dumps(seen), encoding="utf-8")
    fresh.replace(out)


timer = QTimer()
timer.timeout.connect(tell)
timer.start(100)
application.exec()
program.finish()
