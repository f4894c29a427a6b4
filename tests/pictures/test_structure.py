"""In every language, at every size of window and text, all words can be read and nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from tests.pictures import structure
from tests.pictures.sheets import SHEETS
from tests.pictures.studio import DOORS, PAGES, Studio, leave_form, recover

# Width and height of the window, text in per cent.
SMALLEST = (1024, 640)
ROOMS = {"1440x900": (1440, 900, 100), "1280x720": (1280, 720, 100), "1280x720 at 125 %": (1280, 720, 125)}


@pytest.fixture(scope="module", params=["ru", "kk", "en"])
def studio(
    request: pytest.FixtureRequest, qapp: QApplication, fictional_case: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Studio]:
    """A window in one language."""
    made = Studio(fictional_case, tmp_path_factory.mktemp("window") / "window.ini", request.param, "light", (1280, 720))
    yield made
    made.window.appearance.choose_size(100)
    made.close()


def wrong_in(window: QWidget) -> list[str]:
    """Return all that is wrong with what a window shows now."""
    return structure.cut(window) + structure.misplaced(window) + structure.hollow(window) + structure.faint(window)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("scenes", [DOORS, PAGES], ids=["before a case is open", "inside a case"])
def test_all_words_can_be_read_and_nothing_is_out_of_its_place(studio: Studio, room: str, scheme: str, scenes):
    width, height, text = ROOMS[room]
    studio.window.appearance.choose_scheme(scheme)
    studio.window.appearance.choose_size(text)
    studio.window.resize(width, height)
    found = []
    for name, scene in scenes.items():
        scene(studio)
        studio.settle()
        found += [f"{name}: {wrong}" for wrong in wrong_in(studio.window)]
        if name.endswith("form"):
            leave_form(studio)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_sheet_can_be_read_fits_the_smallest_window_and_names_what_takes_the_keyboard(
    studio: Studio, scheme: str
):
    studio.window.appearance.choose_scheme(scheme)
    studio.window.appearance.choose_size(100)
    studio.window.resize(*SMALLEST)
    found = []
    for name, card in {"recover": recover, **DOORS}.items():
        card(studio)
        studio.settle()
        found += [f"{name}: {wrong}" for wrong in wrong_in(studio.window) + structure.nameless(studio.window)]
    for name, way in SHEETS.items():
        sheet = way(studio)
        sheet.open()
        studio.settle()
        found += [f"{name}: {wrong}" for wrong in wrong_in(sheet) + structure.nameless(sheet)]
        if sheet.height() > SMALLEST[1]:
            found.append(f"{name}: {sheet.height()} px are too high")
        sheet.close()
    assert not found, "\n".join(found)


@pytest.fixture
def sheet(qtbot) -> QWidget:
    """A window with nothing in it yet."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setStyleSheet("background: white; color: black")
    made.resize(400, 200)
    return made


def put(widget: QWidget, on: QWidget, x: int, y: int, width: int, height: int) -> None:
    """Place a widget on another."""
    widget.setParent(on)
    widget.setGeometry(x, y, width, height)


def test_words_that_do_not_fit_are_found(sheet: QWidget):
    put(PlainLabel("one line of words"), sheet, 0, 0, 40, 20)
    put(PlainLabel("words that need several lines in so little room", wrap=True), sheet, 0, 30, 80, 20)
    put(PlainLabel("неприкосновенность", wrap=True), sheet, 0, 60, 60, 60)
    put(QPushButton("A long word"), sheet, 200, 0, 30, 30)
    put(ElidedLabel("one line of words"), sheet, 200, 60, 40, 20)
    sheet.show()
    assert len(structure.cut(sheet)) == 4


def test_what_lies_over_or_outside_is_found(sheet: QWidget):
    put(PlainLabel("a"), sheet, 0, 0, 40, 20)
    put(PlainLabel("b"), sheet, 30, 10, 40, 20)
    put(PlainLabel("c"), sheet, 390, 100, 40, 20)
    sheet.show()
    found = structure.misplaced(sheet)
    assert [line.split(":")[0] for line in found] == ["outside", "over one another by 30,10 10x10"]


def test_words_that_do_not_stand_out_are_found(sheet: QWidget):
    faint, plain = PlainLabel("faint"), PlainLabel("plain")
    put(faint, sheet, 0, 0, 60, 20)
    put(plain, sheet, 100, 0, 60, 20)
    faint.setStyleSheet("color: #999999")
    plain.setStyleSheet("color: #333333")
    sheet.show()
    assert [line.split("“")[1] for line in structure.faint(sheet)] == ["faint”"]
