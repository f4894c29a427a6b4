"""Exhaustion of remedies: the matrix, setting a square, and what may be said to a committee."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.redress import Exhaustion
from evidence_app.services import exhaustion, people
from evidence_app.services.workspace import Workspace


@pytest.fixture
def victim(case: Workspace) -> Person:
    return people.add(case, Person(recognised_victim=True), PersonName(full="Somebody"))


def said(ws: Workspace) -> str:
    """Return the summary of the only victim."""
    return exhaustion.matrix(ws).rows[0].summary


def test_victims_stand_in_the_matrix_and_nobody_else(case: Workspace, victim: Person) -> None:
    people.add(case, Person(), PersonName(full="A witness"))
    found = exhaustion.matrix(case)
    assert [row.person.code for row in found.rows] == [victim.code]
    assert len(found.rows[0].cells) == len(found.avenues) == 9


def test_a_square_is_set_changed_and_taken_back_each_by_an_act(case: Workspace, victim: Person) -> None:
    exhaustion.set_state(case, victim.id, "APPEAL", "PENDING")
    exhaustion.set_state(case, victim.id, "APPEAL", "EXHAUSTED", ended=PartialDate.parse("2025-06-10"))
    held = case.records.find(Exhaustion)
    assert [(one.avenue, one.state) for one in held] == [("APPEAL", "EXHAUSTED")]
    exhaustion.set_state(case, victim.id, "APPEAL", "")
    assert case.records.find(Exhaustion) == []
    assert len(case.records.find(Exhaustion, voided=True)) == 1
    assert case.journal.last().op == "exhaustion.set"


def test_taking_back_what_was_never_set_leaves_no_entry(case: Workspace, victim: Person) -> None:
    before = case.journal.last().seq
    assert exhaustion.set_state(case, victim.id, "APPEAL", "") is None
    assert case.journal.last().seq == before


def test_a_state_that_is_in_no_list_is_refused(case: Workspace, victim: Person) -> None:
    with pytest.raises(BadInput):
        exhaustion.set_state(case, victim.id, "APPEAL", "DONE")


def test_without_a_record_nothing_is_claimed(case: Workspace, victim: Person) -> None:
    assert said(case) == "Nothing is recorded of domestic remedies."


def test_the_summary_names_each_state_with_days_and_grounds_and_what_is_open(case: Workspace, victim: Person) -> None:
    exhaustion.set_state(case, victim.id, "FIRST", "EXHAUSTED", ended=PartialDate.parse("2025-01-17"))
    exhaustion.set_state(case, victim.id, "APPEAL", "PENDING")
    grounds = Localised.of("passed on to those complained of")
    exhaustion.set_state(case, victim.id, "PROSECUTOR", "INEFFECTIVE", grounds=grounds)
    text = said(case)
    assert "Used, final decision: First instance (17 January 2025)." in text
    assert "Not effective: Complaint to the prosecutor (passed on to those complained of)." in text
    assert "Pending: Appeal." in text
    assert "domestic remedies are not exhausted" in text


def test_grounds_that_are_missing_are_missed(case: Workspace, victim: Person) -> None:
    exhaustion.set_state(case, victim.id, "SUPREME", "UNAVAILABLE")
    assert "the grounds are missing" in said(case)
    exhaustion.set_state(case, victim.id, "SUPREME", "UNAVAILABLE", grounds=Localised.of("for prosecutors only"))
    assert "no remedy that is recorded is open" in said(case)
