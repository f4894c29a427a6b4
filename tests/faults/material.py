"""What the faults are made with: a small case, sixty files to import, and the command line that imports them."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from evidence_app.keys.derivation import Profile
from evidence_app.media import making
from evidence_app.services import cases
from evidence_app.system import paths

PASSPHRASE = "four plain words here"
PROGRAM = ("evidence_app",)
ROOT = Path(__file__).parents[2]
FILES = 60
_LARGE, _PHOTOS = 4, 10
_FONT = paths.resources() / "fonts" / "SourceSans3-Regular.ttf"
_WORDS = ("протокол", "осмотр", "свидетель", "кадр", "witness", "statement", "yard", "түн", "куә", "жазба")


def make_case(folder: Path) -> None:
    """Make a closed case whose passphrase costs next to nothing to try, for these tests open it often."""
    cases.create(folder, "Проба", PASSPHRASE, profile=Profile(64, 1, 1)).close()


def make_sources(folder: Path, seed: int = 1) -> None:
    """Make sixty files, each unlike all others: notes, photographs, and a few of one to three megabytes."""
    rng = random.Random(seed)
    folder.mkdir()
    for number in range(FILES):
        name, content = _file(number, rng)
        (folder / name).write_bytes(content)


def _file(number: int, rng: random.Random) -> tuple[str, bytes]:
    """Return name and content of one file; the kinds are strewn evenly, so that every batch has some of each."""
    if number % (FILES // _LARGE) == 7:
        return f"{number:02d} запись.bin", rng.randbytes(rng.randint(1_000_000, 3_000_000))
    if number % (FILES // _PHOTOS) == 2:
        return f"{number:02d} photo.jpg", making.photo(320, 240, [f"No {number}"], number, font=_FONT)
    words = " ".join(rng.choices(_WORDS, k=rng.randint(5, 900)))
    return f"{number:02d} заметка.txt", f"{number}: {words}".encode()


def command(*arguments: object, program: Sequence[str] = PROGRAM) -> list[str]:
    """Return the command line of the program, or of one that stands in for it."""
    return [sys.executable, "-m", *program, *map(str, arguments)]


def environment() -> dict[str, str]:
    """Return the environment of a child: ours, in English, with the passphrase."""
    return os.environ | {"EVIDENCE_PASSPHRASE": PASSPHRASE, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
