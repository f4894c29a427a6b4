"""`python -m tests.benchmarks.intake [--quick]`: what an import costs beside the plainest tools that copy and hash."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.table import PYTHON, Line, Run, best, run, show

PASSPHRASE = "four plain words here"
_ALLOWED_MIB, _DATABASE_CACHE_MIB = 64, 64
_MAKE_CASE = """
import sys
from pathlib import Path
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases
cases.create(Path(sys.argv[1]), "Benchmark", sys.argv[2], profile=Profile(64, 1, 1)).close()
"""
# The import without its second half, in which workers read what the files say.
_SEAL = """
import sys
from pathlib import Path
from evidence_app.services import cases, intake
with cases.open_case(Path(sys.argv[1]), sys.argv[2]) as ws:
    intake.run(ws, [Path(sys.argv[3])])
"""
_COPY_DURABLY = """
import os, shutil, sys
from pathlib import Path
source, target = map(Path, sys.argv[1:])
target.mkdir()
for path in sorted(source.iterdir()):
    with path.open("rb") as read, (target / path.name).open("xb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())
handle = os.open(target, os.O_RDONLY)
os.fsync(handle)
"""
_HASH_AND_COPY = """
import hashlib, os, shutil, sys
with open(sys.argv[1], "rb") as read:
    hashlib.file_digest(read, "sha256")
shutil.copyfile(sys.argv[1], sys.argv[2])
with open(sys.argv[2], "rb") as written:
    os.fsync(written.fileno())
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is imported, how often each way is taken, and bars: the smaller, the more starting weighs."""

    large_mib: int
    small_files: int
    rounds: int
    notes_bar: float
    durable_bar: float


FULL, QUICK = Size(1024, 5000, 3, 8.0, 3.0), Size(512, 500, 3, 14.0, 4.0)


class Bench:
    """A folder with a template case, one large file and many small ones."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._folder, self._size = folder, size
        self._template, self._large, self._small = folder / "template", folder / "recording.bin", folder / "notes"
        run([PYTHON, "-c", _MAKE_CASE, self._template, PASSPHRASE])
        with self._large.open("wb") as target:
            for _mib in range(size.large_mib):
                target.write(os.urandom(1 << 20))
        _write_notes(self._small, size.small_files)
        _write_notes(folder / "one", 1)

    def lines(self) -> list[Line]:
        """Measure everything."""
        large, plain, durable = best(
            self._size.rounds, self._imported(self._large), self._hashed_and_copied, self._hashed_and_copied_durably
        )
        whole, sealed, copied, synced, one = best(
            self._size.rounds,
            self._imported(self._small),
            self._sealed,
            lambda: self._afresh(lambda copy: run(["cp", "-r", self._small, copy])),
            lambda: self._afresh(lambda copy: run([PYTHON, "-c", _COPY_DURABLY, self._small, copy])),
            self._imported(self._folder / "one"),
        )
        mib, files = self._size.large_mib, self._size.small_files
        return [
            Line(f"{mib} MiB, against sha256sum, then cp", large.seconds, plain.seconds, bar=1.5),
            Line(
                f"{mib} MiB, against OpenSSL's SHA-256, copy, fsync",
                large.seconds,
                durable.seconds,
                bar=self._size.durable_bar,
            ),
            Line(
                f"{files} notes sealed and recorded, against copy and fsync of each",
                sealed.seconds,
                synced.seconds,
                bar=self._size.notes_bar,
            ),
            Line(f"{files} notes, also looked into by workers, against the same", whole.seconds, synced.seconds),
            Line(f"{files} notes, also looked into by workers, against cp -r", whole.seconds, copied.seconds),
            _memory(f"{mib} MiB", large, one, _ALLOWED_MIB),
            _memory(f"{files} notes", whole, one, _ALLOWED_MIB + _DATABASE_CACHE_MIB),
        ]

    def _imported(self, source: Path) -> Callable[[], Run]:
        """Return the way of the program itself."""
        env = {"EVIDENCE_PASSPHRASE": PASSPHRASE}
        return lambda: self._with_case(lambda case: run([PYTHON, "-m", "evidence_app", "import", case, source], env))

    def _sealed(self) -> Run:
        return self._with_case(lambda case: run([PYTHON, "-c", _SEAL, case, PASSPHRASE, self._small]))

    def _hashed_and_copied(self) -> Run:
        hashed = run(["sha256sum", self._large])
        copied = self._afresh(lambda copy: run(["cp", self._large, copy]))
        return Run(hashed.seconds + copied.seconds, max(hashed.peak_mib, copied.peak_mib))

    def _hashed_and_copied_durably(self) -> Run:
        return self._afresh(lambda copy: run([PYTHON, "-c", _HASH_AND_COPY, self._large, copy]))

    def _with_case(self, work: Callable[[Path], Run]) -> Run:
        """Lend a fresh case."""

        def furnished(copy: Path) -> Run:
            shutil.copytree(self._template, copy)
            return work(copy)

        return self._afresh(furnished)

    def _afresh(self, work: Callable[[Path], Run]) -> Run:
        """Lend a name where nothing lies yet, and clear it afterwards."""
        copy = self._folder / "copy"
        try:
            return work(copy)
        finally:
            shutil.rmtree(copy) if copy.is_dir() else copy.unlink()


def _memory(what: str, ours: Run, one: Run, allowed_mib: int) -> Line:
    """Return the line that says that memory does not grow with what is imported."""
    return Line(
        f"peak memory, {what}, against one note + {allowed_mib}", ours.peak_mib, one.peak_mib + allowed_mib, "MiB", 1
    )


def _write_notes(folder: Path, count: int) -> None:
    """Write text files of 4 KiB, each unlike all others."""
    rng = random.Random(count)
    words = ["".join(rng.choices("абвгдежзиклмнопрстуфabcdefghijkl", k=rng.randint(2, 9))) for _ in range(3000)]
    folder.mkdir()
    for number in range(count):
        text = f"{number}: {' '.join(rng.choices(words, k=700))}".encode()
        (folder / f"note-{number:05d}.txt").write_bytes(text[:4096].decode(errors="ignore").encode())


def measure(size: Size) -> int:
    """Measure and print; returns 1 where a bar is missed."""
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        lines = Bench(Path(folder), size).lines()
    return show("Intake", lines, _NOTES)


_NOTES = (
    "The best of some rounds, taken in turn, all of it in the page cache when it starts.",
    "Each of ours starts the program anew, reads twice, hashes twice, encrypts, syncs, and writes a chained journal,",
    "the chain of custody and a search index; the references do not.",
    "Debian's sha256sum does without the processor's SHA instructions, OpenSSL in Python uses them: two references.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.intake")
    parser.add_argument("--quick", action="store_true", help="a smaller file and fewer notes")
    return measure(QUICK if parser.parse_args(arguments).quick else FULL)


if __name__ == "__main__":
    sys.exit(main())
