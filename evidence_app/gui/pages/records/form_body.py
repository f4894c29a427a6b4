"""The fields of one record, bound to its view model: what is typed goes out, what is recorded comes back."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.errors import ChangedMeanwhile, EvidenceError
from evidence_app.gui.dialogs.reveal_sheet import RevealSheet
from evidence_app.gui.pages.records.editor_view_model import FormViewModel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.row import FieldRow
from evidence_app.gui.widgets.form.said_panel import SaidPanel
from evidence_app.gui.widgets.form.shown import SecretView
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.forms import choices
from evidence_app.services.forms.form import Entry, Form

STACKED = 560  # narrower than this, labels stand above their fields


class FormBody(QWidget):
    """Sections of rows; made anew only where the record has other fields than before."""

    followed = Signal(str)
    dirty_changed = Signal()

    def __init__(self, view_model: FormViewModel, *, has_sources: bool = True) -> None:
        super().__init__()
        self.view_model, self._has_sources = view_model, has_sources
        self.rows: dict[str, FieldRow] = {}
        self._panels: dict[str, SaidPanel] = {}
        self._shape: tuple[Any, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        view_model.form_changed.connect(self.show_form)
        view_model.recorded.connect(self.show_form)
        view_model.landed.connect(self._on_landed)
        view_model.refused.connect(self._on_refused)

    def show_form(self, form: Form) -> None:
        """Show what the record holds; names give way to codes while the privacy screen is up."""
        sections = tuple(dataclasses.replace(one, entries=tuple(map(_masked, one.entries))) for one in form.sections)
        shape = (form.noun, privacy.is_on(), *((one.title, *map(_shape, one.entries)) for one in sections))
        if shape != self._shape:
            self._build(dataclasses.replace(form, sections=sections))
            self._shape = shape
        is_recorded = bool(form.record_id)
        self.setHidden(privacy.is_on() and not is_recorded)  # what was typed into a new record stands in it alone
        for section in sections:
            for entry in section.entries:
                row = self.rows[entry.name]
                row.refresh(entry)
                _screen(row)
                row.sources.setVisible(self._has_sources and entry.is_stated and is_recorded)
                if row.editor is not None:
                    row.editor.begins_record = not is_recorded

    def show_screened(self) -> None:
        """Hide names, or show them again."""
        form = self.view_model.form
        if form is not None and form.record_id:
            self.show_form(form)
        elif form is not None:
            self.setHidden(privacy.is_on())
        for panel in self._panels.values():
            panel.show_screened()

    def editors(self) -> list[Editor]:
        """Return the editors that are open."""
        return [row.editor for row in self.rows.values() if row.editor is not None]

    def flush(self) -> None:
        """Let everything settle that is being typed."""
        for editor in self.editors():
            editor.flush()

    def focus_first(self) -> None:
        """Put the keyboard into the first field that can be typed."""
        first = next(iter(self.editors()), None)
        if first is not None:
            first.setFocus()

    @property
    def is_waiting(self) -> bool:
        """Whether something typed here has not been recorded yet."""
        return any(editor.is_waiting for editor in self.editors())

    def unrecorded(self) -> list[str]:
        """Name the fields that hold what cannot be recorded, and those that a new record still needs before it can."""
        needed = self.view_model.needed() if self.view_model.is_unrecorded else []
        stuck = [editor.entry.label for editor in self.editors() if editor.is_dirty]
        return list(dict.fromkeys([*stuck, *needed]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their fields where there is little room."""
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """Lay every row out for the width there is."""
        is_stacked = 0 < self.width() < px(STACKED)
        for row in self.rows.values():
            row.set_stacked(is_stacked)

    def _build(self, form: Form) -> None:
        """Lay out the rows anew; one whose editor still fits stays as it is, with what is being typed in it."""
        before, self.rows = self.rows, {}
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, PlainLabel):
                widget.hide()
                widget.deleteLater()
        for section in form.sections:
            if section.title:
                heading = PlainLabel(section.title, type="overline", tone="3")
                heading.setContentsMargins(0, px(18) if self._column.count() else 0, 0, px(6))
                self._column.addWidget(heading)
            for entry in section.entries:
                row = before.pop(entry.name, None)
                if row is not None and _shape(row.entry) != _shape(entry):
                    _drop(row)
                    row = None
                self.rows[entry.name] = row or self._row(entry)
                self._column.addWidget(self.rows[entry.name])
                self._column.addSpacing(px(6))
        for row in before.values():
            _drop(row)
        self._stack()

    def _row(self, entry: Entry) -> FieldRow:
        """Return the row of a field."""
        row = FieldRow(entry, self.view_model.find)
        row.followed.connect(self.followed)
        row.sources_asked.connect(partial(self._on_sources, entry.name))
        row.reveal_asked.connect(partial(self._on_reveal, entry.name))
        row.editor_opened.connect(partial(self._bind, entry.name))
        if row.editor is not None:
            self._bind(entry.name, row.editor)
        return row

    def _bind(self, name: str, editor: Editor) -> None:
        editor.settled.connect(partial(self._on_settled, name))
        editor.edited.connect(self.dirty_changed)

    def _on_settled(self, name: str, value: Any) -> None:
        editor = self.rows[name].editor
        if editor is not None:
            self.view_model.settle(editor.entry, editor.before, value)
            self.dirty_changed.emit()

    def _on_landed(self, name: str) -> None:
        row = self.rows.get(name)
        if row is not None and row.editor is not None:
            row.editor.landed()
            self.dirty_changed.emit()

    def _on_refused(self, name: str, error: EvidenceError) -> None:
        row = self.rows.get(name)
        if row is None or row.editor is None:
            self.view_model.failed.emit(error)
            return
        row.editor.refuse(error, changed_meanwhile=isinstance(error, ChangedMeanwhile))
        self.dirty_changed.emit()

    def _on_reveal(self, name: str) -> None:
        """Ask for the passphrase; what is hidden comes once it was the right one."""
        sheet = RevealSheet(self.rows[name].entry.label, self.window())
        sheet.agreed.connect(lambda words: self.view_model.reveal(name, words, sheet.show_value, sheet.say_error))
        sheet.shown.connect(partial(self._on_revealed, name))
        sheet.open()

    def _on_revealed(self, name: str, value: Any) -> None:
        """Open a covered field with what it holds."""
        row = self.rows.get(name)
        if row is not None and isinstance(row.body, SecretView) and not privacy.is_on():
            row.body.uncover(dataclasses.replace(row.entry, value=value, is_hidden=False))
            if row.editor is not None:
                row.editor.setFocus()

    def _on_sources(self, name: str) -> None:
        """Open what sources say of a field, or close it."""
        row, open_panel = self.rows[name], self._panels.pop(name, None)
        if open_panel is not None:
            open_panel.hide()
            open_panel.deleteLater()
            return
        panel = SaidPanel(row.entry, choices.grades(), self.view_model.find)
        self._panels[name] = panel
        row.under.addWidget(panel)
        panel.followed.connect(self.followed)
        panel.preferred.connect(partial(self._on_preferred, name))
        panel.added.connect(partial(self._on_added, name))
        self.view_model.ask_said(name, panel.show_said)

    def _on_preferred(self, name: str, assertion_id: int) -> None:
        self.view_model.prefer(name, assertion_id, self._panels[name].show_said)

    def _on_added(self, name: str, value: Any, citation: str, grade: str, prefer: bool) -> None:
        panel = self._panels[name]
        done = partial(self._on_said, panel)
        self.view_model.say(name, value, citation, grade, prefer, done, panel.complain)

    def _on_said(self, panel: SaidPanel, said: Any) -> None:
        if panel in self._panels.values():
            panel.clear()
            panel.show_said(said)


def _shape(entry: Entry) -> tuple[Any, ...]:
    """Return what decides which editor a field gets."""
    return entry.name, entry.kind, entry.is_hidden, entry.is_fixed, entry.may_be_empty, len(entry.choices)


def _masked(entry: Entry) -> Entry:
    """Return an entry as it may be shown now."""
    if not privacy.is_on():
        return entry
    return dataclasses.replace(entry, value=privacy.shown(entry.value), source=privacy.text(entry.source))


def _screen(row: FieldRow) -> None:
    """Let nothing be typed while names are hidden, and hide what was: typed and not recorded yet, or revealed."""
    is_on, is_waiting = privacy.is_on(), row.editor is not None and row.editor.is_waiting
    row.body.setEnabled(not is_on)
    row.body.setHidden(is_on and is_waiting)
    if is_on and not is_waiting and isinstance(row.body, SecretView):
        row.body.cover()


def _drop(row: FieldRow) -> None:
    """Take a row away."""
    row.hide()
    row.deleteLater()
