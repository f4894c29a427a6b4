"""Each state of each square, proved by recording what brings it about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import fields
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.services import consents, listing, records
from evidence_app.services.overview import proof
from evidence_app.services.overview.cells import Cell, Evidence, State
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

Keep = Callable[..., Any]


@pytest.fixture
def cell(case: Workspace, victim: Person) -> Callable[[Evidence], Cell]:
    """Return how one kind of evidence stands for the victim now."""

    def now(kind: Evidence) -> Cell:
        matrix = proof.matrix(case)
        row = next(row for row in matrix.rows if row.kind is kind)
        return row.cells[[one.id for one in matrix.victims].index(victim.id)]

    return now


@pytest.fixture(autouse=True)
def english() -> None:
    words.choose("en")


@pytest.mark.parametrize("kind", [kind for kind in Evidence if kind is not Evidence.STATUS])
def test_of_somebody_of_whom_nothing_is_held_everything_is_missing(cell, kind: Evidence) -> None:
    assert cell(kind).state is State.MISSING
    assert cell(kind).citations == ()


def test_a_statement_is_complete_once_each_of_its_paragraphs_is_done(keep: Keep, victim: Person, cell) -> None:
    told = keep(Testimony(language="ru", speaker=victim.id))
    assert cell(Evidence.STATEMENT) == Cell(State.PARTIAL, "no paragraph written down in T-001", ("T-001",))
    keep(Segment(language="ru", item=told.id, number=1, text="Нас вели по коридору."))
    assert cell(Evidence.STATEMENT) == Cell(State.COMPLETE, "1 statement", ("T-001",))
    keep(Segment(language="ru", item=told.id, number=2, text="Потом был подвал.", state="TODO"))
    assert cell(Evidence.STATEMENT) == Cell(State.PARTIAL, "1 paragraph not done", ("T-001",))


def test_the_scan_of_a_statement_is_half_of_one(keep: Keep, victim: Person, cell) -> None:
    keep(Media(kind="TESTIMONY", source_person=victim.id))
    assert cell(Evidence.STATEMENT) == Cell(State.PARTIAL, "a file only, not written out: E-001", ("E-001",))


def test_a_translation_is_complete_once_every_paragraph_of_every_statement_has_one(
    case: Workspace, keep: Keep, victim: Person, cell
) -> None:
    first, second = keep(Testimony(language="ru", speaker=victim.id)), keep(Testimony(language="ru", speaker=victim.id))
    segments = [keep(Segment(language="ru", item=item.id, number=1, text="Слова.")) for item in (first, second)]
    assert cell(Evidence.TRANSLATION).state is State.MISSING
    keep(Translation(language="en", segment=segments[0].id, text="Words."))
    assert cell(Evidence.TRANSLATION) == Cell(State.PARTIAL, "1 of 2 paragraphs translated", ("T-002",))
    translated = keep(Translation(language="en", segment=segments[1].id, text="Words."))
    assert cell(Evidence.TRANSLATION).state is State.COMPLETE
    records.void(case, translated, "не тот язык")
    assert cell(Evidence.TRANSLATION).state is State.PARTIAL


def test_an_injury_without_a_report_leaves_the_medical_record_partial(keep: Keep, victim: Person, cell) -> None:
    finding = keep(Finding(person=victim.id))
    assert cell(Evidence.MEDICAL) == Cell(State.PARTIAL, "1 finding without a report", ("P-001",))
    keep(Media(kind="MEDICAL", source_person=victim.id))
    assert cell(Evidence.MEDICAL).state is State.PARTIAL
    assert finding.source is None


def test_a_medical_record_is_complete_once_each_injury_rests_on_a_report(keep: Keep, victim: Person, cell) -> None:
    report = keep(Media(kind="MEDICAL"))
    assert cell(Evidence.MEDICAL).state is State.MISSING, "a report of nobody is nobody's"
    keep(Finding(person=victim.id, source=report.id))
    assert cell(Evidence.MEDICAL) == Cell(State.COMPLETE, "1 medical report", ("E-001",))


def test_a_medical_contact_tells_of_a_report_to_be_had(keep: Keep, victim: Person, cell) -> None:
    contact = keep(Event(kind="MEDICAL"))
    keep(Involvement(person=victim.id, event=contact.id, role="VICTIM"))
    assert cell(Evidence.MEDICAL) == Cell(State.PARTIAL, "medical contact without a report: N-001", ("N-001",))


def test_a_report_marked_with_somebody_else_is_not_theirs_who_brought_it(keep: Keep, victim: Person, cell) -> None:
    report, other = keep(Media(kind="MEDICAL", source_person=victim.id)), keep(Person())
    assert cell(Evidence.MEDICAL).state is State.COMPLETE
    keep(Mark(stance="SUPPORTS", item=report.id, person=other.id))
    assert cell(Evidence.MEDICAL).state is State.MISSING


def test_photographs_are_those_that_show_somebody(keep: Keep, victim: Person, cell) -> None:
    film = keep(Media(kind="VIDEO"))
    keep(Mark(item=film.id, person=victim.id, stance="DEPICTS"))
    assert cell(Evidence.PHOTOS) == Cell(State.PARTIAL, "shown on video only: E-001", ("E-001",))
    photo = keep(Media(kind="PHOTO"))
    keep(Mark(item=photo.id, person=victim.id, stance="MENTIONS"))
    assert cell(Evidence.PHOTOS).state is State.PARTIAL
    keep(Mark(item=photo.id, person=victim.id, stance="IDENTIFIES"))
    assert cell(Evidence.PHOTOS) == Cell(State.COMPLETE, "1 photograph", ("E-002",))


def test_a_photograph_that_came_from_somebody_may_show_them(keep: Keep, victim: Person, cell) -> None:
    keep(Media(kind="PHOTO", source_person=victim.id))
    assert cell(Evidence.PHOTOS) == Cell(State.PARTIAL, "not said yet whom it shows: E-001", ("E-001",))


def test_the_picture_of_an_injury_is_a_photograph(keep: Keep, victim: Person, cell) -> None:
    keep(Finding(person=victim.id, photo=keep(Media(kind="PHOTO")).id))
    assert cell(Evidence.PHOTOS).state is State.COMPLETE


def test_a_detention_record_needs_a_source_for_each_arrest_and_detention(
    case: Workspace, keep: Keep, victim: Person, cell
) -> None:
    arrest, held = keep(Event(kind="ARREST")), keep(Event(kind="DETENTION"))
    for event in (arrest, held):
        keep(Involvement(person=victim.id, event=event.id, role="VICTIM"))
    paper = keep(Media(kind="OFFICIAL"))
    assert cell(Evidence.DETENTION) == Cell(State.PARTIAL, "no source yet for N-001, N-002", ("N-001", "N-002"))
    keep(Mark(stance="SUPPORTS", item=paper.id, event=arrest.id))
    assert cell(Evidence.DETENTION) == Cell(State.PARTIAL, "no source yet for N-002", ("N-002",))
    against = keep(Mark(item=paper.id, event=held.id, stance="CONTRADICTS"))
    assert cell(Evidence.DETENTION).state is State.PARTIAL
    records.change(case, against, stance="SUPPORTS")
    assert cell(Evidence.DETENTION).state is State.COMPLETE
    records.void(case, paper, "подделка")
    assert cell(Evidence.DETENTION).state is State.PARTIAL, "what was voided bears nothing out"


def test_victim_status_is_the_recognition_and_where_it_is_written(keep: Keep, victim: Person, cell) -> None:
    assert cell(Evidence.STATUS) == Cell(State.PARTIAL, "recognised, the order is not in the case", ("P-001",))
    keep(Filing(filing_type="RECOGNITION", filed_for=victim.id))
    assert cell(Evidence.STATUS) == Cell(State.COMPLETE, "recognised: F-001", ("F-001",))


def test_a_victim_in_a_proceeding_is_recognised_once_the_court_has_said_so(
    case: Workspace, keep: Keep, victim: Person, cell
) -> None:
    keep(Involvement(person=victim.id, proceeding=keep(Proceeding()).id, role="VICTIM"))
    assert cell(Evidence.STATUS).state is State.COMPLETE
    records.change(case, victim, recognised_victim=None)
    assert cell(Evidence.STATUS) == Cell(State.PARTIAL, "not marked as recognised", ("P-001",))


def test_a_victim_of_an_event_alone_is_not_recognised(case: Workspace, keep: Keep, victim: Person, cell) -> None:
    records.change(case, victim, recognised_victim=False)
    keep(Involvement(person=victim.id, event=keep(Event(kind="ACT")).id, role="VICTIM"))
    assert cell(Evidence.STATUS) == Cell(State.MISSING, "not recognised")


def test_consent_on_file_needs_its_form(case: Workspace, keep: Keep, victim: Person, cell) -> None:
    given = consents.decide(case, victim, "COURT_NAT", "GIVEN")
    assert cell(Evidence.CONSENT) == Cell(State.PARTIAL, "1 consent without its form", ("P-001",))
    records.change(case, given, proof=keep(Media(kind="OFFICIAL")).id)
    assert cell(Evidence.CONSENT).state is State.COMPLETE
    consents.decide(case, victim, "INTERNAL", "GIVEN")
    assert cell(Evidence.CONSENT).state is State.PARTIAL
    keep(Media(kind="CONSENT_FORM", source_person=victim.id))
    assert cell(Evidence.CONSENT) == Cell(State.COMPLETE, "2 consents", ("E-002", "P-001"))


def test_consent_taken_back_on_any_scope_shows_until_it_is_given_again(case: Workspace, victim: Person, cell) -> None:
    for scope in ("COURT_NAT", "INTERNAL"):
        consents.decide(case, victim, scope, "GIVEN")
    consents.withdraw(case, victim, "COURT_NAT", PartialDate.parse("2024-09-01"))
    assert cell(Evidence.CONSENT).state is State.WITHDRAWN
    assert "National court or prosecutor" in cell(Evidence.CONSENT).reason
    consents.decide(case, victim, "COURT_NAT", "GIVEN", given=PartialDate.parse("2025-01-01"))
    assert cell(Evidence.CONSENT).state is State.PARTIAL


def test_consent_that_has_run_out_is_missing(keep: Keep, victim: Person, cell) -> None:
    until = PartialDate.parse("2020-01-01")
    keep(Consent(person=victim.id, scope="INTERNAL", status="GIVEN", until=until))
    assert cell(Evidence.CONSENT) == Cell(State.MISSING, "no consent in force")


def test_a_claim_is_a_sum_and_the_paper_that_claims_it(keep: Keep, victim: Person, cell) -> None:
    step = keep(Proceeding(kind="CIVIL"))
    part = Involvement(person=victim.id, proceeding=step.id, role="CIV_CLAIMANT")
    keep(part)
    assert cell(Evidence.CLAIM) == Cell(State.PARTIAL, "no sum recorded", ("P-001",))
    keep(part.but(claimed=61_000_000, currency="KZT"))
    assert cell(Evidence.CLAIM) == Cell(State.PARTIAL, "a sum, but no paper that claims it", ("P-001",))
    keep(Filing(filing_type="CIVIL_CLAIM", filed_for=victim.id))
    assert cell(Evidence.CLAIM) == Cell(State.COMPLETE, "claimed in F-001", ("F-001",))


def test_victims_are_the_recognised_and_those_with_the_role_but_no_group_and_nobody_voided(
    case: Workspace, keep: Keep, victim: Person
) -> None:
    act, crowd, gone = keep(Event(kind="ACT")), keep(Person(kind="GROUP")), keep(Person(recognised_victim=True))
    hurt, witness = keep(Person()), keep(Person())
    for person, role in ((crowd, "VICTIM"), (hurt, "VICTIM"), (witness, "WITNESS")):
        keep(Involvement(person=person.id, event=act.id, role=role))
    records.void(case, gone, "дважды")
    assert [one.id for one in proof.matrix(case).victims] == [victim.id, hurt.id]


def test_a_square_is_told_in_one_sentence_and_a_row_in_a_total(case: Workspace, keep: Keep, victim: Person) -> None:
    keep(Person(recognised_victim=True))
    keep(Finding(person=victim.id))
    matrix = proof.matrix(case)
    medical = list(Evidence).index(Evidence.MEDICAL)
    assert matrix.says(medical, 0) == "P-001, Medical record: partial, 1 finding without a report"
    assert matrix.says(medical, 0, "Асанов Болот").startswith("P-001 Асанов Болот, Medical record")
    assert matrix.rows[medical].total == "0 of 2"
    assert matrix.victims[0].name == "Асанов Болот"


def test_a_dozen_victims_cost_as_many_questions_as_three(case: Workspace, keep: Keep) -> None:
    asked: list[str] = []
    sa.event.listen(case.archive.connection, "before_cursor_execute", lambda *seen: asked.append(seen[2]))
    counts = []
    for more in (3, 9):
        for _number in range(more):
            person = keep(Person(recognised_victim=True))
            keep(
                Segment(
                    language="ru", item=keep(Testimony(language="ru", speaker=person.id)).id, number=1, text="Слова."
                )
            )
            keep(Consent(person=person.id, scope="INTERNAL", status="GIVEN", given=PartialDate.parse(listing.today())))
        asked.clear()
        assert all(cell.state is State.COMPLETE for cell in proof.matrix(case).rows[0].cells)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("kind", Evidence)
def test_what_is_missing_can_be_begun_as_a_record_of_a_known_noun(keep: Keep, victim: Person, kind: Evidence) -> None:
    noun, values = proof.begins(kind, victim.id)
    assert victim.id in values.values()
    asked = {"language": "ru", "scope": "INTERNAL"}  # of whoever adds it, before it is recorded
    table = {line.name for line in fields(NOUNS[noun]) if line.required}
    assert keep(NOUNS[noun](**{name: asked[name] for name in asked if name in table} | values)).id
