"""What sources say of a field, and which of it is preferred."""

from __future__ import annotations

import pytest

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.errors import BadInput
from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.record import fields
from evidence_app.domain.testimony import Testimony
from evidence_app.services import assertions, details, events, history, people, records, testimonies
from evidence_app.services.forms import reading
from evidence_app.services.forms.calling import candidate
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.workspace import Workspace


@pytest.fixture
def event(case: Workspace) -> Event:
    """An event, and a testimony of two paragraphs that tells of it."""
    testimonies.add(
        case,
        Testimony(language="ru", title=Localised.of("Рассказ", "ru")),
        [Paragraph("Утром."), Paragraph("Нас вели.")],
    )
    return events.add(case, Event(title=Localised.of("Задержание", "ru")))


def held(case: Workspace, event: Event) -> Event:
    found = case.records.get(Event, event.id)
    assert found is not None
    return found


def test_values_stand_side_by_side_and_one_is_preferred_in_the_same_act(case: Workspace, event: Event) -> None:
    first, second = PartialDate.parse("2022-01-07"), PartialDate.parse("2022-01-08~")
    assertions.add(case, "event", event.id, "happened", first, citation="т-1 1", grade="B2", prefer=True)
    other = assertions.add(case, "event", event.id, "happened", second, citation="T-001 ¶2")
    assert held(case, event).happened == first
    count = sum(1 for _ in history.lines(case))
    assertions.prefer(case, other.id)
    assert held(case, event).happened == second
    assert sum(1 for _ in history.lines(case)) == count + 1
    said = assertions.of(case, "event", event.id, "happened")
    assert [(one.value, one.citation, one.grade, one.preferred) for one in said] == [
        ("about 8 January 2022", "T-001 ¶2", "", True),
        ("7 January 2022", "T-001 ¶1", "B2", False),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("acts", ("BEAT", "BEAT_OBJ")),
        ("status", "FOUND"),
        ("people_count", 44),
        ("is_key", True),
        ("authority", Localised.of({"ru": "Полиция", "en": "Police"})),
        ("zone", "Asia/Almaty"),
    ],
)
def test_what_is_preferred_comes_back_as_the_field_holds_it(
    case: Workspace, event: Event, field: str, value: object
) -> None:
    from evidence_app.domain.vocabulary import terms

    if field == "status":
        value = terms("event_status")[-1].code
    added = assertions.add(case, "event", event.id, field, value)
    assertions.prefer(case, added.id)
    assert getattr(held(case, event), field) == value


def test_a_person_is_meant_by_the_code(case: Workspace, event: Event) -> None:
    speaker = people.add(case, Person(), PersonName(full="Берик"))
    spoken = case.records.first(Testimony)
    assert spoken is not None
    line = next(line for line in fields(Testimony) if line.name == "speaker")
    assert assertions.meant(case, spoken, line, Localised.of(speaker.code, "zxx")) == speaker.id
    with pytest.raises(BadInput):
        assertions.meant(case, spoken, line, Localised.of("nobody of that name", "zxx"))


def test_a_source_that_leads_nowhere_is_told_and_nothing_is_kept(case: Workspace, event: Event) -> None:
    for typed in ("T-999 ¶1", "P-001", "somewhere"):
        with pytest.raises(BadInput):
            assertions.add(case, "event", event.id, "people_count", 4, citation=typed, prefer=True)
    assert held(case, event).people_count is None
    assert assertions.of(case, "event", event.id, "people_count") == ()


def test_a_place_that_is_no_citation_is_kept_in_its_own_words(case: Workspace, event: Event) -> None:
    assertions.add(case, "event", event.id, "people_count", 44, citation="T-001 том 3, л.д. 45")
    assert assertions.of(case, "event", event.id, "people_count")[0].citation == "T-001 том 3, л.д. 45"


def test_a_value_without_a_source_has_no_citation(case: Workspace, event: Event) -> None:
    assertions.add(case, "event", event.id, "people_count", 4)
    assert assertions.of(case, "event", event.id, "people_count")[0].citation == ""


def test_of_two_places_of_one_name_the_one_that_was_meant_is_preferred(case: Workspace, event: Event) -> None:
    prisons = [records.add(case, Place(name=Localised.of(name, "ru"))) for name in ("Тюрьма А", "Тюрьма Б")]
    name = Localised.of("Камера 12", "ru")
    cells = [records.add(case, Place(name=name, parent=prison.id)) for prison in prisons]
    for cell in cells:
        said = assertions.add(case, "event", event.id, "place", candidate(case, cell))
        records.change(case, held(case, event), place=prisons[0].id)
        assertions.prefer(case, said.id)
        assert held(case, event).place == cell.id
    assert {one.value for one in assertions.of(case, "event", event.id, "place")} == {"Камера 12"}


def test_a_bare_name_that_two_places_share_is_not_guessed_at(case: Workspace, event: Event) -> None:
    for _one in range(2):
        records.add(case, Place(name=Localised.of("Камера 12", "ru")))
    with case.act("assertion.added") as act:  # as it was kept before the uid was
        said = act.add(Assertion(subject=event.uid, field="place", value=Localised.of("Камера 12", "zxx")))
    with pytest.raises(BadInput, match="several records"):
        assertions.prefer(case, said.id)
    assert held(case, event).place is None


def test_names_and_secrets_are_recorded_beside_the_others_and_never_asserted(case: Workspace) -> None:
    person = people.add(case, Person(contacts=("+7 701 555 12 34",)), PersonName(full="Тайная Айгерим"))
    name = case.records.first(PersonName, person=person.id)
    for noun, record, field in (("person_name", name, "full"), ("person", person, "contacts")):
        with pytest.raises(BadInput):
            assertions.add(case, noun, record.id, field, "Другая Айгерим")
    assert case.records.count(Assertion) == 0
    assert not [entry.name for entry in reading.of(case, "person_name", name.id).entries() if entry.is_stated]
    assert "born" in [entry.name for entry in reading.of(case, "person", person.id).entries() if entry.is_stated]


def test_a_date_that_a_source_gives_is_read_in_words_beside_the_record(case: Workspace, event: Event) -> None:
    assertions.add(case, "event", event.id, "happened", PartialDate.parse("2022-01-12~"))
    shown = details.of(case, "event", event.id)
    assert shown is not None
    said = [row.value for section in shown.sections for row in section.rows if row.label == "When"]
    assert "about 12 January 2022" in said and not [words for words in said if "~" in words]
