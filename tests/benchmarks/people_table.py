"""Open a case in the window and say when the first row of People was painted: `… people_table CASE PASSPHRASE HOME`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from evidence_app.gui.app import Program


class _Watch(QObject):
    """Notes when the window, and when a row of People, has been painted first; then closes the window."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._window_at: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is about to be painted; it is by the time the event loop comes round again."""
        if event.type() == QEvent.Type.Paint:
            if watched is self._program.window and self._window_at is None:
                QTimer.singleShot(0, self._on_window)
            shell = self._program.window.shell
            if shell is not None:
                table = shell.pages["people"].table
                if watched is table.viewport() and table.model().rowCount():
                    QTimer.singleShot(0, self._on_rows)
        return False

    def _on_window(self) -> None:
        self._window_at = self._window_at or time.monotonic()

    def _on_rows(self) -> None:
        print(f"{self._window_at} {time.monotonic()}", flush=True)
        self._program.window.close()


def main(case: Path, passphrase: str, home: Path) -> int:
    """Run the program as its own start does, with settings of nobody."""
    application = QApplication(sys.argv[:1])
    settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    program = Program(application, settings)
    watch = _Watch(program)
    application.installEventFilter(watch)
    program.show(case, passphrase)
    application.exec()
    application.removeEventFilter(watch)
    return 0 if program.finish() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
