"""Notices that the computer falls asleep, or has slept."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

SERVICE, PATH, INTERFACE = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
BEAT_MS, GAP_S = 20_000, 60.0  # a beat that comes so late was held up by sleep


class SleepWatch(QObject):
    """Says `falling_asleep` when logind does; where there is none, on waking, by the hole in the time. Can be off."""

    falling_asleep = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = True
        self._beat_at = time.time()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()
        if sys.platform.startswith("linux"):
            self._listen()

    def _listen(self) -> None:
        """Ask the system bus for the word of logind; a computer without either is left to the beats."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            slot = SLOT("_on_prepare(bool)")
            bus.connect(SERVICE, PATH, INTERFACE, "PrepareForSleep", self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def _on_prepare(self, is_beginning: bool) -> None:
        """Say it before sleep, not on waking."""
        if is_beginning and self.is_on:
            self.falling_asleep.emit()

    def _on_beat(self) -> None:
        """Say it late rather than never, after a hole in the time."""
        before, self._beat_at = self._beat_at, time.time()
        if self._beat_at - before > GAP_S and self.is_on:
            self.falling_asleep.emit()
