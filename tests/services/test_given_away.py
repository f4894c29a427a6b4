"""Names, numbers and codes of one person, taken out of texts and looked for in finished pages alike."""

from __future__ import annotations

import pytest

from evidence_app.domain.person import Person, PersonName
from evidence_app.services import people
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, *names: PersonName, **values: object) -> Person:
    """Record a person of whom may be spoken."""
    person = Person(**({"basis": "PUBLIC_RECORD", "confidentiality": "C0", "protection": "P2"} | values))  # type: ignore[arg-type]
    return people.add(ws, person, *names)


def named(full: str, family: str | None = None, **parts: str) -> PersonName:
    """Return a name; the family name is its first word."""
    return PersonName(full=full, language="kk", family=family or full.split()[0], **parts)


@pytest.mark.parametrize(
    "said",
    [
        "Сәрсе-\nнова",
        "А. М. Сәрсенова",
        "asarsenova@ya.ru",
        "8 701 555 12 34",
        "(701) 555-12-34",
        "012345678",
        "A.Sarsenova@Mail.ru",
        "Таисия Маратқызы",
    ],
)
def test_what_gives_a_person_away_is_taken_out_and_found(case: Workspace, said: str) -> None:
    add(
        case,
        named("Айгүл С.", "Сәрсенова", given="Таисия", patronymic="Маратқызы"),
        contacts=("моб. +7 701 555 12 34, a.sarsenova@mail.ru",),
        documents=("удостоверение личности № 012345678 от 07.01.2022",),
    )
    gate = Gate(case, "COURT", "ru")
    text = f"вчера, 07.01.2022: {said}, там"
    assert gate.leaks([text]) == ["P-001"]
    assert gate.leaks([gate.text(text)]) == []
    assert "[P-001]" in gate.text(text) and "07.01.2022" in gate.text(text)


def test_the_team_may_read_numbers(case: Workspace) -> None:
    add(case, named("Сәрсенова Айгүл"), contacts=("+7 701 555 12 34",))
    assert Gate(case, "TEAM", "ru").text("8 701 555 12 34, P-001") == "8 701 555 12 34, P-001"


@pytest.mark.parametrize(
    ("reader", "values", "stands_in"),
    [
        ("COURT", {}, "P-001"),
        ("PUBLIC", {}, "[X-"),
        ("COURT", {"protection": "P4"}, "["),
        ("COURT", {"basis": None}, "["),
        ("PUBLIC", {"protection": "P0"}, "P-001"),
    ],
)
@pytest.mark.parametrize("code", ["P-001", "Р-001", "P – 001"])
def test_a_stable_code_goes_where_the_reader_may_not_join_it(
    case: Workspace, reader: str, values: dict[str, object], stands_in: str, code: str
) -> None:
    add(case, named("Сәрсенова Айгүл"), **values)
    gate = Gate(case, reader, "ru")
    is_kept = stands_in == "P-001"
    assert (gate.text(f"и {code}.") == f"и {code}.") is is_kept
    assert gate.text(f"и {code}.").startswith(f"и {code if is_kept else stands_in}")
    assert gate.leaks([f"и {code}."]) == ([] if is_kept else ["P-001"])
    assert gate.leaks([gate.text(f"и {code}.")]) == []


def test_a_person_at_risk_is_not_spared_for_a_namesake(case: Workspace) -> None:
    add(case, named("Ким Анна"), protection="P0")
    add(case, named("Ким Олег"), protection="P2")
    assert Gate(case, "COURT", "ru").text("Ким ушёл") == "Ким ушёл"
    add(case, named("Ким Ирина"), protection="P3")
    assert Gate(case, "COURT", "ru").text("Ким ушёл, Анна Ким") == "[P-003] ушёл, Анна Ким"


@pytest.mark.parametrize("full", ["Ли Анна", "Но Виктор", "Май Олег", "Мамыр Асан", "Суд Олег", "Дело Олег", "Алматы"])
def test_an_ordinary_family_name_stops_no_export_by_the_words_of_the_dossier(case: Workspace, full: str) -> None:
    add(case, named(full))
    gate = Gate(case, "COURT", "ru")
    assert gate.leaks([" ".join(sorted(ordinary_words())), "7 мая 2022; No. 5; Суд; Дело; May; Asia/Almaty"]) == []
    if " " in full:
        assert gate.leaks([full]) == ["P-001"]


def test_a_group_is_no_family_name(case: Workspace) -> None:
    add(case, PersonName(full="Комитет солдатских матерей"), kind="ORGANISATION")
    gate = Gate(case, "COURT", "ru")
    assert gate.text("Комитет обороны; Комитет солдатских матерей") == "Комитет обороны; [P-001]"
