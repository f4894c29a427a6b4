"""The labels of a case: added, renamed, taken out of use."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evidence_app.domain.label import Label
from evidence_app.gui.dialogs.settings_lists import Call, OwnListSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.editable_rows import Row
from evidence_app.services import labels
from evidence_app.services.labels import Used
from evidence_app.system.words import _, ngettext_


class LabelsSheet(OwnListSheet):
    """All labels, each with how many records carry it."""

    noun, retitle = Label, labels.retitle

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        empty = _("No labels yet. Give the first one a name above.")
        hint = _("A new label, such as “ask for a translation”")
        super().__init__(_("Labels"), lane, parent, empty=empty, new=hint)
        self.field.setAccessibleName(_("New label"))
        self.column.addLayout(self.new_line)
        self.column.addWidget(self.rows)
        self.explain(_("A label that is taken out of use leaves lists and search. The records remember it."))
        self.begin()

    def reading(self) -> Call:
        """Ask for all labels."""
        return labels.all_of, ()

    def lines(self, held: list[Used]) -> list[Row]:
        """Show how many records carry each."""
        counts = [ngettext_("%(n)s record", "%(n)s records", one.count) % {"n": one.count} for one in held]
        return [Row(one.label.id, one.label.name, count) for one, count in zip(held, counts, strict=True)]

    def adding(self, name: str) -> Call:
        """Add a label, or bring one back."""
        return labels.add, (name,)
