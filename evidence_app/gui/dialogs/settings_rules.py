"""The rules by which deadlines are counted: each is shown with its provision, and none is confirmed by the program."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.errors import ChangedMeanwhile, EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.gui.dialogs.settings_lists import retire
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.scrolled import Scrolled
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import deadline_rules
from evidence_app.services.forms import reading, writing
from evidence_app.services.forms.form import Form
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH, HEIGHT, NOUN = 520, 420, DeadlineRule.noun


class RulesSheet(Sheet):
    """One rule at a time; what is typed settles field by field, and the deadlines that it counts follow."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Deadline rules"), WIDTH, parent)
        self._lane, self._rule = lane, 0
        self.editors: dict[str, Editor] = {}
        self.notice = NoticeBar(_("Close"))
        said = _("The law must be looked up: tick a rule as confirmed once a lawyer has done so.")
        self.column.addWidget(PlainLabel(said, tone="2", wrap=True))
        self.column.addWidget(self.notice)
        self.rules = ChoiceBox([])
        self.add_field(_("Rule of the deadline"), self.rules)
        scroll = Scrolled(HEIGHT)
        self._rows: QVBoxLayout = scroll.column
        self.column.addWidget(scroll)
        said = _("A rule that is taken out of use is offered no more. The deadlines that it counts keep their days.")
        self.column.addWidget(PlainLabel(said, type="caption", tone="2", wrap=True))
        self.add, close = push_button(_("Add"), "outlined", "plus"), push_button(_("Close"), "primary")
        self.take = push_button(_("Take out of use"), "outlined")
        self.take.clicked.connect(self._on_take)
        self.add.clicked.connect(lambda: self._lane.submit(_added, done=self._on_rules, failed=self._say))
        close.clicked.connect(self.accept)
        self.foot.addWidget(self.add)
        self.foot.addWidget(self.take)
        self.foot.addStretch()
        self.foot.addWidget(close)
        self.rules.currentIndexChanged.connect(self._on_chosen)
        lane.submit(_rules, done=self._on_rules, failed=self._say)

    def done(self, result: int) -> None:
        """Let everything settle that is being typed, then close."""
        self._flush()
        super().done(result)

    def _flush(self) -> None:
        for editor in self.editors.values():
            editor.flush()

    def _on_rules(self, read: tuple[list[tuple[int, str]], int]) -> None:
        """Offer the rules, and show the one asked for."""
        held, chosen = read
        self.rules.blockSignals(True)
        self.rules.clear()
        for record_id, name in held:
            self.rules.addItem(name, str(record_id))
        self.rules.choose(str(chosen or self._rule))
        self.rules.blockSignals(False)
        self.take.setEnabled(bool(held))
        self._on_chosen()

    def _on_chosen(self, _place: int = 0) -> None:
        self._flush()
        self._rule = int(self.rules.currentData() or 0)
        if self._rule:
            self._lane.submit(reading.of, NOUN, self._rule, topic="rule", done=self._on_form, failed=self._say)
        else:
            self._clear()

    def _on_take(self) -> None:
        """Take the rule out of use; what is typed in it is recorded first."""
        self._flush()
        self._lane.submit(_taken, self._rule, done=self._on_rules, failed=self._say)

    def _clear(self) -> None:
        """Take the fields away."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.editors = {}

    def _on_form(self, form: Form) -> None:
        """Show a rule."""
        self._clear()
        for entry in form.entries():
            if entry.is_fixed:
                continue
            editor = self.editors[entry.name] = editor_for(entry, lambda _noun, _words, _answer: None)
            label = PlainLabel(entry.label, tone="2")
            label.setBuddy(editor)
            self._rows.addWidget(label)
            self._rows.addWidget(editor)
            editor.settled.connect(partial(self._save, form.record_id, entry.name))
        self._rows.addStretch()

    def _save(self, record_id: int, name: str, value: Any) -> None:
        """Record one field."""
        editor = self.editors[name]
        call = partial(_saved, record_id=record_id, name=name, before=editor.before, value=value)
        self._lane.submit(call, done=partial(self._on_saved, name), failed=partial(self._on_refused, name))

    def _on_saved(self, name: str, _record: object) -> None:
        if name in self.editors:
            self.editors[name].landed()

    def _on_refused(self, name: str, error: EvidenceError) -> None:
        """Say why under the field."""
        if name in self.editors:
            self.editors[name].refuse(error, changed_meanwhile=isinstance(error, ChangedMeanwhile))
        else:
            self._say(error)

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def _rules(ws: Workspace, chosen: int = 0) -> tuple[list[tuple[int, str]], int]:
    """Return the rules of the case, those that the program brings among them; runs in the archive lane."""
    return [(rule.id, rule.name.best()) for rule in deadline_rules.rules(ws)], chosen


def _added(ws: Workspace) -> tuple[list[tuple[int, str]], int]:
    """Add a rule, to be named."""
    rule = deadline_rules.add(ws, DeadlineRule(name=Localised.of(_("New rule"), words.language())))
    return _rules(ws, rule.id)


def _taken(ws: Workspace, record_id: int) -> tuple[list[tuple[int, str]], int]:
    """Take a rule out of use."""
    retire(ws, DeadlineRule, record_id)
    return _rules(ws)


def _saved(ws: Workspace, *, record_id: int, name: str, before: Any, value: Any) -> object:
    """Record one field; the deadlines that the rule counts follow."""
    return writing.save(ws, NOUN, record_id, {name: before}, **{name: value})
