"""No word of a case ever stands in clear on the disk: not while it is open, not after a kill, not after closing."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.media import making

ROOT = Path(__file__).parents[2]
NAME, STORY, FILE_NAME, CONTENT, TITLE = "Кызылкайнарова", "жасырынсөз", "тайнаяпапка", "quietcanaryword", "скрытоедело"
PASSPHRASE = "тихаяфраза для дела"
CANARIES = (NAME, STORY, FILE_NAME, CONTENT, TITLE, PASSPHRASE.split()[0])

WORK = f"""
import sys
from pathlib import Path
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Testimony
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, examining, intake, people, searching, testimonies
from evidence_app.services.testimonies import Paragraph

case, sources = Path(sys.argv[1]), Path(sys.argv[2])
with cases.create(case, "{TITLE}", "{PASSPHRASE}", profile=Profile(64, 1, 1)) as ws:
    person = people.add(ws, Person(notes="{STORY}", contacts=("+7 {CONTENT}",)), PersonName(full="{NAME} Айгүл"))
    told = [Paragraph("{STORY} " * 50, translations={{"en": "{CONTENT}"}}) for _ in range(30)]
    testimonies.add(ws, Testimony(title=Localised.of("{STORY}", "kk"), language="kk", speaker=person.id), told)
    intake.run(ws, [sources])
    assert examining.run(ws) == 2
    assert searching.search(ws, "{STORY}").total > 30
    assert searching.search(ws, "{CONTENT}").total > 0
    ws.archive.connection.exec_driver_sql("PRAGMA cache_size = 4")
    with ws.act("person.changed") as act:
        for number in range(40):
            act.change(person, notes="{STORY} " * (number + 400))
        print("open", flush=True)
        sys.stdin.readline()
print("closed", flush=True)
sys.stdin.readline()
"""


def spellings(word: str) -> Iterator[bytes]:
    """Yield the bytes that a word may stand on a disk as."""
    for raw in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode("cp1251", "ignore")):
        if len(raw) >= len(word):
            yield raw
            yield raw.hex().encode()
            for shift in range(3):
                # The letters in the middle are the same wherever in a longer text the word stood.
                yield base64.b64encode(bytes(shift) + raw)[4:-4]
    yield word.encode("unicode-escape")
    yield word.encode("utf-7")


def stands_in_clear(folders: list[Path]) -> list[str]:
    """Return where below some folders a canary stands, in a name or in the content of a file."""
    needles = [needle for word in CANARIES for needle in spellings(word)]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            content = os.fsencode(path.name) + (path.read_bytes() if path.is_file() else b"")
            found += [str(path) for needle in needles if needle in content]
    return found


@pytest.fixture
def sources(tmp_path: Path, font: Path) -> Path:
    """Files to be imported; they are not part of what is searched."""
    folder = tmp_path / "sources" / FILE_NAME
    folder.mkdir(parents=True)
    (folder / f"{FILE_NAME}.txt").write_text(f"{CONTENT}\n" * 20_000)
    (folder / f"{FILE_NAME}.jpg").write_bytes(making.photo(200, 150, [CONTENT], 1, font=font))
    return folder


def test_the_search_for_canaries_finds_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"..." + STORY.encode("utf-16-le"))
    (tmp_path / "b").write_bytes(base64.b64encode(f"x{NAME} и так далее".encode()))
    (tmp_path / "c").write_bytes(f"{{'{CONTENT}'}}".encode())
    (tmp_path / FILE_NAME).touch()
    assert len({Path(path).name for path in stands_in_clear([tmp_path])}) == 4


@pytest.mark.parametrize("ending", ["killed", "closed"])
def test_no_canary_stands_in_clear(tmp_path: Path, a_home_of_its_own: Path, sources: Path, ending: str) -> None:
    folders = [tmp_path / "case-folder", a_home_of_its_own]
    folders[0].mkdir()
    script = tmp_path / "work.py"
    script.write_text(WORK, "utf-8")
    child = subprocess.Popen(
        [sys.executable, script, folders[0] / "case", sources],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin is not None and child.stdout is not None and child.stderr is not None
    assert child.stdout.readline() == b"open\n", child.stderr.read().decode()
    assert (folders[0] / "case" / "case.db-journal").stat().st_size > 4096, "nothing of the open act is on the disk"
    assert stands_in_clear(folders) == []
    if ending == "closed":
        child.stdin.write(b"\n")
        child.stdin.flush()
        assert child.stdout.readline() == b"closed\n"
        assert stands_in_clear(folders) == []
    child.kill()
    _out, said = child.communicate()
    assert stands_in_clear(folders) == []
    assert not any(word.encode() in said for word in CANARIES)
