"""What was just done, at the foot of the page, with the way back; it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.labels import ElidedLabel
from evidence_app.system.words import _

STAYS_MS, WIDTH, BELOW = 10_000, 460, 20


class Toast(QFrame):
    """Lies over a widget, bottom centre; goes up where it would cover the field in which somebody types."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self._over, self._call = over, None  # type: tuple[QWidget, Callable[[], object] | None]
        self._said, self._words = "", ElidedLabel()
        self._action = push_button("", "link")
        self._action.clicked.connect(self._on_action)
        close = tool_button("x", _("Close"))
        close.setProperty("look", "small")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 9, 9)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(30)
        shadow.setOffset(0, 8)
        shadow.setColor(look.colour("stage").darker(220))
        self.setGraphicsEffect(shadow)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(STAYS_MS)
        self._rest.timeout.connect(self._leave)
        over.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        privacy.screen().changed.connect(self._show_said)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, action: str = "", call: Callable[[], object] | None = None) -> None:
        """Say a sentence for ten seconds, with one action; it is announced to screen readers."""
        self._said = words
        self._action.setText(action)
        self._show_said()
        self._action.setVisible(bool(action))
        self._call = call
        self._rest.start()
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place while the page is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _show_said(self) -> None:
        """Show the sentence as it may be shown now."""
        words, action = privacy.text(self._said), self._action.text()
        self._words.setText(words)
        self._action.setAccessibleName(f"{action}: {words}" if action else "")

    def _place(self) -> None:
        """Lie at the bottom centre, or at the top where a focused field would be covered."""
        width = min(px(WIDTH), self._over.width() - 2 * BELOW)
        height = self.sizeHint().height()
        x = (self._over.width() - width) // 2
        box = QRect(x, self._over.height() - height - BELOW, width, height)
        focus = QApplication.focusWidget()
        if focus is not None and self._over.isAncestorOf(focus) and not self.isAncestorOf(focus):
            field = QRect(focus.mapTo(self._over, QPoint(0, 0)), focus.size())
            if field.intersects(box) and field.height() < self._over.height() // 2:
                box.moveTop(BELOW)
        self.setGeometry(box)

    def _leave(self) -> None:
        """Go, unless somebody is on the way to the button."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._rest.start()
        else:
            self.hide()

    def _on_focus(self, _before: QWidget | None, _after: QWidget | None) -> None:
        """Give way to another field; while the page is taken down the focus wanders too, and nothing is to be done."""
        if shiboken6.isValid(self._over) and self.isVisible():
            self._place()

    def _on_action(self) -> None:
        """Carry out the action; what it leads to says so itself."""
        call, self._call = self._call, None
        self.hide()
        if call is not None:
            call()
