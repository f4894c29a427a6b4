"""Which editor a field gets."""

from __future__ import annotations

from evidence_app.domain.record import Kind
from evidence_app.gui.widgets.form.chips_editor import ChipsEditor
from evidence_app.gui.widgets.form.choice_editor import ChoiceEditor, FlagEditor, PickEditor
from evidence_app.gui.widgets.form.editor import Ask, Editor
from evidence_app.gui.widgets.form.reference_editor import ReferenceEditor
from evidence_app.gui.widgets.form.text_editor import LongTextEditor, NumberEditor, TextEditor
from evidence_app.gui.widgets.form.when_editor import WhenEditor
from evidence_app.gui.widgets.form.words_editor import WordsEditor
from evidence_app.services.forms.form import Entry

LONG_LIST = 40  # choices that nobody wants to look through

_OF_KIND: dict[Kind, type[Editor]] = {
    Kind.INTEGER: NumberEditor,
    Kind.FLAG: FlagEditor,
    Kind.WHEN: WhenEditor,
    Kind.WORDS: WordsEditor,
    Kind.LIST: ChipsEditor,
}


def editor_for(entry: Entry, ask: Ask) -> Editor:
    """Return the editor of a field; `ask` finds the candidates of a reference."""
    if entry.kind is Kind.REFERENCE:
        return ReferenceEditor(entry, ask)
    if entry.kind in _OF_KIND:
        return _OF_KIND[entry.kind](entry)
    if entry.choices:
        return PickEditor(entry) if len(entry.choices) > LONG_LIST else ChoiceEditor(entry)
    return LongTextEditor(entry) if entry.is_multiline else TextEditor(entry)
