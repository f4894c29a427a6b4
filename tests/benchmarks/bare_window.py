"""Show an empty window of bare PySide6, say when it was painted, and close it: what no Qt program can start below."""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing, and end once that is done."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        print(time.monotonic(), flush=True)
        self.close()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = _Window()
    window.resize(1440, 900)
    window.show()
    sys.exit(application.exec())
