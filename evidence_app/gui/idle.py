"""Notices when nobody has touched the program for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

MINUTE_MS = 60_000
IDLE_MS = 5 * MINUTE_MS
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """Says `idle` after some minutes without a key or a move of the pointer; only while it is started."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.idle)

    @property
    def is_watching(self) -> bool:
        """Tell whether the watch is on."""
        return self._timer.isActive()

    def remaining_ms(self) -> int:
        """Return how long it waits yet; -1 while the watch is off."""
        return self._timer.remainingTime()

    def set_minutes(self, minutes: int) -> None:
        """Wait for so long from now on."""
        self._timer.setInterval(minutes * MINUTE_MS)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count from anew at each touch; let every event pass."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
