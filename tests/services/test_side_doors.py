"""What the gate holds back must not leave by a side door: through what sources assert, what items show, what ties."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.charge import Charge
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.services import dossiers, people, proceedings, records
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

READERS = ("COURT", "INTERNATIONAL", "PUBLIC")
DAY, LATER, MONTH = PartialDate.parse("2022-01-07"), PartialDate.parse("2023-03-03"), "январь 2022 года"


def compiled(case: Workspace, tmp_path: Path, reader: str = "COURT") -> Manuscript:
    """Return what would be printed for a reader, in Russian."""
    return dossiers.prepare(case, tmp_path / "none.pdf", reader=reader, language="ru").manuscript


def words(text: str) -> Localised:
    return Localised.of(text, "ru")


def somebody(case: Workspace, protection: str, full: str = "Тайная Айгерим", **fields: object) -> Person:
    """Record somebody of whom a court has ordered that they be spoken of."""
    facts = {"protection": protection, "basis": "COURT_ORDER", "confidentiality": "C0"} | fields
    return people.add(case, Person(**facts), PersonName(full=full))


def assert_(case: Workspace, record: Record, field: str, *values: str, **facts: object) -> None:
    """Record what sources say of a field, as an archive may hold it whatever the form allows now."""
    for value in values:
        records.add(case, Assertion(subject=record.uid, field=field, value=words(value), **facts))


def total(manuscript: Manuscript) -> int:
    """Return how many records are listed as withheld."""
    return sum(ground.count for ground in manuscript.withheld)


# ── What sources assert ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("reader", READERS)
def test_what_sources_say_of_places_injuries_and_names_is_not_set_side_by_side(
    case: Workspace, tmp_path: Path, reader: str
) -> None:
    person, hidden = somebody(case, "P0", "Иванов Пётр"), somebody(case, "P4", "Скрытый Марат")
    house = records.add(case, Place(name=words("Дом"), confidentiality="C0"))
    injury = records.add(case, Finding(person=hidden.id, confidentiality="C0"))
    name = case.records.first(PersonName, person=person.id)
    assert_(case, house, "address", "ул. Абая 15", "ул. Абая 17")
    assert_(case, injury, "description", "ожог утюгом", "гематома")
    assert_(case, name, "full", "Петров Иван", "Сидоров Иван")
    assert_(case, person, "contacts", "+7 701 555 12 34", "+7 701 555 12 35")
    assert_(case, person, "notes", "живёт у брата", "живёт у сестры")
    assert compiled(case, tmp_path, reader).conflicts == ()


@pytest.mark.parametrize("reader", READERS)
def test_where_an_event_was_is_read_only_where_the_place_may_be_and_nobody_is_in_danger(
    case: Workspace, tmp_path: Path, reader: str
) -> None:
    for name, level in (("Отдел полиции", "C0"), ("Убежище на Абая", "C4"), ("Суд", "C0")):
        records.add(case, Place(name=words(name), confidentiality=level))
    event = records.add(case, Event(title=words("Встреча"), confidentiality="C0"))
    assert_(case, event, "place", "Отдел полиции", "Убежище на Абая", "где-то на Абая", "Суд")
    [conflict] = compiled(case, tmp_path, reader).conflicts
    assert (conflict.subject, conflict.a.value, conflict.b.value) == ("Встреча: Место", "Отдел полиции", "Суд")
    records.add(case, Involvement(person=somebody(case, "P3").id, event=event.id, role="VICTIM"))
    assert compiled(case, tmp_path, reader).conflicts == ()


def test_sources_that_differ_on_somebody_named_an_event_or_a_proceeding_stand_side_by_side(
    case: Workspace, tmp_path: Path
) -> None:
    assert_(case, somebody(case, "P0", "Иванов Пётр"), "born", "1990", "1991")
    assert_(case, records.add(case, Event(title=words("Задержание"))), "people_count", "44", "98")
    assert_(case, proceedings.add(case, Proceeding(title=words("Дело"))), "charges", "ст. 146", "ст. 362")
    found = compiled(case, tmp_path).conflicts
    assert [(one.subject, one.a.value, one.b.value) for one in found] == [
        ("Иванов Пётр: Дата рождения", "1990 год", "1991 год"),
        ("Задержание: Число людей", "44", "98"),
        ("Дело: Обвинения", "ст. 146", "ст. 362"),
    ]


def test_a_name_or_number_that_a_source_gives_is_taken_out_and_read_back_like_those_recorded(case: Workspace) -> None:
    person = somebody(case, "P2", "Сәрсенова Айгүл")
    name = case.records.first(PersonName, person=person.id)
    assert_(case, name, "full", "Тілеубердина Гүлнар")
    assert_(case, name, "family", "Жолдасова")
    assert_(case, person, "contacts", "+7 701 555 12 34")
    gate = Gate(case, "COURT", "ru")
    for secret in ("Тілеубердина", "Тилеубердиной Гульнар", "Жолдасовой", "701-555-12-34"):
        assert gate.leaks([f"видели: {secret}, утром"]) == ["P-001"], secret
        assert gate.text(f"видели: {secret}, утром") == "видели: [P-001], утром", secret
    records.void(case, case.records.first(Assertion, field="family"), "misread")
    assert Gate(case, "COURT", "ru").leaks(["Жолдасова"]) == ["P-001"]


# ── What items show, and whom they place ─────────────────────────────────────────────────────────────────────────

TIES = {
    "photo of an injury": lambda item, person: Finding(person=person.id, photo=item.id),
    "source of an injury": lambda item, person: Finding(person=person.id, source=item.id),
    "who recognised": lambda item, person: Identification(
        certainty="SURE", by=person.id, identified=person.id, source=item.id
    ),
    "scan of a document": lambda item, person: PersonName(person=person.id, full="Тайная А.", source=item.id),
    "whose copy it is": lambda item, person: Media(
        title=item.title, made=DAY, received=DAY, source_person=person.id, derived_from=item.id, relation="WORKING"
    ),
}


def exhibit(case: Workspace, **fields: object) -> Media:
    """Record a photograph with its file and preview."""
    facts = {"title": words("Снимок"), "kind": "PHOTO", "made": DAY, "received": DAY} | fields
    item = records.add(case, Media(**facts))
    sealed = case.vault.put_bytes(b"\xff\xd8\xff\xd9")
    for role in ("ORIGINAL", "THUMBNAIL"):
        name = "IMG_20220107_184002.jpg"
        records.add(case, StoredFile(item=item.id, sha256=sealed.sha256, size_bytes=4, name=name, role=role))
    return item


@pytest.mark.parametrize("tie", TIES)
def test_an_exhibit_that_only_another_record_ties_to_somebody_is_coarse_and_covered(
    case: Workspace, tmp_path: Path, tie: str
) -> None:
    item = exhibit(case)
    [printed] = compiled(case, tmp_path).exhibits
    assert printed.stills and printed.date == "7 января 2022 года"
    tied = records.add(case, TIES[tie](item, somebody(case, "P3")))
    item = tied if isinstance(tied, Item) else item
    printed = compiled(case, tmp_path).exhibits[-1]
    assert (printed.code, printed.date, printed.received, printed.stills) == (item.code, MONTH, MONTH, ())
    assert not Gate(case, "COURT", "ru").shows(item) and Gate(case, "TEAM", "ru").shows(item)


def test_a_paper_filed_for_somebody_in_danger_is_dated_to_the_month(case: Workspace, tmp_path: Path) -> None:
    for filed_for in (somebody(case, "P3"), somebody(case, "P2", "Другая Алия")):
        records.add(case, Filing(title=words("Жалоба"), filed=DAY, filed_for=filed_for.id))
    assert [one.date for one in compiled(case, tmp_path).exhibits] == [MONTH, "7 января 2022 года"]


def test_an_exhibit_of_an_event_that_is_told_to_the_month_does_not_tell_its_day(
    case: Workspace, tmp_path: Path
) -> None:
    event = records.add(case, Event(title=words("Избиение"), happened=DAY))
    records.add(case, Involvement(person=somebody(case, "P3").id, event=event.id, role="VICTIM"))
    marked, sourced, later = exhibit(case), exhibit(case), exhibit(case, made=LATER, received=LATER)
    for item in (marked, later):
        records.add(case, Mark(stance="SUPPORTS", item=item.id, event=event.id))
    assert_(case, event, "people_count", "44", source=sourced.id)
    assert [one.date for one in compiled(case, tmp_path).exhibits] == [MONTH, MONTH, "3 марта 2023 года"]


def test_no_file_name_nor_custody_tells_the_day_or_place_of_somebody_in_danger(case: Workspace, tmp_path: Path) -> None:
    item, open_one = exhibit(case, source_person=somebody(case, "P3").id), exhibit(case)
    with case.act("item.received") as act:
        for one in (item, open_one):
            act.custody(one, "RECEIVE", to=case.account.name, place="ул. Абая 15")
    found = compiled(case, tmp_path)
    assert [one.original_name for one in found.exhibits] == ["", "IMG_20220107_184002.jpg"]
    [hidden], [told] = (one.acts for one in found.certificates)
    assert (hidden.number, hidden.place) == (1, "") and told.place == "ул. Абая 15"
    assert told.number > 1 and told.when[-3] == ":"
    assert not any(sign in hidden.when for sign in (":", told.when.split()[0]))


def test_an_event_told_to_the_month_does_not_stand_between_those_whose_days_would_tell_its_own(
    case: Workspace, tmp_path: Path
) -> None:
    for day in ("2022-01-06", "2022-01-07", "2022-01-08"):
        event = records.add(case, Event(title=words("Встреча"), happened=PartialDate.parse(day)))
        if day.endswith("07"):
            records.add(case, Involvement(person=somebody(case, "P3").id, event=event.id, role="VICTIM"))
    assert [one.when for one in compiled(case, tmp_path).chronology] == [
        MONTH,
        "6 января 2022 года",
        "8 января 2022 года",
    ]


def test_a_copy_shows_who_its_original_shows_unless_it_was_redacted(case: Workspace) -> None:
    item = exhibit(case)
    records.add(case, Mark(item=item.id, person=somebody(case, "P2").id, stance="DEPICTS"))
    for relation, is_shown in (("EXCERPT", False), ("WORKING", False), ("REDACTED", True)):
        made = exhibit(case, derived_from=item.id, relation=relation)
        assert Gate(case, "COURT", "ru").shows(made) is is_shown, relation


def test_a_transcript_goes_no_further_than_what_was_said(case: Workspace) -> None:
    hidden = somebody(case, "P4")
    spoken = records.add(case, Testimony(language="ru", title=words("Рассказ"), speaker=hidden.id))
    written = records.add(case, Media(title=words("Запись"), derived_from=spoken.id, relation="TRANSCRIPT"))
    again = records.add(case, Media(title=words("Перевод"), derived_from=written.id, relation="TRANSLATION"))
    cleared = records.add(case, Media(title=words("Без имён"), derived_from=again.id, relation="REDACTED"))
    gate = Gate(case, "COURT", "ru")
    assert [gate.allows(one) for one in (written, again, cleared)] == [False, False, True]
    assert gate.withheld == {"SAFETY": 2}


def test_a_hash_that_the_public_may_not_have_is_not_in_the_custody_either(case: Workspace, tmp_path: Path) -> None:
    person = somebody(case, "P2")
    hidden, shown = (exhibit(case, confidentiality="C0") for _ in range(2))
    records.add(case, Mark(item=hidden.id, person=person.id, stance="DEPICTS"))
    with case.act("item.received") as act:
        for one in (hidden, shown):
            act.custody(one, "INGEST", sha256="0123456789abcdef" * 4)
    checks = [one.acts[0].check for one in compiled(case, tmp_path, "PUBLIC").certificates]
    assert checks == ["", "SHA-256\n01234567\n89abcdef"]
    assert "SHA-256" in compiled(case, tmp_path).certificates[0].acts[0].check


def test_nothing_of_an_event_held_back_is_told_as_an_injury_or_recognition(case: Workspace, tmp_path: Path) -> None:
    person = somebody(case, "P0", "Иванов Пётр")
    sealed = records.add(case, Event(title=words("Тайное"), confidentiality="C4"))
    records.add(case, Finding(person=person.id, event=sealed.id))
    records.add(case, Identification(certainty="SURE", by=person.id, identified=person.id, event=sealed.id))
    found = compiled(case, tmp_path)
    assert (found.injuries, found.recognitions, total(found)) == ((), (), 3)


def test_fresh_codes_stand_nowhere_in_the_order_of_the_stable_ones(case: Workspace, tmp_path: Path) -> None:
    event = records.add(case, Event(title=words("Избиение"), confidentiality="C0"))
    step = proceedings.add(case, Proceeding(title=words("Дело"), confidentiality="C0"))
    for number in range(9):
        person = somebody(case, "P2", f"Тайный{number} Имя{number}")
        records.add(case, Finding(person=person.id, confidentiality="C0"))
        records.add(case, Identification(certainty="SURE", identified=person.id, by=person.id, confidentiality="C0"))
        records.add(case, Involvement(person=person.id, event=event.id, role="VICTIM"))
        facts = {"role": "CIV_CLAIMANT", "claimed": number, "outcome": "CONVICTED"}
        records.add(case, Involvement(person=person.id, proceeding=step.id, **facts))
    found = compiled(case, tmp_path, "PUBLIC")
    told = [[one.person.label for one in part] for part in (found.injuries, found.recognitions, found.outcomes)]
    told += [[one.claimant for one in found.claims], [ref.label for ref in found.chronology[0].persons]]
    for labels in told:
        assert len(labels) == 9 and labels == sorted(labels)


# ── Proceedings ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_step_under_a_withheld_instance_is_counted_and_so_is_what_it_decided(case: Workspace, tmp_path: Path) -> None:
    person = somebody(case, "P0", "Иванов Пётр")
    sealed = proceedings.add(case, Proceeding(title=words("Тайное"), confidentiality="C4"))
    step = proceedings.add(case, Proceeding(title=words("Шаг"), parent=sealed.id))
    below = proceedings.add(case, Proceeding(title=words("Шаг ниже"), parent=step.id))
    records.add(case, Involvement(person=person.id, proceeding=below.id, role="CONVICTED", sentence=words("9 лет")))
    records.add(case, Involvement(person=person.id, proceeding=step.id, role="CIV_CLAIMANT", claimed=77))
    found = compiled(case, tmp_path)
    assert (found.proceedings, found.outcomes, found.claims, total(found)) == ((), (), (), 3)


def test_a_step_under_a_voided_one_stands_under_the_next_above_it(case: Workspace, tmp_path: Path) -> None:
    top = proceedings.add(case, Proceeding(title=words("Дело")))
    twice = proceedings.add(case, Proceeding(title=words("Дважды"), parent=top.id))
    proceedings.add(case, Proceeding(title=words("Шаг"), parent=twice.id))
    records.void(case, twice, "entered twice")
    assert [(one.stage.split(" ")[0], one.depth) for one in compiled(case, tmp_path).proceedings] == [
        ("Дело", 0),
        ("Шаг", 1),
    ]


def test_a_charge_against_somebody_withheld_stays_and_is_counted_the_others_are_all_printed(
    case: Workspace, tmp_path: Path
) -> None:
    step = proceedings.add(case, Proceeding(title=words("Дело"), charges=words("ст. 362 ч. 4")))
    proceedings.charge(case, step, Charge(law=words("УК"), article="146"))
    for protection, article in (("P4", "147"), ("P2", "148")):
        person = somebody(case, protection, f"Человек {protection}")
        proceedings.charge(case, step, Charge(law=words("УК"), article=article, person=person.id))
    found = compiled(case, tmp_path)
    charges = found.proceedings[0].charges.replace("\u00a0", " ")
    assert charges == "УК, ст. 146; УК, ст. 148; ст. 362 ч. 4"
    assert total(found) == 2  # the person, and the charge
