"""The ladder and the bars of sums: what they show to the eye and say to the ear."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from evidence_app.gui.widgets import ladder
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.ladder import LadderView
from evidence_app.gui.widgets.ledger_bars import Block, LedgerBars, Line
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.services.ladder import Step

LADDER = (
    Step("detained", "yes", "7 January 2022", "", ("N-001",)),
    Step("complained", "unknown"),
    Step("award", "part", "17 January 2025", "5 ₸", ("E-001 p. 2",)),
    Step("paid", "no"),
)


def painted(state: str) -> QImage:
    """Paint one mark."""
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    ladder.paint_mark(painter, QPoint(12, 12), 16, state)
    painter.end()
    return image


def test_each_state_has_a_mark_of_its_own() -> None:
    marks = [painted(state) for state in ("yes", "part", "no", "unknown")]
    assert all(first != second for number, first in enumerate(marks) for second in marks[number + 1 :])


def test_a_row_of_dots_has_one_for_each_rung() -> None:
    image = QImage(200, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    width = ladder.paint_dots(painter, QRect(0, 0, 200, 20), [step.state for step in LADDER])
    assert width == len(LADDER) * (ladder.DOT + ladder.DOT_GAP) - ladder.DOT_GAP
    assert ladder.paint_dots(painter, QRect(0, 0, 200, 20), []) == 0
    painter.end()


def test_the_ladder_shows_dates_where_there_are_some_and_words_where_not(qtbot) -> None:
    made = LadderView(LADDER)
    qtbot.addWidget(made)
    said = [label.text() for label in made.findChildren(PlainLabel)]
    assert {"7 January 2022", "not known", "17 January 2025 · in part · 5 ₸", "not yet"} <= set(said)
    assert made.accessibleName().startswith("Detained: reached, 7 January 2022, N-001; Complained: not known")


def test_a_source_that_is_clicked_comes_out_whole(qtbot) -> None:
    made = LadderView(LADDER)
    qtbot.addWidget(made)
    made.show()
    followed: list[str] = []
    made.followed.connect(followed.append)
    for link in made.findChildren(LinkLabel):
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert followed == ["N-001", "E-001 p. 2"]


def test_bars_are_to_scale_and_an_unknown_sum_has_none(qtbot) -> None:
    bars = LedgerBars()
    qtbot.addWidget(bars)
    lines = (Line("Claimed", 100, "100 ₸"), Line("Awarded", 50, "50 ₸"), Line("Paid", None, "not known"))
    bars.show_blocks([Block("KZT", "1 claimant", "50% awarded", lines, "KZT: all of it in words")])
    bars.resize(800, bars.heightForWidth(800))
    image = bars.grab().toImage()
    widths = {
        tone: max(
            sum(image.pixelColor(x, y).name() == colour for x in range(image.width()))
            for y in range(image.height() - 1)
        )
        for tone, colour in (("claimed", "#cdcac3"), ("awarded", "#2f5bb7"), ("paid", "#2b7a4b"))
    }
    assert abs(widths["claimed"] - 2 * widths["awarded"]) <= 4
    assert widths["claimed"] > 300 and widths["paid"] == 0
    assert bars.accessibleName() == "KZT: all of it in words"


def test_two_currencies_stand_side_by_side_where_there_is_room(qtbot) -> None:
    bars = LedgerBars()
    qtbot.addWidget(bars)
    block = Block("KZT", "", "", (Line("Claimed", 1, "1"),), "")
    bars.show_blocks([block, block])
    assert bars.heightForWidth(1200) < bars.heightForWidth(500)
    bars.show_blocks([])
    assert bars.isHidden()
