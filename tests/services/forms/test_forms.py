"""Forms: what stands in them, how what was typed is kept."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import BadInput, ChangedMeanwhile
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.parts import PARTS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Kind
from evidence_app.domain.testimony import Testimony
from evidence_app.services import consent_card, events, history, listing, people, records, testimonies
from evidence_app.services.forms import bulk, candidates, reading, writing
from evidence_app.services.forms.form import Entry, Form, PartTable
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

EDITED = sorted({*PARTS, *(part.noun for parts in PARTS.values() for part in parts), "deadline_rule", "consent"})


def entry(form: Form, name: str) -> Entry:
    return next(one for one in form.entries() if one.name == name)


def verbs(ws: Workspace) -> list[str]:
    return [line.op for line in history.lines(ws)]


@pytest.fixture
def askar(case: Workspace) -> Person:
    """A person with a legal name and an alias."""
    person = people.add(case, Person(contacts=("+7 701 111 22 33",)), PersonName(full="Аскар Ахметов", language="ru"))
    people.add_name(case, person, PersonName(full="Askar Akhmetov", kind="TRANSLIT"))
    return person


def test_every_noun_that_is_edited_has_a_form_out_of_its_field_table(case: Workspace) -> None:
    forms = [reading.blank(case, noun) for noun in EDITED]
    for form in forms:
        assert form.entries()
        assert len({one.name for one in form.entries()}) == len(form.entries())
    for one in (one for form in forms for one in form.entries()):
        assert one.choices or one.kind is not Kind.CHOICE, one.name


def test_to_open_a_form_writes_nothing(case: Workspace, askar: Person) -> None:
    before = verbs(case)
    for noun in EDITED:
        reading.blank(case, noun)
    reading.of(case, "person", askar.id)
    assert candidates.find(case, "deadline_rule", "")  # a deadline finds rules to choose from
    assert verbs(case) == before


def test_a_secret_field_is_not_in_the_form(case: Workspace, askar: Person) -> None:
    form = reading.of(case, "person", askar.id)
    assert entry(form, "contacts").is_hidden
    assert not entry(form, "documents").is_hidden
    assert "701 111" not in repr(form)  # "701" alone may stand in a uid


def test_languages_begin_with_those_of_the_case_and_countries_with_the_region(case: Workspace) -> None:
    records.change(case, case.case, languages=("ug", "ru"))
    with words.speaking("ru"):
        form = reading.blank(case, "person")
    assert [one.code for one in entry(form, "languages").choices][:3] == ["ug", "ru", "kk"]
    assert [one.code for one in entry(form, "nationalities").choices][:4] == ["KZ", "KG", "UZ", "RU"]
    assert entry(form, "nationalities").choices[1].label == "Кыргызстан"
    assert entry(form, "occupation").choices[0].code == "ug"


def test_a_new_person_begins_with_the_name_and_both_are_one_act(case: Workspace) -> None:
    form = reading.blank(case, "person")
    assert form.entries()[0].name == "name.full"
    before = len(verbs(case))
    person = writing.add(case, "person", **{"name.full": "Болат", "name.language": "kk"}, sex="M")
    assert isinstance(person, Person) and person.sex == "M"
    (name,) = case.records.find(PersonName, person=person.id)
    assert (name.full, name.language, name.script, name.preferred) == ("Болат", "kk", "Cyrl", True)
    assert verbs(case)[before:] == ["person.added"]


@pytest.mark.parametrize("tab", ["victims", "accused", "witnesses"])
def test_a_person_begun_under_a_tab_stands_there_and_moves_with_the_role(case: Workspace, tab: str) -> None:
    given = listing.PEOPLE.begun[tab]
    assert entry(reading.blank(case, "person", **given), "role").value == given["role"]
    before = len(verbs(case))
    person = writing.add(case, "person", **{"name.full": "Болат"}, **given)
    assert listing.PEOPLE.tab_of(case, person.id) == tab
    assert verbs(case)[before:] == ["person.added"]
    writing.save(case, "person", person.id, {"role": given["role"]}, role="VICT_LAWYER")
    assert entry(reading.of(case, "person", person.id, with_name=True), "role").value == "VICT_LAWYER"
    assert listing.PEOPLE.tab_of(case, person.id) == "others"


def test_a_role_left_empty_is_none_and_can_be_said_later(case: Workspace) -> None:
    person = writing.add(case, "person", **{"name.full": "Болат"})
    assert not case.records.find(Involvement, person=person.id)
    writing.save(case, "person", person.id, {"role": None}, role="WITNESS")
    assert listing.PEOPLE.tab_of(case, person.id) == "witnesses"
    writing.save(case, "person", person.id, {"role": "WITNESS"}, role=None)
    assert listing.PEOPLE.tab_of(case, person.id) == "others"


def consent_part(ws: Workspace, person: Person) -> PartTable:
    """Return what the form of a person says of consent."""
    return next(part for part in reading.of(ws, "person", person.id).parts if part.noun == "consent")


def test_a_consent_is_written_in_the_form_which_says_what_stands(case: Workspace, askar: Person) -> None:
    card = consent_part(case, askar).card
    assert card is not None and (card.kind, card.title) == ("warn", "Consent: not asked yet")
    paper = records.add(case, Media(title=Localised.of("Form", "en"), kind="DATA"))
    given = {"given": PartialDate.parse("2024-03-01"), "conditions": "ask before reading aloud", "proof": paper.id}
    writing.add(case, "consent", person=askar.id, scope="COURT_NAT", status="GIVEN", **given)
    part = consent_part(case, askar)
    assert verbs(case)[-1] == "consent.decided"
    assert part.card is not None and (part.card.title, part.card.ref) == ("Consent: court only", paper.code)
    assert (part.rows[0].words, part.rows[0].sources) == ("National court or prosecutor", (paper.code,))
    assert part.rows[0].more == "Given · 1 March 2024 · ask before reading aloud"


def test_no_consent_is_missed_of_the_accused_but_the_form_says_that_there_is_none(case: Workspace) -> None:
    officer = people.add(case, Person(), PersonName(full="Офицер"), role="PERP")
    assert consent_card.card(case, officer) is None
    card = consent_part(case, officer).card
    assert card is not None and (card.kind, card.title) == ("info", "No consent is recorded")
    harmed = people.add(case, Person(), PersonName(full="Айна"), role="VICTIM")
    assert consent_card.card(case, harmed) is not None


def test_a_field_that_was_changed_meanwhile_is_not_overwritten(case: Workspace, askar: Person) -> None:
    writing.save(case, "person", askar.id, {"sex": None}, sex="M")
    with pytest.raises(ChangedMeanwhile):
        writing.save(case, "person", askar.id, {"sex": None}, sex="F")
    writing.save(
        case, "person", askar.id, {"born": None}, born=PartialDate.parse("1980")
    )  # another field is another matter
    kept = case.records.get(Person, askar.id)
    assert kept is not None and kept.sex == "M"


def test_the_script_of_a_name_follows_its_letters(case: Workspace, askar: Person) -> None:
    name = case.records.find(PersonName, person=askar.id)[0]
    writing.save(case, "person_name", name.id, {"full": name.full}, full="Askar Akhmetuly")
    kept = case.records.get(PersonName, name.id)
    assert kept is not None and kept.script == "Latn"


def test_in_each_script_just_one_name_is_preferred(case: Workspace, askar: Person) -> None:
    first, second = case.records.find(PersonName, person=askar.id)
    before = len(verbs(case))
    writing.save(case, "person_name", second.id, {"preferred": False}, preferred=True)
    assert [one.preferred for one in case.records.find(PersonName, person=askar.id)] == [True, True]
    assert len(verbs(case)) == before + 1
    third = writing.add(case, "person_name", person=askar.id, full="Асқар", preferred=True)
    assert [one.preferred for one in case.records.find(PersonName, person=askar.id)] == [False, True, True]
    writing.save(case, "person_name", third.id, {"preferred": True}, preferred=False)
    with pytest.raises(BadInput):
        writing.save(case, "person_name", second.id, {"preferred": True}, preferred=False)
    assert first.preferred


def test_protection_is_set_by_its_own_verb(case: Workspace, askar: Person) -> None:
    writing.save(case, "person", askar.id, {"protection": "P2"}, protection="P4")
    assert verbs(case)[-1] == "person.protected"


def test_a_source_is_one_entry_of_record_and_place(case: Workspace, askar: Person) -> None:
    item = records.add(case, Media(title=Localised.of("Снимок", "ru"), kind="PHOTO"))
    finding = writing.add(case, "finding", person=askar.id, source=item.id, locator="p. 2", description=Localised())
    source = entry(reading.of(case, "finding", finding.id, without="person"), "source")
    assert source.place == "locator" and source.value.citation == f"{item.code} p. 2"
    assert writing.stored(source, source.value) == {"source": item.id, "locator": "p. 2"}
    assert writing.stored(source, None) == {"source": None, "locator": None}
    (row,) = next(part for part in reading.of(case, "person", askar.id).parts if part.noun == "finding").rows
    assert row.sources == (f"{item.code} p. 2",)


def test_a_fact_without_a_source_says_so(case: Workspace, askar: Person) -> None:
    case_finding = writing.add(case, "finding", person=askar.id, view="FRONT", x=400, y=300)
    parts = {part.noun: part for part in reading.of(case, "person", askar.id).parts}
    (row,) = parts["finding"].rows
    assert row.record_id == case_finding.id and row.needs_source and not row.sources
    assert row.spot is not None and (row.spot.x, row.spot.y) == (400, 300)


def test_the_parts_of_an_event_are_who_took_part_and_what_it_rests_on(case: Workspace, askar: Person) -> None:
    event = events.add(case, Event(title=Localised.of("Задержание", "ru")))
    writing.add(case, "involvement", event=event.id, person=askar.id, role="VICTIM")
    spoken = testimonies.add(
        case, Testimony(language="ru", title=Localised.of("Рассказ", "ru")), [Paragraph("Нас вели.")]
    )
    writing.add(case, "mark", event=event.id, item=spoken.id, locator="¶1", stance="SUPPORTS")
    parts = {part.title: part for part in reading.of(case, "event", event.id).parts}
    assert [row.words for row in parts["Who took part"].rows] == ["Аскар Ахметов"]
    assert parts["Sources"].rows[0].sources == (f"{spoken.code} ¶1",)
    assert [line.op for line in history.lines(case)][-1] == "mark.added"
    with pytest.raises(BadInput):
        writing.add(case, "mark", event=event.id, item=spoken.id, locator="somewhere", stance="SUPPORTS")


def test_the_role_in_an_event_is_out_of_its_own_list(case: Workspace, askar: Person) -> None:
    event = events.add(case, Event(title=Localised.of("Задержание", "ru")))
    form = reading.blank(case, "involvement", without="event", event=event.id)
    codes = {choice.code for choice in entry(form, "role").choices}
    assert "PERP" in codes and "DEFENDANT" not in codes
    assert "charge" not in {one.name for one in form.entries()}


def test_a_person_is_found_by_code_and_by_any_name(case: Workspace, askar: Person) -> None:
    people.add(case, Person(), PersonName(full="Кто-то Другой"))
    for typed in ("P-001", "p1", "р-1", "Akhmet", "Ахмет", "ахметов"):
        assert [one.code for one in candidates.find(case, "person", typed)] == [askar.code], typed


def test_a_citation_brings_its_place_and_no_words_bring_the_newest(case: Workspace) -> None:
    spoken = testimonies.add(
        case, Testimony(language="ru", title=Localised.of("Рассказ", "ru")), [Paragraph("Нас вели.")]
    )
    found = candidates.find(case, "item", "т1 4")
    assert (found[0].record_id, found[0].locator) == (spoken.id, "¶4")
    item = records.add(case, Media(title=Localised.of("Снимок", "ru"), kind="PHOTO"))
    assert [one.record_id for one in candidates.find(case, "item", "")] == [item.id, spoken.id]


def test_a_rule_outside_the_index_is_found_by_its_title(case: Workspace) -> None:
    rule = writing.add(case, "deadline_rule", name=Localised.of("Апелляция, 15 дней", "ru"))
    assert [one.record_id for one in candidates.find(case, "deadline_rule", "АПЕЛЛ")] == [rule.id]


def test_many_records_share_what_they_have_in_common(case: Workspace) -> None:
    ids = [people.add(case, Person(sex="M", nationalities=("KG",)), PersonName(full="А")).id for _ in range(3)]
    ids.append(people.add(case, Person(sex="F", nationalities=("KG",)), PersonName(full="Б")).id)
    held = {one.entry.name: one for one in bulk.shared(case, "person", ids)}
    assert held["sex"].held == (("M", 3), ("F", 1))
    assert held["nationalities"].entry.value == ("KG",) and not held["nationalities"].is_mixed
    assert "contacts" not in held and "notes" not in held and "code" not in held


def test_many_records_are_changed_in_one_act_until_it_is_full(case: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [people.add(case, Person(), PersonName(full="А")).id for _ in range(5)]
    writing.save(case, "person", ids[0], {"sex": None}, sex="M")
    assert writing.change_many(case, "person", ids, sex="M") == writing.Changed(4, 1)
    assert verbs(case)[-1] == "person.changed_many"
    monkeypatch.setattr(writing, "MOST_AN_ACT", 2)
    assert writing.change_many(case, "person", ids, sex="F") == writing.Changed(5, 3)
    with pytest.raises(BadInput):
        writing.change_many(case, "person", ids, sex="nobody")


def test_part_records_speak_of_whom_they_name(case: Workspace, askar: Person) -> None:
    other = people.add(case, Person(), PersonName(full="Берик"))
    writing.add(case, "identification", identified=askar.id, by=other.id, certainty="PROBABLE")
    writing.add(case, "involvement", person=askar.id, role="WITNESS")
    parts = {(part.noun, part.by): part for part in reading.of(case, "person", askar.id).parts}
    (row,) = parts["identification", "identified"].rows
    assert (row.words, row.target) == ("Берик", other.code)
    assert parts["involvement", "person"].rows[0].words == "Eyewitness"
    assert isinstance(case.records.first(Involvement, person=askar.id), Involvement)
