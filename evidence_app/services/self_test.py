"""What works on this computer, and what it lacks: tried out, not looked up."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.person import Person, PersonName
from evidence_app.keys.derivation import FLOOR
from evidence_app.media import making
from evidence_app.services import cases, dossiers, examining, intake, people, searching, verifying
from evidence_app.services.workspace import Workspace
from evidence_app.system import paths
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Result:
    """One trial: what, whether it worked, whether the program can do without, and what was seen."""

    what: str
    works: bool
    is_needed: bool
    said: str


def run() -> list[Result]:
    """Make a case in a folder of its own, put one of each kind in, search, verify, make a dossier; then remove it."""
    results: list[Result] = []

    def attempt(what: str, trial: Callable[[], str], *, is_needed: bool = True) -> None:
        try:
            results.append(Result(what, True, is_needed, trial()))
        except EvidenceError as problem:
            results.append(Result(what, False, is_needed, str(problem)))

    with tempfile.TemporaryDirectory(prefix="evidence-app-") as folder:
        with cases.create(Path(folder) / "Проба дела", "Проба", "self test only", profile=FLOOR) as ws:
            attempt(_("Records and search"), lambda: _records(ws))
            attempt(_("Files, sealed and looked into"), lambda: _files(ws, Path(folder)))
            attempt(_("Dossier, read back"), lambda: _dossier(ws, Path(folder) / "проба.pdf"))
        attempt(_("Verification"), lambda: verifying.verify(Path(folder) / "Проба дела", "self test only").summary())
    attempt(_("Window"), _window, is_needed=False)
    return results


def _records(ws: Workspace) -> str:
    people.add(ws, Person(protection="P0", basis="OFFICIAL"), PersonName(full="Қайрат Әбілов", language="kk"))
    return _("%(n)s found") % {"n": searching.search(ws, "қайрат").total}


def _files(ws: Workspace, folder: Path) -> str:
    font = paths.resources() / "fonts" / "Inter-Regular.ttf"
    for name, content in (
        ("фото.jpg", making.photo(320, 240, ["Проба"], 1, font=font)),
        ("звук.wav", making.audio(1, 1)),
        ("видео.mp4", making.video(1, ["Проба"], 1, font=font)),
    ):
        (folder / name).write_bytes(content)
        intake.run(ws, [folder / name])
    examining.run(ws)
    waiting = len(examining.pending(ws))
    return _("photo, sound, video") if not waiting else _("%(n)s could not be looked into") % {"n": waiting}


def _dossier(ws: Workspace, out: Path) -> str:
    return dossiers.build(ws, out, reader="TEAM", language="kk").sha256[:16]


def _window() -> str:
    """Say whether Qt's libraries load; nothing is shown."""
    import importlib.util

    return _("Qt is installed") if importlib.util.find_spec("PySide6") else _("Qt is not installed")
