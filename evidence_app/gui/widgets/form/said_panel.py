"""What sources say of one field: the values side by side, one of them preferred, and a way to add another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.record import Kind
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.form.choice_editor import QuietBox
from evidence_app.gui.widgets.form.editor import Ask
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.form.reference_editor import BETWEEN, ReferenceEditor
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.services.assertions import Said
from evidence_app.services.forms.form import Choice, Entry
from evidence_app.system.words import _


class SaidPanel(QFrame):
    """Opens under a field; `added` carries value, citation, grade and whether to prefer it."""

    preferred = Signal(int)
    added = Signal(object, str, str, bool)
    followed = Signal(str)
    closed = Signal()

    def __init__(self, entry: Entry, grades: Sequence[Choice], ask: Ask) -> None:
        super().__init__()
        self.setObjectName("formPanel")
        self._entry, self._grades, self._ask = entry, grades, ask
        self._said: Sequence[Said] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._column.addLayout(self._list)
        self.problem = PlainLabel(type="caption", tone="danger", wrap=True)
        self.problem.hide()
        self._new = self._new_value()
        self._column.addWidget(self._new)
        self._new.setHidden(privacy.is_on())
        self._column.addWidget(self.problem)

    def show_said(self, said: Sequence[Said]) -> None:
        """Show the values; names in them give way to codes while the privacy screen is up."""
        self._said = said
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in privacy.shown(tuple(said)):
            self._list.addWidget(self._line(one))
        if not said:
            self._list.addWidget(PlainLabel(_("no source yet"), tone="warn"))

    def show_screened(self) -> None:
        """Hide names, or show them again; what is being typed is out of sight meanwhile."""
        self._new.setHidden(privacy.is_on())
        self.problem.setHidden(privacy.is_on() or not self.problem.text())
        self.show_said(self._said)

    def complain(self, error: EvidenceError) -> None:
        """Say why a value was not recorded; what was typed stays."""
        self.problem.setText(error.sentence())
        self.problem.show()

    def clear(self) -> None:
        """Empty the fields for another value."""
        self.problem.setText("")
        self.problem.hide()
        self.value.show_value(self._blank.value)
        self.value.is_dirty = False
        self.source.show_value(None)
        self.source.is_dirty = False
        self.prefer.setChecked(False)

    def _line(self, one: Said) -> QWidget:
        """Return one value: whether it is preferred, what it says, its source and its grade."""
        choice = QRadioButton()
        choice.setAutoExclusive(False)
        choice.setChecked(one.preferred)
        choice.setEnabled(not one.preferred)
        choice.setAccessibleName(_("Prefer %(value)s") % {"value": one.value})
        choice.clicked.connect(partial(self._on_preferred, one.id))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(one.value, type="name" if one.preferred else "body", wrap=True).selectable(), 1)
        if one.grade:
            row.addWidget(PlainLabel(one.grade, chip="plain"), 0, Qt.AlignmentFlag.AlignTop)
        if one.citation:
            link = LinkLabel(one.citation)
            link.setWordWrap(False)
            link.clicked.connect(partial(self.followed.emit, one.citation))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(PlainLabel(_("no source yet"), type="caption", tone="warn"), 0, Qt.AlignmentFlag.AlignTop)
        line = QWidget()
        line.setLayout(row)
        return line

    def _new_value(self) -> QWidget:
        """Return the fields in which another value is typed."""
        empty = type(self._entry.value)() if self._entry.kind in {Kind.WORDS, Kind.LIST} else None
        self._blank = Entry("value", self._entry.kind, _("Another value"), empty, self._entry.choices, self._entry.noun)
        self.value = editor_for(self._blank, self._ask)
        self.source = ReferenceEditor(
            Entry("source", Kind.REFERENCE, _("Source"), None, noun="item", place="locator"), self._ask
        )
        self.grade = QuietBox([("", _("grade not given")), *((one.code, one.label) for one in self._grades)])
        self.grade.setAccessibleName(_("Grade"))
        self.prefer = push_button(_("Prefer it"), "filter")
        self.prefer.setCheckable(True)
        add = push_button(_("Add value"), "filter", "plus")
        add.clicked.connect(self._on_add)
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        for label, widget in ((_("Another value"), self.value), (_("Source"), self.source)):
            column.addWidget(PlainLabel(label, type="caption", tone="3"))
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        self.grade.setMaximumWidth(px(200))
        foot.addWidget(self.grade)
        foot.addWidget(self.prefer)
        foot.addWidget(add)
        foot.addStretch()
        column.addLayout(foot)
        made = QWidget()
        made.setLayout(column)
        return made

    def _on_preferred(self, assertion_id: int, _checked: bool = False) -> None:
        self.preferred.emit(assertion_id)

    def _on_add(self) -> None:
        """Hand on what was typed, or say what is missing."""
        try:
            value = self.value.read()
        except EvidenceError as error:
            self.complain(error)
            return
        if value in (None, "", ()) or not (value or value in (0, False)):
            self.problem.setText(_("Say what the source says of this field."))
            self.problem.show()
            return
        citation = f"{self.source.line.text().partition(BETWEEN)[0]} {self.source.place.text()}".strip()
        self.added.emit(value, citation, self.grade.value(), self.prefer.isChecked())
