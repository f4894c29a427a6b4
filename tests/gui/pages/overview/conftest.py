"""Cases for the overview, made once, and its page by itself in a window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.overview.page import OverviewPage
from evidence_app.gui.widgets import privacy
from evidence_app.services import cases
from tests.gui.pages.overview.scene import OFFERED, PASSPHRASE, PATIENCE_MS, QUICK, fill


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty case and a filled one, made once."""
    made = tmp_path_factory.mktemp("originals")
    for name in ("empty", "filled"):
        cases.create(made / name, "Дело", PASSPHRASE, language="en", profile=QUICK).close()
    fill(made / "filled")
    return made


@pytest.fixture
def empty(originals: Path, tmp_path: Path) -> Path:
    """A case in which nothing is recorded."""
    return Path(shutil.copytree(originals / "empty", tmp_path / "case"))


@pytest.fixture
def filled(originals: Path, tmp_path: Path) -> Path:
    """Thirty victims; one has spoken, her words have left, and she took consent back. A story of three events."""
    return Path(shutil.copytree(originals / "filled", tmp_path / "case"))


@pytest.fixture
def lane(relay):
    """A lane that ends with the test."""
    made = ArchiveLane(relay)
    yield made
    privacy.learn(None)
    privacy.put(False)
    made.close()
    assert made.join()


@pytest.fixture
def show(lane: ArchiveLane, qtbot):
    """Open a case and show its overview, once every part has come."""

    def shown(folder: Path) -> OverviewPage:
        page = OverviewPage(lane)
        qtbot.addWidget(page)
        page.offer(OFFERED)
        page.resize(1048, 660)
        page.show()
        lane.open(lambda: cases.open_case(folder, PASSPHRASE), done=lambda _ws: page.enter())
        qtbot.waitUntil(lambda: len(page.view_model.held) == 6, timeout=PATIENCE_MS)
        return page

    return shown
