"""The fictional case of all pictures, a clock that stands still, and no surprises of this computer."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from evidence_app.gui.widgets import privacy
from evidence_app.system import clock, words
from tests.pictures import studio


@pytest.fixture(scope="session")
def still_clock() -> Iterator[None]:
    """Let it be one moment in one place, whenever and wherever the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", studio.ZONE)
        time.tzset()
        patch.setattr(clock, "instant", lambda: studio.NOW)
        yield
    time.tzset()
    words.choose("en")
    privacy.put(False)


@pytest.fixture(scope="session")
def fictional_case(still_clock: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, made once."""
    return studio.make_case(tmp_path_factory.mktemp("fictional") / "kumtobe")
