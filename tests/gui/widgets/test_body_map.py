"""The body map: what lies where, placing by pointer and by keys, dots that are said in words too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from evidence_app.domain.vocabulary import is_term
from evidence_app.gui.widgets.body_map import BodyMap, Dot
from evidence_app.gui.widgets.body_outline import outline, side_at, site_at


@pytest.fixture
def body(qtbot) -> BodyMap:
    """A map with two findings."""
    made = BodyMap()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    made.show_dots(
        [Dot(7, 1, "FRONT", 560, 250, "CLAIMED", "Ribs"), Dot(8, 2, "REAR", 500, 300, "DIAGNOSED", "Scar on the back")]
    )
    return made


@pytest.mark.parametrize(
    ("view", "x", "y", "site", "side"),
    [
        ("FRONT", 500, 20, "HEAD", "MIDLINE"),
        ("FRONT", 525, 52, "EYE", "LEFT"),
        ("FRONT", 440, 250, "CHEST", "RIGHT"),
        ("FRONT", 560, 250, "CHEST", "LEFT"),
        ("REAR", 440, 250, "BACK", "LEFT"),
        ("FRONT", 500, 380, "ABDOMEN", "MIDLINE"),
        ("REAR", 500, 380, "LOWER_BACK", "MIDLINE"),
        ("FRONT", 830, 520, "HAND", "LEFT"),
        ("FRONT", 600, 710, "KNEE", "LEFT"),
        ("REAR", 400, 800, "LOWER_LEG", "LEFT"),
        ("FRONT", 600, 985, "FOOT", "LEFT"),
    ],
)
def test_a_place_on_the_outline_is_a_part_of_the_body(view: str, x: int, y: int, site: str, side: str):
    assert site_at(view, x, y) == site
    assert side_at(view, x, site) == side


def test_every_place_on_the_body_has_a_site_that_the_vocabulary_knows(qapp):
    for view in ("FRONT", "REAR"):
        inside = [(x, y) for x in range(0, 1001, 25) for y in range(0, 1001, 25) if outline().contains(QPointF(x, y))]
        sites = {site_at(view, x, y) for x, y in inside}
        assert len(inside) > 150 and all(is_term("body_site", site) for site in sites)
        assert "WHOLE" not in sites


def test_a_click_on_the_body_places_a_finding_and_beside_it_nothing(body: BodyMap, qtbot):
    placed: list[tuple[object, ...]] = []
    body.placed.connect(lambda *facts: placed.append(facts))
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.point("REAR", 440, 250).toPoint())
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(2, body.height() - 3))
    (facts,) = placed
    assert facts[0] == "REAR" and facts[3:] == ("BACK", "LEFT")
    assert abs(int(str(facts[1])) - 440) < 8 and abs(int(str(facts[2])) - 250) < 4


def test_a_click_on_a_dot_chooses_its_finding(body: BodyMap, qtbot):
    with qtbot.waitSignal(body.chosen) as heard, qtbot.assertNotEmitted(body.placed):
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.point("FRONT", 560, 250).toPoint())
    assert heard.args == [7]


def test_the_keyboard_goes_over_both_outlines_and_places_with_enter(body: BodyMap, qtbot):
    placed: list[tuple[object, ...]] = []
    body.placed.connect(lambda *facts: placed.append(facts))
    for _step in range(11):
        qtbot.keyClick(body, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert body.cursor_view == "REAR"
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert placed == [], "the cross is not on the body"
    body.cursor_x = 500
    qtbot.keyClick(body, Qt.Key.Key_Down)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert placed == [("REAR", 500, 240, "BACK", "MIDLINE")]


def test_what_is_on_the_map_is_said_in_words(body: BodyMap, qtbot):
    assert body.accessibleDescription() == "1. Ribs\n2. Scar on the back"
    qtbot.keyClick(body, Qt.Key.Key_Down)
    assert "Chest" in body.accessibleName()


def test_the_shape_of_a_dot_says_how_it_is_known(body: BodyMap):
    def picture(basis: str) -> bytes:
        body.show_dots([Dot(7, 1, "FRONT", 560, 250, basis, "")])
        image = body.grab().toImage()
        return bytes(image.constBits())

    assert len({picture(basis) for basis in ("CLAIMED", "OBSERVED", "DIAGNOSED")}) == 3
