"""Hands on a keyboard: keys go to whatever has the focus, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS, MOST_TABS = 30_000, 160
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


class Keyboard:
    """Presses keys, types words, and finds its way by Tab."""

    def __init__(self, wait_until: Callable[..., None]) -> None:
        self._wait_until = wait_until

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        self._wait_until(holds, timeout=PATIENCE_MS)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard: an open menu or list before the window's own widget."""
        held = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert held is not None, "nothing has the keyboard"
        return held

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key, at the window itself: it goes where Qt sends it."""
        for _time in range(times):
            popup = QApplication.activePopupWidget()
            QTest.keyClick(popup or QApplication.activeWindow().windowHandle(), key, modifiers)

    def type(self, words: str) -> None:
        """Type words in any script; Qt's own helper knows Latin keys only."""
        for letter in words:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, letter)
            QApplication.sendEvent(self.focus, event)

    def tab_to(self, name: str) -> None:
        """Go by Tab to what is called so."""
        seen = []
        for _step in range(MOST_TABS):
            if self.focus.accessibleName() == name:
                return
            seen.append(self.focus.accessibleName() or type(self.focus).__name__)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to “{name}”; it went past {list(dict.fromkeys(seen))}")

    def fill(self, name: str, words: str) -> None:
        """Go to a field and type into it."""
        self.tab_to(name)
        self.type(words)

    def choose(self, label: str) -> None:
        """Walk through an open menu to an entry, and take it."""
        menu = self.focus
        for _step in range(40):
            self.press(Qt.Key.Key_Down)
            action = menu.activeAction()
            if action is not None and action.text() == label:
                self.press(Qt.Key.Key_Return)
                return
        raise AssertionError(f"the menu has no “{label}”")
