"""Lists: what SQL finds, orders and counts is what the rules of the domain and the details say."""

from __future__ import annotations

import random

import pytest

from evidence_app.domain.charge import Charge
from evidence_app.domain.consent import Consent, reach
from evidence_app.domain.errors import Refused
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.identification import Identification
from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Testimony
from evidence_app.services import details, labels, linked_rows, listing, naming, records, synthesis, testimonies
from evidence_app.services.listing import EVENTS, FILINGS, MEDIA, PEOPLE, TESTIMONIES, Ask, NounList
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

LISTS = {"people": PEOPLE, "events": EVENTS, "filings": FILINGS, "media": MEDIA, "testimonies": TESTIMONIES}
ODD = ("Айна", "Éva Nagy", "“Тимур”", "1-й свидетель", "名前", "Ёлкина Вера", "айгерим", "ЖАНАР", "Қасым", "x")


def add(case: Workspace, *made: Record) -> list[Record]:
    """Record things in one act."""
    with case.act("test.prepared") as act:
        return [act.add(record) for record in made]


def codes(case: Workspace, kind: NounList, **asked: object) -> list[str]:
    """Return the codes that a list shows, in order."""
    ids = kind.ids(case, Ask(**asked))  # type: ignore[arg-type]
    rows = kind.rows(case, ids)
    return [rows[one].code for one in ids]


def test_how_far_consent_reaches_is_what_the_rule_says(case: Workspace) -> None:
    chance, days = (
        random.Random(7),
        ("2021", "2022-01", "2022-01-07~", "2022-02-12/2022-03-01", "2199-01-01", "../2021"),
    )

    def day(often: float) -> PartialDate | None:
        return PartialDate.parse(chance.choice(days)) if chance.random() < often else None

    for _round in range(150):
        basis = chance.choice((None, "PUBLIC_RECORD", "CONSENT"))
        (person,) = add(case, Person(basis=basis))
        scopes = ("INTERNAL", "COURT_NAT", "PUBLIC_NAMED", "MEDIA_ANON", "PHOTO")
        statuses = ("GIVEN", "LIMITED", "WITHDRAWN", "REFUSED")
        add(
            case,
            *(
                Consent(
                    person=person.id,
                    scope=chance.choice(scopes),
                    status=chance.choice(statuses),
                    given=day(0.7),
                    until=day(0.2),
                    withdrawn=day(0.1),
                    voided="a mistake" if chance.random() < 0.1 else None,
                )
                for _ in range(chance.randrange(6))
            ),
        )
    states = {}
    for row in listing.people(case):
        held = case.records.find(Consent, person=row.id)
        public = case.records.get(Person, row.id).basis == "PUBLIC_RECORD"  # type: ignore[union-attr]
        states[row.code] = "record" if public and not held else reach(held, listing.today())
        assert (row.code, row.consent_state) == (row.code, states[row.code])
    assert set(states.values()) == {"public", "court", "internal", "withdrawn", "record", "none"}
    for state in set(states.values()):
        wanted = [code for code, held in states.items() if held == state]
        assert codes(case, PEOPLE, kept=(("consent", state),)) == wanted


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_name_shown_is_the_one_that_naming_chooses(case: Workspace, language: str) -> None:
    words.choose(language)
    chance = random.Random(3)
    for number in range(60):
        (person,) = add(case, Person())
        names = chance.sample(ODD, number % 4)
        kinds = [chance.choice(("LEGAL", "TRANSLIT", "ALIAS")) for _ in names]
        chosen = chance.random() < 0.5
        spelled = [
            PersonName(person=person.id, full=n, kind=k, preferred=chosen) for n, k in zip(names, kinds, strict=True)
        ]
        add(case, *spelled)
    for row in listing.people(case):
        name = naming.choose(case.records.find(PersonName, person=row.id))
        assert row.name == (name.full if name else "")
    words.choose("en")


