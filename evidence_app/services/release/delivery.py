"""Delivery: read finished output back, write it outside the case, log that it left. Nothing else writes there."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import (
    AlreadyExists,
    CannotWrite,
    CaseChanged,
    EvidenceError,
    NoSpace,
    ReleaseRefused,
)
from evidence_app.services.release.gate import Gate
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.entries import BEGUN, FAILED
from evidence_app.system import files
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Inspected:
    """Finished output that was read back: its hex SHA-256, and the codes of persons that it gives away."""

    sha256: str
    leaked: tuple[str, ...]


def inspect(gate: Gate, content: bytes, read_back: Callable[[bytes], list[str]]) -> Inspected:
    """Read finished output back and look for what must not leave; needs no archive once the gate has printed names.

    `read_back` returns every text in the output, whatever it is hidden in.
    """
    return Inspected(hashlib.sha256(content).hexdigest(), tuple(gate.leaks(read_back(content))))


def deliver(
    ws: Workspace,
    gate: Gate,
    target: Path,
    content: bytes,
    inspected: Inspected,
    *,
    dossier: str,
    records: Iterable[str] = (),
    kind: str = "dossier",
) -> str:
    """Write output that was inspected, log before that it is about to leave, and as `<kind>.exported` that it left.

    Returns its hex SHA-256. After a crash in between the journal says that it was begun; a check of the case tells so.

    Raises ReleaseRefused with nothing written where the inspection found something, AlreadyExists, CannotWrite,
    NoSpace; ValueError where something else was inspected.
    """
    digest = hashlib.sha256(content).hexdigest()
    if digest != inspected.sha256:
        raise ValueError("this is not what was inspected")
    if inspected.leaked:
        with ws.act("export.refused") as act:
            act.facts |= {"reader": gate.reader, "dossier": dossier, "codes": list(inspected.leaked)}
        raise ReleaseRefused(count=len(inspected.leaked), codes=", ".join(inspected.leaked))
    if gate.is_stale(ws):
        raise CaseChanged
    if target.resolve().is_relative_to(ws.folder.resolve()):
        raise CannotWrite(path=target.name, why=_("it lies inside the case, where nothing may lie in clear"))
    if os.path.exists(target):  # noqa: PTH110  never raises
        raise AlreadyExists(path=target.name)
    begun: int | None = None
    try:
        # Nothing has its name before the journal says that it is about to leave: what cannot be logged does not leave.
        with _written(target, content):
            begun = _begin(ws, gate, digest, len(content), dossier=dossier, records=records)
    except EvidenceError:
        if begun is not None:
            _end(ws, FAILED, begun, digest)
        raise
    try:
        _end(ws, f"{kind}.exported", begun, digest)
    except EvidenceError:
        target.unlink(missing_ok=True)  # its entry stays without an end: it may have been seen
        raise
    return digest


def _begin(ws: Workspace, gate: Gate, digest: str, size: int, *, dossier: str, records: Iterable[str]) -> int:
    """Log what is about to leave; returns the number of the entry. Where none ends it, nobody knows if it left."""
    exported = sorted(set(records))
    with ws.act(BEGUN) as act:
        act.export(
            dossier=dossier,
            reader=gate.reader,
            language=gate.language,
            sha256=digest,
            size=size,
            manifest=hashlib.sha256("\n".join(exported).encode()).hexdigest(),
            records=exported,
            withheld=dict(gate.withheld),
        )
    last = ws.journal.last()
    assert last is not None
    return last.seq


def _end(ws: Workspace, op: str, begun: int, digest: str) -> None:
    """Log that what was begun has left, or has not."""
    with ws.act(op) as act:
        act.facts |= {"begun": begun, "sha256": digest}


@contextmanager
def _written(target: Path, content: bytes) -> Iterator[None]:
    """Write a file outside the case; it gets its name when the block has ended well."""
    try:
        with files.prepared(target, content, replacing=False):
            yield
    except FileExistsError as problem:
        raise AlreadyExists(path=target.name) from problem
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise NoSpace from problem
        raise CannotWrite(path=target.name, why=problem.strerror or str(problem)) from problem
