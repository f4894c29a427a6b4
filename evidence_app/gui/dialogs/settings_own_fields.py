"""The own fields of a case: defined for one kind of record, renamed, put in order, taken out of use."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_field import OwnField
from evidence_app.domain.record import Record
from evidence_app.gui.dialogs.settings_lists import Call, OwnListSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ChoiceBox
from evidence_app.gui.widgets.editable_rows import Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services import own_fields
from evidence_app.services.noun_labels import noun_label
from evidence_app.system import words
from evidence_app.system.words import _

CHOICES_HEIGHT = 74


class OwnFieldsSheet(OwnListSheet):
    """The fields of one kind of record at a time, in the order of its form."""

    noun, retitle = OwnField, own_fields.retitle

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        empty = _("No fields of your own for this kind of record yet.")
        hint = _("Its name, as it will stand in the form")
        super().__init__(_("Own fields"), lane, parent, empty=empty, new=hint, can_move=True)
        self.of_noun = ChoiceBox([(noun, noun_label(noun)) for noun in own_fields.NOUNS])
        self.kind = ChoiceBox([(term.code, term.label()) for term in vocabulary.terms("own_kind")])
        self.choices = QPlainTextEdit()
        self._lay_out()
        self.of_noun.activated.connect(lambda _place: self.read())
        self.kind.activated.connect(lambda _place: self._show_choices())
        self.rows.moved.connect(lambda record_id, step: self.change(_move, record_id, step, chosen=record_id))
        self._show_choices()
        self.begin()

    def reading(self) -> Call:
        """Ask for the fields of the kind of record."""
        return own_fields.of, (self.of_noun.value(),)

    def lines(self, held: list[OwnField]) -> list[Row]:
        """Show what each field holds."""
        return [Row(field.id, field.name.best(), _kind_words(field)) for field in held]

    def adding(self, name: str) -> Call:
        """Define a field."""
        listed = self.choices.toPlainText().splitlines()
        return own_fields.add, (Localised.of(name, words.language()), self.of_noun.value(), self.kind.value(), listed)

    def clear_new(self) -> None:
        """Empty name and choices."""
        super().clear_new()
        self.choices.clear()

    def _lay_out(self) -> None:
        """Place the kind of record, its fields, and what a new one needs."""
        self.add_field(_("Kind of record"), self.of_noun)
        self.column.addWidget(self.rows)
        self.column.addWidget(PlainLabel(_("A new field"), type="h3"))
        self.field.setAccessibleName(_("Title"))
        self.kind.setAccessibleName(_("Holds"))
        self.new_line.insertWidget(1, self.kind)
        self.column.addLayout(self.new_line)
        self.choices.setPlaceholderText(_("The choices, each on a line of its own"))
        self.choices.setAccessibleName(_("Choices"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(px(CHOICES_HEIGHT))
        self.column.addWidget(self.choices)

    def _show_choices(self) -> None:
        """Ask for choices where the field holds one."""
        self.choices.setVisible(self.kind.value() == "CHOICE")


def _kind_words(field: OwnField) -> str:
    """Say what a field holds."""
    held = vocabulary.label("own_kind", field.kind)
    return f"{held}: {', '.join(field.choices)}" if field.choices else held


def _move(ws: Any, noun: type[Record], field_id: int, step: int) -> None:
    """Move a field; runs in the lane."""
    own_fields.move(ws, ws.records.get(noun, field_id), step)
