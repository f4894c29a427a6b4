"""The public sample: exactly the published facts, each with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain import testimony
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record, fields
from evidence_app.keys.derivation import FLOOR
from evidence_app.services import cases, custody, karasai
from evidence_app.services.planting import Plan, handle

CONVICTED = {
    "Berik Abilbekov",
    "Bauyrzhan Sopakov",
    "Nursultan Khamitov",
    "Arman Shoibekov",
    "Olzhas Aidarkhanov",
    "Serik Turpanbayev",
}
FACTS = Path(__file__).parents[2] / "../shared/design/karasai.md"
# What says when, where, how and with what result something happened; each such value needs its source.
TOLD = {
    Event: ("happened", "account", "people_count"),
    Proceeding: ("body", "charges", "decided", "outcome", "notes"),
    Filing: ("body", "decided", "outcome"),
    Person: ("occupation", "rank"),
    Place: ("name",),
}


@pytest.fixture(scope="module")
def sample() -> Plan:
    return karasai.plan()


def names(plan: Plan, person: int | None, **equal: str) -> list[str]:
    found = [name for name in plan.of(PersonName) if name.person == person]
    return [name.full for name in found if all(getattr(name, key) == value for key, value in equal.items())]


def titled(plan: Plan, noun: type[Record], title: str) -> Record:
    return next(record for record in plan.of(noun) if title in record.title.best("en"))  # type: ignore[attr-defined]


def said(plan: Plan, record: Record, field: str) -> list[Assertion]:
    return [told for told in plan.of(Assertion) if told.subject == handle(record) and told.field == field]


def test_there_are_44_recognised_victims_and_all_but_one_are_nameless(sample: Plan) -> None:
    victims = [person for person in sample.of(Person) if person.recognised_victim]
    assert len(victims) == 44
    nameless = [person for person in victims if not names(sample, person.id)]
    assert len(nameless) == 43
    for person in nameless:
        assert person.protection == "P2"
        assert not (person.nationalities or person.languages or person.born or person.sex or person.occupation)


def test_the_six_convicted_stand_with_their_sentence(sample: Plan) -> None:
    parts = [part for part in sample.of(Involvement) if part.role == "CONVICTED"]
    assert {names(sample, part.person, language="en", kind=None)[0] for part in parts} == CONVICTED
    for part in parts:
        assert "Three years" in part.sentence.best("en") and part.source is not None


def test_other_spellings_stand_beside_the_preferred_one_with_their_source(sample: Plan) -> None:
    other = [name for name in sample.of(PersonName) if name.kind == "DOCUMENT" and name.given]
    assert {name.full for name in other} == {"Arlan Shoibekov", "Serik Turpanov", "Vikram Ruzahunov"}
    assert all(name.source is not None and not name.preferred for name in other)


def test_cyrillic_that_no_source_gives_is_called_transliteration(sample: Plan) -> None:
    given = {name.full for name in sample.of(PersonName) if name.script == "Cyrl" and name.kind != "TRANSLIT"}
    assert given == {"Викрам Рузахунов", "Айна Шорманбаева"}
    assert all((name.source is None) == (name.kind == "TRANSLIT") for name in sample.of(PersonName))


def test_the_sums_are_one_mans_claim_and_award(sample: Plan) -> None:
    (claim,) = (part for part in sample.of(Involvement) if part.claimed)
    assert (claim.claimed, claim.awarded, claim.currency, claim.outcome) == (61_000_000, 5_000_000, "KZT", "PARTIAL")
    assert names(sample, claim.person, kind=None, language="en") == ["Vikram Ruzakhunov"]


def test_the_two_counts_of_people_stand_side_by_side_and_99_comes_first(sample: Plan) -> None:
    event = titled(sample, Event, "People brought")
    assert isinstance(event, Event) and event.people_count == 99
    told = said(sample, event, "people_count")
    assert {(value.value.best("en"), value.preferred) for value in told} == {("99", True), ("98", False)}
    assert len({value.source for value in told}) == 2


def test_verdict_and_appeal_carry_their_dates(sample: Plan) -> None:
    dates = {
        (item.filing_type, item.decided.text, item.outcome) for item in sample.of(Filing) if item.decided is not None
    }
    assert dates == {("JUDGMENT", "2025-01-17", "CONVICTED"), ("APPEAL", "2025-06-10", "UPHELD")}
    shown = titled(sample, Event, "video is shown")
    assert isinstance(shown, Event) and shown.happened is not None and shown.happened.text == "2022-01-09"


def test_every_event_has_a_source(sample: Plan) -> None:
    for event in sample.of(Event):
        assert any(mark.event == event.id for mark in sample.of(Mark)), event.title


def test_every_told_value_has_an_assertion_with_its_source(sample: Plan) -> None:
    for noun, told in TOLD.items():
        for record in sample.of(noun):
            for field in told:
                if getattr(record, field):
                    assert any(value.preferred and value.source for value in said(sample, record, field)), (
                        record,
                        field,
                    )


def test_every_assertion_is_on_a_field_of_its_record(sample: Plan) -> None:
    records = {handle(record): record for record in sample.records}
    for value in sample.of(Assertion):
        assert value.field in {line.name for line in fields(type(records[value.subject]))}


def test_an_event_is_called_corroborated_only_where_two_sources_stand_behind_it(sample: Plan) -> None:
    for event in sample.of(Event):
        sources = {mark.item for mark in sample.of(Mark) if mark.event == event.id and mark.stance == "SUPPORTS"}
        sources |= {value.source for value in sample.of(Assertion) if value.subject == handle(event)}
        assert event.status != "CORROBORATED" or len(sources) > 1, event.title


def test_every_act_of_ill_treatment_has_a_victim(sample: Plan) -> None:
    for event in sample.of(Event):
        if event.kind == "ACT":
            assert any(part.event == event.id and part.role == "VICTIM" for part in sample.of(Involvement))


def test_nothing_is_said_in_words_of_testimony_and_no_document_is_held(sample: Plan) -> None:
    assert not sample.of(testimony.Testimony)
    assert len(sample.of(Filing)) == 4 and not any(item.is_held for item in sample.of(Filing))


def test_named_people_stand_in_the_public_record_and_the_fact_sheet() -> None:
    if not FACTS.exists():
        pytest.skip("the fact sheet of the sample is not beside this repository")
    sheet = FACTS.read_text(encoding="utf-8")
    plan = karasai.plan()
    for name in plan.of(PersonName):
        person = next(person for person in plan.of(Person) if person.id == name.person)
        assert person.basis in {"PUBLIC_RECORD", "OFFICIAL"}
        assert name.kind == "TRANSLIT" or person.kind == "ORGANISATION" or name.full in sheet, name.full


def test_titles_are_in_all_languages_of_the_window(sample: Plan) -> None:
    for record in sample.records:
        title = getattr(record, "title", None) or (record.name if isinstance(record, Place) else None)
        assert title is None or set(title.as_dict()) == {"en", "ru", "kk"}, record


def test_the_sample_loads_into_a_case_and_the_coerced_video_has_its_placeholder(tmp_path: Path) -> None:
    with cases.create(tmp_path / "case", "Sample", "five words are good enough", profile=FLOOR) as ws:
        karasai.load(ws)
        assert ws.case.title.best("en").startswith("Ill-treatment at Koshmambet")
        for noun in NOUNS.values():
            planned = sum(type(record) is noun for record in karasai.plan().records)
            assert noun is StoredFile or planned == 0 or ws.records.count(noun) == planned, noun
        (file,) = ws.records.find(StoredFile)
        video = ws.records.get(Media, file.item or 0)
        assert video is not None and video.is_coerced and file.mime == "video/mp4"
        assert [act.action for act in custody.of(ws, video)] == ["RECEIVE", "INGEST"]
        subjects = {told.subject for told in ws.records.find(Assertion)}
        events = {event.uid for event in ws.records.find(Event)}
        assert events <= subjects
