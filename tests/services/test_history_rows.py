"""The history of a record in words, and the way back to an earlier value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_app.domain.errors import NotFound
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.record import Kind, fields
from evidence_app.domain.testimony import Testimony
from evidence_app.services import accounts, history, history_rows, people, records, telling
from evidence_app.services.noun_labels import NOUN_LABELS
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

SERVICES = Path(__file__).parents[2] / "evidence_app/services"


def told(ws: Workspace, record: Person) -> list[history_rows.HistoryRow]:
    """Return the history of a person, the newest act first."""
    page = history_rows.page(ws, "person", record.id)
    assert page is not None
    return list(page.rows)


def test_every_noun_and_every_act_of_the_services_has_words() -> None:
    assert set(NOUN_LABELS) == set(NOUNS)
    verbs = {
        verb
        for path in SERVICES.rglob("*.py")
        for verb in re.findall(r'\.act\(\s*"([a-z_.]+)"', path.read_text("utf-8"))
    }
    assert len(verbs) > 20
    # What a verb changed says enough; only acts that change nothing, or mean more than that, need a sentence.
    assert {verb for verb in verbs if verb.split(".")[0] not in NOUNS and verb not in telling.ACTS} == set()


def test_a_change_is_told_with_who_when_why_and_the_value_before(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    records.change(case, person, reason="как в приговоре", born=PartialDate.parse("1990-05~"), sex="F")
    newest, _added = told(case, person)
    assert newest.says == "Sex, Date of birth of P-001 changed"
    assert newest.why == "как в приговоре"
    assert newest.who == accounts.shown(case.account.name)
    assert re.fullmatch(r"\d+ \w+ 20\d\d, \d\d:\d\d \(UTC\+05:00\)", newest.when)
    assert [(one.label, one.before, one.after) for one in newest.differences] == [
        ("Sex", "", "Female"),
        ("Date of birth", "", "about May 1990"),
    ]


def test_what_is_written_inside_a_record_belongs_to_its_history(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    name = case.records.find(PersonName, person=person.id)[0]
    records.change(case, name, full="Ермек Асанулы")
    row = told(case, person)[0]
    assert row.says == "Name (P-001) changed"
    assert [(one.before, one.after) for one in row.differences] == [("Ермек Асанов", "Ермек Асанулы")]


def test_a_reference_is_told_by_what_it_names_and_a_text_language_by_language(case: Workspace) -> None:
    village = records.add(case, Place(name=Localised.of("Құмтөбе", "kk")))
    yard = records.add(case, Place(name=Localised.of("Двор", "ru")))
    records.change(case, yard, parent=village.id, name=Localised.of({"ru": "Двор", "kk": "Аула"}))
    page = history_rows.page(case, "place", yard.id)
    assert page is not None
    assert {one.label: one.after for one in page.rows[0].differences} == {
        "Part of": "Құмтөбе",
        "Place name": "Russian: Двор\nKazakh: Аула",
    }


def test_contacts_are_not_shown_in_the_history(case: Workspace) -> None:
    person = people.add(case, Person(contacts=("+7 700 000 00 00",)))
    records.change(case, person, contacts=("+7 700 111 11 11",))
    said = repr(told(case, person))
    assert "+7 70" not in said
    assert "hidden here" in said


def test_an_earlier_value_is_restored_by_an_act_of_its_own(case: Workspace) -> None:
    person = people.add(case, Person(occupation=Localised.of("Teacher")))
    records.change(case, person, occupation=Localised.of("Musician"))
    changed = told(case, person)[0]
    lost = changed.differences[0]
    assert lost.can_restore
    history.restore_value(case, lost.noun, lost.uid, changed.log, changed.seq, lost.field)
    assert case.records.get(Person, person.id).occupation == Localised.of("Teacher")
    rows = told(case, person)
    assert len(rows) == 3
    assert [one.can_restore for row in rows[1:2] for one in row.differences] == [False]  # it holds that value now


def test_a_value_that_an_entry_never_changed_cannot_be_restored_from_it(case: Workspace) -> None:
    person = people.add(case, Person())
    records.change(case, person, sex="F")
    with pytest.raises(NotFound):
        history.restore_value(case, "person", person.uid, case.journal.log, case.journal.last().seq, "notes")


def test_a_voided_record_is_restored_from_its_history(case: Workspace) -> None:
    person = people.add(case, Person())
    records.void(case, person, "Entered twice")
    page = history_rows.page(case, "person", person.id)
    assert page is not None
    assert page.voided == "Entered twice"
    assert page.rows[0].says == "P-001 voided"
    assert page.rows[0].differences[0].can_restore
    history.bring_back(case, "person", person.uid)
    assert case.records.count(Person) == 1
    assert told(case, person)[0].says == "P-001 restored"


def test_the_history_comes_in_pages(case: Workspace) -> None:
    person = people.add(case, Person())
    for number in range(60):
        person = records.change(case, person, notes=str(number))
    first = history_rows.page(case, "person", person.id)
    rest = history_rows.page(case, "person", person.id, 50)
    assert first is not None
    assert rest is not None
    assert (len(first.rows), first.total, len(rest.rows)) == (50, 61, 11)
    assert first.rows[0].differences[0].after == "59"
    assert rest.rows[-1].says == "P-001 added"


def test_the_history_speaks_the_language_of_the_window(case: Workspace) -> None:
    person = people.add(case, Person())
    records.change(case, person, sex="F")
    with words.speaking("ru"):
        difference = told(case, person)[0].differences[0]
    assert difference.after == "Женский"


def test_every_field_of_every_noun_can_be_told(case: Workspace) -> None:
    """Values that no longer mean anything are shown as they are, and never break the list."""
    for kind in NOUNS.values():
        for field in fields(kind):
            if field.kind in {Kind.REFERENCE, Kind.WHEN, Kind.CHOICE, Kind.TEXT}:
                assert history_rows._told(case, field, "что-то") in {"что-то", "hidden here"}


def test_paragraphs_are_counted_with_the_testimony_they_belong_to(case: Workspace) -> None:
    testimony = records.add(case, Testimony(language="ru", title=Localised.of("Показания", "ru")))
    records.change(case, testimony, signed=True)
    page = history_rows.page(case, "testimony", testimony.id)
    assert page is not None
    assert page.rows[0].says == "Signed of T-001 changed"
    assert page.rows[0].differences[0].after == "yes"
