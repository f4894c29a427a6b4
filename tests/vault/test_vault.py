"""The vault takes files that stay as they are, once, whole, durably; or it takes nothing and leaves nothing."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotWrite, MissingPart, NoSpace, ObjectDamaged
from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.keys.keyring import Keyring
from evidence_app.vault.vault import Vault
from tests.vault.contents import lies_in


def test_what_goes_in_comes_out(vault: Vault, source: Path) -> None:
    told: list[int] = []
    sealed = vault.put(source, told.append)
    content = source.read_bytes()
    assert sealed.sha256 == hashlib.sha256(content).hexdigest()
    assert (sealed.size_bytes, sealed.was_there) == (len(content), False)
    assert sum(told) == 2 * len(content)
    assert vault.read(sealed.sha256) == content
    vault.check(sealed.sha256, sealed.size_bytes)


@pytest.mark.parametrize("content", [b"", b"x"])
def test_the_smallest_files_are_files_too(vault: Vault, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "small").write_bytes(content)
    assert vault.read(vault.put(tmp_path / "small").sha256) == content


def test_the_same_content_lies_there_once(vault: Vault, source: Path, tmp_path: Path) -> None:
    first = vault.put(source)
    before = lies_in(vault)
    copy = shutil.copy(source, tmp_path / "copy")
    second = vault.put(Path(copy))
    assert second.was_there
    assert second.sha256 == first.sha256
    assert lies_in(vault) == before
    assert len(before) == 1


def test_a_name_tells_a_finder_nothing(vault: Vault, source: Path, quick: Profile) -> None:
    sha256 = vault.put(source).sha256
    name = vault.name_of(sha256)
    assert lies_in(vault) == [f"{name[:2]}/{name}"]
    assert name not in {sha256, hashlib.sha256(sha256.encode()).hexdigest()}
    elsewhere = Vault(vault.folder, key_file.create("passphrase", quick)[1])
    assert elsewhere.name_of(sha256) != name
    assert source.read_bytes()[:64] not in (vault.folder / name[:2] / name).read_bytes()


def test_a_long_file_takes_no_more_memory_than_a_short_one(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb") as stream:
        for number in range(64):
            stream.write(random.Random(number).randbytes(1 << 20))
    tracemalloc.start()
    sealed = vault.put(path)
    vault.check(sealed.sha256, sealed.size_bytes)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sealed.size_bytes == 64 << 20
    assert peak < 16 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]).returncode:
        pytest.skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_is_said_and_leaves_what_was_there(small_disk: Path, keyring: Keyring, source: Path) -> None:
    vault = Vault(small_disk / "vault", keyring)
    vault.prepare()
    first = vault.put(source)
    before = lies_in(vault)
    with pytest.raises(NoSpace):
        vault.put_bytes(random.Random(2).randbytes(2 << 20))
    assert lies_in(vault) == before
    vault.check(first.sha256, first.size_bytes)
    assert vault.put_bytes(b"a little").size_bytes == 8


def test_a_limit_on_the_size_of_files_is_no_fault_of_the_source(vault: Vault, source: Path) -> None:
    """As on a stick with FAT, which takes no file of 4 GiB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        with pytest.raises(CannotWrite):
            vault.put(source)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert lies_in(vault) == []


def test_a_missing_object_and_a_damaged_one_are_told_apart(vault: Vault, source: Path) -> None:
    sealed = vault.put(source)
    path = vault.path_of(sealed.sha256)
    with path.open("r+b") as stream:
        stream.seek(-1, os.SEEK_END)
        stream.write(b"\x00\x00"[:1] if stream.read(1) != b"\x00" else b"\x01")
    for read in (vault.read, lambda sha256: vault.check(sha256, sealed.size_bytes)):
        with pytest.raises(ObjectDamaged):
            read(sealed.sha256)
    path.unlink()
    for read in (vault.read, vault.open, lambda sha256: vault.check(sha256, sealed.size_bytes)):
        with pytest.raises(MissingPart):
            read(sealed.sha256)


