"""The axis: ticks of the right unit, named as people say them, from the first year to the last."""

from __future__ import annotations

import pytest

from evidence_app.gui.widgets.timeline_axis import LAST, headings, step_for, ticks
from evidence_app.gui.widgets.timeline_window import FINEST, WIDEST, Window
from evidence_app.services.chronology import seconds
from evidence_app.system import words

DAY, WIDTH = 86_400.0, 1000


def seen(first: str, days: float) -> tuple[str, list[str], list[str]]:
    """Return unit, ticks and headings of so many days on a thousand pixels."""
    begin = seconds(f"{first}T00:00:00")
    end, step = begin + days * DAY, step_for(WIDTH / (days * DAY))
    return (
        step.unit,
        [tick.words for tick in ticks(begin, end, step)],
        [tick.words for tick in headings(begin, end, step)],
    )


@pytest.mark.parametrize(
    ("days", "unit", "ticks_seen", "over"),
    [
        (1, "hour", "03:00", "7 January 2022"),
        (20, "day", "9", "January 2022"),
        (100, "week", "10", "January 2022"),
        (500, "month", "Feb", "2022"),
        (4000, "year", "2026", ""),
    ],
)
def test_the_unit_follows_the_zoom(days: float, unit: str, ticks_seen: str, over: str):
    found, marked, headed = seen("2022-01-07", days)
    assert found == unit
    assert ticks_seen in marked
    assert (over in headed) if over else not headed


@pytest.mark.parametrize(("language", "month", "heading"), [("ru", "янв.", "2022"), ("kk", "қаң.", "2022")])
def test_months_have_the_names_of_the_language_spoken(language: str, month: str, heading: str):
    words.choose(language)
    _unit, marked, headed = seen("2022-01-01", 500)
    assert month in marked
    assert heading in headed
    assert seen("2022-01-07", 20)[2][0] == {"ru": "январь 2022 года", "kk": "2022 жылғы қаңтар"}[language]


@pytest.mark.parametrize("scale", [WIDEST, 1e-9, 1e-7, 1e-5, 1e-3, FINEST])
@pytest.mark.parametrize("first", [-1e9, 0.0, LAST / 2, LAST - 1e6, LAST])
def test_the_axis_ends_at_either_end_of_the_calendar(first: float, scale: float):
    step = step_for(scale)
    marked = ticks(first, first + WIDTH / scale, step)
    assert len(marked) <= WIDTH / step.room + 2
    assert [tick.at for tick in marked] == sorted({tick.at for tick in marked})


def test_zooming_keeps_the_instant_under_the_pointer_and_has_its_limits():
    window = Window.around((0.0, 100 * DAY), WIDTH, 20)
    at = window.instant(300)
    assert window.zoomed(4, 300).instant(300) == pytest.approx(at)
    assert window.zoomed(1e12, 300).scale == FINEST
    assert window.zoomed(1e-12, 300).scale == WIDEST


def test_words_of_the_last_event_are_in_view_when_all_is_shown():
    window = Window.around((0.0, 100 * DAY), WIDTH, 20, [(100 * DAY, 300.0)])
    assert window.x(0) == pytest.approx(20)
    assert window.x(100 * DAY) + 300 <= WIDTH


def test_a_long_event_that_fills_the_view_does_not_make_it_jump():
    window = Window(0.0, 1.0)
    assert window.showing(-500, 2000, WIDTH, 20) == window
    assert window.showing(-500, 300, WIDTH, 20).first == -520
    assert window.showing(1200, 1300, WIDTH, 20).first == 320
