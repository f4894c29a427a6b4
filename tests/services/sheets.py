"""Recovery sheets for tests: to make one that is in force, and to try one without using it up."""

from __future__ import annotations

import shutil
from pathlib import Path

from evidence_app.domain.errors import WrongSheet
from evidence_app.keys.derivation import Profile
from evidence_app.services import recovery
from evidence_app.services.recovery import Sheet
from evidence_app.services.workspace import Workspace

NEW = "новая тихая фраза"


def confirmed(ws: Workspace) -> Sheet:
    """Make a sheet and confirm it."""
    made = recovery.make_sheet(ws)
    recovery.confirm_sheet(ws, made)
    return made


def opens(folder: Path, sheet: Sheet, quick: Profile) -> bool:
    """Tell whether a sheet opens a copy of the case."""
    shutil.copytree(folder, folder.with_name("tried"))
    try:
        recovery.open_with_recovery(folder.with_name("tried"), " ".join(sheet.words), NEW, profile=quick).close()
    except WrongSheet:
        return False
    finally:
        shutil.rmtree(folder.with_name("tried"))
    return True
