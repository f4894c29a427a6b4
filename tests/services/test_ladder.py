"""The ladder of a person's case: each rung with its date and source, or not yet, or not known."""

from __future__ import annotations

import pytest

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.redress import Measure, Remedy
from evidence_app.services import (
    events,
    filings,
    karasai,
    parties,
    people,
    person_standing,
    proceedings,
    records,
    redress,
)
from evidence_app.services.ladder import STEPS, Step, ladder, ladders
from evidence_app.services.workspace import Workspace

TODAY = "2025-06-01"


def on(day: str) -> PartialDate:
    return PartialDate.parse(day)


def rungs(ws: Workspace, person: Person) -> dict[str, Step]:
    """Return the ladder as it is now, by rung."""
    return {step.key: step for step in ladder(ws, ws.records.get(Person, person.id), TODAY)}


@pytest.fixture
def person(case: Workspace) -> Person:
    return people.add(case, Person(), PersonName(full="Somebody"))


@pytest.fixture
def court(case: Workspace, person: Person) -> tuple[Proceeding, Proceeding]:
    """A case with a first instance; the person is its victim."""
    root = proceedings.add(case, Proceeding(title=Localised.of("Case")))
    first = proceedings.add(case, Proceeding(title=Localised.of("First"), parent=root.id, body=Localised.of("Court")))
    proceedings.involve(case, root, person, Involvement(role="VICTIM"))
    return root, first


def test_of_a_person_of_whom_nothing_is_recorded_nothing_is_known(case: Workspace, person: Person) -> None:
    assert [step.key for step in ladder(case, person)] == list(STEPS)
    assert {step.state for step in ladder(case, person)} == {"unknown"}


def test_detention_has_its_first_day_and_a_source(case: Workspace, person: Person) -> None:
    report = filings.add(case, Filing(title=Localised.of("Report")))
    for day in ("2022-01-09", "2022-01-07"):
        event = events.add(case, Event(title=Localised.of("Held"), kind="DETENTION", happened=on(day)))
        events.involve(case, event, person, Involvement(role="VICTIM"))
    assert rungs(case, person)["detained"].refs == (event.code,)
    records.add(case, Mark(stance="SUPPORTS", item=report.id, locator="p. 2", event=event.id))
    step = rungs(case, person)["detained"]
    assert (step.state, step.when, step.refs) == ("yes", "7 January 2022", ("F-001 p. 2",))


def test_an_officer_at_a_detention_was_not_detained(case: Workspace, person: Person) -> None:
    event = events.add(case, Event(title=Localised.of("Held"), kind="DETENTION"))
    events.involve(case, event, person, Involvement(role="PERP"))
    assert rungs(case, person)["detained"].state == "unknown"


def test_a_complaint_filed_for_a_person_goes_before_the_event(case: Workspace, person: Person) -> None:
    filings.add(
        case,
        Filing(title=Localised.of("Complaint"), filing_type="COMPL_PROS", filed_for=person.id, filed=on("2022-02-03")),
    )
    step = rungs(case, person)["complained"]
    assert (step.state, step.when, step.refs) == ("yes", "3 February 2022", ("F-001",))


def test_recognised_not_recognised_and_not_known_are_three_things(case: Workspace, person: Person) -> None:
    assert rungs(case, person)["recognised"].state == "unknown"
    person = records.change(case, person, recognised_victim=False)
    assert rungs(case, person)["recognised"].state == "no"
    records.change(case, person, recognised_victim=True)
    assert rungs(case, person)["recognised"].state == "yes"


def test_represented_means_by_a_mandate_in_force(case: Workspace, person: Person) -> None:
    lawyer = people.add(case, Person(), PersonName(full="Counsel"))
    person = records.change(case, person, represented=True)
    assert (rungs(case, person)["represented"].state, rungs(case, person)["represented"].note) == (
        "part",
        "no mandate recorded",
    )
    mandate = records.add(case, Mandate(client=person.id, lawyer=lawyer.id, begins=on("2024-01-01")))
    assert rungs(case, person)["represented"].state == "yes"
    records.change(case, mandate, ends=on("2025-05-31"))
    assert rungs(case, person)["represented"].state == "no"


