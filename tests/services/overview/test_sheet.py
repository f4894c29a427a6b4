"""The matrix leaves the case as a table of codes, through the gate, and the journal says so."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidence_app.domain.errors import AlreadyExists, CannotWrite
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Segment, Testimony
from evidence_app.services import people
from evidence_app.services.overview import sheet
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

Keep = Callable[..., Any]


@pytest.fixture(autouse=True)
def english() -> None:
    words.choose("en")


def read(path: Path) -> list[list[str]]:
    """Read a table back as a spreadsheet does."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_the_table_reads_back_as_codes_and_states(case: Workspace, keep: Keep, victim: Person, tmp_path: Path) -> None:
    keep(Segment(language="ru", item=keep(Testimony(language="ru", speaker=victim.id)).id, number=1, text="Слова."))
    keep(Person(recognised_victim=True))
    saved = sheet.save(case, tmp_path / "proof.csv")
    assert (saved.people, saved.withheld) == (2, 0)
    head, first, second, totals = read(tmp_path / "proof.csv")
    assert head[:3] == ["No.", "Statement", "Translation"]
    assert first[:3] == ["P-001", "Complete", "Missing"]
    assert second[:3] == ["P-002", "Missing", "Missing"]
    assert totals[:3] == ["Complete", "1 of 2", "0 of 2"]


def test_no_name_stands_in_it(case: Workspace, victim: Person, tmp_path: Path) -> None:
    sheet.save(case, tmp_path / "proof.csv")
    assert "Асанов" not in (tmp_path / "proof.csv").read_text("utf-8-sig")


def test_somebody_above_the_team_is_left_out_and_counted(case: Workspace, victim: Person, tmp_path: Path) -> None:
    hidden = Person(recognised_victim=True, confidentiality="C4", protection="P4")
    people.add(case, hidden, PersonName(full="Ермеков Тимур", language="ru"))
    saved = sheet.save(case, tmp_path / "proof.csv")
    assert (saved.people, saved.withheld) == (1, 1)
    assert "P-002" not in (tmp_path / "proof.csv").read_text("utf-8-sig")
    assert read(tmp_path / "proof.csv")[-1][1] == "0 of 1"


def test_that_it_left_stands_in_the_journal(case: Workspace, victim: Person, tmp_path: Path) -> None:
    sheet.save(case, tmp_path / "proof.csv")
    exported = [json.loads(part.payload) for part in case.journal.parts() if part.kind == "export" and part.payload]
    assert [(facts["reader"], facts["records"]) for facts in exported] == [("TEAM", [victim.uid])]


def test_no_file_is_overwritten_and_none_is_left_inside_the_case(
    case: Workspace, victim: Person, tmp_path: Path
) -> None:
    (tmp_path / "proof.csv").write_text("mine")
    with pytest.raises(AlreadyExists):
        sheet.save(case, tmp_path / "proof.csv")
    with pytest.raises(CannotWrite):
        sheet.save(case, case.folder / "proof.csv")
    assert (tmp_path / "proof.csv").read_text() == "mine"
    assert not (case.folder / "proof.csv").exists()
