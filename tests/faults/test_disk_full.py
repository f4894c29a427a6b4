"""A disk that fills up: one clear sentence, exit code 5, nothing half done, and work goes on once there is space."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.domain.media import StoredFile
from evidence_app.services import cases, verifying
from tests.faults.material import PASSPHRASE, ROOT, command, environment, make_case

SENTENCE = "evidence-app: There is not enough space on the disk."
MEBIBYTE = 1 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"this computer lets nobody mount a small disk: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run(command(*arguments), cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120)


def free(disk: Path) -> int:
    """Return the bytes that are free."""
    return os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize


def fill(disk: Path, left: int) -> Path:
    """Fill a disk up to so many bytes; returns the file that does it."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(free(disk) - left))
    return ballast


def notes(folder: Path, count: int, size: int) -> Path:
    """Make some files of random bytes."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02d}.bin").write_bytes(os.urandom(size))
    return folder


def assert_intact(case: Path, originals: int | None = None) -> None:
    """Check the case, and that it opens for work."""
    found = verifying.verify(case, PASSPHRASE)
    assert found.is_intact, found.findings
    with cases.open_case(case, PASSPHRASE) as ws:
        assert originals in {None, ws.records.count(StoredFile, role="ORIGINAL")}


def assert_says_so(done: subprocess.CompletedProcess[str]) -> None:
    """Check what a person reads."""
    assert (done.returncode, done.stderr.startswith(SENTENCE), done.stderr.count("\n")) == (5, True, 1), done.stderr


def test_an_import_that_fills_the_disk_says_so_and_is_completed_when_there_is_space(disk: Path, tmp_path: Path) -> None:
    make_case(disk / "case")
    stick = notes(tmp_path / "stick", 30, MEBIBYTE // 5)
    assert_says_so(run("import", disk / "case", stick))
    assert_intact(disk / "case")
    subprocess.run(["mount", "-o", "remount,size=40m", disk], check=True)
    again = run("import", disk / "case", stick)
    assert (again.returncode, again.stderr) == (0, "")
    assert_intact(disk / "case", originals=30)


@pytest.mark.parametrize("left_kib", [16, 96, 256])
def test_a_database_that_cannot_grow_takes_nothing_by_half(disk: Path, tmp_path: Path, left_kib: int) -> None:
    make_case(disk / "case")
    stick = notes(tmp_path / "stick", 60, 40)
    ballast = fill(disk, left_kib << 10)
    assert_says_so(run("import", disk / "case", stick))
    assert_intact(disk / "case")
    ballast.unlink()
    assert run("import", disk / "case", stick).returncode == 0
    assert_intact(disk / "case", originals=60)


def test_a_dossier_for_a_full_disk_leaves_no_file_and_no_entry(disk: Path, tmp_path: Path) -> None:
    case, out = tmp_path / "case", disk / "dossier.pdf"
    make_case(case)
    ballast = fill(disk, 4096)
    assert_says_so(run("dossier", case, "--out", out))
    assert list(disk.iterdir()) == [ballast]
    assert "dossier.exported" not in run("journal", case).stdout
    assert_intact(case)
    ballast.unlink()
    assert run("dossier", case, "--out", out).returncode == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert "dossier.exported" in run("journal", case).stdout


def test_a_dossier_that_the_journal_has_no_room_for_does_not_leave(disk: Path, tmp_path: Path) -> None:
    case, out = disk / "case", tmp_path / "out"
    out.mkdir()
    make_case(case)
    assert run("dossier", case, "--out", out / "first.pdf").returncode == 0
    ballast = fill(disk, 0)
    assert_says_so(run("dossier", case, "--out", out / "second.pdf"))
    assert [path.name for path in out.iterdir()] == ["first.pdf"]
    ballast.unlink()
    assert_intact(case)
    assert run("dossier", case, "--out", out / "second.pdf").returncode == 0
    assert run("journal", case).stdout.count("dossier.exported") == 2
