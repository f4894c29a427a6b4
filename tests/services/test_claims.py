"""The ledger of claims: whose sums they are, in which currency, and that all counts of them agree."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import claims, karasai, people, proceedings, records, synthesis
from evidence_app.services.manuscripts import persons
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace
from evidence_app.system import words


def claim(ws: Workspace, person: Person, step: Proceeding, **values: object) -> Involvement:
    part = Involvement(role="CIV_CLAIMANT", **values)  # type: ignore[arg-type]
    return proceedings.involve(ws, step, person, part)


@pytest.fixture
def suit(case: Workspace) -> tuple[Workspace, Person, Person, Proceeding]:
    """Two claimants and a civil case."""
    one = people.add(case, Person(), PersonName(full="First Claimant"))
    other = people.add(case, Person(), PersonName(full="Second Claimant"))
    return case, one, other, proceedings.add(case, Proceeding(title=Localised.of("Civil claims"), kind="CIVIL"))


def test_in_the_public_sample_sixty_one_million_is_one_mans_suit(case: Workspace) -> None:
    ws = case
    karasai.load(ws)
    found = claims.ledger(ws)
    (total,) = found.totals
    assert (total.currency, total.claimants, total.claimed, total.awarded) == ("KZT", 1, 61_000_000, 5_000_000)
    assert [row.claimant.name for row in found.rows] == ["Vikram Ruzakhunov"]
    assert claims.share(total.of_awarded, total.of_claimed) == "8.2%"
    assert claims.spoken(total) == "1 claimant: claimed 61,000,000 ₸, awarded 5,000,000 ₸, paid not known".replace(
        " ₸", "\u00a0₸"
    )


def test_currencies_are_never_added_to_one_another(suit: tuple[Workspace, Person, Person, Proceeding]) -> None:
    ws, one, other, step = suit
    claim(ws, one, step, claimed=100, awarded=50, currency="KZT")
    claim(ws, other, step, claimed=7, awarded=7, currency="USD")
    totals = {total.currency: total for total in claims.ledger(ws).totals}
    assert {code: (total.claimed, total.awarded) for code, total in totals.items()} == {"KZT": (100, 50), "USD": (7, 7)}


def test_a_person_with_two_heads_of_loss_is_one_claimant(suit: tuple[Workspace, Person, Person, Proceeding]) -> None:
    ws, one, other, step = suit
    claim(ws, one, step, claimed=100, head_of_loss="MORAL")
    claim(ws, one, step, claimed=20, head_of_loss="MATERIAL")
    claim(ws, other, step, claimed=3, head_of_loss="MORAL")
    whole, *heads = claims.ledger(ws).totals
    assert (whole.head, whole.claimants, whole.claims, whole.claimed) == ("", 2, 3, 123)
    assert {total.head: (total.claimants, total.claimed) for total in heads} == {"MORAL": (2, 103), "MATERIAL": (1, 20)}
    assert claims.counted(whole) == "2 claimants"


def test_a_share_is_taken_only_of_claims_that_are_decided(suit: tuple[Workspace, Person, Person, Proceeding]) -> None:
    ws, one, other, step = suit
    claim(ws, one, step, claimed=100, awarded=50)
    claim(ws, other, step, claimed=900)
    (total,) = claims.ledger(ws).totals
    assert (total.claimed, total.decided, claims.share(total.of_awarded, total.of_claimed)) == (1000, 1, "50.0%")


def test_what_is_not_known_is_not_nothing(suit: tuple[Workspace, Person, Person, Proceeding]) -> None:
    ws, one, _other, step = suit
    claim(ws, one, step, claimed=100, awarded=50)
    assert not claims.ledger(ws).totals[0].is_paid_known
    claim(ws, one, step, claimed=1, awarded=1, paid=0)
    assert claims.ledger(ws).totals[0].is_paid_known
    assert claims.share(5, 0) == "" and claims.share(None, 5) == "" and claims.money(None, "KZT") == ""


def test_who_only_takes_part_is_no_claimant(suit: tuple[Workspace, Person, Person, Proceeding]) -> None:
    ws, one, _other, step = suit
    proceedings.involve(ws, step, one, Involvement(role="VICTIM"))
    assert claims.ledger(ws).rows == ()


@pytest.mark.parametrize("gone", ["claimant", "proceeding", "event"])
def test_a_claim_goes_with_what_it_hangs_on_in_ledger_and_dossier_alike(
    suit: tuple[Workspace, Person, Person, Proceeding], gone: str
) -> None:
    ws, one, other, step = suit
    twin = proceedings.add(ws, Proceeding(title=Localised.of("Entered twice"), kind="CIVIL"))
    event = records.add(ws, Event(title=Localised.of("Agreement")))
    claim(ws, one, step, claimed=100)
    held = {"claimant": other, "proceeding": twin, "event": event}
    tie = {"event": event.id} if gone == "event" else {"proceeding": twin.id if gone == "proceeding" else step.id}
    role = "VICTIM" if gone == "event" else "CIV_CLAIMANT"
    records.add(ws, Involvement(role=role, person=other.id, claimed=900, **tie))
    assert claims.ledger(ws).totals[0].claimed == 1000
    records.void(ws, held[gone], "entered twice")
    assert [row.claimed for row in claims.ledger(ws).rows] == [100]
    assert [row.claimed for row in persons.claims(Desk(ws, Gate(ws, "TEAM", "en")))] == [100]


def test_window_dossier_and_sql_give_the_same_sums(case: Workspace) -> None:
    ws = case
    synthesis.load(ws, 12, 0, 0, seed=2)
    totals = {total.currency: total for total in claims.ledger(ws).totals if not total.head}
    sql = "select currency, sum(claimed), sum(awarded), sum(paid), count(distinct person) from involvement"
    where = " where voided is null and (claimed is not null or awarded is not null) group by currency"
    counted = [tuple(row) for row in ws.archive.connection.execute(sa.text(sql + where))]
    assert counted
    for currency, claimed, awarded, paid, people_count in counted:
        total = totals[currency]
        assert (total.claimed, total.awarded, total.paid, total.claimants) == (claimed, awarded, paid, people_count)
    with words.speaking("en"):
        printed = persons.claims(Desk(ws, Gate(ws, "TEAM", "en")))
    for currency, total in totals.items():
        held = [one for one in printed if one.currency == currency]
        assert sum(one.claimed or 0 for one in held) == total.claimed
        assert sum(one.awarded or 0 for one in held) == total.awarded
        assert sum(one.paid or 0 for one in held) == total.paid
