"""Editors of text: one line, many lines, a whole number."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from evidence_app.domain.errors import BadInput
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.form.editor import Editor, hidden_in
from evidence_app.services.forms.form import Entry
from evidence_app.system.words import _

LONGEST = 10_000_000  # letters; Qt cuts at 32,767 without a word
BREAKS = re.compile("[\n\r\v\f\x85\u2028\u2029]")
# Between Python and Qt a byte order mark at the very beginning is lost, unless something stands before it.
_EATEN, _GUARD = ("\ufeff", "\ufffe"), "|"
_REWRITTEN = re.compile("\u2029|\r(?!\n)|[\ufdd0\ufdd1]")  # Qt's own signs for a new paragraph
LEAST_LINES, MOST_LINES, MARGIN = 2, 16, 12


def one_line(entry: Entry, text: str) -> str:
    """Return a text of one line; raises BadInput where it holds a line break."""
    if BREAKS.search(text):
        raise BadInput(where=entry.label, why=_("this field is one line; take the line breaks out"))
    return text


class Line(QLineEdit):
    """One line, however long."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setMaxLength(LONGEST)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, without telling that it was typed."""
        if text.startswith(_EATEN):
            super().setText(_GUARD + text)
            self.setCursorPosition(0)
            self.del_()
        else:
            super().setText(text)
        self.setCursorPosition(0)


class TextEditor(Editor):
    """One line of text, kept exactly as typed."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.line = Line()
        self.line.textEdited.connect(self.mark_edited)
        self.build(self.line)

    def read(self) -> str | None:
        """Return the text; None where there is none."""
        return one_line(self.entry, self.line.text()) or ("" if self.entry.value == "" else None)

    def show_value(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.line.show_text(value or "")

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def hint_of(self) -> str:
        """Say what cannot be seen."""
        return hidden_in(self.line.text())


class NumberEditor(TextEditor):
    """A whole number, its thousands set apart."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.line.setMaximumWidth(px(200))

    def read(self) -> int | None:  # type: ignore[override]
        """Return the number; raises BadInput for what is none."""
        digits = "".join(self.line.text().split())
        if not digits:
            return None
        if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdecimal()):
            raise BadInput(where=self.entry.label, why=_("this must be a whole number"))
        return int(digits)

    def show_value(self, value: Any) -> None:
        """Show the number with its thousands apart."""
        self.line.setText("" if value is None else f"{value:,}".replace(",", "\u00a0"))

    def hint_of(self) -> str:
        """Say nothing."""
        return ""


class Sheet(QPlainTextEdit):
    """Many lines, as high as what is in them; the page scrolls, not the sheet, until it is very long."""

    rewritten = Signal()  # a sign was pasted that stands for a line break and is kept as one

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(7)
        self.textChanged.connect(self.fit)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """Return the text with every character as it is; `toPlainText` would make spaces of no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Show a text without telling that it was typed."""
        if text != self.text():
            self.blockSignals(True)
            self.setPlainText(_GUARD + text if text.startswith(_EATEN) else text)
            if text.startswith(_EATEN):
                self.textCursor().deleteChar()
            self.blockSignals(False)
        self.fit()

    def fit(self) -> None:
        """Be as high as the text."""
        lines = max(LEAST_LINES, min(MOST_LINES, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * px(MARGIN))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the plain text alone."""
        if _REWRITTEN.search(source.text()):
            self.rewritten.emit()
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, then fit."""
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while everything shows."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LongTextEditor(Editor):
    """Many lines of text; line breaks and tabs stay."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.sheet = Sheet()
        self._is_rewritten = False
        self.sheet.rewritten.connect(self._on_rewritten)
        self.build(self.sheet)
        self.sheet.textChanged.connect(self.mark_edited)

    def read(self) -> str | None:
        """Return the text; None where there is none."""
        return self.sheet.text() or None

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self._is_rewritten = False
        self.sheet.show_text(value or "")

    def fields(self) -> tuple[QWidget, ...]:
        """Return the sheet."""
        return (self.sheet,)

    def hint_of(self) -> str:
        """Say what cannot be seen, and what was kept as something else."""
        rewritten = _("Signs for the end of a paragraph are kept as line breaks.") if self._is_rewritten else ""
        return " ".join(filter(None, (hidden_in(self.sheet.text()), rewritten)))

    def _on_rewritten(self) -> None:
        self._is_rewritten = True