def test_rows_agree_with_details_and_counts_with_what_a_value_finds(case: Workspace) -> None:
    synthesis.load(case, victims=9, testimonies=6, media=0)
    marked = next(mark for mark in case.records.find(Mark) if mark.event)
    records.void(case, case.records.item(marked.item), "twice")  # type: ignore[arg-type]
    for person in listing.people(case):
        known = details.person(case, person.id)
        linked = {line.label.split(" ")[0] for line in linked_rows.marks(case, person=person.id)}
        spoken = linked_rows.statements(case, case.records.get(Person, person.id))  # type: ignore[arg-type]
        assert (person.statements, person.media) == (len(spoken), len([c for c in linked if c.startswith("E-")]))
        assert known is not None and person.name in {known.title, ""}
    for event in listing.events(case):
        known = details.event(case, event.id)
        assert known is not None and (known.title, known.subtitle) == (event.title, event.kind_label)
        assert event.people == len(linked_rows.involvements(case, event=event.id))
        assert event.sources == len(linked_rows.marks(case, event=event.id))
    for kind in LISTS.values():
        assert sum(kind.tabs(case).values()) in {0, len(kind.ids(case, Ask()))}
        for facet in kind.shape.facets:
            for value in kind.facet(case, Ask(), facet):
                assert len(kind.ids(case, Ask(kept=((facet, value.value),)))) == value.count, (facet, value)
        for sort in kind.shape.sorts:
            both = [kind.ids(case, Ask(sort=sort, descending=down)) for down in (False, True)]
            assert sorted(both[0]) == sorted(both[1]) == sorted(kind.ids(case, Ask()))


def test_words_are_found_inside_others_in_any_case_and_a_sign_is_only_itself(case: Workspace) -> None:
    (first, second, third) = add(case, Person(), Person(), Person())
    add(
        case,
        PersonName(person=first.id, full="Рузаханов ПЁТР"),
        PersonName(person=first.id, full="Ruzakhanov Pyotr", kind="TRANSLIT"),
        PersonName(person=second.id, full="Қасым [он же *Каса*]"),
        PersonName(person=third.id, full="Кто-то"),
    )
    assert codes(case, PEOPLE, words="ЗАХАН") == ["P-001"]
    assert codes(case, PEOPLE, words="петр ruzakh") == ["P-001"]
    assert codes(case, PEOPLE, words="қасым") == ["P-002"]
    assert codes(case, PEOPLE, words="*каса*") == ["P-002"]
    assert codes(case, PEOPLE, words="[он") == ["P-002"]
    assert codes(case, PEOPLE, words="*") == ["P-002"]
    assert codes(case, PEOPLE, words="?") == []
    assert codes(case, PEOPLE, words="Р-003") == ["P-003"]  # typed on a Cyrillic keyboard


def test_a_filter_that_a_list_does_not_have_is_refused_and_not_passed_over(case: Workspace) -> None:
    with pytest.raises(Refused, match="no filter “nonsense”"):
        PEOPLE.ids(case, Ask(kept=(("nonsense", "x"),)))
    with pytest.raises(Refused):
        PEOPLE.facet(case, Ask(), "nonsense")


def test_words_look_through_titles_and_not_through_how_they_are_stored(case: Workspace) -> None:
    add(
        case,
        Event(title=Localised((("ru", 'Показ "признания"'), ("en", "Broadcast")))),
        Event(title=Localised.of("Обыск")),
    )
    assert codes(case, EVENTS, words="ПОКАЗ broad") == ["N-001"]
    assert codes(case, EVENTS, words='"признания"') == ["N-001"]
    assert codes(case, EVENTS, words="ru") == []


def test_codes_are_ordered_as_numbers_and_unknown_values_come_last_either_way(case: Workspace) -> None:
    add(case, *(Person(code=code) for code in ("P-1000", "P-999", "P-002")))
    add(case, PersonName(person=1, full="ёлкина"), PersonName(person=2, full="Жанар"))
    assert codes(case, PEOPLE, sort="code") == ["P-002", "P-999", "P-1000"]
    assert codes(case, PEOPLE, sort="code", descending=True) == ["P-1000", "P-999", "P-002"]
    assert codes(case, PEOPLE, sort="name") == ["P-1000", "P-999", "P-002"]
    assert codes(case, PEOPLE, sort="name", descending=True) == ["P-999", "P-1000", "P-002"]


def test_a_victim_was_detained_when_the_earliest_such_event_began(case: Workspace) -> None:
    (person,) = add(case, Person())
    later, sooner, beaten = add(
        case,
        Event(kind="DETENTION", title=Localised.of("Содержание"), happened=PartialDate.parse("2022-01-08")),
        Event(kind="ARREST", title=Localised.of("Задержание"), happened=PartialDate.parse("2022-01-07~")),
        Event(kind="ACT", title=Localised.of("Избиение"), happened=PartialDate.parse("2022-01-02")),
    )
    add(case, *(Involvement(person=person.id, event=one.id, role="VICTIM") for one in (later, sooner, beaten)))
    assert [row.detained for row in listing.people(case)] == ["about 7 January 2022"]
    records.void(case, sooner, "twice")
    assert [row.detained for row in listing.people(case)] == ["8 January 2022"]


