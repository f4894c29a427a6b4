"""An export that is cut off at any point: what the journal says of it is never more nor less than what happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotWrite, EvidenceError, NoSpace
from evidence_app.services import cases, release, verifying
from evidence_app.services.release import Gate
from evidence_app.services.release import delivery as delivering
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.entries import Entries
from evidence_app.system import files

ROOT = Path(__file__).parents[2]
CONTENT = b"%PDF"
# Ends the process at a place inside a delivery, as a power cut does.
CUT = """
import os, sys
from pathlib import Path
from evidence_app.services import cases, release
from evidence_app.services.release import Gate, delivery
from evidence_app.system import files

def die(*_args, **_kwargs):
    os._exit(9)

ws = cases.open_case(Path(sys.argv[1]), "correct horse battery staple")
if sys.argv[3] == "before the name":
    files._name_once = die
elif sys.argv[3] == "after the name":
    delivery._end = die
gate = Gate(ws, "COURT", "ru")
inspected = release.inspect(gate, b"%PDF", lambda _content: [])
release.deliver(ws, gate, Path(sys.argv[2]), b"%PDF", inspected, dossier="D-01", records=["a"])
"""


def deliver(ws: Workspace, target: Path) -> str:
    """Deliver something harmless."""
    gate = Gate(ws, "COURT", "ru")
    return release.deliver(
        ws, gate, target, CONTENT, release.inspect(gate, CONTENT, lambda _content: []), dossier="D-01", records=["a"]
    )


def verbs(ws: Workspace) -> list[str]:
    """Return what the journal says of exports."""
    return [entry.op for entry in ws.journal.entries() if "export" in entry.op]


def test_what_left_was_begun_before_and_is_certain(case: Workspace, tmp_path: Path) -> None:
    digest = deliver(case, tmp_path / "out.pdf")
    assert verbs(case) == ["export.begun", "dossier.exported"]
    [left] = Entries(case.archive.connection).exports()
    assert left.is_certain
    assert left.facts["sha256"] == digest


def test_a_name_that_is_refused_is_told_as_a_failure(
    case: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "_name_once", refuse)
    with pytest.raises(CannotWrite):
        deliver(case, tmp_path / "out.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    assert verbs(case) == ["export.begun", "export.failed"]
    assert Entries(case.archive.connection).exports() == []
    assert verifying.check(case).notes == ()


def test_what_cannot_be_logged_as_gone_is_taken_back_and_told_as_uncertain(
    case: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_facts: object) -> None:
        raise NoSpace

    monkeypatch.setattr(delivering, "_end", full)
    with pytest.raises(EvidenceError):
        deliver(case, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    [left] = Entries(case.archive.connection).exports()
    assert not left.is_certain


@pytest.mark.parametrize(("cut", "is_there"), [("before the name", False), ("after the name", True)])
def test_a_crash_on_either_side_of_the_name_leaves_a_begun_export_and_a_note(
    tmp_path: Path, cut: str, is_there: bool
) -> None:
    folder, out = tmp_path / "case", tmp_path / "out.pdf"
    cases.create(folder, "Проба", "correct horse battery staple").close()
    done = subprocess.run([sys.executable, "-c", CUT, folder, out, cut], cwd=ROOT, env=dict(os.environ), timeout=60)
    assert done.returncode == 9
    assert out.exists() is is_there
    with cases.open_case(folder, "correct horse battery staple") as ws:
        assert verbs(ws) == ["export.begun"]
        [left] = Entries(ws.archive.connection).exports()
        assert not left.is_certain
        found = verifying.check(ws)
        assert found.is_intact
        [note] = found.notes
        assert left.facts["sha256"] in note
        assert "D-01" in note
        deliver(ws, tmp_path / "again.pdf")
        assert [left.is_certain for left in Entries(ws.archive.connection).exports()] == [False, True]


def test_an_export_of_an_older_program_counts_as_gone(case: Workspace) -> None:
    with case.act("dossier.exported") as act:
        act.export(dossier="D-01", sha256="00", records=["a"])
    [left] = Entries(case.archive.connection).exports()
    assert left.is_certain
    assert json.dumps(left.facts["records"]) == '["a"]'
