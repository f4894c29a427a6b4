"""What a check of the case has found, in sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Scrolled
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services.verifying import Verification
from evidence_app.system.words import _

WIDTH, HEIGHT = 520, 260


class CheckedSheet(Sheet):
    """The outcome, then every finding, then what is worth knowing but no damage."""

    def __init__(self, found: Verification, parent: QWidget | None) -> None:
        super().__init__(_("The case was checked"), WIDTH, parent)
        tone = "ok" if found.is_intact else "danger"
        self.column.addWidget(PlainLabel(found.summary(), type="name", tone=tone, wrap=True).selectable())
        if not found.is_intact:
            advice = _("The check has changed nothing. Copy the whole folder aside before anything else is done.")
            self.column.addWidget(PlainLabel(advice, wrap=True))
        said = [*(finding.sentence for finding in found.findings), *found.notes]
        if said:
            listed = Scrolled(HEIGHT, _("The case was checked"))
            for sentence in said:
                listed.column.addWidget(PlainLabel(sentence, tone="2", wrap=True).selectable())
            listed.column.addStretch()
            self.column.addWidget(listed)
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.end_with(close)
