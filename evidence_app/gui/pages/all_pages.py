"""Every page of an open case, in the order of the sidebar."""

from __future__ import annotations

from collections.abc import Callable

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.events.page import EventsPage
from evidence_app.gui.pages.filings.page import FilingsPage
from evidence_app.gui.pages.media.page import MediaPage
from evidence_app.gui.pages.overview.page import OverviewPage
from evidence_app.gui.pages.page import Page
from evidence_app.gui.pages.people.page import PeoplePage
from evidence_app.gui.pages.places.page import PlacesPage
from evidence_app.gui.pages.proceedings.page import ProceedingsPage
from evidence_app.gui.pages.search.page import SearchPage
from evidence_app.gui.pages.testimonies.page import TestimoniesPage

PAGES: dict[str, Callable[[ArchiveLane], Page]] = {
    "overview": OverviewPage,
    "people": PeoplePage,
    "testimonies": TestimoniesPage,
    "media": MediaPage,
    "filings": FilingsPage,
    "events": EventsPage,
    "places": PlacesPage,
    "proceedings": ProceedingsPage,
    "search": SearchPage,
}


def make_pages(lane: ArchiveLane) -> dict[str, Page]:
    """Make the pages; each has its own view model on the one lane."""
    return {name: make(lane) for name, make in PAGES.items()}
