"""Where things lie on this computer; the only module that knows."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_dirs = PlatformDirs("evidence-app", appauthor=False)


def resources() -> Path:
    """Return the folder of icons, fonts, themes, words, vocabularies and samples."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [package / "_resources", package.parent / "resources"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the program's resources folder is missing; install the program again")


def samples() -> Path:
    """Return the folder in the user's data where the sample case is made."""
    return _dirs.user_data_path / "samples"


def settings() -> Path:
    """Return the folder of settings; they never name a case, a person or a path of a case."""
    return _dirs.user_config_path