def test_a_judgment_in_any_step_of_the_case_counts_for_its_parties(
    case: Workspace, person: Person, court: tuple[Proceeding, Proceeding]
) -> None:
    assert rungs(case, person)["verdict"].state == "no"
    proceedings.decide(case, court[1], "CONVICTED", on("2025-01-17"))
    step = rungs(case, person)["verdict"]
    assert (step.state, step.when, step.note) == ("yes", "17 January 2025", "Court")
    stranger = people.add(case, Person(), PersonName(full="Stranger"))
    assert rungs(case, stranger)["verdict"].state == "unknown"


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ({"claimed": 100}, ("yes", "no", "no")),
        ({"claimed": 100, "awarded": 0}, ("yes", "no", "no")),
        ({"claimed": 100, "awarded": 40}, ("yes", "part", "unknown")),
        ({"claimed": 100, "awarded": 100, "paid": 0}, ("yes", "yes", "no")),
        ({"claimed": 100, "awarded": 40, "paid": 10}, ("yes", "part", "part")),
        ({"claimed": 100, "awarded": 40, "paid": 40}, ("yes", "part", "yes")),
    ],
)
def test_claim_award_and_payment_are_three_rungs(
    case: Workspace,
    person: Person,
    court: tuple[Proceeding, Proceeding],
    sums: dict[str, int],
    expected: tuple[str, str, str],
) -> None:
    proceedings.involve(case, court[0], person, Involvement(role="CIV_CLAIMANT", currency="KZT", **sums))
    found = rungs(case, person)
    assert tuple(found[key].state for key in ("claim", "award", "paid")) == expected


def test_sums_of_two_currencies_stand_side_by_side(
    case: Workspace, person: Person, court: tuple[Proceeding, Proceeding]
) -> None:
    for currency in ("KZT", "USD"):
        proceedings.involve(
            case, court[0], person, Involvement(role="CIV_CLAIMANT", claimed=5, awarded=5, currency=currency)
        )
    assert rungs(case, person)["claim"].note == "5\u00a0₸; 5\u00a0$"


def test_a_party_without_a_claim_has_not_claimed_yet(
    case: Workspace, person: Person, court: tuple[Proceeding, Proceeding]
) -> None:
    assert rungs(case, person)["claim"].state == "no"


def test_a_rung_is_said_with_state_date_and_source() -> None:
    step = Step("award", "part", "17 January 2025", "5 ₸", ("E-001",))
    assert step.spoken() == "Sum awarded: reached in part, 17 January 2025, 5 ₸, E-001"
    assert Step("paid", "unknown").spoken() == "Sum paid: not known"


def test_the_sample_says_what_the_press_said_and_no_more(case: Workspace) -> None:
    ws = case
    karasai.load(ws)
    victims = list(ws.records.by_ids(Person, [one.id for one in parties.victims(ws)]).values())
    assert len(victims) == 44
    all_ladders = ladders(ws, victims)
    named = next(party for party in parties.parties(ws, range(60)).values() if party.name == "Vikram Ruzakhunov")
    found = {step.key: step for step in all_ladders[named.id]}
    assert (found["claim"].note, found["award"].note) == ("61,000,000\u00a0₸", "5,000,000\u00a0₸")
    assert (found["award"].state, found["paid"].state) == ("part", "unknown")
    assert found["verdict"].when == "17 January 2025"
    claiming = [person for person, steps in all_ladders.items() if steps[5].state == "yes"]
    assert claiming == [named.id]
    assert all_ladders[named.id] == ladder(ws, ws.records.get(Person, named.id))


def test_what_is_sought_and_what_protects_stand_beside_the_ladder(case: Workspace, person: Person) -> None:
    redress.seek(case, person, Remedy(kind="REHAB", description=Localised.of("Treatment")))
    redress.shield(case, person, Measure(kind="PERSONAL", state="GRANTED", begins=on("2024-05-01")))
    told = person_standing.of_person(case, person.id)
    assert told is not None
    said = {section.title: [(row.label, row.value) for row in section.rows] for section in told.details.sections}
    assert said["Remedies sought"] == [("Rehabilitation", "Treatment")]
    assert said["Protection measures"] == [("Personal security", "Granted · 1 May 2024")]
    assert person_standing.of_person(case, 99) is None
