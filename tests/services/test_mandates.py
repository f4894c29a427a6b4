"""Mandates: in force or not on a day, and who is called represented without one."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import NotFound
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import filings, mandates, people, records
from evidence_app.services.workspace import Workspace

TODAY = "2025-06-01"


@pytest.fixture
def client(case: Workspace) -> Person:
    return people.add(case, Person(represented=True), PersonName(full="Client"))


@pytest.fixture
def lawyer(case: Workspace) -> Person:
    return people.add(case, Person(), PersonName(full="Counsel"))


def mandate(ws: Workspace, client: Person, lawyer: Person, begins: str = "", ends: str = "") -> Mandate:
    return records.add(
        ws,
        Mandate(
            client=client.id,
            lawyer=lawyer.id,
            begins=PartialDate.parse(begins) if begins else None,
            ends=PartialDate.parse(ends) if ends else None,
        ),
    )


@pytest.mark.parametrize(
    ("begins", "ends", "state"),
    [
        ("2024-01-01", "", "ok"),
        ("", "", "ok"),
        ("2024-01-01", "2025-12-31", "ok"),
        ("2024-01-01", "2025-06-20", "ending"),
        ("2024-01-01", "2025-06-01", "ending"),
        ("2024-01-01", "2025-06", "ending"),
        ("2024-01-01", "2025-05-31", "ended"),
        ("2025-06-02", "", "coming"),
    ],
)
def test_each_mandate_says_how_it_stands(
    case: Workspace, client: Person, lawyer: Person, begins: str, ends: str, state: str
) -> None:
    mandate(case, client, lawyer, begins, ends)
    board = mandates.board(case, TODAY)
    assert [row.state for row in board.rows] == [state]
    assert bool(board.gaps) is (state in {"ended", "coming"})


def test_who_is_called_represented_without_a_mandate_in_force_is_a_gap(case: Workspace, client: Person) -> None:
    people.add(case, Person(represented=False), PersonName(full="Not ours"))
    (gap,) = mandates.board(case, TODAY).gaps
    assert (gap.client.name, gap.state, gap.id) == ("Client", "nobody", -client.id)


def test_the_paper_is_named_and_one_that_is_missing_is_not(case: Workspace, client: Person, lawyer: Person) -> None:
    paper = filings.add(case, Filing(title=Localised.of("Power of attorney")))
    first, second = mandate(case, client, lawyer), mandate(case, client, lawyer)
    records.change(case, first, power=paper.id)
    assert {row.id: row.paper for row in mandates.board(case, TODAY).rows} == {first.id: "F-001", second.id: ""}


def test_ending_a_mandate_is_an_act_of_its_own(case: Workspace, client: Person, lawyer: Person) -> None:
    held = mandate(case, client, lawyer, "2024-01-01")
    mandates.end(case, held.id, PartialDate.parse("2025-05-30"), reason="lost confidence")
    assert case.journal.last().op == "mandate.ended"
    assert [row.state for row in mandates.board(case, TODAY).rows] == ["ended"]
    with pytest.raises(NotFound):
        mandates.end(case, 99)


def test_a_client_has_mandates_in_the_order_of_time(case: Workspace, client: Person, lawyer: Person) -> None:
    later, earlier = mandate(case, client, lawyer, "2025-01-01"), mandate(case, client, lawyer, "2023-01-01")
    assert [one.id for one in mandates.of_client(case, client)] == [earlier.id, later.id]
