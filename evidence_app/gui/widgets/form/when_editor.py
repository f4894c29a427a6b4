"""An editor of dates: typed in figures or words, said in words once they are left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from evidence_app.domain.errors import BadDate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.text_editor import Line
from evidence_app.services.forms import dates
from evidence_app.services.forms.form import Entry
from evidence_app.system import words
from evidence_app.system.words import _

WIDEST = 300


class WhenEditor(Editor):
    """A partial date; EDTF is what is kept, and any way of writing one is understood."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.line = Line()
        self.line.setMaximumWidth(px(WIDEST))
        self.line.setPlaceholderText(_("2022-01-07, about 2022, 7–10 January 2022"))
        self.line.textEdited.connect(self.mark_edited)
        self.build(self.line)

    def read(self) -> PartialDate | None:
        """Return the date; raises BadDate where it is not understood."""
        return dates.read(self.line.text()) if self.line.text().strip() else None

    def show_value(self, value: Any) -> None:
        """Show a date in words that are understood when they are typed again."""
        self.line.show_text(dates.written(value, words.language()) if value is not None else "")

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def hint_of(self) -> str:
        """Say what is understood, in words, unless they are the words typed."""
        try:
            held = self.read()
        except BadDate:
            return ""
        understood = held.in_words(words.language()) if held is not None else ""
        return understood if understood != self.line.text() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say in words what was typed, once the keyboard has gone on."""
        is_done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and not self.is_dirty:
            self.show_value(self.stored)
            self._show_hint()
        return is_done
