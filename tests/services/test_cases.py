"""A case: made whole or not at all, opened or told why not, in each condition its own sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evidence_app.domain.errors import (
    AlreadyExists,
    BadInput,
    CannotWrite,
    DatabaseDamaged,
    EvidenceError,
    KeysDamaged,
    MissingPart,
    NotACase,
    WrongPassphrase,
)
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Testimony
from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, consents, details, history, intake, listing, people, searching, testimonies
from evidence_app.services.testimonies import Paragraph
from evidence_app.services.workspace import DATABASE, VAULT, Workspace


def test_a_new_case_has_every_part_of_the_format_and_nothing_else(case: Workspace, folder: Path) -> None:
    case.close()
    found = sorted(path.name for path in folder.iterdir())
    assert found == sorted(["READ-ME-FIRST.txt", *key_file.NAMES, DATABASE, VAULT, "lock"])
    assert folder.stat().st_mode & 0o077 == 0
    assert "Проверочное" not in (folder / "READ-ME-FIRST.txt").read_text("utf-8")


def test_a_case_is_made_in_an_empty_folder_and_never_over_anything(
    tmp_path: Path, quick: Profile, passphrase: str
) -> None:
    (tmp_path / "empty").mkdir()
    cases.create(tmp_path / "empty", "x", passphrase, profile=quick).close()
    (tmp_path / "file").write_bytes(b"kept")
    for taken in ("empty", "file"):
        with pytest.raises(AlreadyExists):
            cases.create(tmp_path / taken, "x", passphrase, profile=quick)
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.parametrize(("title", "secret"), [(" ", "long enough"), ("x", "short"), ("x", "")])
def test_what_would_be_no_case_leaves_no_folder(tmp_path: Path, quick: Profile, title: str, secret: str) -> None:
    with pytest.raises(BadInput):
        cases.create(tmp_path / "case", title, secret, profile=quick)
    assert not (tmp_path / "case").exists()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_left(
    tmp_path: Path, quick: Profile, passphrase: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    before = sorted(tmp_path.iterdir())
    for place in (tmp_path / "file" / "case", tmp_path / ("x" * 300)):
        with pytest.raises(CannotWrite):
            cases.create(place, "x", passphrase, profile=quick)
    assert sorted(tmp_path.iterdir()) == before


CONDITIONS: dict[str, type[EvidenceError]] = {
    "no folder": NotACase,
    "an empty folder": NotACase,
    "no database": MissingPart,
    "no vault": MissingPart,
    "no keys": MissingPart,
    "keys of both copies changed": KeysDamaged,
    "database of another case": DatabaseDamaged,
    "an empty database": DatabaseDamaged,
    "another passphrase": WrongPassphrase,
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_is_told_as_what_it_is(
    case: Workspace, folder: Path, tmp_path: Path, quick: Profile, passphrase: str, condition: str
) -> None:
    case.close()
    match condition:
        case "no folder":
            folder = tmp_path / "nowhere"
        case "an empty folder":
            shutil.rmtree(folder)
            folder.mkdir()
        case "no database":
            (folder / DATABASE).unlink()
        case "no vault":
            shutil.rmtree(folder / VAULT)
        case "no keys":
            for name in key_file.NAMES:
                (folder / name).unlink()
        case "keys of both copies changed":
            for name in key_file.NAMES:
                (folder / name).write_text((folder / name).read_text().replace("argon2id", "argon2if"))
        case "database of another case":
            cases.create(tmp_path / "other", "x", passphrase, profile=quick).close()
            shutil.copy(tmp_path / "other" / DATABASE, folder / DATABASE)
        case "an empty database":
            (folder / DATABASE).write_bytes(b"")
        case "another passphrase":
            passphrase = "not the one"
    for read_only in (False, True):
        with pytest.raises(EvidenceError) as told:
            cases.open_case(folder, passphrase, read_only=read_only)
        assert type(told.value) is CONDITIONS[condition]
        assert passphrase not in str(told.value)


def test_after_a_crash_between_two_writes_of_the_keys_the_copies_agree_again(
    case: Workspace, folder: Path, quick: Profile, passphrase: str
) -> None:
    case.close()
    old = (folder / key_file.NAMES[1]).read_bytes()
    keys = key_file.load(folder)
    key_file.save(folder, keys.with_passphrase(keys.unlock(passphrase), "новая фраза", quick))
    (folder / key_file.NAMES[1]).write_bytes(old)
    assert not key_file.copies_agree(folder)
    cases.open_case(folder, "новая фраза").close()
    assert key_file.copies_agree(folder)


def test_a_case_may_lie_anywhere(tmp_path: Path, quick: Profile, passphrase: str) -> None:
    for name in ("дело № 1", "a?b#c%20d", "x" * 255, "'quote' \"double\""):
        with cases.create(tmp_path / name, "x", passphrase, profile=quick) as ws:
            people.add(ws, Person())
        with cases.open_case(tmp_path / name, passphrase) as ws:
            assert cases.counts(ws).people == 1


@pytest.fixture
def small(case: Workspace, tmp_path: Path) -> Workspace:
    """A case with one of each thing that is listed."""
    name = PersonName(full="Әбілов Қайрат", language="kk")
    person = people.add(case, Person(protection="P1", nationalities=("KZ",)), name)
    people.add_name(case, person, PersonName(full="Abilov Kairat", kind="TRANSLIT", language="en"))
    consents.decide(case, person, "COURT_NAT", "GIVEN")
    testimonies.add(
        case,
        Testimony(
            language="ru", title=Localised.of("Рассказ", "ru"), speaker=person.id, taken=PartialDate.parse("2022-01-07")
        ),
        [
            Paragraph("Меня задержали утром у рынка.", 0, 9000, {"en": "I was detained."}),
            Paragraph("Отпустили вечером."),
        ],
    )
    (tmp_path / "запись.txt").write_text("x")
    intake.run(case, [tmp_path / "запись.txt"])
    with case.act("event.added") as act:
        act.add(Event(title=Localised.of("Задержание", "ru"), happened=PartialDate.parse("2022-01-07~")))
        act.add(Filing(title=Localised.of("Жалоба", "ru"), kind="OFFICIAL", is_held=False))
    return case


def test_lists_show_every_kind_with_its_counts(small: Workspace) -> None:
    (person,), (testimony,), (item,) = listing.people(small), listing.testimonies(small), listing.media(small)
    (event,), (filing,) = listing.events(small), listing.filings(small)
    assert (person.code, person.statements, person.consent_state) == ("P-001", 1, "court")
    assert (testimony.code, testimony.paragraphs, testimony.translated) == ("T-001", 2, 1)
    assert (item.code, item.name, item.is_held) == ("E-001", "запись.txt", True)
    assert (event.code, event.sort) == ("N-001", "2022-01-07T00:00:00")
    assert (filing.code, filing.is_held) == ("F-001", False)
    counted = cases.counts(small)
    assert (counted.people, counted.testimonies, counted.media, counted.filings, counted.events) == (1, 1, 1, 1, 1)


def test_details_tell_of_every_kind_and_of_nothing_that_is_not_there(small: Workspace) -> None:
    records = {"person": Person, "testimony": Testimony, "media": Media, "filing": Filing, "event": Event}
    for noun, kind in records.items():
        record = small.records.first(kind)
        shown = details.of(small, noun, record.id)
        assert shown is not None and shown.code == record.code
        assert shown.title
        assert details.of(small, noun, 10_000) is None
    rows = details.segments(small, small.records.first(Testimony).id)
    assert [(row.number, row.translations) for row in rows] == [(1, {"en": "I was detained."}), (2, {})]


@pytest.mark.parametrize(
    ("text", "citation", "kind"),
    [
        ("задержали рынка", "T-001 ¶1", "testimony"),
        ("detained", "T-001 ¶1", "testimony"),
        ("ҚАЙРАТ", "P-001", "person"),
        ("abilov", "P-001", "person"),
        ("жалоба", "F-001", "filing"),
        ("E-001", "E-001", "media"),
    ],
)
def test_search_finds_and_cites(small: Workspace, text: str, citation: str, kind: str) -> None:
    found = searching.search(small, text)
    assert citation in {hit.citation for hit in found.hits if hit.kind == kind}
    hit = next(hit for hit in found.hits if hit.citation == citation)
    assert searching.locate(small, hit.citation) is not None
    assert all(hit.kind != kind for hit in searching.search(small, text, kinds=["place"]).hits)


def test_a_kind_that_does_not_exist_is_told(small: Workspace) -> None:
    with pytest.raises(searching.UnknownKind):
        searching.search(small, "x", kinds=["everything"])
    for nowhere in ("T-999", "nothing", "", "Z-001", "T-001 ¶"):
        assert searching.locate(small, nowhere) is None


def test_history_tells_of_a_record_and_of_the_case(small: Workspace) -> None:
    person = small.records.first(Person)
    people.protect(small, person, "P3", reason="угрозы")
    told = history.of(small, person)
    assert [line.op for line in told] == ["person.added", "person.protected"]
    assert told[-1].parts[0]["after"] == {"protection": "P3"}
    lines = list(history.lines(small))
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0].op == "case.created"
    assert lines[-1].parts[0]["reason"] == "угрозы"


def test_renaming_a_case_keeps_its_titles_in_other_languages(case: Workspace) -> None:
    cases.rename(case, "Test case", "en", code="2024/1")
    assert case.case.title.as_dict() == {"ru": "Проверочное дело", "en": "Test case"}
    assert case.code == "2024/1"
