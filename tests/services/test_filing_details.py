"""Filings and decisions: the card of the outcome, who was judged, the chain of papers, the next deadline."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from evidence_app.domain import vocabulary
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.services import details, filing_details, listing, records
from evidence_app.services.details import Details
from evidence_app.services.listing import FILINGS, Ask
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, record: Record) -> int:
    """Record something; return its id."""
    return records.add(ws, record).id


def filing(ws: Workspace, title: str, **facts: object) -> int:
    """Record a filing."""
    return add(ws, Filing(title=Localised.of(title, "en"), **facts))  # type: ignore[arg-type]


def shown(ws: Workspace, record_id: int) -> Details:
    """Return what the right pane shows of an item."""
    found = details.item(ws, record_id)
    assert found is not None
    return found


def rows(ws: Workspace, record_id: int, title: str) -> list[tuple[str, str, str | None]]:
    """Return the rows of one section: label, value, where it leads."""
    held = [section for section in shown(ws, record_id).sections if section.title == title]
    return [(row.label, row.value, row.target) for section in held for row in section.rows]


@pytest.fixture
def verdict(case: Workspace) -> int:
    """A judgment, F-002, on a complaint, F-001: two officers convicted, a third one acquitted."""
    complaint = filing(case, "Complaint")
    decided = PartialDate.parse("2025-01-17")
    made = filing(
        case,
        "Verdict",
        answers=complaint,
        outcome="CONVICTED",
        decided=decided,
        outcome_note=Localised.of("Ranks lost"),
    )
    step = add(case, Proceeding(title=Localised.of("Trial", "en"), document=made))
    for name, role in (("Marat", "CONVICTED"), ("Timur", "CONVICTED"), ("Aslan", "ACQUITTED")):
        person = add(case, Person())
        add(case, PersonName(person=person, full=name))
        sentence = Localised.of("3 years", "en") if role == "CONVICTED" else Localised()
        rank = Localised.of("Captain", "en") if name == "Marat" else Localised()
        add(case, Involvement(person=person, proceeding=step, role=role, rank=rank, sentence=sentence))
    add(case, Involvement(proceeding=step, person=add(case, Person()), role="VICTIM"))
    return made


def test_a_decision_has_a_card_with_its_outcome_and_the_sentence_that_all_share(case: Workspace, verdict: int) -> None:
    card = shown(case, verdict).card
    assert card is not None
    assert (card.kind, card.title, card.words, card.icon) == ("ok", "Conviction", "Ranks lost\n3 years", "gavel")
    part = case.records.find(Involvement, role="CONVICTED")[0]
    records.change(case, part, sentence=Localised.of("5 years", "en"))
    card = shown(case, verdict).card
    assert card is not None and card.words == "Ranks lost", "two sentences stand beside their persons"


@pytest.mark.parametrize("outcome", [None, "PENDING"])
def test_what_is_not_decided_has_no_card(case: Workspace, outcome: str | None) -> None:
    assert shown(case, filing(case, "Appeal", outcome=outcome)).card is None


def test_who_was_convicted_and_who_acquitted_is_said_with_a_way_to_each(case: Workspace, verdict: int) -> None:
    assert rows(case, verdict, "Convicted") == [
        ("Marat", "Captain · 3 years", "P-001"),
        ("Timur", "3 years", "P-002"),
    ]
    assert rows(case, verdict, "Acquitted") == [("Aslan", "Acquitted", "P-003")]


def test_the_chain_leads_both_ways(case: Workspace, verdict: int) -> None:
    appeal = filing(case, "Appeal", filing_type="APPEAL", answers=verdict)
    filing(case, "On appeal", answers=appeal, outcome="UPHELD", decided=PartialDate.parse("2025-06-10"))
    citing = filing(case, "Communication")
    add(case, Mark(item=citing, target=verdict, stance="MENTIONS"))
    assert rows(case, verdict, "Chain") == [
        ("Answers", "F-001 Complaint", "F-001"),
        ("Appealed in", "F-003 Appeal", "F-003"),
        ("Appealed in", "F-004 On appeal · Upheld · 10 June 2025", "F-004"),
        ("Cited in", "F-005 Communication", "F-005"),
        ("Proceeding", "Trial", None),
    ]
    assert ("Answered in", "F-002 Verdict · Conviction · 17 January 2025", "F-002") in rows(case, 1, "Chain")
    assert rows(case, appeal, "Chain")[0][2] == "F-002"


def test_papers_that_answer_each_other_do_not_go_round_for_ever(case: Workspace) -> None:
    first = filing(case, "One", filing_type="APPEAL")
    second = filing(case, "Two", filing_type="APPEAL", answers=first)
    records.change(case, case.records.get(Filing, first), answers=second)  # type: ignore[type-var]
    assert [row[2] for row in rows(case, first, "Chain")] == ["F-002", "F-002"]


def test_every_outcome_that_decides_something_has_a_tone() -> None:
    assert set(filing_details.TONES) == {term.code for term in vocabulary.terms("outcome")} - {"PENDING"}


def test_the_list_knows_the_next_open_deadline_of_each_filing_and_sorts_by_it(case: Workspace) -> None:
    today = date.fromisoformat(listing.today())
    ids = [filing(case, title) for title in ("Far", "None", "Near")]

    def deadline(of: int, days: int, **facts: object) -> None:
        due = PartialDate.parse((today + timedelta(days)).isoformat())
        add(case, Deadline(title=Localised.of("File", "en"), filing=of, due=due, **facts))  # type: ignore[arg-type]

    deadline(ids[0], 31)
    deadline(ids[0], 60)
    deadline(ids[2], 9)
    deadline(ids[2], 3, done=PartialDate.parse(today.isoformat()))
    deadline(ids[1], 5, voided="a mistake")
    found = FILINGS.rows(case, ids)
    wanted = {ids[0]: (today + timedelta(31)).isoformat(), ids[1]: "", ids[2]: (today + timedelta(9)).isoformat()}
    assert {one: row.due for one, row in found.items()} == wanted
    assert list(FILINGS.ids(case, Ask(sort="due"))) == [ids[2], ids[0], ids[1]]
