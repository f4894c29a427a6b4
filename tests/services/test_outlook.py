"""What is said of persons before an edition is made is what the edition holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.release import READERS
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier.message import to_message
from evidence_app.services import consents, dossiers, people, records, release
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

CODE = re.compile(r"P-\d+")


@pytest.fixture
def crowd(case: Workspace) -> Workspace:
    """Somebody of each kind: every protection and basis, consent of every kind, levels, somebody without a name."""
    number = 0
    for protection in ("P0", "P1", "P2", "P3", "P4"):
        for basis in (None, "PUBLIC_RECORD", "OFFICIAL", "CONSENT"):
            number += 1
            person = Person(protection=protection, basis=basis, confidentiality="C0")
            people.add(case, person, PersonName(full=f"Имярек{number:02d}ов Ким"))
    agreed = [people.add(case, Person(confidentiality="C0"), PersonName(full=f"Согласный{n}ов")) for n in range(4)]
    for person, status in zip(agreed, ("GIVEN", "LIMITED", "REFUSED", "GIVEN"), strict=True):
        for scope in ("COURT_NAT", "COURT_INT", "MEDIA_ANON"):
            consents.decide(case, person, scope, status)
    records.add(case, Consent(person=agreed[3].id, scope="PUBLIC_NAMED", status="GIVEN"))
    for protection in ("P0", "P0", "P2"):
        people.add(case, Person(basis="OFFICIAL", protection=protection, confidentiality="C0"))
    for level in ("C1", "C2", "C3"):
        people.add(case, Person(basis="OFFICIAL", confidentiality=level), PersonName(full=f"Уровень{level}"))
    with case.act("case.filled") as act:
        step = act.add(Proceeding(title=Localised.of("Жалоба", "ru"), kind="INTERNATIONAL", confidentiality="C0"))
        for person in agreed:
            act.add(Involvement(person=person.id, proceeding=step.id, role="VICTIM"))
        for person in case.records.find(Person):
            act.add(
                Testimony(speaker=person.id, language="ru", title=Localised.of("Рассказ", "ru"), confidentiality="C0")
            )
    return case


@pytest.mark.parametrize("reader", READERS)
def test_who_is_said_to_be_named_coded_or_left_out_is(crowd: Workspace, tmp_path: Path, reader: str) -> None:
    prepared = dossiers.prepare(crowd, tmp_path / "none.pdf", reader=reader, language="ru")
    manuscript = prepared.manuscript
    printed = {person.code: person for group in manuscript.groups for person in group.persons}
    foretold = {one.fate: set(one.codes) for one in release.outlook(crowd, reader)}
    everybody = [person.code for person in crowd.records.find(Person)]
    assert sorted(code for codes in foretold.values() for code in codes) == everybody

    [unnamed] = [person for person in printed.values() if person.count > 1]
    assert unnamed.count == len(foretold["UNNAMED"])
    del printed[unnamed.code]
    foretold["UNNAMED"].clear()
    stable = {code for code in printed if CODE.fullmatch(code)}
    left_out = {code for one in release.outlook(crowd, reader) if one.is_left_out for code in one.codes}
    appearing = {code for codes in foretold.values() for code in codes} - left_out
    assert stable == appearing - foretold.get("FRESH", set())
    assert len(printed) - len(stable) == len(foretold.get("FRESH", ()))
    named = {code for code in stable if printed[code].name and not CODE.fullmatch(printed[code].name)}
    assert named == foretold.get("NAMED", set()) | foretold.get("INITIALS", set())
    gone = sum(entry.persons for entry in manuscript.withheld)
    assert gone == len(left_out)
    text = str(to_message(manuscript)[0])
    assert not [code for code in left_out if code in text]


@pytest.mark.parametrize("reader", READERS)
def test_each_ground_is_one_sentence_with_its_count_and_codes(crowd: Workspace, reader: str) -> None:
    with words.speaking("en"):
        sentences = dossiers.foresee(crowd, reader)
    assert len(sentences) == len(set(sentences)) == len(release.outlook(crowd, reader))
    for sentence, foreseen in zip(sentences, release.outlook(crowd, reader), strict=True):
        assert sentence.startswith(f"{len(foreseen.codes)} person")
        assert foreseen.codes[0] in sentence
        assert foreseen.codes[-1] in sentence


def test_nobody_without_a_basis_is_promised_a_code(crowd: Workspace) -> None:
    said = {one.fate: one for one in release.outlook(crowd, "COURT")}
    assert "P-001" in said["CONSENT"].codes
    with words.speaking("en"):
        assert "left out" in said["CONSENT"].sentence
        assert "no consent covers this reader" in said["CONSENT"].sentence


def test_neighbouring_codes_are_said_by_their_ends() -> None:
    assert "(P-001 – P-004, P-009)" in release.Foreseen("NAMED", ("P-001", "P-002", "P-003", "P-004", "P-009")).sentence
    many = tuple(f"P-{number:03d}" for number in range(1, 99, 2))
    assert release.Foreseen("NAMED", many).sentence.endswith(", …)")
    assert "P-097" in release.Foreseen("CONSENT", many).sentence
