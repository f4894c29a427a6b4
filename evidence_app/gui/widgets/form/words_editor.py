"""An editor of text in several languages: a line for each, with its language before it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from evidence_app.domain.localised import Localised
from evidence_app.gui.theme import icons
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ICON, tool_button
from evidence_app.gui.widgets.form.editor import Editor, hidden_in
from evidence_app.gui.widgets.form.text_editor import Line, Sheet, one_line
from evidence_app.services.forms.form import Entry
from evidence_app.system.words import _, language_name

SMALLEST = 26
OFFERED = 14  # languages in the menu: those of the case and of the region come first


class Tongue(QWidget):
    """The text in one language."""

    def __init__(self, entry: Entry, tag: str, text: str) -> None:
        super().__init__()
        self.tag = tag
        self.field: Line | Sheet = Sheet() if entry.is_multiline else Line()
        self.field.show_text(text)
        self.field.setAccessibleName(f"{entry.label} ({language_name(tag)})")
        self.chip = QToolButton()
        self.chip.setProperty("look", "tongue")
        self.chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chip.setFixedSize(px(38), px(32))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.chip, 0, top)
        row.addWidget(self.field, 1, top)
        self.name(tag)

    def name(self, tag: str) -> None:
        """Say that the text is in another language."""
        self.tag = tag
        self.chip.setText(tag)
        words = language_name(tag)
        self.chip.setToolTip(words)
        self.chip.setAccessibleName(_("Language: %(name)s") % {"name": words})

    def text(self) -> str:
        """Return the text as typed."""
        return self.field.text()


class WordsEditor(Editor):
    """Text by language; the first language is the one that it was written in. An empty line is no text."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.tongues: list[Tongue] = []
        self._box = QWidget()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.more = tool_button("languages", _("Add a language"))
        self.more.setIconSize(QSize(ICON, ICON))
        self.more.setMinimumSize(px(SMALLEST), px(SMALLEST))
        self.more.setIcon(icons.icon("languages", "text_3"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._box, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        whole = QWidget()
        whole.setLayout(row)
        self._put(entry.value)
        self.build(whole)

    def read(self) -> Localised:
        """Return the texts that are not empty."""
        held: dict[str, str] = {}
        for tongue in self.tongues:
            text = tongue.text()
            if text:
                held[tongue.tag] = text if self.entry.is_multiline else one_line(self.entry, text)
        return Localised.of(held)

    def show_value(self, value: Any) -> None:
        """Show the texts; lines are made anew only where the languages are other ones."""
        if [tongue.tag for tongue in self.tongues] != _tags(self.entry, value):
            self._put(value)
            for field in self.fields():
                self.watch(field)
        held = value.as_dict()
        for tongue in self.tongues:
            text = held.get(tongue.tag, "")
            if tongue.field.text() != text:
                tongue.field.show_text(text)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the lines."""
        return tuple(tongue.field for tongue in self.tongues)

    def hint_of(self) -> str:
        """Say what cannot be seen."""
        return hidden_in("".join(tongue.text() for tongue in self.tongues))

    def add_language(self, tag: str) -> None:
        """Begin a text in another language."""
        self._append(tag, "")
        self._show_menus()
        self.watch(self.tongues[-1].field)
        self.tongues[-1].show()  # the layout would do so only after this, and what is not shown takes no focus
        self.tongues[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, value: Localised) -> None:
        """Make the lines anew."""
        for old in self.tongues:
            old.setParent(None)
            old.deleteLater()
        self.tongues = []
        held = value.as_dict()
        for tag in _tags(self.entry, value):
            self._append(tag, held.get(tag, ""))
        self._show_menus()

    def _append(self, tag: str, text: str) -> None:
        """Add a line."""
        tongue = Tongue(self.entry, tag, text)
        if isinstance(tongue.field, QLineEdit):
            tongue.field.textEdited.connect(self.mark_edited)
        else:
            tongue.field.textChanged.connect(self.mark_edited)
        self.tongues.append(tongue)
        self._lines.addWidget(tongue)

    def _show_menus(self) -> None:
        """Offer the languages that have no line yet, to add or to change to."""
        used = {tongue.tag for tongue in self.tongues}
        free = [choice for choice in self.entry.choices if choice.code not in used][:OFFERED]
        self.more.setVisible(bool(free))
        self.more.setMenu(self._menu([(choice.code, choice.label) for choice in free], self.add_language))
        for tongue in self.tongues:
            change = partial(self._on_language, tongue)
            tongue.chip.setMenu(self._menu([(choice.code, choice.label) for choice in free], change))

    def _menu(self, offered: list[tuple[str, str]], call: Any) -> QMenu:
        """Return a menu of languages."""
        menu = QMenu(self)
        for tag, label in offered:
            menu.addAction(f"{label}\t{tag}").triggered.connect(partial(_called, call, tag))
        return menu

    def _on_language(self, tongue: Tongue, tag: str) -> None:
        """Say that a text is in another language."""
        tongue.name(tag)
        self._show_menus()
        self.mark_and_settle()


def _called(call: Any, tag: str, _checked: bool = False) -> None:
    call(tag)


def _tags(entry: Entry, value: Localised) -> list[str]:
    """Return the languages to show lines for: those that are there, else the first of the case."""
    held = [tag for tag, _text in value.texts]
    return held or [entry.choices[0].code if entry.choices else "ru"]
