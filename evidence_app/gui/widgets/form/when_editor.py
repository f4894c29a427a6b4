"""An editor of dates: typed in figures or words, with what was understood said under it."""

from __future__ import annotations

from typing import Any

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
        """Show a date as EDTF; its words stand under it."""
        self.line.setText(value.text if value is not None else "")

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def hint_of(self) -> str:
        """Say what is understood, in words."""
        try:
            held = self.read()
        except BadDate:
            return ""
        return held.in_words(words.language()) if held is not None else ""
