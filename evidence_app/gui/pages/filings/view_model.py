"""The state of the screen of filings."""

from __future__ import annotations

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.services import details, listing


class FilingsViewModel(RecordsViewModel):
    """The filings and decisions of the case."""

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(lane, listing.FILINGS, details.item)
