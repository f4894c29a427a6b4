"""The own fields of a case: defined for one kind of record, renamed, put in order, taken out of use."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_field import OwnField
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.editable_rows import EditableRows, Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import own_fields
from evidence_app.services.noun_labels import noun_label
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH, CHOICES_HEIGHT = 560, 74
REASON = "taken out of use in the settings"


class OwnFieldsSheet(Sheet):
    """Each change is recorded at once; a name is kept in the language spoken now beside those that it has."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Own fields"), WIDTH, parent)
        self._lane = lane
        self.notice = NoticeBar(_("Close"))
        self.noun = ChoiceBox([(noun, noun_label(noun)) for noun in own_fields.NOUNS])
        self.rows = EditableRows(_("No fields of your own for this kind of record yet."), can_move=True)
        self.name, self.add = QLineEdit(), push_button(_("Add"))
        self.kind = ChoiceBox([(term.code, term.label()) for term in vocabulary.terms("own_kind")])
        self.choices = QPlainTextEdit()
        self._lay_out()
        self.noun.activated.connect(lambda _place: self._read())
        self.kind.activated.connect(lambda _place: self._show_choices())
        self.add.clicked.connect(self._on_add)
        self.rows.renamed.connect(self._on_renamed)
        self.rows.moved.connect(self._on_moved)
        self.rows.voided.connect(self._on_voided)
        self._show_choices()
        self._read()

    def _lay_out(self) -> None:
        """Place the kind of record, its fields, and what a new one needs."""
        self.column.addWidget(self.notice)
        self.add_field(_("Kind of record"), self.noun)
        self.column.addWidget(self.rows)
        self.column.addWidget(PlainLabel(_("A new field"), type="h3"))
        self.name.setPlaceholderText(_("Its name, as it will stand in the form"))
        self.name.setAccessibleName(_("Title"))
        self.kind.setAccessibleName(_("Holds"))
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.kind)
        line.addWidget(self.add)
        self.column.addLayout(line)
        self.choices.setPlaceholderText(_("The choices, each on a line of its own"))
        self.choices.setAccessibleName(_("Choices"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(px(CHOICES_HEIGHT))
        self.column.addWidget(self.choices)
        close = push_button(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)

    def _show_choices(self) -> None:
        """Ask for choices where the field holds one."""
        self.choices.setVisible(self.kind.value() == "CHOICE")

    def _read(self, chosen: int = 0) -> None:
        """Fetch the fields of the kind of record anew."""
        self._lane.submit(own_fields.of, self.noun.value(), done=partial(self._show, chosen), failed=self._say)

    def _show(self, chosen: int, held: list[OwnField]) -> None:
        self.rows.show_rows([Row(field.id, field.name.best(), _kind_words(field)) for field in held], chosen)

    def _on_add(self) -> None:
        """Define the field that is typed; what is typed stays where it is refused."""
        name = Localised.of(self.name.text().strip(), words.language())
        if name:
            listed = self.choices.toPlainText().splitlines()
            arguments = (name, self.noun.value(), self.kind.value(), listed)
            self._lane.submit(own_fields.add, *arguments, done=self._on_added, failed=self._say)

    def _on_added(self, _field: OwnField) -> None:
        self.name.clear()
        self.choices.clear()
        self.notice.hide()
        self._read()
        self.name.setFocus()

    def _on_renamed(self, field_id: int, name: str) -> None:
        language = words.language()
        self._lane.submit(_rename, field_id, language, name, done=partial(self._again, field_id), failed=self._say)

    def _on_moved(self, field_id: int, step: int) -> None:
        self._lane.submit(_move, field_id, step, done=partial(self._again, field_id), failed=self._say)

    def _on_voided(self, field_id: int) -> None:
        self._lane.submit(_void, field_id, done=partial(self._again, 0), failed=self._say)

    def _again(self, chosen: int, _result: object) -> None:
        """Show what stands after a change."""
        self._read(chosen)

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def _kind_words(field: OwnField) -> str:
    """Say what a field holds."""
    held = vocabulary.label("own_kind", field.kind)
    return f"{held}: {', '.join(field.choices)}" if field.choices else held


def _rename(ws: Any, field_id: int, language: str, name: str) -> None:
    """Rename a field in one language; runs in the lane."""
    field = ws.records.get(OwnField, field_id)
    own_fields.retitle(ws, field, Localised.of(field.name.as_dict() | {language: name}))


def _move(ws: Any, field_id: int, step: int) -> None:
    """Move a field; runs in the lane."""
    own_fields.move(ws, ws.records.get(OwnField, field_id), step)


def _void(ws: Any, field_id: int) -> None:
    """Take a field out of use; runs in the lane."""
    own_fields.void(ws, ws.records.get(OwnField, field_id), REASON)
