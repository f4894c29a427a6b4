"""What sources say, what exhibits are used for, charges and steps: none of it gives away who must not be known."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.charge import Charge
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.dossier.message import to_message
from evidence_app.services import claims, dossiers, people, records
from evidence_app.services.forms import reading
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

READERS = ("COURT", "INTERNATIONAL", "PUBLIC")


def compiled(case: Workspace, tmp_path: Path, reader: str = "COURT") -> Manuscript:
    """Return what would be printed for a reader, in Russian."""
    return dossiers.prepare(case, tmp_path / "none.pdf", reader=reader, language="ru").manuscript


def said(case: Workspace, tmp_path: Path, reader: str = "COURT") -> str:
    """Return all of it as one text."""
    return str(to_message(compiled(case, tmp_path, reader))[0])


def ru(text: str) -> Localised:
    """Return a Russian text."""
    return Localised.of(text, "ru")


def somebody(case: Workspace, protection: str, full: str, **fields: object) -> Person:
    """Record a person that an office has put on record."""
    person = Person(protection=protection, basis="COURT_ORDER", confidentiality="C0", **fields)
    return people.add(case, person, PersonName(full=full, family=full.split()[0]))


def asserted(case: Workspace, uid: str, field: str, *values: str) -> None:
    """Record what sources say of a field."""
    with case.act("fact.asserted") as act:
        for value in values:
            act.add(Assertion(subject=uid, field=field, value=ru(value)))


@pytest.mark.parametrize("reader", READERS)
def test_what_sources_say_of_a_place_is_nobodys_address(case: Workspace, tmp_path: Path, reader: str):
    home = records.add(case, Place(name=ru("дом на окраине"), confidentiality="C0"))
    asserted(case, home.uid, "name", "ул. Абая 15, кв. 4", "ул. Сатпаева 2, кв. 9")
    text = said(case, tmp_path, reader)
    assert "Абая" not in text
    assert "Сатпаева" not in text


@pytest.mark.parametrize("reader", READERS)
def test_what_sources_say_of_names_and_injuries_of_the_protected_stays(case: Workspace, tmp_path: Path, reader: str):
    hidden = somebody(case, "P3", "Сәрсенова Айгүл")
    name = reading.first_name(case, hidden.id)
    asserted(case, name.uid, "full", "Сәрсенова Айгүл", "Тілеубердина Гүлнар")
    wound = records.add(case, Finding(person=somebody(case, "P4", "Жолдасов Ермек").id, description=ru("Ожог")))
    asserted(case, wound.uid, "description", "Ожог утюгом", "Гематома")
    text = said(case, tmp_path, reader)
    assert "Тілеубердина" not in text
    assert "утюгом" not in text


def test_a_name_that_only_a_source_gives_is_taken_out_of_texts_too(case: Workspace, tmp_path: Path):
    hidden = somebody(case, "P3", "Сәрсенова Айгүл")
    asserted(case, reading.first_name(case, hidden.id).uid, "full", "Тілеубердина Гүлнар")
    gate = Gate(case, "COURT", "ru")
    assert "Тілеубердин" not in gate.text("показала Тілеубердина Гүлнар")
    assert gate.leaks(["показала Тілеубердина Гүлнар"]) == [hidden.code]


def test_a_place_that_a_source_gives_for_an_event_is_printed_like_any_other_or_not_at_all(
    case: Workspace, tmp_path: Path
):
    square = records.add(case, Place(name=ru("Площадь"), confidentiality="C0"))
    depot = records.add(case, Place(name=ru("Автобаза"), confidentiality="C0"))
    home = records.add(case, Place(name=ru("ул. Абая 15"), confidentiality="C4"))
    event = records.add(case, Event(title=ru("Задержание"), confidentiality="C0", place=square.id))
    for place in (square, depot, home):
        asserted(case, event.uid, "place", place.name.best("ru"))
    [conflict] = compiled(case, tmp_path).conflicts
    assert {conflict.a.value, conflict.b.value} == {"Площадь", "Автобаза"}
    hidden = somebody(case, "P4", "Жолдасов Ермек")
    records.add(case, Involvement(person=hidden.id, event=event.id, role="VICTIM"))
    assert compiled(case, tmp_path).conflicts == ()


def test_sources_of_an_event_a_proceeding_and_a_named_person_are_told(case: Workspace, tmp_path: Path):
    named = somebody(case, "P0", "Иванов Пётр")
    event = records.add(case, Event(title=ru("Избиение"), confidentiality="C0"))
    step = records.add(case, Proceeding(title=ru("Дело № 7"), confidentiality="C0"))
    asserted(case, named.uid, "occupation", "учитель", "слесарь")
    asserted(case, event.uid, "people_count", "44", "99")
    asserted(case, step.uid, "reference_number", "1-7/22", "1-7/23")
    assert len(compiled(case, tmp_path).conflicts) == 3


@pytest.mark.parametrize("use", ["photo", "source", "identified", "by", "source_person"])
def test_an_exhibit_is_dated_and_shown_with_care_for_everybody_it_gives_away(case: Workspace, tmp_path: Path, use: str):
    hidden = somebody(case, "P3", "Сәрсенова Айгүл")
    taken = PartialDate.parse("2022-01-07")
    item = records.add(case, Media(title=ru("Снимок"), kind="PHOTO", made=taken, confidentiality="C0"))
    assert Gate(case, "COURT", "ru").shows(item)
    if use in {"photo", "source"}:
        records.add(case, Finding(person=hidden.id, **{use: item.id}))
    elif use == "source_person":
        records.change(case, item, source_person=hidden.id)
    else:
        other = "by" if use == "identified" else "identified"
        officer = somebody(case, "P0", "Иванов Пётр")
        records.add(case, Identification(certainty="SURE", source=item.id, **{use: hidden.id, other: officer.id}))
    assert not Gate(case, "COURT", "ru").shows(item)
    assert compiled(case, tmp_path).exhibits[0].date == "январь 2022 года"


def test_listed_charges_and_those_in_free_words_are_both_printed_but_none_against_the_withheld(
    case: Workspace, tmp_path: Path
):
    step = records.add(case, Proceeding(title=ru("Дело"), charges=ru("превышение власти"), confidentiality="C0"))
    records.add(case, Charge(proceeding=step.id, law=ru("УК РК"), article="146"))
    records.add(
        case, Charge(proceeding=step.id, law=ru("УК РК"), article="362", person=somebody(case, "P4", "Тайный Иван").id)
    )
    [printed] = compiled(case, tmp_path).proceedings
    assert "146" in printed.charges
    assert "превышение власти" in printed.charges
    assert "362" not in printed.charges


def test_a_step_inside_a_sealed_case_is_sealed_and_counted(case: Workspace, tmp_path: Path):
    sealed = records.add(case, Proceeding(title=ru("Закрытое дело"), confidentiality="C4"))
    records.add(case, Proceeding(title=ru("Апелляция"), parent=sealed.id, confidentiality="C0"))
    prepared = dossiers.prepare(case, tmp_path / "none.pdf", reader="COURT", language="ru")
    assert prepared.manuscript.proceedings == ()
    assert prepared.gate.withheld["CONFIDENTIALITY"] == 2


def test_a_step_inside_a_voided_case_stands_where_that_stood(case: Workspace, tmp_path: Path):
    case_of_all = records.add(case, Proceeding(title=ru("Дело"), confidentiality="C0"))
    mistaken = records.add(case, Proceeding(title=ru("Ошибка"), parent=case_of_all.id, confidentiality="C0"))
    records.add(case, Proceeding(title=ru("Апелляция"), parent=mistaken.id, confidentiality="C0"))
    with case.act("proceeding.voided") as act:
        act.void(case.records.get(Proceeding, mistaken.id), "ошибка")
    printed = compiled(case, tmp_path).proceedings
    assert [(step.stage.split(" ")[0], step.depth) for step in printed] == [("Дело", 0), ("Апелляция", 1)]


def test_claims_of_what_is_voided_are_none(case: Workspace):
    person, gone = somebody(case, "P0", "Иванов Пётр"), somebody(case, "P0", "Петров Иван")
    step = records.add(case, Proceeding(title=ru("Иск")))
    mistaken = records.add(case, Proceeding(title=ru("Ошибка")))
    for claimant, proceeding in ((person, step), (person, mistaken), (gone, step)):
        records.add(
            case, Involvement(person=claimant.id, proceeding=proceeding.id, role="CIV_CLAIMANT", claimed=61_000_000)
        )
    with case.act("mistakes.voided") as act:
        act.void(case.records.get(Proceeding, mistaken.id), "ошибка")
        act.void(case.records.get(Person, gone.id), "ошибка")
    assert [row.claimed for row in claims.ledger(case).rows] == [61_000_000]


@pytest.mark.parametrize("said_as", ["Detention of Aigul", "Айгуль задержали у дома", "со слов Айгуль"])
def test_a_given_name_alone_gives_nobody_away(case: Workspace, tmp_path: Path, said_as: str):
    hidden = somebody(case, "P2", "Ахметова Айгуль Сериковна")
    people.add_name(case, hidden, PersonName(full="Akhmetova Aigul"))
    records.add(case, Event(title=Localised.of(said_as, "ru"), confidentiality="C0"))
    printed = said(case, tmp_path)
    assert "Aigul" not in printed
    assert "Айгуль" not in printed


def test_a_given_name_that_somebody_named_bears_too_is_printed(case: Workspace, tmp_path: Path):
    somebody(case, "P2", "Ахметова Айгуль Сериковна")
    somebody(case, "P0", "Оспанова Айгуль Маратовна")
    records.add(case, Event(title=ru("Айгуль Маратовна вышла"), confidentiality="C0"))
    assert "Айгуль Маратовна" in said(case, tmp_path)
