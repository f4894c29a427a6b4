"""The command `deadlines`: a list for people, one for programs, and a calendar file."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest

from evidence_app.cli import run
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.services import deadlines
from evidence_app.services.workspace import Workspace


@pytest.fixture
def closed(case: Workspace, passphrase: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with one deadline, closed; its passphrase is in the environment."""
    title = Localised.of("Appeal")
    deadlines.add(case, Deadline(title=title, starts=PartialDate.parse("2030-01-17")), rule="kz-appeal")
    case.close()
    monkeypatch.setenv("EVIDENCE_PASSPHRASE", passphrase)
    return case.folder


def command(*arguments: object) -> int:
    return run(["--interface", "en", "deadlines", *map(str, arguments)], lambda *_window: None)


def test_the_list_says_day_and_how_it_was_counted(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(closed) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("2030-02-01  in ") and "Appeal" in printed
    assert "15 days from 17 January 2030 = 1 February 2030." in printed
    assert "The rule is not confirmed." in printed


def test_a_program_reads_the_same_as_json(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(closed, "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["title"], row["day"], row["is_checked"]) == ("Appeal", "2030-02-01", False)


def test_the_calendar_file_is_written_and_said(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.ics"
    assert command(closed, "--ics", out) == 0
    assert "1 deadline, SHA-256 " in capsys.readouterr().out
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 1


def test_what_a_reader_may_not_have_is_said_on_stderr(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(closed, "--ics", tmp_path / "a.ics", "--reader", "court") == 2
    assert "This was not done" in capsys.readouterr().err and not (tmp_path / "a.ics").exists()
