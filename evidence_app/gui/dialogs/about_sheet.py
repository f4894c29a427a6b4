"""What this program is, and under which licence."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtWidgets import QWidget

from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH = 420


class AboutSheet(Sheet):
    """Name, version, promise, licence."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("Evidence App"), WIDTH, parent)
        number = _("Version %(version)s") % {"version": version("evidence-app")}
        promise = _("Everything stays on this computer. Nothing is sent anywhere.")
        licence = _("Free software under the GNU General Public License, version 3 or later, without any warranty.")
        self.column.addWidget(PlainLabel(number, tone="2"))
        self.column.addWidget(PlainLabel(promise, wrap=True))
        self.column.addWidget(PlainLabel(licence, tone="2", wrap=True))
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.end_with(close)
