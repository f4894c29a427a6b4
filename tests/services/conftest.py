"""A sound case, made once, and a copy of it for each test that harms one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.services import sound


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case that no test touches."""
    return sound.make(tmp_path_factory.mktemp("original"))


@pytest.fixture
def copied(original: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    shutil.copytree(original, tmp_path / "case")
    return tmp_path / "case"
