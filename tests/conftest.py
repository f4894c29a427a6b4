"""What most tests start from: a case of their own, opened quickly, and a home folder that is nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from evidence_app.keys.derivation import Profile
from evidence_app.services import cases
from evidence_app.services.workspace import Workspace
from evidence_app.system import paths

# A slow moment of the computer is no failure of a test, and the same run finds the same things.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("steady")

QUICK = Profile(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "пять тихих слов вечером"


@pytest.fixture(autouse=True)
def a_home_of_its_own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Keep the test's settings, data and temporary files inside folders of its own."""
    home = tmp_path / ".home"
    for name, folder in {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local/state",
        "TMPDIR": tmp_path_factory.mktemp("t"),  # short: sockets lie in it, and their paths have 107 bytes
    }.items():
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)  # else the first folder that was asked for is remembered
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the case of this test lies, or would lie."""
    return tmp_path / "дело"


@pytest.fixture
def quick() -> Profile:
    """The cheapest cost of a passphrase guess that Argon2id knows: for tests alone."""
    return QUICK


@pytest.fixture
def passphrase() -> str:
    """The passphrase of the case of this test."""
    return PASSPHRASE


@pytest.fixture
def case(folder: Path) -> Iterator[Workspace]:
    """A new case, open."""
    with cases.create(folder, "Проверочное дело", PASSPHRASE, profile=QUICK) as ws:
        yield ws


@pytest.fixture(scope="session")
def font() -> Path:
    """A font with Latin and Cyrillic letters."""
    return paths.resources() / "fonts" / "Inter-Regular.ttf"
