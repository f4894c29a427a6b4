"""The labels of a case: added, renamed, taken out of use."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.label import Label
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.editable_rows import EditableRows, Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import labels
from evidence_app.services.labels import Used
from evidence_app.system.words import _, ngettext_

WIDTH = 520
REASON = "taken out of use in the settings"


class LabelsSheet(Sheet):
    """Each change is recorded at once, and can be undone like any other."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Labels"), WIDTH, parent)
        self._lane = lane
        self.notice = NoticeBar(_("Close"))
        self.rows = EditableRows(_("No labels yet. Give the first one a name above."))
        self.field, self.add = QLineEdit(), push_button(_("Add"))
        self.field.setPlaceholderText(_("A new label, such as “ask for a translation”"))
        self.field.setAccessibleName(_("New label"))
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        said = _("A label that is taken out of use leaves lists and search. The records remember it.")
        self.column.addWidget(self.notice)
        self.column.addLayout(line)
        self.column.addWidget(self.rows)
        self.column.addWidget(PlainLabel(said, type="caption", tone="2", wrap=True))
        close = push_button(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)
        self.add.clicked.connect(self._on_add)
        self.rows.renamed.connect(self._on_renamed)
        self.rows.voided.connect(self._on_voided)
        self._read()

    def _read(self, chosen: int = 0) -> None:
        """Fetch the labels anew."""
        self._lane.submit(labels.all_of, done=partial(self._show, chosen), failed=self._say)

    def _show(self, chosen: int, used: list[Used]) -> None:
        rows = []
        for one in used:
            count = ngettext_("%(n)s record", "%(n)s records", one.count) % {"n": one.count}
            rows.append(Row(one.label.id, one.label.name, count))
        self.rows.show_rows(rows, chosen)

    def _on_add(self) -> None:
        """Add what is typed."""
        name = self.field.text().strip()
        if name:
            self.field.clear()
            self._lane.submit(labels.add, name, done=partial(self._again, 0), failed=self._say)

    def _on_renamed(self, label_id: int, name: str) -> None:
        self._lane.submit(_rename, label_id, name, done=partial(self._again, label_id), failed=self._refuse)

    def _on_voided(self, label_id: int) -> None:
        self._lane.submit(_void, label_id, done=partial(self._again, 0), failed=self._say)

    def _refuse(self, error: EvidenceError) -> None:
        """Say why, and show what stands."""
        self._say(error)
        self._read()

    def _again(self, chosen: int, _result: object) -> None:
        """Show what stands after a change."""
        self._read(chosen)

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def _rename(ws: Any, label_id: int, name: str) -> None:
    """Rename a label; runs in the lane."""
    label = ws.records.get(Label, label_id)
    labels.retitle(ws, label, name)


def _void(ws: Any, label_id: int) -> None:
    """Take a label out of use; runs in the lane."""
    label = ws.records.get(Label, label_id)
    labels.void(ws, label, REASON)
