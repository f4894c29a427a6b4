"""The fictional case of all pictures, a clock that stands still, and no surprises of this computer."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from evidence_app.gui.widgets import privacy
from evidence_app.system import clock, words
from tests.pictures import studio


@contextmanager
def stillness() -> Iterator[None]:
    """Let it be one moment in one place, whenever and wherever the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", studio.ZONE)
        time.tzset()
        patch.setattr(clock, "instant", lambda: studio.NOW)
        yield
    time.tzset()


@pytest.fixture(scope="module", autouse=True)
def still_clock() -> Iterator[None]:
    """Stop the clock for the tests of one file; afterwards nothing is left of its languages and looks."""
    with stillness():
        yield
    words.choose("en")
    privacy.put(False)


@pytest.fixture(scope="session")
def fictional_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, made once."""
    with stillness():
        return studio.make_case(tmp_path_factory.mktemp("fictional") / "kumtobe")
