"""Shortcuts by physical key: under a Cyrillic layout Ctrl+K is still the key that carries K."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from evidence_app.gui.actions.catalogue import LEFT_TO_FIELDS
from evidence_app.gui.actions.registry import Actions

# Scan codes of the main block, the same on PC keyboards everywhere (evdev; X11 and Wayland count 8 more).
_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_KEYS = {first + place: letter for first, row in _ROWS.items() for place, letter in enumerate(row)}
_OFFSET = 8 if sys.platform.startswith("linux") else 0
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PhysicalKeys(QObject):
    """Sees chords that no shortcut took, and tries them again as the Latin key of that place."""

    def __init__(self, actions: Callable[[], Actions], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out a command, or hand a field the Latin chord (copy, paste, select all)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & _CHORD or event.spontaneous() is False:
            return False
        letter = _KEYS.get(event.nativeScanCode() - _OFFSET)
        if letter is None or event.key() == ord(letter):
            return False
        chord = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(letter))))
        action = self._command(chord)
        if action is not None:
            action.trigger()
            return True
        twin = QKeyEvent(QEvent.Type.KeyPress, ord(letter), event.modifiers())
        return QApplication.sendEvent(watched, twin)

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep fields from taking the chord of a command for themselves, as Ctrl+E for the end of the line."""
        if not event.modifiers() & _CHORD or self._command(QKeySequence(event.keyCombination())) is None:
            return False
        event.ignore()
        return True

    def _command(self, chord: QKeySequence) -> QAction | None:
        """Return the command that a chord means now: none under a sheet, none that a field means for itself."""
        action = self._actions().find(chord)
        if action is None or QApplication.activeModalWidget() is not None:
            return None
        in_field = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit)
        return None if in_field and action.objectName() in LEFT_TO_FIELDS else action
