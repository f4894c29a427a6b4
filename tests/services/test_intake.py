"""Files come in whole, by their own bytes, with their custody; what could not be taken is told, file by file."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest

from evidence_app.domain.errors import BadInput, CannotRead
from evidence_app.domain.media import Batch, Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.services import custody, intake, sources
from evidence_app.services.intake import Facts
from evidence_app.services.workspace import Workspace
from evidence_app.vault.reading import Reading
from evidence_app.vault.vault import Vault


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    """A folder with three files, two of them the same, and things that are no files."""
    folder = tmp_path / "флешка"
    (folder / "DCIM").mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"first")
    (folder / "DCIM" / "b.bin").write_bytes(random.Random(1).randbytes(70_000))
    (folder / "DCIM" / "copy of a.txt").write_bytes(b"first")
    (folder / "link").symlink_to("a.txt")
    os.mkfifo(folder / "pipe")
    return folder


def test_every_file_is_recorded_or_said_why_not(case: Workspace, delivery: Path) -> None:
    report = intake.run(case, [delivery], Facts(received_from="Источник", received=PartialDate.parse("2024-05")))
    assert len(report.added) == 2
    assert len(report.again) == 1
    assert sorted(refused.name for refused in report.refused) == ["link", "pipe"]
    assert all(refused.why for refused in report.refused)
    held = {file.name: file for file in case.records.find(StoredFile)}
    for item in case.records.find(Media):
        file = next(file for file in held.values() if file.item == item.id)
        content = case.vault.read(file.sha256)
        assert file.sha256 == hashlib.sha256(content).hexdigest()
        assert file.size_bytes == len(content)
        assert item.received_from == "Источник"
        assert [act.action for act in custody.of(case, item)][:2] == ["RECEIVE", "INGEST"]
    (batch,) = case.records.find(Batch)
    assert batch.finished
    assert batch.source == "флешка"


def test_the_same_file_again_is_the_same_exhibit_with_one_more_receipt(case: Workspace, delivery: Path) -> None:
    first = intake.run(case, [delivery / "a.txt"])
    second = intake.run(case, [delivery / "a.txt"])
    assert (first.added, second.added, second.again) == (("E-001",), (), ("E-001",))
    assert case.records.count(StoredFile) == 1
    item = case.records.first(Media)
    assert [act.action for act in custody.of(case, item)] == ["RECEIVE", "INGEST"] * 2
    assert len(list(case.vault.names())) == 1


def test_an_exhibit_that_was_voided_comes_in_anew(case: Workspace, delivery: Path) -> None:
    intake.run(case, [delivery / "a.txt"])
    with case.act("item.voided") as act:
        act.void(case.records.first(Media), "by mistake")
    assert intake.run(case, [delivery / "a.txt"]).added == ("E-002",)
    assert intake.run(case, [delivery / "a.txt"]).again == ("E-002",)
    assert len(list(case.vault.names())) == 1


def test_custody_replays_to_the_present_holder_also_when_a_file_comes_again(case: Workspace, delivery: Path) -> None:
    intake.run(case, [delivery / "a.txt"])
    for to in ("Эксперт", "Суд"):
        item = custody.hand_over(case, case.records.first(Media), to, place="Алматы", seal=f"№ {to}")
        assert custody.holder(custody.of(case, item)) == item.holder == to
    assert custody.of(case, item)[-1].facts == {"from": "Эксперт", "to": "Суд", "place": "Алматы", "seal": "№ Суд"}
    custody.log(case, item, "VIEW", purpose="осмотр")
    intake.run(case, [delivery / "a.txt"])
    item = case.records.first(Media)
    assert custody.holder(custody.of(case, item)) == item.holder == case.account.name
    with pytest.raises(ValueError, match="RETURN"):
        custody.log(case, item, "RETURN", to="Кто-то")
    with pytest.raises(ValueError, match="NONSENSE"):
        custody.log(case, item, "NONSENSE")


NAMES = [
    b"plain.txt",
    "имя.txt".encode(),
    b"\xff\xfe.txt",
    b"new\nline",
    b"\xe2\x80\xaertl.txt",
    b"CON",
    b"a" * 255,
    b"-rf",
]


def test_any_name_that_a_disk_can_hold_is_kept_and_shown(case: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / os.fsdecode(name)).write_bytes(b"%d" % number)
    report = intake.run(case, [folder])
    assert len(report.added) == len(NAMES)
    kept = {file.name for file in case.records.find(StoredFile)}
    assert kept == {name.decode("utf-8", "backslashreplace") for name in NAMES}


def test_a_path_that_is_not_there_is_refused_before_anything_is_taken(case: Workspace, delivery: Path) -> None:
    for path in (delivery / "nothing", delivery / ("x" * 300)):
        with pytest.raises(CannotRead):
            intake.run(case, [delivery / "a.txt", path])
    assert case.records.count(Media) == 0


def test_a_file_that_goes_away_meanwhile_is_told_and_the_others_are_taken(case: Workspace, delivery: Path) -> None:
    planned = sources.plan([delivery])
    (delivery / "a.txt").unlink()
    report = intake.receive(case.vault, planned, intake.Register(case))
    assert len(report.added) == 2
    assert [refused.name for refused in report.refused if refused.name == "a.txt"] == ["a.txt"]


def test_the_open_case_takes_no_file_of_its_own_and_says_so_once(case: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    (tmp_path / "way").symlink_to(case.folder)
    before = len(list(case.vault.names()))
    for paths in ([tmp_path], [case.folder], [tmp_path / "way" / "case.db"]):
        report = intake.run(case, paths)
        assert [refused.why for refused in report.refused if refused.name == case.folder.name] != []
    assert [file.name for file in case.records.find(StoredFile)] == ["letter.txt"]
    assert len(list(case.vault.names())) == before + 1


def test_folders_in_folders_without_end_are_walked(tmp_path: Path) -> None:
    here = top = tmp_path / "top"
    top.mkdir()
    for _ in range(1200):
        here /= "a"
        here.mkdir()
    (here / "deep.txt").write_text("x")
    try:
        assert [path.name for path in sources.plan([top]).files] == ["deep.txt"]
    finally:  # whoever clears up after all tests cannot go that deep either
        (here / "deep.txt").unlink()
        while here != top:
            here.rmdir()
            here = here.parent


def test_facts_that_cannot_be_kept_are_refused_before_anything_is_sealed(case: Workspace, delivery: Path) -> None:
    with pytest.raises(BadInput):
        intake.run(case, [delivery], Facts(received_from="\udcff"))
    assert list(case.vault.names()) == []


def test_an_object_damaged_meanwhile_is_refused_and_the_others_are_taken(case: Workspace, delivery: Path) -> None:
    class Spoiling(Vault):
        def open(self, sha256: str) -> Reading:
            if sha256 == hashlib.sha256(b"first").hexdigest():
                path = self.path_of(sha256)
                path.write_bytes(path.read_bytes()[:-1] + b"?")
            return super().open(sha256)

    vault = Spoiling(case.vault.folder, case.keyring)
    report = intake.receive(vault, sources.plan([delivery]), intake.Register(case))
    assert len(report.added) == 1
    assert {"a.txt", "link", "pipe"} <= {refused.name for refused in report.refused}


def test_a_delivery_that_is_cut_off_has_told_what_it_refused(case: Workspace, delivery: Path) -> None:
    told: list[str] = []

    class Stop:
        def step(self, _what: str, _done: int, _total: int) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        intake.run(case, [delivery], progress=Stop(), told=lambda refused: told.append(refused.name))
    assert sorted(told) == ["link", "pipe"]


def test_cancelling_keeps_what_was_recorded_and_leaves_nothing_half_done(case: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.bin").write_bytes(bytes([number]) * 5000)

    class Stop:
        def step(self, _what: str, done: int, total: int) -> None:
            if done > total * 0.7:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        intake.run(case, [folder], progress=Stop())
    recorded = {case.vault.name_of(file.sha256) for file in case.records.find(StoredFile)}
    assert 25 <= len(recorded) < 60
    assert recorded <= set(case.vault.names())
    assert list((case.vault.folder / ".incoming").iterdir()) == []
    again = intake.run(case, [folder])
    assert len(again.added) + len(recorded) == 60
    assert len(list(case.vault.names())) == 60
