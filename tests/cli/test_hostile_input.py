"""Whatever a command is given, it answers with one sentence and an exit code, never with a traceback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.cli import run
from evidence_app.services import cases
from evidence_app.services.workspace import DATABASE, LOCK
from tests.conftest import PASSPHRASE, QUICK

COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("import", "CASE", "FILE"),
    "import-people": ("import-people", "CASE", "FILE"),
    "import-testimonies": ("import-testimonies", "CASE", "FILE"),
    "search": ("search", "CASE", "x"),
    "dossier": ("dossier", "CASE", "--out", "OUT"),
    "reindex": ("reindex", "CASE"),
    "deadlines": ("deadlines", "CASE"),
    "calendar": ("deadlines", "CASE", "--ics", "OUT"),
    "verify": ("verify", "CASE"),
    "journal": ("journal", "CASE"),
    "passphrase": ("passphrase", "CASE"),
    "recovery": ("recovery", "make", "CASE"),
}
Said = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small closed case that no test touches."""
    folder = tmp_path_factory.mktemp("sound") / "case"
    cases.create(folder, "Дело", PASSPHRASE, profile=QUICK).close()
    return folder


@pytest.fixture
def said(tmp_path: Path, sound: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command on a copy of the case or on another folder; returns its exit code and what it says of it."""
    shutil.copytree(sound, tmp_path / "case")
    (tmp_path / "file").write_bytes(b"\xff\xfe")
    monkeypatch.setenv("EVIDENCE_PASSPHRASE", PASSPHRASE)

    def ask(_prompt: str = "") -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", ask)

    def answered(*words: str | Path, case: Path = tmp_path / "case") -> tuple[int, str]:
        given = {"CASE": case, "FILE": tmp_path / "file", "OUT": tmp_path / "out.pdf"}
        arguments = [str(given.get(str(word), word)) for word in words]
        code = run(["--interface", "en", *arguments], lambda *_window: None)
        return code, capsys.readouterr().err

    return answered


def nowhere(tmp_path: Path, what: str) -> Path:
    """Return a path where no case can be."""
    path = tmp_path / ("x" * 300 if what == "a long name" else "there")
    if what == "an empty folder":
        path.mkdir()
    elif what == "a file":
        path.write_text("x")
    elif what == "a link to itself":
        path.symlink_to(path)
    return path


@pytest.mark.parametrize("what", ["nothing", "an empty folder", "a file", "a link to itself", "a long name"])
@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_case_is_each_command_says_so(tmp_path: Path, said: Said, command: str, what: str) -> None:
    code, words = said(*COMMANDS[command], case=nowhere(tmp_path, what))
    assert (code, words.count("\n")) == (2, 1)
    assert words.startswith("evidence-app: There is no case in “")


@pytest.mark.parametrize("passphrase", ["another horse battery", ""])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_passphrase_is_told_by_each_command(
    said: Said, monkeypatch: pytest.MonkeyPatch, command: str, passphrase: str
) -> None:
    monkeypatch.setenv("EVIDENCE_PASSPHRASE", passphrase)
    code, words = said(*COMMANDS[command])
    assert (code, words.count("\n")) == (3, 1)
    assert "not the passphrase" in words


@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_passphrase_is_typed_each_command_says_so(
    said: Said, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("EVIDENCE_PASSPHRASE")
    assert said(*COMMANDS[command]) == (
        2,
        "evidence-app: Passphrase: none was given. Nothing of this entry was recorded.\n",
    )


def test_a_new_passphrase_that_nobody_types_changes_nothing(said: Said, tmp_path: Path) -> None:
    before = (tmp_path / "case" / "keys.json").read_bytes()
    code, words = said("passphrase", "CASE")
    assert (code, "none was given" in words) == (2, True)
    assert (tmp_path / "case" / "keys.json").read_bytes() == before


@pytest.mark.parametrize("command", ["verify", "search", "journal", "passphrase"])
@pytest.mark.parametrize("part", [DATABASE, f"{DATABASE}-journal", LOCK])
def test_a_folder_in_the_place_of_a_part_is_a_known_condition(
    said: Said, tmp_path: Path, command: str, part: str
) -> None:
    (tmp_path / "case" / part).unlink(missing_ok=True)
    (tmp_path / "case" / part).mkdir()
    code, words = said(*COMMANDS[command])
    assert code in {0, 2, 4, 5}
    assert words.count("\n") <= 1


@pytest.mark.parametrize("name", ["y" * 300, "no/out.pdf", "file/out.pdf"])
@pytest.mark.parametrize("command", [("dossier", "CASE", "--out"), ("recovery", "make", "CASE", "--out")])
def test_what_cannot_be_written_is_said(said: Said, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    code, words = said(*command, tmp_path / name)
    assert (code, words.count("\n"), "cannot be written" in words) == (5, 1, True)


def test_a_demonstration_below_a_file_is_refused(said: Said, tmp_path: Path) -> None:
    code, words = said("demo", "--no-window", "--out", tmp_path / "file")
    assert (code, words) == (5, "evidence-app: “file” cannot be written: File exists.\n")


@pytest.mark.parametrize("number", ["-1", "many", "1.5"])
def test_a_number_that_is_none_is_named(said: Said, capsys: pytest.CaptureFixture[str], number: str) -> None:
    with pytest.raises(SystemExit) as ended:
        said("search", "CASE", "x", f"--limit={number}")
    assert ended.value.code == 2
    assert f"“{number}” is not a number" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_case_of_which_no_part_is_named_is_called_by_its_path(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert said("verify", Path())[1].startswith("evidence-app: There is no case in “.”")
