"""Lanes: nothing in one lane touches, no lane is wasted, and what stands where is steady."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.gui.widgets.timeline_lanes import pack
from evidence_app.gui.widgets.timeline_layout import lay_out, mark_extent
from evidence_app.services.chronology import Bar, Doubt, Span

EXTENTS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 80)).map(lambda e: (e[0], e[0] + e[1])), max_size=60)


def bar(number: int, first: int, last: int, doubt: Doubt = Doubt.EXACT) -> Bar:
    """Return an event of which little is known."""
    return Bar(Span(number, first, last, doubt), f"N-{number:03}", "Задержание на дороге", "", "", "", 0, 1)


@given(EXTENTS, st.integers(0, 10))
def test_nothing_in_one_lane_comes_nearer_than_the_gap(extents: list[tuple[int, int]], gap: int):
    lanes = pack(extents, gap)
    for lane in set(lanes):
        mine = sorted(extent for extent, own in zip(extents, lanes, strict=True) if own == lane)
        assert all(
            before[1] + gap <= after[0] or before == after == (before[0], before[0]) for before, after in pairwise(mine)
        )


@given(EXTENTS)
def test_there_are_never_more_lanes_than_things_that_overlap_somewhere(extents: list[tuple[int, int]]):
    lanes = pack([(left, right + 1) for left, right in extents])
    deepest = max((sum(left <= at <= right for left, right in extents) for at, _right in extents), default=0)
    assert max(lanes, default=-1) + 1 == deepest


@given(EXTENTS)
def test_the_same_things_stand_in_the_same_lanes_and_equals_keep_their_order(extents: list[tuple[int, int]]):
    once = pack([(left, left + 50) for left, _right in extents])
    assert once == pack([(left, left + 50) for left, _right in extents])
    together = pack([(7, 20)] * 5)
    assert together == [0, 1, 2, 3, 4]


BARS = st.lists(
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**8), st.sampled_from(list(Doubt)[:5])), min_size=1, max_size=40
)


@given(BARS, st.floats(1e-7, 1e-2), st.integers(1, 30))
def test_marks_and_words_never_touch_others_of_their_lane_at_any_zoom(found, scale: float, fitting: int):
    bars = [bar(number, first, first + length, doubt) for number, (first, length, doubt) in enumerate(found)]
    placed = lay_out(bars, scale, lambda one: 100 + one.id * 37 % 500, fitting)
    assert [one.bar.id for one in placed] == [one.id for one in bars]
    for lane in {one.lane for one in placed}:
        mine = sorted((one for one in placed if one.lane == lane), key=lambda one: one.left)
        assert all(before.end < after.left for before, after in pairwise(mine))


def test_words_are_cut_last_only_where_lanes_would_not_fit():
    bars = [bar(number, number * 10, number * 10 + 1) for number in range(20)]
    roomy = lay_out(bars, 1.0, lambda _bar: 400.0, 100)
    tight = lay_out(bars, 1.0, lambda _bar: 400.0, 3)
    assert {one.words for one in roomy} == {400.0}
    assert {one.words for one in tight} == {260.0}


def test_an_open_end_leads_away_from_the_end_that_is_known():
    left, right = mark_extent(bar(1, 1000, 1000, Doubt.BEFORE), 1.0)
    assert left < right == 1000
    left, right = mark_extent(bar(1, 1000, 1000, Doubt.AFTER), 1.0)
    assert right > left == 1000