def test_missing_evidence_goes_away_as_it_arrives_and_is_not_asked_of_officers(case: Workspace) -> None:
    victim, officer = add(case, Person(recognised_victim=True), Person())
    add(case, Involvement(person=officer.id, role="PERP"))
    missing = {row.code: row.missing for row in listing.people(case)}
    assert missing == {"P-001": ("Consent form", "Statement", "Medical", "Photo"), "P-002": ()}
    report, photograph, form = add(
        case,
        Media(kind="MEDICAL", title=Localised.of("Заключение")),
        Media(kind="PHOTO", title=Localised.of("Снимок")),
        Filing(kind="CONSENT_FORM", title=Localised.of("Согласие")),
    )
    add(case, *(Mark(stance="SUPPORTS", item=one.id, person=victim.id) for one in (report, photograph, report)))
    add(case, Consent(person=victim.id, scope="COURT_NAT", status="GIVEN", proof=form.id))
    said = Testimony(language="ru", title=Localised.of("Рассказ"), speaker=victim.id)
    testimonies.add(case, said, [Paragraph("Нас били.")])
    row = listing.people(case)[0]
    assert (row.missing, row.statements, row.media) == (("Translation",), 1, 2)
    found = {value.value: value.count for value in PEOPLE.facet(case, Ask(tab="victims"), "missing")}
    assert found == {"translation": 1}


def test_officers_whom_two_are_sure_of_and_nobody_charged_are_found(case: Workspace) -> None:
    officers = add(case, *(Person() for _ in range(4)))
    first, second = add(case, Person(), Person())
    for officer in officers:
        certainty = "UNSURE" if officer is officers[1] else "SURE"
        add(
            case,
            Involvement(person=officer.id, role="PERP"),
            Identification(certainty="SURE", identified=officer.id, by=first.id),
            Identification(certainty="SURE", identified=officer.id, by=first.id),
            Identification(identified=officer.id, by=second.id, certainty=certainty),
        )
    (trial,) = add(case, Proceeding(title=Localised.of("Дело")))
    add(
        case,
        Charge(proceeding=trial.id, law=Localised.of("УК"), article="146", person=officers[2].id),
        Involvement(person=officers[3].id, proceeding=trial.id, role="SUSPECT"),
    )
    assert codes(case, PEOPLE, tab="accused", kept=(("identified", "uncharged"),)) == [officers[0].code]  # type: ignore[attr-defined]


def test_a_label_is_a_filter_of_every_list(case: Workspace) -> None:
    event, filing, label = add(
        case, Event(title=Localised.of("Обыск")), Filing(title=Localised.of("Жалоба")), Label(name="Срочно")
    )
    add(case, *(Labelling(label=label.id, subject=one.uid) for one in (event, filing)))
    for kind, code in ((EVENTS, "N-001"), (FILINGS, "F-001")):
        (value,) = kind.facet(case, Ask(), "label")
        assert (value.label, value.count) == ("Срочно", 1)
        assert codes(case, kind, kept=(("label", value.value),)) == [code]
    records.void(case, label, "не нужна")
    for kind in (EVENTS, FILINGS):
        assert kind.facet(case, Ask(), "label") == ()
        assert codes(case, kind, kept=(("label", value.value),)) == []
    labels.add(case, "срочно")
    assert [one.count for one in EVENTS.facet(case, Ask(), "label")] == [1]


def test_the_first_rows_are_the_beginning_of_the_whole_and_letters_find_their_place(case: Workspace) -> None:
    people = add(case, *(Person() for _ in range(250)))
    add(case, *(PersonName(person=one.id, full=f"{'Бек' if one.id % 2 else 'Ания'} {one.id:03}") for one in people))
    ask = Ask(sort="name", descending=True)
    first, ids = PEOPLE.first(case, ask), PEOPLE.ids(case, ask)
    assert (first.ids, first.is_whole, list(first.rows)) == (ids, True, sorted(ids[:60]))
    first = PEOPLE.first(case, Ask())
    assert (first.ids, first.is_whole) == (PEOPLE.ids(case, Ask())[:200], False)
    assert sorted(first.rows) == sorted(first.ids[:60])
    assert PEOPLE.beginning(case, ask, "ани")[0] == ids[125]
    assert PEOPLE.first(case, Ask(words="Бек 001")).is_whole
