"""What all editors of a field have in common: when a value settles, and what becomes of what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.rules import composed
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.visible_text import unseen
from evidence_app.services.forms.form import Candidate, Entry
from evidence_app.system import words
from evidence_app.system.words import _

IDLE_MS = 800
Ask = Callable[[str, str, Callable[[Any], object]], object]  # noun, words, whoever wants the candidates
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Editor(QWidget):
    """One field; `stored` is what the record holds as far as it is known here, `before` what it held before `settled`.

    A value settles when the focus leaves, after 800 ms without a key, at Escape, and at `flush`. Escape a second time
    gives up words that cannot be taken, and brings back what is stored.
    """

    edited = Signal()
    settled = Signal(object)
    hinted = Signal(str)  # what is understood of the words typed so far, for a screen reader's description too

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.stored: Any = entry.value
        self.before: Any = entry.value
        self.is_dirty = False
        self.begins_record = False  # then a single letter waits for another, or for the focus to leave
        self._sent: list[Any] = []
        self._is_held = False  # what was refused waits for another key, not for the clock
        self._has_changed_meanwhile = False
        self._is_told = False  # that Escape gives up what is typed here, since it cannot be taken
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.pause)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.hint = PlainLabel(type="caption", tone="3", wrap=True)
        self.problem = PlainLabel(type="caption", tone="danger", wrap=True)
        self.hint.hide()
        self.problem.hide()

    # What each kind of editor provides.

    def read(self) -> Any:
        """Return what is typed as a domain value; raises BadInput or BadDate."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a domain value."""
        raise NotImplementedError

    def fields(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the focus, the first one first."""
        raise NotImplementedError

    def hint_of(self) -> str:
        """Return what is said under the field of what is typed now."""
        return ""

    # What all of them do.

    def build(self, *widgets: QWidget) -> None:
        """Lay out the widgets of the editor over its hint and its problem, and show what is stored."""
        for widget in (*widgets, self.hint, self.problem):
            self._column.addWidget(widget)
        for field in self.fields():
            self.watch(field)
        self.show_value(self.stored)
        self._show_hint()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the keyboard to the first field; a focus proxy would do so too, but Tab runs in a ring round it."""
        self.fields()[0].setFocus(reason)

    def watch(self, field: QWidget) -> None:
        """Name a widget for screen readers, and listen to its keys and its focus."""
        if not field.accessibleName():
            field.setAccessibleName(self.entry.label)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle with Escape, and when the focus leaves."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.is_dirty:
            event.accept()
            return event.type() == QEvent.Type.ShortcutOverride or (
                event.type() == QEvent.Type.KeyPress and not self._may_go()
            )
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _PASSING:
            self.flush()
        return False

    def typed_text(self) -> str:
        """Return the letters that stand in the fields."""
        return "".join(field.text() for field in self.fields() if hasattr(field, "text"))

    def mark_edited(self, *_what: object) -> None:
        """Take note that somebody has typed."""
        self.is_dirty, self._is_held, self._is_told = True, False, False
        self._idle.start()
        self._show_hint()
        self.edited.emit()

    def mark_and_settle(self, *_what: object) -> None:
        """Take a choice, which is complete as soon as it is made."""
        self.mark_edited()
        self.flush()

    def pause(self) -> None:
        """Settle after a while without a key."""
        if not (self.begins_record and len(self.typed_text().strip()) == 1):
            self.flush()

    def flush(self) -> None:
        """Let what was typed settle; what cannot be taken stays, with a sentence under it."""
        self._idle.stop()
        if not self.is_dirty or self._is_held:
            return
        try:
            value = composed(self.read())
        except EvidenceError as error:
            self.complain(error.sentence())
            return
        self.is_dirty = False
        self.complain("")
        if value == self.stored:
            return
        self.before, self.stored = self.stored, value
        self._sent.append(self.before)
        self.settled.emit(value)

    def _may_go(self) -> bool:
        """Settle, so that Escape can go on to the form; what cannot be taken stays for one press, then gives way."""
        self.flush()
        if self.is_dirty and (self._is_told or self._is_held):
            self.revert()
            return False
        self._is_told = True
        return not self.is_dirty

    def revert(self) -> None:
        """Bring back what is stored."""
        self._idle.stop()
        self.is_dirty = self._is_held = self._is_told = False
        self.show_value(self.stored)
        self.complain("")
        self._show_hint()

    def landed(self) -> None:
        """Take note that a value that settled has been recorded."""
        if self._sent:
            self._sent.pop(0)

    def refuse(self, error: EvidenceError, *, changed_meanwhile: bool = False) -> None:
        """Keep what was typed although it was not recorded, and say why."""
        if self._sent:
            self.stored = self._sent.pop(0)
            self._sent = [self.stored] * len(self._sent)
        self.is_dirty = self._is_held = True
        self._has_changed_meanwhile = changed_meanwhile
        self.complain(str(error) if changed_meanwhile else error.sentence())

    def refresh(self, entry: Entry) -> None:
        """Take up what the record holds now, unless somebody is typing here or a value is still on its way."""
        self.entry = entry
        if self._has_changed_meanwhile:
            self._has_changed_meanwhile = False
            self.stored = entry.value  # what is typed is decided against the value that is seen now
            now = _("Recorded now: %(value)s") % {"value": said(entry, entry.value) or _("nothing")}
            self.complain(f"{self.problem.text()} {now}")
            return
        if self.is_dirty or self._sent:
            return
        if entry.value != self.stored:
            self.stored = entry.value
            self.show_value(entry.value)
        self._show_hint()

    def complain(self, sentence: str) -> None:
        """Say what is wrong under the field; nothing takes it back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for field in self.fields():
            field.setProperty("wrong", bool(sentence))
            field.setAccessibleDescription(sentence)
            field.style().unpolish(field)
            field.style().polish(field)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed here has not been recorded yet."""
        return self.is_dirty or bool(self._sent)

    def _show_hint(self) -> None:
        """Say what is understood, and which characters cannot be seen."""
        said = self.hint_of()
        self.hint.setText(said)
        self.hint.setVisible(bool(said))
        self.hinted.emit(said)


def said(entry: Entry, value: Any) -> str:
    """Return a value in words."""
    if isinstance(value, Localised):
        return value.best()
    if isinstance(value, PartialDate):
        return value.in_words(words.language())
    if isinstance(value, Candidate):
        return value.citation or value.title
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    labels = {choice.code: choice.label for choice in entry.choices}
    parts = value if isinstance(value, tuple) else (value,)
    return ", ".join(labels.get(str(part), str(part)) for part in parts if part is not None)


def hidden_in(text: str) -> str:
    """Say which characters of a text cannot be seen; nothing where all can."""
    found = unseen(text)
    return _("Holds characters that cannot be seen: %(codes)s") % {"codes": ", ".join(found)} if found else ""