def test_a_bit_changed_anywhere_is_found(vault: Vault, source: Path) -> None:
    sealed = vault.put(source)
    path = vault.path_of(sealed.sha256)
    raw = path.read_bytes()
    chance = random.Random(3)
    for place in [
        *range(0, 60, 3),
        1 << 20,
        (1 << 20) - 1,
        len(raw) - 1,
        *(chance.randrange(len(raw)) for _ in range(40)),
    ]:
        changed = bytearray(raw)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        with pytest.raises(ObjectDamaged):
            vault.check(sealed.sha256, sealed.size_bytes)


def test_objects_that_change_places_are_found(vault: Vault) -> None:
    first, second = vault.put_bytes(b"first"), vault.put_bytes(b"other")
    one, two = vault.path_of(first.sha256), vault.path_of(second.sha256)
    content = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(content)
    for sealed in (first, second):
        with pytest.raises(ObjectDamaged):
            vault.read(sealed.sha256)


def test_an_object_of_another_size_than_recorded_is_damage(vault: Vault) -> None:
    sealed = vault.put_bytes(b"content")
    with pytest.raises(ObjectDamaged):
        vault.check(sealed.sha256, 6)


def test_a_damaged_object_is_made_whole_when_its_content_comes_again(vault: Vault, source: Path) -> None:
    sealed = vault.put(source)
    damaged = b"damaged" + vault.path_of(sealed.sha256).read_bytes()
    vault.path_of(sealed.sha256).write_bytes(damaged)
    assert not vault.put(source).was_there
    vault.check(sealed.sha256, sealed.size_bytes)
    kept = [path.read_bytes() for path in (vault.folder / ".quarantine").iterdir()]
    assert kept == [damaged]


def test_strays_are_set_aside_and_never_deleted(vault: Vault) -> None:
    kept, stray = vault.put_bytes(b"recorded"), vault.put_bytes(b"cut off")
    half = "0" * 32
    (vault.folder / ".incoming" / half).write_bytes(b"half an object")
    before = {path.name: path.read_bytes() for path in vault.folder.rglob("*") if path.is_file()}
    moved = vault.quarantine([kept.sha256])
    assert sorted(moved) == sorted([vault.name_of(stray.sha256), half])
    assert {path.name: path.read_bytes() for path in vault.folder.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in (vault.folder / ".quarantine").iterdir()) == sorted(moved)
    assert list(vault.names()) == [vault.name_of(kept.sha256)]
    assert vault.quarantine([kept.sha256]) == []


def test_two_threads_may_put_the_same_content(vault: Vault, source: Path) -> None:
    threads = [threading.Thread(target=vault.put, args=(source,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lies_in(vault)) == 1
    vault.check(hashlib.sha256(source.read_bytes()).hexdigest())


def test_an_object_is_for_nobody_elses_eyes(vault: Vault) -> None:
    vault.put_bytes(b"content")
    for folder_ in (vault.folder, *(path for path in vault.folder.iterdir() if path.is_dir())):
        assert folder_.stat().st_mode & 0o077 == 0, folder_.name


def test_a_killed_writer_leaves_no_object_under_a_final_name(vault: Vault, source: Path, tmp_path: Path) -> None:
    script = (
        "import os, sys, pickle; from pathlib import Path; from evidence_app.keys.keyring import Keyring;"
        "from evidence_app.vault.vault import Vault;"
        "vault = Vault(Path(sys.argv[1]), Keyring('0' * 32, 'a', bytes(32), bytes(32)));"
        "done = [0]\n"
        "def die(count):\n"
        "    done[0] += count\n"
        "    if done[0] > 3 << 20: os.kill(os.getpid(), 9)\n"
        "vault.put(Path(sys.argv[2]), die)"
    )
    ended = subprocess.run([sys.executable, "-c", script, vault.folder, source], cwd=Path(__file__).parents[2])
    assert ended.returncode == -9
    assert list(vault.names()) == []
    assert len(lies_in(vault)) == 1
    assert vault.quarantine([]) != []
