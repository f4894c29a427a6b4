"""The demonstration: the sample case, verified, with its dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evidence_app.services import cases, dossiers, verifying
from evidence_app.services.dossiers import Built
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.verifying import Verification
from evidence_app.system import paths


@dataclass(frozen=True, slots=True)
class Shown:
    """What was made, and where."""

    case: Path
    passphrase: str
    verification: Verification
    dossiers: tuple[Built, ...]


def default_folder() -> Path:
    """Return where the demonstration goes when nobody says where."""
    return paths.samples()


def make(folder: Path, progress: Progress = nothing) -> Shown:
    """Make the sample case in a folder where it is not there yet, verify it, and write its dossiers anew."""
    case, passphrase = cases.sample(folder / "karasai", progress)
    with cases.open_case(case, passphrase) as ws:
        built = tuple(
            dossiers.build(ws, _free(folder, language), language=language, progress=progress)
            for language in ("en", "ru")
        )
    return Shown(case, passphrase, verifying.verify(case, passphrase, progress), built)


def _free(folder: Path, language: str) -> Path:
    """Return a name for a dossier that no file has yet: nothing that left is ever overwritten."""
    number = 1
    while (path := folder / f"karasai_dossier_court_{language}{f'_v{number}' if number > 1 else ''}.pdf").exists():
        number += 1
    return path
