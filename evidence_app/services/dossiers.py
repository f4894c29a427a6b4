"""Dossiers: compile what one reader may have, lay it out, read it back, let it go, log it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import LayoutFailed
from evidence_app.dossier.message import to_message
from evidence_app.services import release
from evidence_app.services.manuscripts.preparation import Preparation as Preparation
from evidence_app.services.manuscripts.preparation import Prepared
from evidence_app.services.progress import Cancelled, Progress, nothing
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _
from evidence_app.workers import pool
from evidence_app.workers.limits import LAYOUT
from evidence_app.workers.outcome import Reason, Reply, WorkerFailed

_STAGES = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """Finished pages, and what reading them back found."""

    pdf: bytes
    pages: int
    inspected: release.Inspected


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier that left: its code, file, pages, SHA-256, and what was withheld by ground."""

    code: str
    path: Path
    pages: int
    sha256: str
    withheld: dict[str, int]


def foresee(ws: Workspace, reader: str) -> list[str]:
    """Return in sentences who will stand in an edition by name, who as a code, who is left out, and why."""
    return [foreseen.sentence for foreseen in release.outlook(ws, reader)]


def build(
    ws: Workspace, out: Path, *, reader: str = "COURT", language: str = "ru", progress: Progress = nothing
) -> Built:
    """Make a dossier, here and now. Raises AlreadyExists, ReleaseRefused, CannotWrite, LayoutFailed, Cancelled."""
    prepared = prepare(ws, out, reader=reader, language=language, progress=progress)
    return finish(ws, prepared, out, print_(prepared, progress))


def prepare(ws: Workspace, out: Path, *, reader: str, language: str, progress: Progress = nothing) -> Prepared:
    """Compile the manuscript for a reader, here and now. Nothing is written but the dossier's own record."""
    preparation = Preparation(ws, out, reader=reader, language=language)
    for slice_ in preparation.slices():
        progress.step(_("Gathering what this reader may have"), 0, _STAGES)
        slice_()
    return preparation.prepared()


def print_(prepared: Prepared, progress: Progress = nothing) -> Printed:
    """Lay out the pages and read them back, each in a worker, and look for what must not leave; needs no archive."""
    header, attachments = to_message(prepared.manuscript)
    progress.step(_("Laying out pages"), 1, _STAGES)
    laid_out = _work("evidence_app.dossier.press:lay_out", header, attachments, progress)
    pdf = bytes(laid_out.attachments[0])
    progress.step(_("Reading the file back, looking for protected names"), 2, _STAGES)
    read = _work("evidence_app.dossier.proof:read_back", {}, [pdf], progress)
    texts = bytes(read.attachments[0]).decode().split("\f")
    return Printed(pdf, int(laid_out.header["pages"]), release.inspect(prepared.gate, pdf, lambda _pdf: texts))


def finish(ws: Workspace, prepared: Prepared, out: Path, printed: Printed) -> Built:
    """Let the finished file go, if nothing protected is in it, and log it; needs the archive."""
    code = prepared.dossier.code
    digest = release.deliver(
        ws, prepared.gate, out, printed.pdf, printed.inspected, dossier=code, records=prepared.records
    )
    return Built(code, out, printed.pages, digest, dict(prepared.gate.withheld))


def _work(task: str, header: dict[str, object], attachments: list[bytes], progress: Progress) -> Reply:
    """Run one task in a worker, watching for somebody who wants to stop."""
    stopped: list[Cancelled] = []

    def is_cancelled() -> bool:
        try:
            progress.step("", 0, 0)
        except Cancelled as asked:
            stopped.append(asked)
        return bool(stopped)

    try:
        return pool.run(task, header, attachments, limits=LAYOUT, cancelled=is_cancelled)
    except WorkerFailed as failure:
        if failure.reason is Reason.CANCELLED and stopped:
            raise stopped[0] from failure
        raise LayoutFailed(why=failure.sentence()) from failure
