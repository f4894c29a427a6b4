"""Fields one types a few words into: the search in the top bar, the filter of a list."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.gui.theme import icons
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.veil import Veil

PAUSE_MS = 150
PASTED = 4  # letters at once


class WordsField(QLineEdit):
    """A field that says its words once the typing pauses."""

    paused = Signal(str)

    def __init__(self, icon: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "soft")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.addAction(QAction(icons.icon(icon, "text_3"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.paused.emit(self.text()))
        self.textEdited.connect(lambda _words: self._pause.start())
        Veil(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say the words at once with Enter; empty the field with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.paused.emit(self.text())
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._pause.stop()
            self.paused.emit("")
            return
        super().keyPressEvent(event)


class SearchField(WordsField):
    """The search field of the top bar, with its key shown while it is empty."""

    submitted = Signal(str)  # Enter, or words that came in one piece

    def __init__(self, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__("search", hint, parent)
        self._key = PlainLabel(key, chip="key", parent=self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._length = 0
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(lambda: self.submitted.emit(self.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the right end."""
        super().resizeEvent(event)
        self._key.adjustSize()
        self._leave_room()
        self._key.move(self.width() - self._key.width() - 9, (self.height() - self._key.height()) // 2)

    def _leave_room(self) -> None:
        """Keep the hint clear of the key."""
        self.setTextMargins(0, 0, 0 if self.text() else self._key.width() + 4, 0)

    def _on_text_changed(self, words: str) -> None:
        """Hide the key; tell a pasted text from a typed one by its jump in length."""
        self._key.setVisible(not words)
        self._leave_room()
        pasted = self.hasFocus() and len(words) - self._length >= PASTED
        self._length = len(words)
        if pasted:
            self.submitted.emit(words)
