"""What is shown and not typed: fixed values, metadata kept verbatim, and what is hidden until asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.citation import clock
from evidence_app.domain.record import Kind
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.form.editor import Editor, said
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.forms.form import Entry
from evidence_app.system.words import _

LINE, NAME_WIDTH = 30, 150


class FixedView(QWidget):
    """A value as words that can be copied."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self._words = PlainLabel(wrap=True).selectable()
        self._words.setAccessibleName(entry.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 4)
        column.addWidget(self._words)
        self.refresh(entry)

    def refresh(self, entry: Entry) -> None:
        """Show what the record holds now."""
        self.entry = entry
        value = entry.value
        if entry.name.endswith("_ms") and isinstance(value, int):
            self._words.setText(clock(value, exact=False))
        elif entry.kind is Kind.INTEGER and isinstance(value, int):
            self._words.setText(f"{value:,}".replace(",", "\u00a0"))
        else:
            self._words.setText(said(entry, value))


class DataView(QWidget):
    """Names and texts, verbatim."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 5, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._texts: list[PlainLabel] = []
        for line, (name, text) in enumerate(entry.value or ()):
            label = PlainLabel(name, type="caption", tone="3", wrap=True)
            label.setFixedWidth(px(NAME_WIDTH))
            grid.addWidget(label, line, 0, top)
            self._texts.append(PlainLabel(text, type="caption", wrap=True).selectable())
            grid.addWidget(self._texts[-1], line, 1, top)

    def refresh(self, entry: Entry) -> None:
        """Show the same lines, which never change, as they may be shown now."""
        self.entry = entry
        for label, (_name, text) in zip(self._texts, entry.value or (), strict=True):
            label.setText(text)


class SecretView(QWidget):
    """A field that is covered until somebody asks; the asking is logged before anything shows."""

    asked = Signal()
    opened = Signal(object)  # the editor that took the cover's place

    def __init__(self, entry: Entry, make: Any) -> None:
        super().__init__()
        self.entry, self._make = entry, make
        self.editor: Editor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._cover = QWidget()
        row = QHBoxLayout(self._cover)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(_("Hidden"), tone="3"))
        self.show_button = push_button(_("Show"), "filter", "eye")
        self.show_button.setAccessibleName(f"{entry.label}: {_('Show')}")
        words = _("That you looked is written into the log.")
        self.show_button.setToolTip(words)
        self.show_button.clicked.connect(self.asked)
        row.addWidget(self.show_button)
        row.addStretch()
        self._column.addWidget(self._cover)

    def uncover(self, entry: Entry) -> None:
        """Show the value, to be read and changed."""
        if self.editor is None:
            self.entry = entry
            self.editor = self._make(entry)
            self._cover.hide()
            self._column.addWidget(self.editor)
            self.opened.emit(self.editor)

    def cover(self) -> None:
        """Hide again what was revealed; it takes another asking to see it."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self._cover.show()

    def refresh(self, entry: Entry) -> None:
        """Stay covered; what is open here keeps what was revealed and typed."""
