"""The one gate: each cell of the table of names, consent and its end, redaction, and the leak that stops an export."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from evidence_app.domain.consent import Consent
from evidence_app.domain.errors import AlreadyExists, CannotWrite, NotFound, ReleaseRefused
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.release import READERS, Form, form
from evidence_app.domain.testimony import Testimony
from evidence_app.services import consents, people, release
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

NAME, INITIALS, CODE, FRESH, WITHHELD = Form.NAME, Form.INITIALS, Form.CODE, Form.FRESH, Form.WITHHELD
# model.md, “The release gate”: reader, whether the person is an author of the complaint or was published → P0 … P4.
TABLE = {
    ("TEAM", False, False): (NAME, NAME, NAME, NAME, CODE),
    ("COURT", False, False): (NAME, NAME, CODE, CODE, WITHHELD),
    ("INTERNATIONAL", False, False): (NAME, INITIALS, CODE, CODE, WITHHELD),
    ("INTERNATIONAL", True, False): (NAME, NAME, CODE, CODE, WITHHELD),
    ("PUBLIC", False, False): (CODE, CODE, FRESH, FRESH, WITHHELD),
    ("PUBLIC", False, True): (NAME, INITIALS, FRESH, FRESH, WITHHELD),
}
LEVELS = ("P0", "P1", "P2", "P3", "P4")
FULL = "Сәрсенова Айгүл Маратқызы"


@pytest.mark.parametrize(("reader", "is_author", "is_published"), TABLE)
@pytest.mark.parametrize("level", LEVELS)
def test_each_cell_of_the_table_of_names(reader: str, is_author: bool, is_published: bool, level: str) -> None:
    expected = TABLE[reader, is_author, is_published][LEVELS.index(level)]
    assert form(level, reader, is_author=is_author, is_published=is_published) is expected


def add(ws: Workspace, full: str = FULL, *, language: str = "ru", **values: object) -> Person:
    """Record a person with a name that begins with the family name."""
    name = PersonName(full=full, language=language, family=full.split()[0])
    return people.add(ws, Person(**values), name)  # type: ignore[arg-type]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_gate_prints_a_person_as_the_table_says(case: Workspace, reader: str, level: str) -> None:
    person = add(case, protection=level, basis="PUBLIC_RECORD", confidentiality="C0")
    expected = TABLE[reader, False, reader == "PUBLIC"][LEVELS.index(level)]
    gate = Gate(case, reader, "ru")
    printed = gate.person(person.id)
    if expected is WITHHELD:
        assert printed is None
        assert gate.withheld == {"SAFETY": 1}
        return
    assert printed is not None and printed.form is expected
    assert printed.is_coarse == (level == "P3" and reader != "TEAM")
    labels = {NAME: FULL, INITIALS: "С. А. М.", CODE: "P-001"}
    if expected is FRESH:
        assert printed.label.startswith("X-")
        assert gate.person(person.id) == printed
    else:
        assert printed.label == labels[expected]
    assert (FULL in gate.text(f"Показания дала {FULL}.")) == (expected is NAME)


def test_a_claimant_may_not_be_anonymous_before_an_international_body(case: Workspace) -> None:
    person = add(case, protection="P1", basis="PUBLIC_RECORD")
    with case.act("event.added") as act:
        event = act.add(Event(title=Localised.of("x")))
        act.add(Involvement(person=person.id, event=event.id, role="VICTIM"))
    assert Gate(case, "INTERNATIONAL", "ru").person(person.id).form is INITIALS
    with case.act("person.claimed") as act:
        at_home = act.add(Proceeding(title=Localised.of("Иск", "ru")))
        act.add(Involvement(person=person.id, proceeding=at_home.id, role="CIV_CLAIMANT"))
    assert Gate(case, "INTERNATIONAL", "ru").person(person.id).form is INITIALS
    with case.act("person.claimed") as act:
        abroad = act.add(Proceeding(title=Localised.of("Сообщение", "ru"), kind="INTERNATIONAL"))
        act.add(Involvement(person=person.id, proceeding=abroad.id, role="VICTIM"))
    assert Gate(case, "INTERNATIONAL", "ru").person(person.id).form is NAME


@pytest.mark.parametrize(
    ("reader", "scope"),
    [("COURT", "COURT_NAT"), ("INTERNATIONAL", "COURT_INT"), ("PUBLIC", "PUBLIC_NAMED"), ("PUBLIC", "MEDIA_ANON")],
)
def test_consent_opens_the_gate_to_its_reader_alone_and_withdrawal_shuts_it(
    case: Workspace, reader: str, scope: str
) -> None:
    person = add(case, protection="P0", basis="CONSENT")
    with case.act("testimony.added") as act:
        testimony = act.add(
            Testimony(language="ru", title=Localised.of("Рассказ", "ru"), speaker=person.id, confidentiality="C0")
        )
        person = act.change(person, confidentiality="C0")

    def open_to() -> set[str]:
        return {name for name in READERS if Gate(case, name, "ru").allows(testimony)}

    assert open_to() == {"TEAM"}
    consents.decide(case, person, scope, "REFUSED")
    assert open_to() == {"TEAM"}
    consents.decide(case, person, scope, "GIVEN")
    assert open_to() == {"TEAM", reader}
    consents.withdraw(case, person, scope, PartialDate.parse("2024-05-01"))
    assert open_to() == {"TEAM"}
    gate = Gate(case, reader, "ru")
    assert gate.person(person.id) is None
    assert not gate.allows(testimony)
    assert gate.withheld == {"CONSENT": 2}
    assert len(consents.of(case, person)) == 3, "history is kept"


@pytest.mark.parametrize(("until", "holds"), [("2020-01-01", False), ("2999", True), ("2020-01-01/..", True)])
def test_consent_runs_out(case: Workspace, until: str, holds: bool) -> None:
    person = add(case, protection="P0", basis="CONSENT")
    consents.decide(case, person, "COURT_NAT", "LIMITED", until=PartialDate.parse(until))
    assert (Gate(case, "COURT", "ru").person(person.id) is not None) is holds


def test_a_day_of_withdrawal_ends_consent_whatever_its_status_says(case: Workspace) -> None:
    person = add(case, protection="P0", basis="CONSENT")
    consents.decide(case, person, "COURT_NAT", "GIVEN", withdrawn=PartialDate.parse("2024-05-01"))
    assert Gate(case, "COURT", "ru").person(person.id) is None


def test_consent_to_the_media_without_the_name_does_not_print_the_name(case: Workspace) -> None:
    person = add(case, protection="P0", basis="CONSENT", confidentiality="C0")
    consents.decide(case, person, "MEDIA_ANON", "GIVEN")
    gate = Gate(case, "PUBLIC", "ru")
    printed = gate.person(person.id)
    assert printed is not None and printed.form is CODE
    assert "Сәрсенова" not in gate.text(FULL)
    consents.decide(case, person, "MEDIA_NAMED", "GIVEN")
    assert Gate(case, "PUBLIC", "ru").person(person.id).form is NAME


def test_only_what_was_given_can_be_withdrawn(case: Workspace) -> None:
    person = add(case)
    day = PartialDate.parse("2024")
    for _ in range(2):
        with pytest.raises(NotFound):
            consents.withdraw(case, person, "COURT_NAT", day)
        consents.decide(case, person, "COURT_NAT", "REFUSED")
    assert {consent.status for consent in case.records.find(Consent)} == {"REFUSED"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("level", ["C0", "C1", "C2", "C3", "C4"])
def test_nothing_above_a_readers_ceiling_leaves(case: Workspace, reader: str, level: str) -> None:
    ceiling = {"TEAM": "C2", "COURT": "C1", "INTERNATIONAL": "C1", "PUBLIC": "C0"}[reader]
    with case.act("item.added") as act:
        item = act.add(Media(title=Localised.of("x"), confidentiality=level))
    gate = Gate(case, reader, "en")
    assert gate.allows(item) is (level <= ceiling)
    assert gate.withheld == ({} if level <= ceiling else {"CONFIDENTIALITY": 1})
    gate.allows(item)
    assert sum(gate.withheld.values()) <= 1, "asked twice, counted once"


def test_what_is_privileged_stays_with_the_team(case: Workspace) -> None:
    with case.act("item.added") as act:
        item = act.add(Media(title=Localised.of("x"), confidentiality="C0", privilege="ADVOCATE"))
    assert [reader for reader in READERS if Gate(case, reader, "en").allows(item)] == ["TEAM"]


def test_what_was_voided_leaves_in_no_edition(case: Workspace) -> None:
    person = add(case, protection="P0", basis="PUBLIC_RECORD")
    with case.act("person.voided") as act:
        voided = act.void(person, "entered twice")
    for reader in READERS:
        gate = Gate(case, reader, "ru")
        assert gate.person(person.id) is None
        assert not gate.allows(voided)
        assert "Сәрсенова" not in gate.text(FULL)
        assert gate.withheld == {}


def test_pictures_of_a_person_at_risk_are_not_shown(case: Workspace) -> None:
    person = add(case, protection="P3", basis="PUBLIC_RECORD")
    with case.act("item.added") as act:
        item = act.add(Media(title=Localised.of("x")))
        act.add(Mark(item=item.id, person=person.id, stance="DEPICTS"))
    assert [reader for reader in READERS if Gate(case, reader, "ru").shows(item)] == ["TEAM"]


HIDDEN = (
    ("Петров Николай Сергеевич", "ru", ("Петров", "Петрова", "Петрову", "ПЕТРОВЫМ", "Николаем Петровым", "Petrov")),
    ("Сәрсенова Айгүл", "kk", ("Сәрсенова", "Сәрсеновой", "Сарсеновой", "САРСЕНОВУ", "Айгүл Сәрсеновамен")),
    ("Сәрсенова Айгүл", "kk", ("Sarsenova", "SÄRSENOVA", "Sarsenovoy", "Aigul Sarsenova")),
    ("Бейсенбай Нұрлан", "kk", ("Бейсенбайға", "Бейсенбайдың", "Бейсенбаем", "Нурлана Бейсенбая")),
    ("Ким Виктор", "ru", ("Ким", "Виктора Кима")),
    ("Каримов Жасур", "uz", ("Karimov", "Karimovning", "Каримовым", "Karimovga")),
)  # fmt: skip


@pytest.mark.parametrize(("full", "language", "forms"), HIDDEN)
def test_a_protected_name_is_taken_out_of_texts_in_every_case_and_alphabet(
    case: Workspace, full: str, language: str, forms: tuple[str, ...]
) -> None:
    add(case, full, language=language, protection="P2", basis="PUBLIC_RECORD")
    gate = Gate(case, "COURT", "ru")
    for said in (full, *forms):
        text = gate.text(f"Утром ({said}) привезли в отдел; {said}, сказал он.")
        assert text == "Утром ([P-001]) привезли в отдел; [P-001], сказал он.", said
        assert gate.leaks([f"…{said}…"]) == ["P-001"], said
        assert gate.leaks([text]) == []


def test_words_that_only_begin_like_a_name_stay(case: Workspace) -> None:
    add(case, "Ким Виктор", protection="P2", basis="PUBLIC_RECORD")
    text = "Кимоно лежало у виктории; на кимберлит не похоже."
    assert Gate(case, "COURT", "ru").text(text) == text


def test_a_text_is_redacted_for_the_reader_and_not_for_the_team(case: Workspace) -> None:
    add(case, protection="P3", basis="PUBLIC_RECORD")
    assert Gate(case, "TEAM", "ru").text(f"Пришла {FULL}.") == f"Пришла {FULL}."
    assert Gate(case, "COURT", "ru").text("") == Gate(case, "COURT", "ru").text(None) == ""


def exported(ws: Workspace) -> list[dict[str, object]]:
    """Return the export parts of the journal."""
    return [json.loads(part.payload) for part in ws.journal.parts() if part.kind == "export"]


def deliver(ws: Workspace, target: Path, texts: list[str], reader: str = "COURT", content: bytes = b"%PDF") -> str:
    """Let something go whose text is `texts`."""
    gate = Gate(ws, reader, "ru")
    inspected = release.inspect(gate, content, lambda _content: texts)
    return release.deliver(ws, gate, target, content, inspected, dossier="D-01", records=["b", "a", "b"])


def test_what_leaves_is_written_once_and_logged_with_its_hash(case: Workspace, tmp_path: Path) -> None:
    digest = deliver(case, tmp_path / "out.pdf", ["ничего особенного"])
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF"
    assert digest == hashlib.sha256(b"%PDF").hexdigest()
    (part,) = exported(case)
    assert part["sha256"] == digest
    assert (part["reader"], part["size"], part["records"]) == ("COURT", 4, ["a", "b"])
    assert part["manifest"] == hashlib.sha256(b"a\nb").hexdigest()


SECRETS = {
    "a name": f"Свидетель {FULL}",
    "a family name": "Сәрсенова",
    "a name in Latin letters": "SARSENOVA, Aigul",
    "a name in another case": "с Сарсеновой",
    "a telephone number": "тел.: 8 (701) 555-44-33",
    "a document number": "уд. № 0 3 7 4 5 5 6 6 1",
}


@pytest.mark.parametrize("secret", SECRETS)
def test_one_protected_word_in_the_finished_file_stops_it(case: Workspace, tmp_path: Path, secret: str) -> None:
    """The text comes from where no redaction could see it: out of the finished pages."""
    add(case, protection="P2", basis="PUBLIC_RECORD", contacts=("8 701 555 44 33",), documents=("037455661",))
    home = sorted(tmp_path.rglob("*"))
    for reader in ("COURT", "INTERNATIONAL", "PUBLIC"):
        with pytest.raises(ReleaseRefused) as refused:
            deliver(case, tmp_path / "out.pdf", ["стр. 1", SECRETS[secret]], reader)
        assert refused.value.facts == {"count": 1, "codes": "P-001"}
    assert [path for path in sorted(tmp_path.rglob("*")) if path.name != "case.db-journal"] == [
        path for path in home if path.name != "case.db-journal"
    ]
    assert exported(case) == []
    refusals = [entry.op for entry in case.journal.entries()][-3:]
    assert refusals == ["export.refused"] * 3
    assert FULL.split()[0] not in "".join(entry.raw.decode() for entry in case.journal.entries())


def test_the_team_may_have_numbers_and_names_but_no_p4(case: Workspace, tmp_path: Path) -> None:
    add(case, protection="P3", contacts=("8 701 555 44 33",))
    deliver(case, tmp_path / "one.pdf", [f"{FULL}, 8 701 555 44 33"], "TEAM")
    add(case, "Тайный Свидетель", protection="P4")
    with pytest.raises(ReleaseRefused):
        deliver(case, tmp_path / "two.pdf", ["говорил Тайный"], "TEAM")
    assert not (tmp_path / "two.pdf").exists()


def test_nothing_that_left_is_overwritten(case: Workspace, tmp_path: Path) -> None:
    deliver(case, tmp_path / "out.pdf", [])
    with pytest.raises(AlreadyExists):
        deliver(case, tmp_path / "out.pdf", [], content=b"other")
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF"
    assert len(exported(case)) == 1


def test_what_cannot_be_written_is_not_logged_as_gone(case: Workspace, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        deliver(case, tmp_path / "no such folder" / "out.pdf", [])
    assert exported(case) == []


def test_a_reader_that_does_not_exist_has_no_gate(case: Workspace) -> None:
    with pytest.raises(ValueError, match="EVERYBODY"):
        Gate(case, "EVERYBODY", "ru")
