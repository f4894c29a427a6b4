"""The public sample case: facts of the press, each with its source, out of `resources/samples/karasai`."""

from __future__ import annotations

from evidence_app.domain.case_file import CaseFile
from evidence_app.services import casebook
from evidence_app.services.planting import Draft, FileSpec, Plan, plant
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.workspace import Workspace
from evidence_app.system import paths


def load(ws: Workspace, progress: Progress = nothing) -> None:
    """Put the public sample into an open case."""
    plant(ws, plan(), "case.sampled", progress)


def plan() -> Plan:
    """Read the sample."""
    draft = Draft()
    book = casebook.Casebook(paths.resources() / "samples" / "karasai" / "case.toml", draft)
    for clip in book.tables["clip"]:
        draft.files.append(FileSpec(book.id_of(clip["item"]), clip["name"], "video", tuple(clip["lines"])))
    return draft.plan(CaseFile(**casebook.values(CaseFile, book.tables["case_file"])))
