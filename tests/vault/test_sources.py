"""The vault takes regular files that stay as they are while they are read, and refuses all else at once."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotRead
from evidence_app.vault.vault import Vault
from tests.vault.contents import lies_in


def fifo(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    path.with_suffix(".target").write_bytes(b"elsewhere")
    path.symlink_to(path.with_suffix(".target"))


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.mkdir()


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as held:
        held.bind(str(path))


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [fifo, link, dangling, loop, folder, unix_socket, device])
def test_what_is_no_file_is_refused_at_once(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    make(Path("odd"))
    refused: list[BaseException] = []

    def put() -> None:
        try:
            vault.put(Path("odd"))
        except CannotRead as problem:
            refused.append(problem)

    thread = threading.Thread(target=put, daemon=True)
    thread.start()
    thread.join(5)
    assert not thread.is_alive(), "reading it blocks"
    assert len(refused) == 1
    assert lies_in(vault) == []


def test_a_device_is_refused_also_without_a_link(vault: Vault) -> None:
    for path in ("/dev/zero", "/dev/tty", "/dev/null"):
        with pytest.raises(CannotRead):
            vault.put(Path(path))


def test_refusing_a_folder_leaves_no_handle_open(vault: Vault, tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(10):
        with pytest.raises(CannotRead):
            vault.put(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_what_is_not_there_is_refused_by_name(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as refused:
        vault.put(tmp_path / "nothing")
    assert refused.value.facts["path"] == "nothing"


def append(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"more")


def truncate(path: Path) -> None:
    os.truncate(path, 1000)


def change_a_byte(path: Path) -> None:
    """Change one byte and put the clock of the file back, as a careful hand would."""
    found = path.stat()
    with path.open("r+b") as stream:
        stream.seek(1 << 20)
        byte = stream.read(1)
        stream.seek(1 << 20)
        stream.write(bytes([byte[0] ^ 1]))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def touch(path: Path) -> None:
    os.utime(path, ns=(0, 0))


@pytest.mark.parametrize("is_there_already", [False, True], ids=["new", "there already"])
@pytest.mark.parametrize("change", [append, truncate, change_a_byte, touch])
def test_a_source_that_changes_between_two_readings_is_refused_and_nothing_is_left(
    vault: Vault, source: Path, change: Callable[[Path], None], is_there_already: bool
) -> None:
    if is_there_already:
        vault.put(source)
    before = lies_in(vault)
    size, done = source.stat().st_size, 0

    def change_after_the_first_reading(count: int) -> None:
        nonlocal done
        done += count
        if done == size:
            change(source)

    with pytest.raises(CannotRead) as refused:
        vault.put(source, change_after_the_first_reading)
    assert refused.value.facts["path"] == source.name
    assert lies_in(vault) == before


@pytest.mark.parametrize("at", [1, 3, 5])
def test_cancelling_leaves_nothing_and_no_thread(vault: Vault, source: Path, at: int) -> None:
    calls = 0

    def cancel(_count: int) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise KeyboardInterrupt

    threads = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        vault.put(source, cancel)
    assert lies_in(vault) == []
    assert threading.active_count() == threads
