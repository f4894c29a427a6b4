"""The state of the screen of events."""

from __future__ import annotations

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.services import details, listing


class EventsViewModel(RecordsViewModel):
    """The events of the case, in the order of time."""

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(lane, listing.EVENTS, details.event)
