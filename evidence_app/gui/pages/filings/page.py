"""The screen of filings and decisions."""

from __future__ import annotations

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.filings.table_model import FilingsTableModel
from evidence_app.gui.pages.filings.view_model import FilingsViewModel
from evidence_app.gui.pages.records.page import RecordPage, Wording
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.system.words import N_, ngettext_

WORDING = Wording(
    title=N_("Filings"),
    count=lambda n: ngettext_("%(n)s filing", "%(n)s filings", n),
    filter_hint=N_("Filter filings"),
    empty=N_("No filings yet"),
    empty_words=N_("Complaints, appeals, decisions and their outcomes belong here."),
    icon="scale",
    nothing_chosen=N_("Choose a filing to see what is known."),
    new=N_("New filing"),
)
FACETS = (
    Facet("body", N_("Body")),
    Facet("outcome", N_("Outcome")),
    Facet("person", N_("Person")),
    Facet("type", N_("Type"), usual=False),
    Facet("held", N_("Document"), usual=False),
    Facet("label", N_("Label"), usual=False),
)


class FilingsPage(RecordPage):
    """Filings with their outcomes."""

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(FilingsViewModel(lane), FilingsTableModel(), WORDING, FACETS)
