"""Looking into files: one that the vault cannot give is told at its exhibit, and all others are looked into."""

from __future__ import annotations

from pathlib import Path

from evidence_app.domain.media import Media, StoredFile
from evidence_app.media import making
from evidence_app.services import examining, intake
from evidence_app.services.workspace import Workspace


def test_a_damaged_and_a_missing_object_keep_no_other_from_being_looked_into(
    case: Workspace, tmp_path: Path, font: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for number in range(4):
        (stick / f"{number}.jpg").write_bytes(making.photo(64, 64, (str(number),), number, font=font))
    intake.run(case, [stick])
    damaged, missing, *_others = case.records.find(StoredFile)
    path = case.vault.path_of(damaged.sha256)
    sound = path.read_bytes()
    path.write_bytes(sound[:60] + bytes([sound[60] ^ 1]) + sound[61:])
    case.vault.path_of(missing.sha256).rename(tmp_path / "aside")
    examining.run(case)
    problems = [item.problem for item in case.records.find(Media)]
    assert "is damaged" in str(problems[0]) and "is missing" in str(problems[1])
    assert problems[2:] == [None, None]
    assert [waiting.name for waiting in examining.pending(case)] == ["0.jpg", "1.jpg"]

    size = case.journal.head().size
    examining.run(case)
    assert case.journal.head().size == size  # nothing new was found out, so nothing is written

    path.write_bytes(sound)
    (tmp_path / "aside").rename(case.vault.path_of(missing.sha256))
    examining.run(case)
    assert examining.pending(case) == []
    assert [item.problem for item in case.records.find(Media)] == [None] * 4
