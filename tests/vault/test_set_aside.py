"""What was set aside is neither lost nor overwritten; what others put into the vault is left where it is."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotRead, CannotWrite, ObjectDamaged
from evidence_app.vault.vault import Vault


def test_an_object_set_aside_is_still_read_checked_and_found(vault: Vault) -> None:
    sealed = vault.put_bytes(b"recorded after all")
    vault.quarantine([])
    assert vault.path_of(sealed.sha256).parent.name == ".quarantine"
    assert vault.read(sealed.sha256) == b"recorded after all"
    vault.check(sealed.sha256, sealed.size_bytes)
    with vault.open(sealed.sha256) as stream:
        assert stream.read(8) == b"recorded"


def test_an_object_set_aside_comes_home_once_a_record_names_it(vault: Vault) -> None:
    wanted, unwanted = vault.put_bytes(b"wanted"), vault.put_bytes(b"unwanted")
    vault.quarantine([])
    assert vault.astray([wanted.sha256]) == [wanted.sha256]
    vault.bring_home([wanted.sha256])
    assert list(vault.names()) == [vault.name_of(wanted.sha256)]
    assert vault.is_sound(wanted.sha256)
    assert vault.astray([wanted.sha256]) == []
    assert vault.path_of(unwanted.sha256).parent.name == ".quarantine"


def test_setting_aside_twice_keeps_both(vault: Vault) -> None:
    for _ in range(2):
        sealed = vault.put_bytes(b"once and again")
        vault.quarantine([])
    kept = list((vault.folder / ".quarantine").iterdir())
    assert len(kept) == 2
    first = vault.folder / ".quarantine" / vault.name_of(sealed.sha256)
    first.write_bytes(b"damaged" + first.read_bytes())
    assert vault.read(sealed.sha256) == b"once and again"  # the other one


def test_a_damaged_object_set_aside_is_not_brought_home(vault: Vault, source: Path) -> None:
    sealed = vault.put(source)
    home = vault.path_of(sealed.sha256)
    home.write_bytes(b"damaged")
    vault.put(source)
    home.unlink()
    assert vault.astray([sealed.sha256]) == []
    assert vault.path_of(sealed.sha256) == home


def test_what_others_put_into_the_vault_is_left_alone_and_told(vault: Vault) -> None:
    shard = vault.path_of(vault.put_bytes(b"recorded").sha256).parent
    known = list(vault.names())
    elsewhere = "ff" if shard.name == "00" else "00"  # a name, and a folder, of another object
    files = [shard / ".DS_Store", shard / (elsewhere * 32), vault.folder / "note.txt", vault.folder / elsewhere]
    files += [vault.folder / ".quarantine" / "Thumbs.db", vault.folder / ".incoming" / "half"]
    for path in files:
        path.write_bytes(b"foreign")
    (shard / "folder").mkdir()
    (shard / "link").symlink_to("/etc/hostname")
    assert list(vault.names()) == known
    assert vault.strays([]) == [shard / known[0]]
    others = {*files, shard / "folder", shard / "link"}
    assert set(vault.foreign()) == others
    vault.quarantine([])
    assert set(vault.foreign()) == others


def test_folders_that_a_copy_dropped_are_made_again_and_not_needed_for_reading(vault: Vault) -> None:
    sealed = vault.put_bytes(b"content")
    for name in (".incoming", ".quarantine"):
        (vault.folder / name).rmdir()
    assert vault.strays([sealed.sha256]) == vault.astray([sealed.sha256]) == list(vault.foreign()) == []
    assert vault.read(sealed.sha256) == b"content"
    vault.prepare()
    assert not vault.put_bytes(b"more").was_there


def test_a_vault_that_cannot_be_laid_out_is_told(vault: Vault) -> None:
    (vault.folder / ".incoming").rmdir()
    (vault.folder / ".incoming").write_bytes(b"")
    with pytest.raises(CannotWrite):
        vault.prepare()
    with pytest.raises(CannotWrite):
        vault.put_bytes(b"content")


def test_damage_in_the_middle_of_reading_is_told_in_the_words_of_a_case(vault: Vault, source: Path) -> None:
    sealed = vault.put(source)
    path = vault.path_of(sealed.sha256)
    raw = bytearray(path.read_bytes())
    for place in (60, 1_500_000):
        changed = raw[:]
        changed[place] ^= 1
        path.write_bytes(changed)
        with pytest.raises(ObjectDamaged), vault.open(sealed.sha256) as stream:
            while stream.read(1 << 16):
                pass
    path.unlink()
    path.mkdir()
    with pytest.raises(CannotRead):
        vault.open(sealed.sha256)


def test_landings_that_meet_in_a_new_folder_do_not_disturb_each_other(vault: Vault) -> None:
    told: list[CannotWrite] = []
    for turn in range(60):
        meeting = threading.Barrier(4)

        def land(turn: int = turn, meeting: threading.Barrier = meeting) -> None:
            try:
                with vault.landing() as landing:
                    landing.put_bytes(random.Random(turn).randbytes(50))
                    meeting.wait()
                    landing.settle()
            except CannotWrite as problem:
                told.append(problem)

        threads = [threading.Thread(target=land) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert told == []
    assert len(list(vault.names())) == 60
