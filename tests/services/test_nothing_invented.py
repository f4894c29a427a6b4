"""No record states a fact that nobody stated: what is empty is recorded as empty, and said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain.errors import BadInput
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Kind, fields
from evidence_app.services import custody, details, dossiers, events, filings, listing, naming, people, records
from evidence_app.services.forms import reading, writing
from evidence_app.services.workspace import Workspace

# What a record may start with: what our own work decides, what protects, what a noun is by its nature, and what says
# that nobody has asked or that no more is known than that something is alleged.
_STARTS = {
    "C1",
    "C2",
    "C4",
    "P2",
    "INDIVIDUAL",
    "ALLEGED",
    "NONE",
    "UNREVIEWED",
    "NOT_ASKED",
    "DONE",
    "DAY",  # of a rule of deadlines, which says itself that no lawyer has confirmed it
    "LEAD",
    "COURT",
    "TEXT",
}
NOT_STATED = "not stated"


@pytest.fixture
def askar(case: Workspace) -> Person:
    """A person."""
    return people.add(case, Person(), PersonName(full="Аскар"))


def entries(case: Workspace, noun: str, **given: int) -> dict[str, object]:
    """Return what the form of a new record shows."""
    return {entry.name: entry.value for entry in reading.blank(case, noun, **given).entries()}


@pytest.mark.parametrize("noun", NOUNS)
def test_no_noun_starts_with_a_fact(noun: str) -> None:
    table = [line for line in fields(NOUNS[noun]) if line.kind is Kind.CHOICE]
    held = {line.name: NOUNS[noun].__dataclass_fields__[line.name].default for line in table}
    if noun == "file":
        assert held.pop("role") == "ORIGINAL"  # the bytes that came, not a copy made of them
    assert {name: code for name, code in held.items() if code and code not in _STARTS} == {}


def test_how_sure_somebody_was_is_asked_before_an_identification_is_recorded(case: Workspace, askar: Person) -> None:
    other = people.add(case, Person(), PersonName(full="Берик"))
    shown = {entry.name: entry for entry in reading.blank(case, "identification", identified=askar.id).entries()}
    assert shown["certainty"].is_required and shown["certainty"].is_empty
    assert shown["method"].is_empty and shown["method"].may_be_empty
    with pytest.raises(BadInput):
        writing.add(case, "identification", identified=askar.id, by=other.id)
    made = writing.add(case, "identification", identified=askar.id, by=other.id, certainty="UNSURE")
    assert isinstance(made, Identification) and made.method is None


@pytest.mark.parametrize("noun", ["measure", "remedy", "exhaustion", "mark", "safeguard", "testimony", "consent"])
def test_what_a_record_is_about_is_asked_before_it_is_recorded(case: Workspace, noun: str) -> None:
    needed = [entry for entry in reading.blank(case, noun).entries() if entry.is_required and entry.is_empty]
    asked = {entry.name for entry in needed}
    assert asked & {"kind", "avenue", "stance", "language", "scope"}


def test_a_spot_on_the_body_says_neither_what_it_is_nor_how_it_is_known(case: Workspace, askar: Person) -> None:
    finding = writing.add(case, "finding", person=askar.id, view="FRONT", x=500, y=300, site="CHEST", side="LEFT")
    assert isinstance(finding, Finding) and (finding.kind, finding.basis) == (None, None)
    table = next(part for part in reading.of(case, "person", askar.id).parts if part.noun == "finding")
    assert table.rows[0].words == NOT_STATED and NOT_STATED in table.rows[0].more
    assert table.rows[0].spot is not None and table.rows[0].spot.basis is None
    shown = details.of(case, "person", askar.id)
    assert shown is not None
    (row,) = next(section.rows for section in shown.sections if section.title == "Injuries")
    assert row.label == NOT_STATED and NOT_STATED in row.value


def test_the_dossier_says_that_nobody_has_stated_it(case: Workspace, tmp_path: Path) -> None:
    person = people.add(case, Person(protection="P0", basis="PUBLIC_RECORD"), PersonName(full="Асанов Ермек"))
    other = people.add(case, Person(protection="P0", basis="OFFICIAL"), PersonName(full="Маратов Серик"))
    records.add(case, Finding(person=person.id))
    records.add(case, Identification(identified=other.id, by=person.id, certainty="UNSURE"))
    drafted = dossiers.prepare(case, tmp_path / "none.pdf", reader="TEAM", language="en").manuscript
    assert (drafted.injuries[0].kind, drafted.injuries[0].known_by) == (NOT_STATED, NOT_STATED)
    assert (drafted.recognitions[0].method, drafted.recognitions[0].certainty) == (NOT_STATED, "Not sure")


def test_of_a_new_filing_nobody_has_said_that_it_is_held(case: Workspace) -> None:
    filing = writing.add(case, "filing", title=Localised.of("Жалоба", "ru"))
    assert isinstance(filing, Filing) and (filing.is_held, filing.holder) == (None, None)
    assert custody.of(case, filing) == []
    (row,) = listing.filings(case)
    assert row.is_held is None
    held = listing.FILINGS.facet(case, listing.Ask(), "held")
    assert {value.value: value.count for value in held if value.count} == {"unsaid": 1}


def test_a_document_that_is_said_to_be_held_comes_into_custody(case: Workspace) -> None:
    filing = writing.add(case, "filing", title=Localised.of("Жалоба", "ru"))
    held = writing.save(case, "filing", filing.id, {"is_held": None}, is_held=True)
    assert isinstance(held, Filing) and held.holder == case.account.name
    assert [act.action for act in custody.of(case, held)] == ["RECEIVE"]
    again = writing.save(case, "filing", filing.id, {"is_held": True}, is_held=False)
    records.change(case, again, is_held=True)
    assert len(custody.of(case, held)) == 1  # it has a holder: nothing was received a second time
    said = filings.add(case, Filing(title=Localised.of("Иск", "ru"), is_held=True))
    assert custody.holder(custody.of(case, said)) == case.account.name


def test_nobody_holds_a_statement_before_somebody_says_so(case: Workspace) -> None:
    said = writing.add(case, "testimony", title=Localised.of("Рассказ", "ru"), language="kk")
    assert said.holder is None and custody.of(case, said) == []
    assert entries(case, "testimony")["form"] is None and entries(case, "testimony")["language"] == ""


def test_a_victim_of_an_event_of_no_kind_is_not_called_detained(case: Workspace, askar: Person) -> None:
    event = events.add(case, Event(title=Localised.of("Митинг", "ru"), happened=PartialDate.parse("2022-01-05")))
    events.involve(case, event, askar, Involvement(role="VICTIM"))
    (row,) = listing.people(case)
    assert row.detained == ""


def test_a_sum_without_a_currency_is_given_none(case: Workspace, askar: Person) -> None:
    trial = records.add(case, Proceeding(title=Localised.of("Дело", "ru")))
    writing.add(case, "involvement", person=askar.id, proceeding=trial.id, role="CIV_CLAIMANT", claimed=500)
    parts = reading.of(case, "proceeding", trial.id).parts
    said = next(part for part in parts if part.noun == "involvement").rows[0].more
    assert "500 (currency not stated)" in said and "₸" not in said


def test_a_name_of_no_kind_stands_with_legal_names_before_an_alias(case: Workspace, askar: Person) -> None:
    people.add_name(case, askar, PersonName(full="Волк", kind="ALIAS"))
    found = case.records.find(PersonName, person=askar.id)
    chosen = naming.choose(found, "ru")
    assert chosen is not None and chosen.full == "Аскар"
    (row,) = listing.people(case)
    assert row.name == "Аскар"
