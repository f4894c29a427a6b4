"""Graphic exhibits stay covered until somebody asks for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from evidence_app.domain.media import Media
from evidence_app.gui.pages.media.cover import Cover
from evidence_app.gui.pages.media.page import MediaPage
from evidence_app.gui.widgets.inspector_head import Still
from evidence_app.services import cases, intake, records

PATIENCE_MS = 30_000


@pytest.fixture
def graphic(case: Path, sample: tuple[Path, str], tmp_path: Path) -> list[str]:
    """Two graphic photographs in the case; returns their codes."""
    with cases.open_case(case, sample[1]) as ws:
        for name, colour in (("back", Qt.GlobalColor.red), ("arm", Qt.GlobalColor.blue)):
            picture = QImage(64, 48, QImage.Format.Format_RGB32)
            picture.fill(colour)
            assert picture.save(str(tmp_path / f"{name}.png"))
            (code,) = intake.run(ws, [tmp_path / f"{name}.png"]).added
            records.change(ws, ws.records.first(Media, code=code), is_graphic=True)
        return [item.code for item in ws.records.find(Media, is_graphic=1)]


def choose(page: MediaPage, code: str, qtbot) -> None:
    """Choose an exhibit and wait until its facts are shown."""
    number = next(row.id for row in page.view_model.rows if row.code == code)
    page.show_record(number)
    qtbot.waitUntil(lambda: page.inspector.details is not None and page.inspector.details.code == code)


def test_one_key_uncovers_this_exhibit_only_and_only_now(graphic: list[str], unlock, qtbot):
    shell = unlock()
    shell.go("media")
    page = shell.pages["media"]
    qtbot.waitUntil(lambda: page.view_model.is_loaded, timeout=PATIENCE_MS)
    choose(page, graphic[0], qtbot)
    assert page.inspector.findChild(Cover) is not None
    page.focus_list()
    qtbot.keyClick(page.view, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: page.inspector.findChild(Still) is not None, timeout=PATIENCE_MS)
    assert page.view.currentIndex().data(Qt.ItemDataRole.DisplayRole).count("Graphic")
    for code in (graphic[1], graphic[0]):
        choose(page, code, qtbot)
        assert page.inspector.findChild(Cover) is not None
        assert page.inspector.findChild(Still) is None
    page.inspector.findChild(Cover).show_it.click()
    qtbot.waitUntil(lambda: page.inspector.findChild(Still) is not None, timeout=PATIENCE_MS)
