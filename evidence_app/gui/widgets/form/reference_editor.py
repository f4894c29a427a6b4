"""An editor of a reference: a few letters are typed, a record is picked, a citation brings its place along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from evidence_app.domain.errors import BadInput
from evidence_app.gui.theme import icons
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.form.choice_editor import is_offering
from evidence_app.gui.widgets.form.editor import Ask, Editor
from evidence_app.gui.widgets.form.text_editor import Line, one_line
from evidence_app.gui.widgets.visible_text import visible
from evidence_app.services.forms.form import Candidate, Entry
from evidence_app.system.words import _

PAUSE_MS, PLACE_WIDTH = 120, 130
BETWEEN = " · "


class ReferenceEditor(Editor):
    """A record of one noun; for a source also the place in it."""

    followed = Signal(str)  # the citation of what is referred to

    def __init__(self, entry: Entry, ask: Ask) -> None:
        super().__init__(entry)
        self._ask, self._asked, self._answered = ask, 0, 0
        self.offered: tuple[Candidate, ...] = ()
        self.picked: Candidate | None = None
        self._labels = QStringListModel(self)
        self.line = Line()
        self.line.setPlaceholderText(_("Code, name or title"))
        self.line.setCompleter(self._completer())
        self.line.textEdited.connect(self._on_edited)
        self._go = self._action("arrow-right", _("Go there"), self._on_followed)
        self._clear = self._action("x", _("Leave empty"), self._on_cleared)
        self.place = Line()
        self.place.setFixedWidth(px(PLACE_WIDTH))
        self.place.setPlaceholderText(_("¶4, 00:41, p. 2"))
        self.place.setAccessibleName(_("Place in the source"))
        self.place.textEdited.connect(self.mark_edited)
        if not entry.place:
            self.place.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.place)
        whole = QWidget()
        whole.setLayout(row)
        self.build(whole)

    def read(self) -> Candidate | None:
        """Return the record; raises BadInput where what is typed is none that was offered."""
        typed = one_line(self.entry, self.line.text()).strip()
        if not typed:
            return None
        found = self.picked if self.picked is not None and typed == label_of(self.picked) else self._meant(typed)
        if found is None:
            raise BadInput(where=self.entry.label, why=_("choose a record from the list"))
        locator = one_line(self.entry, self.place.text()).strip() if self.entry.place else ""
        cited = found.locator if self.entry.place and found is not self.picked else None
        return Candidate(found.noun, found.record_id, found.code, found.title, locator or cited)

    def show_value(self, value: Any) -> None:
        """Show a record by code and title."""
        self.picked = value
        self.line.setText(label_of(value) if value is not None else "")
        self.line.setCursorPosition(0)
        self.place.setText((value.locator or "") if value is not None else "")
        self._show_actions()

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line, and the place beside it."""
        return (self.line, self.place) if self.entry.place else (self.line,)

    def pause(self) -> None:
        """Wait on while a record is being chosen."""
        if not self.line.hasFocus() or self._shows_picked() or not self.line.text():
            super().pause()

    def flush(self) -> None:
        """Settle, once it is known what fits the words typed."""
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        if self._is_searching and not self._shows_picked() and self.line.text():
            return
        was_typed = self.is_dirty
        super().flush()
        if was_typed and not self.is_dirty and isinstance(self.stored, Candidate):
            self.show_value(self.stored)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the newest records where Down is pressed in the line; take the first with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            if event.key() == Qt.Key.Key_Down and not is_offering(self.line):
                self._search("" if self._shows_picked() else None)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_dirty:
                if self.offered and not self._shows_picked() and self.line.text().strip():
                    self._pick(self._meant(self.line.text().strip()) or self.offered[0])
                else:
                    self.flush()
                return True
        return super().eventFilter(watched, event)

    @property
    def _is_searching(self) -> bool:
        return self._asked > self._answered

    def _completer(self) -> QCompleter:
        """Return what shows the candidates; they are chosen elsewhere, so it filters nothing."""
        made = QCompleter(self._labels, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(10)
        made.activated.connect(self._on_activated)
        return made

    def _action(self, icon: str, words: str, call: Callable[[], None]) -> QAction:
        """Add a sign at the end of the line."""
        action = QAction(icons.icon(icon, "text_3"), words, self)
        action.triggered.connect(call)
        self.line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        return action

    def _shows_picked(self) -> bool:
        """Tell whether the line shows the record that was picked."""
        return self.picked is not None and self.line.text().strip() == label_of(self.picked)

    def _on_edited(self, *_words: object) -> None:
        self.mark_edited()
        self._show_actions()
        self._pause.start()

    def _search(self, words: str | None = None) -> None:
        """Ask for candidates."""
        self._asked += 1
        typed = self.line.text() if words is None else words
        self._ask(self.entry.noun, typed.partition(BETWEEN)[0], partial(self._on_found, self._asked))

    def _on_found(self, number: int, found: Sequence[Candidate]) -> None:
        """Offer what was found, unless something else was asked since."""
        if number != self._asked:
            return
        self._answered = number
        self.offered = tuple(found)
        self._labels.setStringList([visible(label_of(one)) for one in found])
        if self.line.hasFocus():
            self.line.completer().complete()
        else:
            self.flush()

    def _meant(self, typed: str) -> Candidate | None:
        """Return the candidate that is meant by its code, citation or whole title; or the only one there is."""
        wanted = typed.casefold()
        for one in self.offered:
            if wanted in {one.code.casefold(), one.citation.casefold(), one.title.casefold(), label_of(one).casefold()}:
                return one
        cited = next((one for one in self.offered if one.locator), None)
        return cited or (self.offered[0] if len(self.offered) == 1 else None)

    def _pick(self, candidate: Candidate) -> None:
        """Take a candidate, with the place that came with it."""
        self.picked = candidate
        self.line.setText(label_of(candidate))
        self.line.setCursorPosition(0)
        popup = self.line.completer().popup()
        if popup is not None:
            popup.hide()
        if candidate.locator and self.entry.place:
            self.place.setText(candidate.locator)
        self._show_actions()
        self.mark_and_settle()

    def _on_activated(self, label: str) -> None:
        chosen = next((one for one in self.offered if visible(label_of(one)) == label), None)
        if chosen is not None:
            self._pick(chosen)

    def _on_cleared(self) -> None:
        self.line.clear()
        self.place.clear()
        self.picked = None
        self._show_actions()
        self.mark_and_settle()

    def _on_followed(self) -> None:
        if self.picked is not None and self.picked.code:
            self.followed.emit(self.picked.citation)

    def _show_actions(self) -> None:
        """Show the signs that mean something now."""
        shown = self._shows_picked()
        self._go.setVisible(shown and self.picked is not None and bool(self.picked.code))
        self._clear.setVisible(bool(self.line.text()) and self.entry.may_be_empty)


def label_of(candidate: Candidate) -> str:
    """Return code and title as the line and the list show them."""
    return BETWEEN.join(filter(None, (candidate.code, candidate.title)))
