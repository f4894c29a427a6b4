"""Proceedings as a tree, what is known of one, and how charges read in window and dossier."""

from __future__ import annotations

import pytest

from evidence_app.domain.charge import Charge
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import (
    deadlines,
    karasai,
    people,
    proceeding_details,
    proceedings,
    records,
    synthesis,
)
from evidence_app.services.manuscripts import story
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

CODE = Localised.of({"en": "Criminal Code", "ru": "Уголовный кодекс"})


def add(ws: Workspace, title: str, **values: object) -> Proceeding:
    return proceedings.add(ws, Proceeding(title=Localised.of(title), **values))  # type: ignore[arg-type]


def on(day: str) -> PartialDate:
    return PartialDate.parse(day)


def drawn(ws: Workspace) -> str:
    """Draw the tree."""
    return "\n".join(f"{'  ' * row.depth}{row.title}" for row in proceedings.tree(ws))


def test_steps_hang_below_their_instance_in_the_order_of_time(case: Workspace) -> None:
    root = add(case, "Case")
    add(case, "Appeal", parent=root.id, opened=on("2025-02-01"))
    first = add(case, "First instance", parent=root.id, opened=on("2024-03-01"))
    add(case, "Hearing", parent=first.id)
    add(case, "Committee", opened=on("2025-09-01"))
    assert drawn(case) == "Committee\nCase\n  First instance\n    Hearing\n  Appeal"


def test_what_hangs_below_a_voided_step_or_below_itself_is_still_shown(case: Workspace) -> None:
    root = add(case, "Case")
    add(case, "Step", parent=root.id)
    records.void(case, root, "mistake")
    assert drawn(case) == "Step"
    loop = add(case, "Loop")
    with case.archive.writing() as connection:  # as older data may hold it; an act refuses
        connection.exec_driver_sql("UPDATE proceeding SET parent = id WHERE id = :id", {"id": loop.id})
    assert drawn(case) == "Step\nLoop"


def test_the_next_date_is_that_of_the_first_open_deadline_else_the_proceedings_own(case: Workspace) -> None:
    step = add(case, "Case", due=on("2025-06-01"))
    assert proceedings.tree(case, "2025-05-20")[0].next_words == "in 12 days"
    for day in ("2025-05-25", "2025-05-22"):
        deadlines.add(case, Deadline(title=Localised.of("x"), proceeding=step.id, due=on(day)))
    (row,) = proceedings.tree(case, "2025-05-20")
    assert (row.next_day, row.next_words, row.next_state) == ("2025-05-22", "in 2 days", "soon")


def test_a_decided_proceeding_has_no_next_date_of_its_own(case: Workspace) -> None:
    step = add(case, "Case", due=on("2025-06-01"))
    proceedings.decide(case, step, "UPHELD", on("2025-05-01"))
    assert proceedings.tree(case, "2025-05-20")[0].next_day == ""


def test_a_charge_says_in_which_edition_of_the_law_it_was_applied(case: Workspace) -> None:
    held = Charge(law=CODE, article="146", part="2", edition=on("2023-03-17"), title=Localised.of("Torture"))
    assert proceedings.charge_words(held) == "Criminal Code, art. 146 part 2 · Torture · as in force on 17 March 2023"
    assert proceedings.charge_words(Charge(law=CODE, article="362")) == "Criminal Code, art. 362"


def test_the_dossier_prints_charges_one_by_one_with_their_edition(case: Workspace) -> None:
    step = add(case, "Case", charges=Localised.of("in free words"))
    printed = story.proceedings(Desk(case, Gate(case, "TEAM", "en")))
    assert printed[0].charges == "in free words"
    proceedings.charge(case, step, Charge(law=CODE, article="146", edition=on("2023-03-17")))
    proceedings.charge(case, step, Charge(law=CODE, article="362"))
    printed = story.proceedings(Desk(case, Gate(case, "TEAM", "en")))
    listed = "Criminal Code, art. 146 · as in force on 17 March 2023; Criminal Code, art. 362"
    assert printed[0].charges == f"{listed}; in free words"


def test_the_pane_tells_charges_parties_outcomes_and_claims(case: Workspace) -> None:
    step = add(case, "First instance", outcome="CONVICTED", decided=on("2025-01-17"))
    proceedings.charge(case, step, Charge(law=CODE, article="146"))
    officer, victim = (people.add(case, Person(), PersonName(full=name)) for name in ("Officer", "Victim"))
    sentence = Localised.of("Three years")
    proceedings.involve(case, step, officer, Involvement(role="CONVICTED", outcome="CONVICTED", sentence=sentence))
    proceedings.involve(case, step, victim, Involvement(role="CIV_CLAIMANT", claimed=100, awarded=8, currency="KZT"))
    told = proceeding_details.overview(case, step.id)
    assert told is not None
    said = {section.title: [(row.label, row.value) for row in section.rows] for section in told.sections}
    assert said["Outcome for each person"] == [("Officer", "Conviction · Three years")]
    assert said["Claims"] == [("Victim", "claimed 100\u00a0₸ · awarded 8\u00a0₸ · 8.0%")]
    assert said["Parties"] == [("Convicted", "Officer"), ("Civil claimant", "Victim")]
    assert said["Charges"] == [("art. 146", "Criminal Code, art. 146")]
    assert said["Decision"] == [("Outcome", "Conviction"), ("Decided on", "17 January 2025")]
    assert proceeding_details.overview(case, 99) is None


def test_a_crowd_of_one_role_is_counted(case: Workspace) -> None:
    ws = case
    karasai.load(ws)
    root = proceedings.tree(ws)[0]
    told = proceeding_details.overview(ws, root.id)
    assert told is not None
    parties = next(section for section in told.sections if section.title == "Parties")
    assert parties.rows[0].value == "44 people"
    documents = next(section for section in told.sections if section.title == "Documents")
    assert {row.target for row in documents.rows} >= {"F-001", "F-004", "F-003"}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_step_of_a_case_stands_in_the_tree_once(case: Workspace, seed: int) -> None:
    ws = case
    synthesis.load(ws, 3, 0, 0, seed=seed)
    rows = proceedings.tree(ws)
    assert sorted(row.id for row in rows) == [step.id for step in ws.records.find(Proceeding)]
    depths = {row.id: row.depth for row in rows}
    assert all(row.depth == (depths[row.parent] + 1 if row.parent else 0) for row in rows)
