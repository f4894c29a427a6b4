"""The timeline as a person meets it: keys, wheel, pointer, one choice, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.timeline import Timeline
from evidence_app.services.chronology import Bar, Bucket, Doubt, Look, Span

DAY = 86_400
START = 738_000 * DAY  # some day in 2021


def event(number: int, day: int, days: int = 1, doubt: Doubt = Doubt.EXACT, sources: int = 1) -> Bar:
    """Return an event on a day."""
    span = Span(number, START + day * DAY, START + (day + days) * DAY, doubt, number == 2)
    return Bar(span, f"N-{number:03}", f"Задержание <b>{number}</b>", "Arrest", f"day {day}", "Хутор", 3, sources)


def look(*bars: Bar, buckets: tuple[Bucket, ...] = ()) -> Look:
    """Return a look at events."""
    extent = (bars[0].span.first, max(bar.span.last for bar in bars)) if bars else None
    return Look(0, 0, bars, buckets, is_whole=not buckets, extent=extent)


@pytest.fixture
def timeline(qtbot) -> Timeline:
    """Four events, all in view."""
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_look(look(event(1, 0), event(2, 3, 4, Doubt.BETWEEN), event(3, 20, sources=0), event(4, 40)))
    return made


def wheel(timeline: Timeline, down: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the middle."""
    at = QPointF(450, 250)
    QApplication.sendEvent(
        timeline.viewport(),
        QWheelEvent(
            at,
            QPointF(timeline.viewport().mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, down),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_all_events_and_their_words_are_in_view_at_first(timeline: Timeline):
    for place in range(4):
        assert timeline.viewport().rect().contains(timeline.visualRect(timeline.marks.index(place)))


def test_arrows_walk_from_event_to_event_and_say_which(timeline: Timeline, qtbot):
    heard: list[int] = []
    timeline.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(timeline, key)
    assert heard == [1, 2, 1, 4, 1]  # at the end the arrow leads nowhere, and nothing is said


def test_choosing_from_outside_is_silent_and_brings_the_event_into_view(timeline: Timeline):
    heard: list[int] = []
    timeline.chosen.connect(heard.append)
    timeline.zoom(40.0, 0)
    timeline.choose(4)
    assert heard == []
    box = timeline.visualRect(timeline.currentIndex())
    assert 0 <= box.left() <= timeline.viewport().width()


def test_an_event_chosen_before_it_arrives_is_current_once_it_does(timeline: Timeline):
    timeline.choose(9)
    assert not timeline.currentIndex().isValid()
    timeline.show_look(look(event(1, 0), event(9, 5)))
    assert timeline.marks.bar_at(timeline.currentIndex().row()).id == 9


def test_enter_and_double_click_open(timeline: Timeline, qtbot):
    opened: list[int] = []
    timeline.opened.connect(opened.append)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    at = timeline.visualRect(timeline.marks.index(2)).center()
    qtbot.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [1, 3]


def test_plus_ctrl_wheel_and_fit_zoom_and_the_wheel_alone_moves(timeline: Timeline, qtbot):
    all_of_it = timeline.window_shown
    qtbot.keyClicks(timeline, "+")
    assert timeline.window_shown.scale > all_of_it.scale
    before = timeline.window_shown
    wheel(timeline, 120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.window_shown.scale == pytest.approx(before.scale * 1.25)
    assert timeline.window_shown.instant(450) == pytest.approx(before.instant(450))
    before = timeline.window_shown
    wheel(timeline, -120)
    assert timeline.window_shown.scale == before.scale
    assert timeline.window_shown.first > before.first
    timeline.fit()
    assert timeline.window_shown == all_of_it


def test_dragging_takes_the_axis_along(timeline: Timeline, qtbot):
    before, view = timeline.window_shown, timeline.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 480))
    for x in (560, 500):
        qtbot.mouseMove(view, QPoint(x, 480))
        QApplication.processEvents()
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 480))
    assert timeline.window_shown.first > before.first
    assert timeline.window_shown.scale == before.scale


def test_a_screen_reader_hears_each_event_with_date_place_and_missing_source(timeline: Timeline):
    heard = QAccessible.queryAccessibleInterface(timeline)
    assert heard.childCount() == 4
    third = heard.child(2).text(QAccessible.Text.Name)
    assert "N-003" in third
    assert "day 20" in third
    assert "no source yet" in third
    assert "key event" in heard.child(1).text(QAccessible.Text.Name)


def test_a_title_stays_text_in_the_tip_and_gives_way_to_a_code(timeline: Timeline):
    tip = timeline.marks.data(timeline.marks.index(0), int(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;b&gt;" in tip
    privacy.learn(lambda words: words.replace("Задержание", "P-001"))
    privacy.put(True)
    assert "Задержание" not in timeline.marks.data(timeline.marks.index(0))
    timeline.grab()


def test_lanes_that_do_not_fit_scroll_and_the_layout_comes_to_rest(timeline: Timeline, qtbot):
    timeline.show_look(look(*[event(number, 0) for number in range(1, 30)]))
    timeline.resize(700, 160)
    qtbot.wait(30)
    bar = timeline.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    assert bar.value() > 0
    assert timeline.viewport().rect().intersects(timeline.visualRect(timeline.currentIndex()))


def test_a_crowd_is_shown_as_a_number_and_opened_by_coming_nearer(timeline: Timeline, qtbot):
    crowd = Bucket(START, START + 10 * DAY, 4000)
    timeline.show_look(look(event(2, 3), event(4, 40), buckets=(crowd,)))
    moved: list[tuple[float, float]] = []
    timeline.moved.connect(lambda first, last: moved.append((first, last)))
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert "4000 events" in timeline.marks.data(timeline.currentIndex())
    scale = timeline.window_shown.scale
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert timeline.window_shown.scale == pytest.approx(scale * 8)
    assert moved


@pytest.mark.parametrize("doubt", list(Doubt)[:5])
def test_every_way_of_knowing_a_time_is_drawn_at_every_zoom(timeline: Timeline, doubt: Doubt):
    span = Span(7, START, START if doubt in {Doubt.BEFORE, Doubt.AFTER} else START + DAY, doubt)
    timeline.show_look(look(Bar(span, "N-007", "Событие", "", "", "", 0, 0)))
    for factor in (1.0, 1e-6, 1e9):
        timeline.zoom(factor)
        assert not timeline.grab().isNull()
