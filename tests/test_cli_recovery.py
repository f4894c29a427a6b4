"""The recovery sheet on the command line: real processes, real exit codes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, recovery

PASSPHRASE, NEW = "correct horse battery", "another horse battery"
ROOT = Path(__file__).parents[1]
ASKED = re.compile(r"Word (\d+): ")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a small closed case."""
    case = tmp_path / "дело"
    cases.create(case, "Проба", PASSPHRASE, profile=Profile(64, 1, 1)).close()
    return case


def started(*arguments: object) -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "evidence_app", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"EVIDENCE_PASSPHRASE": PASSPHRASE, "LANG": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


def made(folder: Path) -> tuple[list[str], int]:
    """Make a sheet as a person does who copies the words from the screen; returns them and the exit code."""
    running = started("recovery", "make", folder)
    assert running.stdout and running.stdin and running.stderr
    words = [running.stdout.readline().split()[1] for _ in range(recovery.WORDS)]
    for _ in range(3):
        asked = ""
        while not asked.endswith(": "):
            asked += running.stderr.read(1)
        running.stdin.write(words[int(ASKED.findall(asked)[0]) - 1] + "\n")
        running.stdin.flush()
    running.communicate(timeout=60)
    return words, running.returncode


def test_a_sheet_is_made_typed_back_and_opens_the_case(folder: Path, tmp_path: Path) -> None:
    words, code = made(folder)
    assert code == 0
    (tmp_path / "words.txt").write_text(" ".join(words))
    (tmp_path / "new.txt").write_text(NEW + "\n")
    files = ("--words-file", tmp_path / "words.txt", "--new-passphrase-file", tmp_path / "new.txt")
    opening = started("recovery", "open", folder, *files)
    _said, wrong = opening.communicate(timeout=60)
    assert opening.returncode == 0, wrong
    with cases.open_case(folder, NEW) as ws:
        assert recovery.has_recovery(ws)


def test_a_sheet_that_is_not_typed_back_is_said_to_be_unchecked(folder: Path, tmp_path: Path) -> None:
    running = started("recovery", "make", folder, "--out", tmp_path / "sheet.pdf")
    said, wrong = running.communicate("oops\n", timeout=60)
    assert running.returncode == 1
    assert "not checked" in wrong
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert len(said.splitlines()) == 1  # the words are on the paper alone
    with cases.open_case(folder, PASSPHRASE) as ws:
        assert recovery.is_missing(ws)


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [("zoo " * 23 + "vote", 3, "do not open"), ("zoo zoo oops", 2, "Word 3, “oops”"), ("zoo", 2, "24 words")],
)
def test_words_that_open_nothing_end_with_their_own_code(
    folder: Path, tmp_path: Path, typed: str, code: int, said: str
) -> None:
    (tmp_path / "new.txt").write_text(NEW)
    running = started("recovery", "open", folder, "--new-passphrase-file", tmp_path / "new.txt")
    _out, wrong = running.communicate(typed + "\n", timeout=60)
    assert running.returncode == code
    assert said in wrong
    cases.open_case(folder, PASSPHRASE).close()
