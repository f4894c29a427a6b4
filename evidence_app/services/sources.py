"""What is to come in: the regular files below some paths, and what is refused at first sight."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from evidence_app.domain.errors import CannotRead
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and the sentence that says why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to take, in order, and what was refused at first sight."""

    files: tuple[Path, ...]
    total_bytes: int
    refused: tuple[Refused, ...] = ()
    source: str = ""


def plan(paths: Iterable[Path]) -> Plan:
    """List the regular files below some paths, in order of name; links and devices are refused, not followed.

    Raises CannotRead for a path that does not exist.
    """
    given = list(paths)
    for path in given:
        if not os.path.lexists(path):
            raise CannotRead(path=shown(path.name), why=_("it does not exist"))
    found = dict(entry for path in given for entry in _walk(path))
    sizes = {path: size for path, size in found.items() if isinstance(size, int)}
    refused = tuple(Refused(shown(path.name), why) for path, why in found.items() if isinstance(why, str))
    return Plan(tuple(sizes), sum(sizes.values()), refused, shown(given[0].name) if given else "")


def without(files: Iterable[Path], folder: Path) -> list[Path]:
    """Leave out the files that lie in a folder, by whatever way they are named."""
    own = folder.resolve()
    listed = list(files)
    inside = {parent for parent in {path.parent for path in listed} if parent.resolve().is_relative_to(own)}
    return [path for path in listed if path.parent not in inside]


def shown(name: str) -> str:
    """Return a file name as it can be kept and shown: bytes that are no text appear as \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _walk(top: Path) -> Iterator[tuple[Path, int | str]]:
    """Yield what lies at or below a path, each with the size of a regular file, or why it cannot be taken."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            found = path.lstat()
            entries = list(path.iterdir()) if S_ISDIR(found.st_mode) else []
        except OSError as problem:
            yield path, problem.strerror or str(problem)
            continue
        if S_ISREG(found.st_mode):
            yield path, found.st_size
        elif not S_ISDIR(found.st_mode):
            yield path, _("it is a link, a device or a pipe, not a file")
        waiting += sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)
