"""Durable writes, careful reads, one lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.system import files

ROOT = Path(__file__).parents[2]


def test_a_file_is_replaced_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file"
    files.write_durably(path, b"old")
    files.write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(TypeError):
        files.write_durably(path, "text")  # type: ignore[arg-type]
    assert path.read_bytes() == b"new"
    assert [held.name for held in tmp_path.iterdir() if held.is_file()] == ["file"]


def test_a_folder_in_the_place_of_a_file_stays(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="irectory"):
        files.write_durably(tmp_path / "folder", b"x")
    assert (tmp_path / "folder" / "inside").is_dir()
    assert [held.name for held in tmp_path.iterdir() if held.is_file()] == []


def test_a_source_is_opened_for_reading_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    with files.open_source(tmp_path / "file") as stream:
        assert stream.read() == b"content"
        with pytest.raises(OSError, match="not open for writing"):
            stream.write(b"x")


def test_a_lock_shuts_out_others_and_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    script = "import sys; from pathlib import Path; from evidence_app.system.files import Lock\n"
    holding = script + "held = Lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    child = subprocess.Popen(
        [sys.executable, "-c", holding, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"held\n"
    with pytest.raises(files.Busy):
        files.Lock(path)
    child.kill()
    child.communicate()
    held = files.Lock(path)
    with pytest.raises(files.Busy):
        files.Lock(path)
    held.release()
    held.release()
    files.Lock(path).release()


def test_a_refused_lock_leaves_no_handle(tmp_path: Path) -> None:
    held = files.Lock(tmp_path / "lock")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with pytest.raises(files.Busy):
            files.Lock(tmp_path / "lock")
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    held.release()


def test_the_memory_of_the_process_is_kept_from_dumps_and_from_other_processes() -> None:
    script = (
        "import ctypes, resource; from evidence_app.system.hardening import harden\n"
        "def seen(): return resource.getrlimit(resource.RLIMIT_CORE)[1], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "before = seen(); harden(); print(before[1], *seen())"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["1", "0", "0"]
