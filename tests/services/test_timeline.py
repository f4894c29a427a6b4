"""A person's course through the case, their evidence, their consent: what the tabs of the inspector hold."""

from __future__ import annotations

import pytest

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.testimony import Testimony
from evidence_app.services import details, events, evidence, marks, people, proceedings, records, timeline
from evidence_app.services.workspace import Workspace


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.fixture
def victim(case: Workspace) -> Person:
    """A person with an event, a testimony, a proceeding of two steps, and an injury seen later."""
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    beating = records.add(case, Event(title=Localised.of("Избиение", "ru"), happened=on("2022-01-07~")))
    release = records.add(case, Event(title=Localised.of("Освобождение", "ru")))
    events.involve(case, beating, person, Involvement(role="VICTIM"))
    events.involve(case, beating, person, Involvement(role="WITNESS"))
    events.involve(case, release, person, Involvement(role="VICTIM"))
    records.add(
        case, Testimony(language="ru", title=Localised.of("Показания", "ru"), speaker=person.id, taken=on("2022-02-10"))
    )
    trial = records.add(case, Proceeding(title=Localised.of("Дело", "ru"), opened=on("2023-05-01")))
    step = Proceeding(parent=trial.id, title=Localised.of("Приговор", "ru"), decided=on("2025-01-17"))
    records.add(case, step.but(outcome="CONVICTED"))
    proceedings.involve(case, trial, person, Involvement(role="CIV_CLAIMANT"))
    records.add(case, Finding(person=person.id, kind="BONE", basis="OBSERVED", observed=on("2022-01-12")))
    return person


def test_everything_stands_in_the_order_of_time_and_what_has_no_date_last(case: Workspace, victim: Person) -> None:
    points = timeline.of_person(case, victim.id)
    assert [point.title for point in points] == [
        "Избиение",
        "Fracture, joint",
        "Показания",
        "Дело",
        "Приговор",
        "Освобождение",
    ]
    assert points[0].note == "Victim, Eyewitness"  # one event, said once
    assert points[0].when == "about 7 January 2022"
    assert points[-1].when == ""
    assert points[4].note.endswith("Conviction")


def test_what_is_voided_leaves_the_course(case: Workspace, victim: Person) -> None:
    beating = case.records.find(Event)[0]
    records.void(case, beating, "Entered twice")
    assert "Избиение" not in [point.title for point in timeline.of_person(case, victim.id)]


def test_the_evidence_of_a_person_is_counted_as_it_is_listed(case: Workspace, victim: Person) -> None:
    video = records.add(case, Media(title=Localised.of("Видео", "ru")))
    marks.link(case, video, victim, locator="00:41", stance="DEPICTS")
    records.add(case, Filing(title=Localised.of("Иск", "ru"), filed_by=victim.id, filed_for=victim.id))
    shown = details.person(case, victim.id)
    assert shown is not None
    listed = evidence.of(case, "person", victim.id)
    assert [section.title for section in listed] == ["Statements", "Linked evidence", "Filings and decisions"]
    assert shown.evidence == evidence.count(listed) == 3


def test_a_place_and_a_proceeding_say_what_is_known_of_them(case: Workspace, victim: Person) -> None:
    village = records.add(case, Place(name=Localised.of({"kk": "Құмтөбе", "ru": "Кумтобе"})))
    records.add(case, Place(name=Localised.of("Двор", "ru"), parent=village.id))
    records.change(case, case.records.find(Event)[0], place=village.id)
    shown = details.of(case, "place", village.id)
    assert shown is not None
    assert {"Facts", "Inside", "Happened here"} <= {section.title for section in shown.sections}
    names = [row.value for row in shown.sections[0].rows]
    assert names[:2] == ["Құмтөбе", "Кумтобе"]  # a hit of the search may stand in either
    trial = case.records.find(Proceeding)[0]
    shown = details.of(case, "proceeding", trial.id)
    assert shown is not None
    titles = [section.title for section in shown.sections]
    assert {"Facts", "Parties", "Instances and steps"} <= set(titles)
    assert shown.tabs == ("details", "evidence", "history")


def test_many_links_are_cut_short_among_the_details_and_whole_under_evidence(case: Workspace, victim: Person) -> None:
    for number in range(12):
        marks.link(
            case, records.add(case, Media(title=Localised.of(f"Видео {number}", "ru"))), victim, stance="SUPPORTS"
        )
    shown = details.person(case, victim.id)
    assert shown is not None
    linked = next(section for section in shown.sections if section.title == "Linked evidence")
    assert len(linked.rows) == 8
    assert linked.rows[-1].value == "5 more under “Evidence”"
    assert shown.evidence == 13  # and the testimony


@pytest.mark.parametrize(
    ("consents", "kind", "title"),
    [
        ([], "warn", "Consent: not asked yet"),
        ([{"scope": "COURT_NAT", "status": "GIVEN"}], "ok", "Consent: court only"),
        ([{"scope": "PUBLIC_NAMED", "status": "GIVEN"}], "ok", "Consent: court and publication"),
        ([{"scope": "INTERNAL", "status": "GIVEN"}], "warn", "Consent: internal only"),
        ([{"scope": "COURT_NAT", "status": "WITHDRAWN"}], "danger", "Consent withdrawn"),
        ([{"scope": "COURT_NAT", "status": "GIVEN", "until": "2020-01-01"}], "warn", "Consent: not asked yet"),
    ],
)
def test_the_card_of_consent_says_how_far_it_goes(
    case: Workspace, victim: Person, consents: list[dict[str, str]], kind: str, title: str
) -> None:
    for said in consents:
        until = said.pop("until", None)
        records.add(
            case,
            Consent(person=victim.id, given=on("2019-02-12"), until=on(until) if until else None, **said),
        )
    shown = details.person(case, victim.id)
    assert shown is not None
    assert shown.card is not None
    assert (shown.card.kind, shown.card.title) == (kind, title)
