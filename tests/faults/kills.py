"""Kill an import at a chosen moment, then ask everything that must hold of the case it leaves."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.media import Media, StoredFile
from evidence_app.services import cases, examining, intake, verifying
from evidence_app.services.workspace import DATABASE, VAULT, Workspace
from tests.faults.material import FILES, PASSPHRASE, PROGRAM, ROOT, command, environment, make_case, make_sources

_LOOK_SECONDS = 0.0005
_PATIENCE_SECONDS = 120
_MARK = bytes.fromhex("d9d505f920a163d7")  # sqlite.org/fileformat2.html#rollbackjournal
_GRACE_SECONDS = {"clock": 0, "sealing": 0.01, "committing": 0.002, "committed": 0.03}
# When to kill: at any time, while an object is being written, inside a commit, right after one.
MOMENTS = ("clock", "clock", "sealing", "committing", "committed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kill: when it came, how many entries the journal held then, and all that was wrong afterwards."""

    moment: str
    seconds: float
    was_killed: bool
    entries: int
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Watch:
    """What can be seen of a running import from outside.

    SQLite writes this mark into its journal just before it changes the database, and wipes it out as the last step of
    a commit: an act whose mark went away is one that stays.
    """

    folder: Path
    objects: int = 0
    commits_begun: int = 0
    commits_ended: int = 0
    _names: frozenset[str] = frozenset()
    _is_marked: bool = False

    def look(self) -> None:
        """Count the objects that appeared, the commits that began and those that ended."""
        with suppress(FileNotFoundError):
            names = frozenset(path.name for path in (self.folder / VAULT / ".incoming").iterdir())
            self.objects += len(names - self._names)
            self._names = names
        with suppress(FileNotFoundError), (self.folder / f"{DATABASE}-journal").open("rb") as journal:
            is_marked = journal.read(8) == _MARK
            self.commits_begun += is_marked and not self._is_marked
            self.commits_ended += self._is_marked and not is_marked
            self._is_marked = is_marked


class Harness:
    """A template case, sixty sources, and the time that an undisturbed import takes."""

    def __init__(self, folder: Path) -> None:
        """Prepare in an empty folder."""
        self._folder = folder
        self._template, self._sources = folder / "template", folder / "stick"
        make_case(self._template)
        make_sources(self._sources)
        self._wanted = {hashlib.sha256(path.read_bytes()).hexdigest() for path in self._sources.iterdir()}
        self.undisturbed = self._undisturbed()

    def run(self, seed: int, moment: str | None = None, program: Sequence[str] = PROGRAM) -> Outcome:
        """Import, kill, check, import again, check; `program` may be one with a fault planted in it."""
        rng = random.Random(seed)
        moment = moment or MOMENTS[seed % len(MOMENTS)]
        with self._case(f"case-{seed}") as case:
            seconds, was_killed, watch = self._killed(case, moment, rng, program)
            entries, faults = self._faults(case, watch)
        return Outcome(moment, seconds, was_killed, entries, tuple(faults))

    def _undisturbed(self) -> _Watch:
        """Watch one import from start to end."""
        with self._case("undisturbed") as case:
            watch = _Watch(case)
            started = time.monotonic()
            self._watched(case, watch, PROGRAM, until=lambda: False)
            self.seconds = time.monotonic() - started
            faults = self._faults(case, watch)[1]
        if faults:
            raise AssertionError(f"an import without any kill is at fault: {faults}")
        return watch

    @contextmanager
    def _case(self, name: str) -> Iterator[Path]:
        """Lend a fresh copy of the template."""
        folder = self._folder / name
        shutil.copytree(self._template, folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def _killed(
        self, case: Path, moment: str, rng: random.Random, program: Sequence[str]
    ) -> tuple[float, bool, _Watch]:
        """Start an import and kill it at a moment of the kind asked for."""
        watch, started = _Watch(case), time.monotonic()
        deadline = started + (rng.uniform(0, self.seconds) if moment == "clock" else _PATIENCE_SECONDS)
        seen, most = {
            "clock": (lambda: 0, 0),
            "sealing": (lambda: watch.objects, self.undisturbed.objects),
            "committing": (lambda: watch.commits_begun, self.undisturbed.commits_begun),
            "committed": (lambda: watch.commits_ended, self.undisturbed.commits_ended),
        }[moment]
        wanted = rng.randint(1, max(1, most))
        was_killed = self._watched(
            case,
            watch,
            program,
            until=lambda: time.monotonic() >= deadline or 0 < wanted <= seen(),
            grace=rng.uniform(0, _GRACE_SECONDS[moment]),
        )
        return time.monotonic() - started, was_killed, watch

    def _watched(
        self, case: Path, watch: _Watch, program: Sequence[str], until: Callable[[], bool], grace: float = 0
    ) -> bool:
        """Run an import under watch, and kill it once `until` holds; False where it had ended well before."""
        with (self._folder / "said.txt").open("w+", encoding="utf-8") as said:
            child = subprocess.Popen(
                command("import", case, self._sources, program=program),
                cwd=ROOT,
                env=environment(),
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
            try:
                while child.poll() is None and not until():
                    watch.look()
                    time.sleep(_LOOK_SECONDS)
                time.sleep(grace)
                ended = child.poll()
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
                child.wait()
            said.seek(0)
            if ended:
                raise AssertionError(f"the import failed by itself with exit code {ended}: {said.read()}")
        return ended is None

    def _faults(self, case: Path, watch: _Watch) -> tuple[int, list[str]]:
        """Ask what must hold after the kill, import again, and ask what must hold then."""
        try:
            found = verifying.verify(case, PASSPHRASE)
            faults = [f"after the kill: {finding.sentence}" for finding in found.findings]
            with cases.open_case(case, PASSPHRASE) as ws:
                acknowledged = 1 + watch.commits_ended  # one made the case
                if found.entries < acknowledged:
                    faults.append(f"{found.entries} entries after {acknowledged} acts that were committed")
                faults += self._lost(ws)
                intake.run(ws, [self._sources])
                examining.run(ws)
                faults += [*self._lost(ws), *self._incomplete(ws)]
            again = verifying.verify(case, PASSPHRASE)
            faults += [f"after the second import: {finding.sentence}" for finding in again.findings]
            faults += [f"after the second import: {note}" for note in again.notes]
        except EvidenceError as problem:
            return 0, [f"{type(problem).__name__}: {problem}"]
        return found.entries, faults

    def _lost(self, ws: Workspace) -> Iterator[str]:
        """Read every recorded original back, byte for byte."""
        for file in ws.records.find(StoredFile, role="ORIGINAL"):
            try:
                content = ws.vault.read(file.sha256)
            except EvidenceError as problem:
                yield f"{file.name}: {problem.sentence()}"
            else:
                if content != (self._sources / (file.name or "")).read_bytes():
                    yield f"{file.name}: other bytes than the source has"

    def _incomplete(self, ws: Workspace) -> Iterator[str]:
        """Look for exhibits that are missing, twice there, or without a file."""
        codes = [item.code for item in ws.records.find(Media, order="code")]
        if codes != [f"E-{number:03d}" for number in range(1, FILES + 1)]:
            yield f"{len(codes)} exhibits from {codes[0]} to {codes[-1]}, instead of {FILES} in a row"
        originals = ws.records.find(StoredFile, role="ORIGINAL")
        if len(originals) != FILES or {file.sha256 for file in originals} != self._wanted:
            yield f"{len(originals)} originals, {len({file.item for file in originals})} exhibits that have one"
        if left := [path.name for path in (ws.vault.folder / ".incoming").iterdir()]:
            yield f"{len(left)} unfinished objects left"
