"""The screen of people."""

from __future__ import annotations

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.people.table_model import PeopleTableModel
from evidence_app.gui.pages.people.view_model import PeopleViewModel
from evidence_app.gui.pages.records.page import RecordPage, Wording
from evidence_app.gui.pages.records.tabs import Tab
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.system.words import N_, ngettext_

WORDING = Wording(
    title=N_("People"),
    count=lambda n: ngettext_("%(n)s person", "%(n)s people", n),
    filter_hint=N_("Filter people"),
    empty=N_("No people yet"),
    empty_words=N_("Victims, officers, witnesses and counsel belong here."),
    icon="users",
    nothing_chosen=N_("Choose a person to see what is known."),
    new=N_("New person"),
)
FACETS = (
    Facet("consent", N_("Consent")),
    Facet("citizenship", N_("Citizenship")),
    Facet("missing", N_("Missing")),
    Facet("identified", N_("Identified"), usual=False, tab="accused"),
    Facet("protection", N_("Protection"), usual=False),
    Facet("label", N_("Label"), usual=False),
)
TABS = (
    Tab("victims", N_("Victims")),
    Tab("accused", N_("Accused officers")),
    Tab("witnesses", N_("Witnesses")),
    Tab("others", N_("Counsel and others")),
)


class PeoplePage(RecordPage):
    """People in four tabs."""

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(PeopleViewModel(lane), PeopleTableModel(), WORDING, FACETS, TABS)
