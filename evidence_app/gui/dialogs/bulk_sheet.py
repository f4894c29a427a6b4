"""One value for many records: only the fields that somebody touches are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs.lowering_sheet import LoweringSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.form.editor import Editor, said
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services.forms import bulk, candidates, writing
from evidence_app.services.forms.bulk import SharedEntry
from evidence_app.services.forms.writing import Changed
from evidence_app.system.words import _, ngettext_

WIDTH, HEIGHT = 560, 430


class BulkSheet(Sheet):
    """The fields that the chosen records can share; `changed` says how many were changed, in how many acts."""

    changed = Signal(int, int)

    def __init__(self, lane: ArchiveLane, noun: str, ids: Sequence[int], parent: QWidget | None) -> None:
        count = len(ids)
        title = ngettext_("Change %(n)s record", "Change %(n)s records", count) % {"n": count}
        super().__init__(title, WIDTH, parent)
        self._lane, self._noun, self._ids = lane, noun, tuple(ids)
        self.editors: dict[str, Editor] = {}
        self.touched: set[str] = set()
        self.notice = NoticeBar()
        self.column.addWidget(PlainLabel(_("Only what you change here is written."), tone="2", wrap=True))
        steps = -(-count // writing.MOST_AN_ACT)
        if steps > 1:
            words = _("This is recorded in %(n)s steps; each of them is undone by itself.") % {"n": steps}
            self.column.addWidget(PlainLabel(words, tone="2", wrap=True))
        self.column.addWidget(self.notice)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(px(HEIGHT))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._scroll)
        self.go = push_button(title, "primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))
        lane.submit(bulk.shared, noun, self._ids, done=self.show_entries, failed=self._on_failed)

    def show_entries(self, entries: Sequence[SharedEntry]) -> None:
        """Show the fields."""
        body = Ground("door")
        column = QVBoxLayout(body)
        column.setContentsMargins(2, 2, 12, 2)
        column.setSpacing(3)
        for shared in entries:
            editor = editor_for(shared.entry, self._find)
            editor.edited.connect(partial(self._on_edited, shared.entry.name))
            self.editors[shared.entry.name] = editor
            label = PlainLabel(shared.entry.label, tone="3")
            label.setBuddy(editor)
            column.addWidget(label)
            column.addWidget(editor)
            if shared.is_mixed:
                _show_mixed(editor)
                column.addWidget(PlainLabel(mixed_words(shared), type="caption", tone="3", wrap=True))
            column.addSpacing(7)
        column.addStretch()
        self._scroll.setWidget(body)

    def values(self) -> dict[str, Any]:
        """Return what is written; raises BadInput or BadDate for what cannot be."""
        held: dict[str, Any] = {}
        for name in sorted(self.touched):
            editor = self.editors[name]
            held |= writing.stored(editor.entry, editor.read())
        return held

    def _find(self, noun: str, words: str, done: Any) -> None:
        self._lane.submit(candidates.find, noun, words, done=done)

    def _on_edited(self, name: str) -> None:
        self.touched.add(name)
        self.go.setEnabled(True)

    def _on_go(self) -> None:
        """Go on once all that was typed is understood."""
        try:
            values = self.values()
        except EvidenceError as error:
            self._on_failed(error)
            return
        self.go.setEnabled(False)
        done = partial(self._on_counted, values)
        self._lane.submit(bulk.lowered, self._noun, self._ids, values, done=done, failed=self._on_failed)

    def _on_counted(self, values: dict[str, Any], lowered: int) -> None:
        """Write; where that lowers the protection of persons, only once somebody has agreed."""
        if not lowered:
            self._write(values)
            return
        level = vocabulary.label("protection", values["protection"])
        asking = LoweringSheet(lowered, level, self)
        asking.agreed.connect(partial(self._write, values))
        asking.rejected.connect(partial(self.go.setEnabled, True))
        asking.open()

    def _write(self, values: dict[str, Any]) -> None:
        call = partial(_changed, noun=self._noun, ids=self._ids, values=values)
        self._lane.submit(call, done=self._on_changed, failed=self._on_failed)

    def _on_changed(self, outcome: Changed) -> None:
        self.changed.emit(outcome.records, outcome.acts)
        self.accept()

    def _on_failed(self, error: EvidenceError) -> None:
        self.go.setEnabled(bool(self.touched))
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def mixed_words(shared: SharedEntry) -> str:
    """Say which values the records hold, and how many hold each."""
    parts = [f"{said(shared.entry, value) or _('nothing')} ({count})" for value, count in shared.held]
    if shared.others:
        parts.append(ngettext_("%(n)s other", "%(n)s others", shared.others) % {"n": shared.others})
    return _("Mixed values: %(values)s") % {"values": ", ".join(parts)}


def _show_mixed(editor: Editor) -> None:
    """Let a field say that there is no one value."""
    for field in editor.fields():
        if isinstance(field, QComboBox):
            field.setPlaceholderText(_("mixed values"))
            field.setCurrentIndex(-1)
        elif isinstance(field, QLineEdit):
            field.setPlaceholderText(_("mixed values"))


def _changed(ws: Any, *, noun: str, ids: Sequence[int], values: dict[str, Any]) -> Changed:
    return writing.change_many(ws, noun, ids, **values)
