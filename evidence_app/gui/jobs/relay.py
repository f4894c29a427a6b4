"""The one object that carries words from the lanes to the window: it owns the queued signal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot


def _receiver(call: Callable[..., Any]) -> object:
    """Return the object whose method will be called."""
    while isinstance(call, partial):
        call = call.func
    return getattr(call, "__self__", None)


class Relay(QObject):
    """Lives as long as the program; calls back in the window's thread, but never into a deleted widget."""

    broke = Signal(object)  # a bug: an exception that is no EvidenceError and that nobody expected
    changed = Signal(object)  # the ChangeSet of an act in the open case, emitted in the window's thread

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[..., Any], *args: object) -> None:
        """Have `call(*args)` made in the window's thread; may be used from any thread."""
        self._posted.emit((call, args))

    def tell_change(self, change_set: object) -> None:
        """Pass on what an act has changed; may be used from any thread."""
        self.post(self.changed.emit, change_set)

    @Slot(object)
    def _on_posted(self, message: tuple[Callable[..., Any], tuple[object, ...]]) -> None:
        """Make the call, unless its receiver is gone."""
        call, args = message
        owner = _receiver(call)
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return
        call(*args)
