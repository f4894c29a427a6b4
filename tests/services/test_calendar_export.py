"""Deadlines leave through the gate: titles for the team, a code and a word for everybody else."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import AlreadyExists, CannotWrite, Refused
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.release import ground_label
from evidence_app.services import calendar_export, deadlines, filings, people, proceedings, records
from evidence_app.services.workspace import Workspace

NAME = "Сәрсенова Айгүл"


@pytest.fixture
def ready(case: Workspace) -> Workspace:
    """A case with a deadline that names a protected person, a done one, and one without a day."""
    person = people.add(case, Person(protection="P2", basis="PUBLIC_RECORD"), PersonName(full=NAME, family="Сәрсенова"))
    paper = filings.add(case, Filing(title=Localised.of("Жалоба", "ru"), confidentiality="C1"))
    title = Localised.of(f"Подать жалобу за {NAME}", "ru")
    due = PartialDate.parse("2030-02-04")
    deadlines.add(case, Deadline(title=title, filing=paper.id, person=person.id, due=due, confidentiality="C1"))
    deadlines.add(case, Deadline(title=title, due=due, done=due))
    deadlines.add(case, Deadline(title=title))
    return case


def events(path: Path) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_the_team_reads_titles_and_only_what_is_open_and_dated_leaves(ready: Workspace, tmp_path: Path) -> None:
    made = calendar_export.export(ready, tmp_path / "a.ics")
    assert made.deadlines == 1 and made.withheld == {}
    assert [str(event["summary"]) for event in events(made.path)] == [f"Подать жалобу за {NAME}"]


@pytest.mark.parametrize("reader", ["COURT", "INTERNATIONAL"])
def test_others_read_the_code_of_the_paper_and_no_word_of_the_title(
    ready: Workspace, tmp_path: Path, reader: str
) -> None:
    made = calendar_export.export(ready, tmp_path / "a.ics", reader=reader, language="ru")
    (event,) = events(made.path)
    assert str(event["summary"]).startswith("F-001 · ")
    text = made.path.read_bytes().decode()
    assert "Сәрсенова" not in text and "жалобу" not in text and "DESCRIPTION:Подать" not in text
    assert ready.records.get(Deadline, 1).uid not in text


def test_what_lies_above_a_readers_level_is_withheld_and_counted(ready: Workspace, tmp_path: Path) -> None:
    later = PartialDate.parse("2030-03-01")
    deadlines.add(ready, Deadline(title=Localised.of("Team only"), due=later))  # C2
    made = calendar_export.export(ready, tmp_path / "a.ics", reader="COURT")
    assert made.deadlines == 1 and made.withheld == {"CONFIDENTIALITY": 1}


def test_a_person_whose_name_nobody_outside_may_know_stays_a_code_for_the_team_too(
    ready: Workspace, tmp_path: Path
) -> None:
    people.protect(ready, ready.records.get(Person, 1), "P4")
    made = calendar_export.export(ready, tmp_path / "a.ics")
    assert "Сәрсенова" not in made.path.read_bytes().decode()


def test_a_deadline_of_somebody_sealed_does_not_reach_the_team_and_is_counted(ready: Workspace, tmp_path: Path) -> None:
    sealed = people.add(ready, Person(protection="P1", confidentiality="C4"), PersonName(full="Жолдасов Ермек"))
    title, due = Localised.of("Вывезти Жолдасова: убежище в Вене", "ru"), PartialDate.parse("2030-03-01")
    deadlines.add(ready, Deadline(title=title, person=sealed.id, due=due))
    made = calendar_export.export(ready, tmp_path / "a.ics")
    assert made.deadlines == 1 and made.withheld == {"CONFIDENTIALITY": 1}
    assert "Вене" not in made.path.read_bytes().decode()


def test_every_deadline_that_stays_behind_is_counted_by_its_ground(ready: Workspace, tmp_path: Path) -> None:
    twice = filings.add(ready, Filing(title=Localised.of("Приговор", "ru")))
    sealed = proceedings.add(ready, Proceeding(title=Localised.of("Тайное", "ru"), confidentiality="C4"))
    step = proceedings.add(ready, Proceeding(title=Localised.of("Шаг", "ru"), parent=sealed.id))
    nobody = people.add(ready, Person(protection="P4", basis="COURT_ORDER"), PersonName(full="Скрытый"))
    for about in ({"filing": twice.id}, {"proceeding": step.id}, {"proceeding": step.id}, {"person": nobody.id}):
        due = PartialDate.parse("2030-03-01")
        deadlines.add(ready, Deadline(title=Localised.of("x"), due=due, confidentiality="C1", **about))
    records.void(ready, twice, "entered twice")
    made = calendar_export.export(ready, tmp_path / "team.ics")
    assert made.deadlines == 2 and made.withheld == {"VOIDED": 1, "CONFIDENTIALITY": 2}
    made = calendar_export.export(ready, tmp_path / "court.ics", reader="COURT")
    assert made.deadlines == 1 and made.withheld == {"VOIDED": 1, "CONFIDENTIALITY": 2, "SAFETY": 1}
    assert ground_label("VOIDED") == "Belongs to a voided record"


@pytest.mark.parametrize("reader", ["COURT", "INTERNATIONAL"])
def test_the_day_of_somebody_in_danger_is_a_whole_month_and_its_place_in_the_file_tells_no_more(
    ready: Workspace, tmp_path: Path, reader: str
) -> None:
    people.protect(ready, ready.records.get(Person, 1), "P3")
    paper = filings.add(ready, Filing(title=Localised.of("Иск", "ru"), filed_for=1))
    for day in ("2030-02-20", "2030-02-01"):
        due = PartialDate.parse(day)
        deadlines.add(ready, Deadline(title=Localised.of("x"), filing=paper.id, due=due, confidentiality="C1"))
    made = calendar_export.export(ready, tmp_path / "a.ics", reader=reader)
    found = events(made.path)
    spans = {(event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) for event in found}
    assert len(found) == 3 and spans == {("2030-02-01", "2030-03-01")}
    assert [str(event["uid"]) for event in found] == sorted(str(event["uid"]) for event in found)
    exact = calendar_export.export(ready, tmp_path / "b.ics")
    assert {event["dtstart"].dt.day for event in events(exact.path)} == {1, 4, 20}


def test_what_left_is_logged_with_its_digest_and_records(ready: Workspace, tmp_path: Path) -> None:
    made = calendar_export.export(ready, tmp_path / "a.ics")
    (part,) = [json.loads(part.payload) for part in ready.journal.parts() if part.kind == "export"]
    assert part["sha256"] == made.sha256 and part["records"] == [ready.records.get(Deadline, 1).uid]
    assert part["reader"] == "TEAM"


def test_where_nothing_may_leave_no_file_is_made(case: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        calendar_export.export(case, tmp_path / "a.ics")
    assert not (tmp_path / "a.ics").exists()


def test_nothing_is_written_over_or_into_the_case(ready: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text("kept", "utf-8")
    with pytest.raises(AlreadyExists):
        calendar_export.export(ready, tmp_path / "a.ics")
    assert (tmp_path / "a.ics").read_text("utf-8") == "kept"
    with pytest.raises(CannotWrite):
        calendar_export.export(ready, ready.folder / "a.ics")
