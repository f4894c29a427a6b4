"""A sound case, made once, and a copy of it for each test that harms one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evidence_app.services import cases
from evidence_app.services.recovery import Sheet
from tests.services import sheets, sound


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case that no test touches."""
    return sound.make(tmp_path_factory.mktemp("original"))


@pytest.fixture
def copied(original: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    shutil.copytree(original, tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture
def sheet(copied: Path) -> Sheet:
    """A sheet of the copy that was typed back."""
    with cases.open_case(copied, sound.PASSPHRASE) as ws:
        return sheets.confirmed(ws)
