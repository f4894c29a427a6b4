"""What a dossier must not give away, part by part: a small case made to leak, compiled for each reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain import testimony as spoken
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.consent import Consent, covers
from evidence_app.domain.errors import AlreadyExists, CannotWrite, CaseChanged
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.dossier.message import to_message
from evidence_app.services import consents, dossiers, people, records, release
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

READERS = ("COURT", "INTERNATIONAL", "PUBLIC")


def compiled(case: Workspace, tmp_path: Path, reader: str) -> Manuscript:
    """Return what would be printed for a reader, in Russian."""
    return dossiers.prepare(case, tmp_path / "none.pdf", reader=reader, language="ru").manuscript


def said(case: Workspace, tmp_path: Path, reader: str) -> str:
    """Return all of it as one text."""
    return str(to_message(compiled(case, tmp_path, reader))[0])


def protected(case: Workspace, protection: str, full: str = "Тайная Айгерим", **fields: object) -> Person:
    """Record somebody who agreed to everything, under a protection."""
    person = people.add(case, Person(protection=protection, confidentiality="C0", **fields), PersonName(full=full))
    for scope in ("COURT_NAT", "COURT_INT", "MEDIA_ANON"):
        consents.decide(case, person, scope, "GIVEN")
    return person


def happening(case: Workspace, person: Person | None = None, **fields: object) -> Event:
    """Record an event, with somebody in it."""
    with case.act("event.added") as act:
        event = act.add(Event(title=Localised.of("Избиение", "ru"), confidentiality="C0", **fields))
        if person is not None:
            act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    return event


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("protection", ["P3", "P4"])
def test_nobody_in_danger_is_placed_more_exactly_than_month_and_district(
    case: Workspace, tmp_path: Path, reader: str, protection: str
) -> None:
    with case.act("place.added") as act:
        district = act.add(Place(name=Localised.of("Тасбулакский район", "ru"), kind="DISTRICT", confidentiality="C0"))
        village = act.add(
            Place(name=Localised.of("село Кумтобе", "ru"), kind="SETTLEMENT", parent=district.id, confidentiality="C0")
        )
        house = act.add(Place(name=Localised.of("ул. Абая 15", "ru"), parent=village.id, confidentiality="C0"))
    person = protected(case, protection)
    happening(case, person, happened=PartialDate.parse("2022-01-07T18:40"), place=house.id)
    [event] = compiled(case, tmp_path, reader).chronology
    assert event.when == "январь 2022 года"
    assert event.place == "Тасбулакский район"


@pytest.mark.parametrize("reader", READERS)
def test_a_place_without_a_district_is_left_out_rather_than_printed_whole(
    case: Workspace, tmp_path: Path, reader: str
) -> None:
    with case.act("place.added") as act:
        house = act.add(Place(name=Localised.of("ул. Абая 15", "ru"), confidentiality="C0"))
    happening(case, protected(case, "P3"), place=house.id)
    assert "Абая" not in said(case, tmp_path, reader)


def test_a_picture_of_somebody_in_danger_is_dated_to_the_month_and_its_people_are_not_shown(
    case: Workspace, tmp_path: Path
) -> None:
    person = protected(case, "P2")
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=Localised.of("Спина", "ru"), confidentiality="C0"))
        sealed = case.vault.put_bytes(b"\xff\xd8\xff\xd9")
        act.add(StoredFile(item=item.id, sha256=sealed.sha256, size_bytes=4, name="a.jpg"))
        act.add(StoredFile(item=item.id, sha256=sealed.sha256, size_bytes=4, role="THUMBNAIL"))
        act.add(Mark(item=item.id, person=person.id, stance="IDENTIFIES"))
    for reader in READERS:
        [exhibit] = compiled(case, tmp_path, reader).exhibits
        assert exhibit.stills == ()
        assert bool(exhibit.sha256) == (reader != "PUBLIC")
    people.protect(case, person, "P3")
    records.change(case, item, made=PartialDate.parse("2022-01-07"))
    assert compiled(case, tmp_path, "COURT").exhibits[0].date == "январь 2022 года"


def test_conflicts_tell_nothing_of_somebody_printed_as_a_code(case: Workspace, tmp_path: Path) -> None:
    person = protected(case, "P2", occupation=Localised.of("завуч школы № 5", "ru"))
    with case.act("fact.asserted") as act:
        for year in ("1990-05-17", "1991-05-18"):
            act.add(Assertion(subject=person.uid, field="born", value=Localised.of(year, "zxx")))
    for reader in READERS:
        assert "1990" not in said(case, tmp_path, reader)
        assert "завуч" not in said(case, tmp_path, reader)


def test_what_a_withheld_source_or_proceeding_says_is_withheld_with_it(case: Workspace, tmp_path: Path) -> None:
    person = people.add(
        case, Person(protection="P0", basis="PUBLIC_RECORD", confidentiality="C0"), PersonName(full="Иванов Пётр")
    )
    event = happening(case)
    with case.act("case.filled") as act:
        sealed = act.add(Media(kind="OFFICIAL", title=Localised.of("Справка", "ru"), confidentiality="C4"))
        closed = act.add(Proceeding(title=Localised.of("Закрытое дело", "ru"), confidentiality="C4"))
        act.add(
            Assertion(subject=event.uid, field="account", value=Localised.of("их было сто", "ru"), source=sealed.id)
        )
        act.add(Assertion(subject=event.uid, field="account", value=Localised.of("их было двести", "ru")))
        act.add(
            Involvement(
                person=person.id, proceeding=closed.id, role="CONVICTED", sentence=Localised.of("девять лет", "ru")
            )
        )
        act.add(Involvement(person=person.id, event=event.id, role="VICTIM", source=sealed.id, claimed=77_000))
    for reader in READERS:
        text = said(case, tmp_path, reader)
        assert "их было сто" not in text
        assert "девять лет" not in text
        assert "77000" not in text


def test_fresh_codes_differ_and_do_not_stand_in_the_order_of_the_stable_ones(case: Workspace, tmp_path: Path) -> None:
    for number in range(12):
        person = protected(case, "P2", f"Тайный{number} Имя{number}")
        happening(case, person)
    [group] = compiled(case, tmp_path, "PUBLIC").groups
    codes = [person.code for person in group.persons]
    assert len(set(codes)) == 12
    assert codes == sorted(codes)
    assert "P-0" not in str(codes)


def test_who_gave_an_item_is_named_only_where_they_may_be(case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(
            Media(
                kind="PHOTO",
                title=Localised.of("Снимок", "ru"),
                received_from="брат потерпевшей Канат, тел. 8 701 555 44 33",
                received_how="у подъезда дома 7",
                confidentiality="C0",
            )
        )
        act.custody(item, "RECEIVE", from_="брат потерпевшей Канат", to=case.account.name)
    for reader in READERS:
        text = said(case, tmp_path, reader)
        assert "Канат" not in text
        assert "подъезда" not in text
    assert "Канат" in said(case, tmp_path, "TEAM")


def test_custody_is_by_an_account_and_the_public_copy_names_none_nor_its_key(case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=Localised.of("Снимок", "ru"), confidentiality="C0"))
        act.custody(item, "RECEIVE", to=case.account.name)
    [act] = compiled(case, tmp_path, "COURT").certificates[0].acts
    assert act.by == case.account.name
    public = said(case, tmp_path, "PUBLIC")
    assert case.keyring.key_id[:8] not in public
    assert case.account.name not in public


def test_an_item_of_somebody_who_never_leaves_stays(case: Workspace, tmp_path: Path) -> None:
    person = protected(case, "P4")
    with case.act("item.received") as act:
        act.add(Media(kind="PHOTO", title=Localised.of("Снимок", "ru"), confidentiality="C0", source_person=person.id))
    assert compiled(case, tmp_path, "COURT").exhibits == ()


def test_a_change_of_what_decides_stops_an_export_that_was_begun_before(case: Workspace, tmp_path: Path) -> None:
    person = protected(case, "P0")
    gate = Gate(case, "COURT", "ru")
    inspected = release.inspect(gate, b"%PDF", lambda _pdf: [])
    happening(case)
    release.deliver(case, gate, tmp_path / "one.pdf", b"%PDF", inspected, dossier="D-01")
    consents.withdraw(case, person, "COURT_NAT", PartialDate.parse("2024-05-01"))
    with pytest.raises(CaseChanged):
        release.deliver(case, gate, tmp_path / "two.pdf", b"%PDF", inspected, dossier="D-01")
    assert not (tmp_path / "two.pdf").exists()


def test_nothing_leaves_into_the_case_itself_or_over_another_file(case: Workspace, tmp_path: Path) -> None:
    gate = Gate(case, "COURT", "ru")
    inspected = release.inspect(gate, b"%PDF", lambda _pdf: [])
    with pytest.raises(CannotWrite):
        release.deliver(case, gate, case.folder / "vault" / "d.pdf", b"%PDF", inspected, dossier="D-01")
    (tmp_path / "mine.pdf").write_text("mine")
    with pytest.raises(AlreadyExists):
        release.deliver(case, gate, tmp_path / "mine.pdf", b"%PDF", inspected, dossier="D-01")
    assert (tmp_path / "mine.pdf").read_text() == "mine"
    with pytest.raises(ValueError, match="inspected"):
        release.deliver(case, gate, tmp_path / "new.pdf", b"other", inspected, dossier="D-01")


@pytest.mark.parametrize("locator", ["¶99", "¶4-6", "¶²", "somewhere", "p. 7", "00:41"])
def test_a_citation_of_a_paragraph_that_is_not_there_stops_no_dossier(
    case: Workspace, tmp_path: Path, locator: str
) -> None:
    person = protected(case, "P0")
    with case.act("testimony.added") as act:
        testimony = act.add(spoken.Testimony(language="ru", speaker=person.id, title=Localised.of("Рассказ", "ru")))
        act.add(spoken.Segment(language="ru", item=testimony.id, number=1, text="Нас били."))
        act.add(PersonName(person=person.id, full="Тайная А.", kind="DOCUMENT", source=testimony.id, locator=locator))
    dossiers.build(case, tmp_path / "out.pdf", reader="COURT", language="ru")


TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("decisions", "holds"),
    [
        ([{"status": "GIVEN", "given": "2023-01-01"}], True),
        ([{"status": "GIVEN", "given": "2099-01-01"}], False),
        ([{"status": "GIVEN", "until": "2024"}], False),
        ([{"status": "GIVEN", "given": "2023"}, {"status": "WITHDRAWN", "withdrawn": "2024-01-01"}], False),
        ([{"status": "WITHDRAWN", "withdrawn": "2024-01-01"}, {"status": "GIVEN", "given": "2021-01-01"}], False),
        ([{"status": "WITHDRAWN", "withdrawn": "2024-01-01"}, {"status": "GIVEN", "given": "2025-01-01"}], True),
        ([{"status": "GIVEN"}, {"status": "WITHDRAWN"}, {"status": "GIVEN"}], True),
        ([{"status": "GIVEN", "cross_border": False}], False),
        ([{"status": "GIVEN"}, {"scope": "CROSS_BORDER", "status": "REFUSED"}], False),
    ],
)
def test_the_newest_decision_counts_by_its_own_day(decisions: list[dict[str, object]], holds: bool) -> None:
    made = []
    for number, decision in enumerate(decisions, 1):
        dated = {
            k: PartialDate.parse(str(v)) if k in {"given", "until", "withdrawn"} else v for k, v in decision.items()
        }
        made.append(Consent(id=number, person=1, **({"scope": "COURT_INT"} | dated)))
    assert covers(made, "INTERNATIONAL", TODAY) is holds


def test_consent_with_conditions_lets_words_go_but_no_name(case: Workspace) -> None:
    person = people.add(case, Person(protection="P0", confidentiality="C0"), PersonName(full="Тайная Айгерим"))
    consents.decide(case, person, "COURT_NAT", "LIMITED", conditions="без имени")
    printed = Gate(case, "COURT", "ru").person(person.id)
    assert printed is not None
    assert printed.label == person.code


@pytest.mark.parametrize("reader", READERS)
def test_an_injury_of_somebody_in_danger_is_dated_to_the_month(case: Workspace, tmp_path: Path, reader: str) -> None:
    person = protected(case, "P3")
    records.add(
        case,
        Finding(
            person=person.id,
            site="CHEST",
            basis="DIAGNOSED",
            observed=PartialDate.parse("2022-01-11"),
            description=Localised.of("Тайная Айгерим: перелом двух рёбер", "ru"),
            examiner="Тайная Айгерим",
            confidentiality="C0",
        ),
    )
    [injury] = compiled(case, tmp_path, reader).injuries
    assert "январь 2022" in injury.known_by
    assert "11" not in injury.known_by
    assert "перелом двух рёбер" in injury.description
    assert "Айгерим" not in str(injury)


def test_an_injury_above_the_reader_or_with_a_source_held_back_stays(case: Workspace, tmp_path: Path) -> None:
    person = protected(case, "P0")
    with case.act("media.added") as act:
        hidden = act.add(Media(title=Localised.of("Снимок", "ru"), confidentiality="C2"))
    records.add(case, Finding(person=person.id, source=hidden.id, confidentiality="C0"))
    records.add(case, Finding(person=person.id, photo=hidden.id, confidentiality="C0"))
    assert compiled(case, tmp_path, "COURT").injuries == ()
    records.add(case, Finding(person=person.id))
    assert len(compiled(case, tmp_path, "COURT").injuries) == 1
    public = compiled(case, tmp_path, "PUBLIC")
    assert public.injuries == ()
    assert sum(ground.count for ground in public.withheld) >= 1


@pytest.mark.parametrize("reader", READERS)
def test_who_recognised_an_officer_is_told_only_where_both_may_be_spoken_of(
    case: Workspace, tmp_path: Path, reader: str
) -> None:
    witness, hidden = protected(case, "P3"), protected(case, "P4", "Скрытый Марат")
    officer = people.add(case, Person(protection="P0", confidentiality="C0", basis="OFFICIAL"), PersonName(full="Ким"))
    for by in (witness, hidden):
        records.add(
            case,
            Identification(
                certainty="SURE",
                identified=officer.id,
                by=by.id,
                said="Я, Тайная Айгерим, узнала его",
                made=PartialDate.parse("2022-03-05"),
                confidentiality="C0",
            ),
        )
    [made] = compiled(case, tmp_path, reader).recognitions
    assert made.when == "март 2022 года"
    assert "Айгерим" not in str(made)
    assert "узнала его" in made.said


def test_an_identification_is_not_for_the_public_unless_somebody_says_so(case: Workspace, tmp_path: Path) -> None:
    witness = protected(case, "P1")
    officer = people.add(case, Person(protection="P0", confidentiality="C0", basis="OFFICIAL"), PersonName(full="Ким"))
    records.add(case, Identification(certainty="SURE", identified=officer.id, by=witness.id))
    assert compiled(case, tmp_path, "PUBLIC").recognitions == ()
    assert len(compiled(case, tmp_path, "COURT").recognitions) == 1
