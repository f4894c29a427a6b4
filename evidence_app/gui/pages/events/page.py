"""The screen of events."""

from __future__ import annotations

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.events.table_model import EventsTableModel
from evidence_app.gui.pages.events.view_model import EventsViewModel
from evidence_app.gui.pages.events.viewed import ViewedEvents
from evidence_app.gui.pages.records.page import Wording
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.system.words import N_, ngettext_

WORDING = Wording(
    title=N_("Events"),
    count=lambda n: ngettext_("%(n)s event", "%(n)s events", n),
    filter_hint=N_("Filter events"),
    empty=N_("No events yet"),
    empty_words=N_("Detentions, acts, broadcasts, releases and hearings belong here, each with its source."),
    icon="calendar-days",
    nothing_chosen=N_("Choose an event to see what is known."),
    new=N_("New event"),
)
FACETS = (
    Facet("kind", N_("Kind")),
    Facet("place", N_("Place")),
    Facet("source", N_("Sources")),
    Facet("status", N_("Status"), usual=False),
    Facet("act", N_("Acts"), usual=False),
    Facet("key", N_("Key event"), usual=False),
    Facet("label", N_("Label"), usual=False),
)


class EventsPage(ViewedEvents):
    """Events in the order of time."""

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(EventsViewModel(lane), EventsTableModel(), WORDING, FACETS)
