"""Editors of one choice: a drop-down list, a long list that is typed into, yes or no."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from evidence_app.domain.errors import BadInput
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ChoiceBox
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.text_editor import Line, one_line
from evidence_app.services.forms.form import Choice, Entry
from evidence_app.system.words import _

WIDEST, SHORTEST = 380, 12
YES, NO = "yes", "no"


class QuietBox(ChoiceBox):
    """A drop-down list that a page can be scrolled over without changing it."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        super().__init__(entries)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(px(WIDEST))
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceEditor(Editor):
    """A code out of a list; nothing chosen means that nobody has said."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        nothing = [("", _("not stated"))] if entry.may_be_empty else []
        self.box = QuietBox([*nothing, *((choice.code, choice.label) for choice in entry.choices)])
        self.box.setPlaceholderText(_("not stated"))
        self.box.activated.connect(self.mark_and_settle)
        self.build(self.box)

    def read(self) -> str | None:
        """Return the code; None where nothing is chosen."""
        return self.box.value() or None

    def show_value(self, value: Any) -> None:
        """Show a code by its label; one that the list does not hold, as itself."""
        code = value or ""
        if code and self.box.findData(code) < 0:
            self.box.addItem(code, code)
        self.box.setCurrentIndex(self.box.findData(code))

    def fields(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.box,)


class FlagEditor(ChoiceEditor):
    """Yes, no, or not stated."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(_with_answers(entry))
        self.box.setMaximumWidth(px(160))

    def read(self) -> bool | None:  # type: ignore[override]
        """Return the answer."""
        chosen = self.box.value()
        return chosen == YES if chosen else None

    def show_value(self, value: Any) -> None:
        """Show the answer."""
        super().show_value("" if value is None else YES if value else NO)


def _with_answers(entry: Entry) -> Entry:
    """Return the entry of a flag with its answers as choices."""
    return dataclasses.replace(entry, choices=(Choice(YES, _("yes")), Choice(NO, _("no"))))


class PickEditor(Editor):
    """A code out of a list too long to look through: a few letters of it are typed."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.line = Line()
        self.line.setMaximumWidth(px(WIDEST))
        self.line.setCompleter(completer(entry.choices, self))
        self.line.completer().activated.connect(self._on_activated)
        self.line.textEdited.connect(self.mark_edited)
        self.build(self.line)

    def read(self) -> str | None:
        """Return the code; raises BadInput for words that are in no list."""
        return code_of(self.entry, self.line.text())

    def show_value(self, value: Any) -> None:
        """Show a code by its label."""
        self.line.setText(label_of(self.entry.choices, value or ""))

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def pause(self) -> None:
        """Wait on while the list is open."""
        if not is_offering(self.line):
            super().pause()

    def _on_activated(self, label: str) -> None:
        """Take what was picked."""
        self.line.setText(label)
        self.mark_and_settle()


def completer(choices: Sequence[Choice], parent: QWidget) -> QCompleter:
    """Return what offers the labels that hold the letters typed."""
    made = QCompleter([choice.label for choice in choices], parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setMaxVisibleItems(10)
    return made


def is_offering(line: QLineEdit) -> bool:
    """Tell whether the list under a line is open."""
    held = line.completer()
    popup = held.popup() if held is not None else None
    return popup is not None and popup.isVisible()


def label_of(choices: Sequence[Choice], code: str) -> str:
    """Return the label of a code; an unknown code as itself."""
    return next((choice.label for choice in choices if choice.code == code), code)


def code_of(entry: Entry, typed: str) -> str | None:
    """Return the code of a label or a code, in any case; None for nothing. Raises BadInput for what is in no list."""
    wanted = one_line(entry, typed).strip().casefold()
    if not wanted:
        return None
    for choice in entry.choices:
        if wanted in (choice.label.casefold(), choice.code.casefold()):
            return choice.code
    if typed.strip() == entry.value:
        return typed.strip()
    raise BadInput(where=entry.label, why=_("“%(code)s” is not in the list") % {"code": typed.strip()})
