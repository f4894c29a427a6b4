"""Readings that take long: whatever else is asked of the archive meanwhile comes first."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from evidence_app.domain.person import Person
from evidence_app.gui.jobs.archive_lane import MUCH, ArchiveLane
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases
from evidence_app.services.workspace import Workspace

_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
PAGE, OTHER = "a page", "another page"


@pytest.fixture
def lane(relay: Relay, tmp_path: Path, qtbot):
    made, opened = ArchiveLane(relay), []
    folder, passphrase = tmp_path / "case", "four plain words here"
    made.open(lambda: cases.create(folder, "Case", passphrase, profile=Profile(64, 1, 1)), done=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    made.close()
    assert made.join()


class Endless:
    """A question without an answer, until it has been asked often enough; knows how often it was."""

    def __init__(self, times: int = 1_000) -> None:
        self.times, self.asked, self.begun = times, 0, threading.Event()

    def __call__(self, ws: Workspace) -> str:
        self.asked += 1
        self.begun.set()
        if self.asked <= self.times:
            ws.records.connection.execute(sa.text(_ENDLESS)).scalar()
        return "read"


def test_a_list_that_is_asked_for_later_comes_before_a_reading_under_way(lane: ArchiveLane, qtbot) -> None:
    heard, endless = [], Endless(times=1)
    lane.read(PAGE, endless, done=heard.append)
    assert endless.begun.wait(5)
    lane.submit(lambda ws: ws.records.count(Person), done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [0, "read"]
    assert endless.asked == 2


def test_what_is_written_while_a_reading_is_under_way_is_written_at_once(lane: ArchiveLane, qtbot) -> None:
    done, endless = [], Endless()
    lane.read(PAGE, endless)
    assert endless.begun.wait(5)

    def write(ws: Workspace) -> int:
        with ws.act("person.added") as act:
            return act.add(Person()).id

    lane.submit(write, done=done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_the_lock_waits_for_no_reading_and_ends_it(lane: ArchiveLane, qtbot) -> None:
    stopped, locked, endless = [], [], Endless()
    lane.read(PAGE, endless, stopped=lambda: stopped.append(True))
    assert endless.begun.wait(5)
    lane.lock(done=lambda _none: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked) and bool(stopped))
    assert endless.asked == 1


def test_a_reading_that_nobody_wants_any_more_is_broken_off(lane: ArchiveLane, qtbot) -> None:
    stopped, heard, endless = [], [], Endless()
    lane.read(PAGE, endless, topic="matrix", stopped=lambda: stopped.append(True))
    assert endless.begun.wait(5)
    lane.read(PAGE, lambda _ws: "newer", topic="matrix", done=heard.append)
    qtbot.waitUntil(lambda: bool(stopped) and heard == ["newer"])


def test_the_page_in_front_is_read_before_the_one_that_was_left(lane: ArchiveLane, qtbot) -> None:
    heard, endless = [], Endless(times=1)
    lane.read(PAGE, endless, done=heard.append)
    lane.read(PAGE, lambda _ws: "rest of it", done=heard.append)
    assert endless.begun.wait(5)
    lane.read(OTHER, lambda _ws: "in front", done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["in front", "read", "rest of it"]


def test_long_work_between_two_questions_gives_way_too(lane: ArchiveLane, qtbot) -> None:
    heard, begun, turns = [], threading.Event(), []

    def judge(ws: Workspace) -> str:
        turns.append(1)
        begun.set()
        while len(turns) == 1:
            ws.give_way()
        return "judged"

    lane.read(PAGE, judge, done=heard.append)
    assert begun.wait(5)
    lane.submit(lambda _ws: "list", done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["list", "judged"]


def test_a_lane_that_closes_waits_for_no_reading(relay: Relay) -> None:
    lane, begun = Lane("trial", relay), threading.Event()
    lane.give(lambda _progress: begun.wait(5))
    lane.give(lambda _progress: pytest.fail("nobody waits for this"), reader=PAGE)
    lane.close()
    begun.set()
    assert lane.join()
    assert lane.is_idle


def test_writing_is_never_broken_off(lane: ArchiveLane, qtbot) -> None:
    done: list[int] = []

    def write(ws: Workspace) -> int:
        with ws.giving_way(lambda: True), ws.act("person.added") as act:
            return [act.add(Person()).id for _number in range(50)][-1]

    lane.submit(write, done=done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_nothing_stops_the_window_to_look_for_cycles_in_what_was_read_until_the_case_is_left(
    lane: ArchiveLane, qtbot
) -> None:
    heard: list[object] = []
    lane.read(PAGE, lambda _ws: gc.isenabled(), done=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [False]
    assert gc.isenabled() and not gc.get_freeze_count()  # next to nothing was read
    lane.read(PAGE, lambda _ws: [[] for _row in range(2 * MUCH)], done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert gc.isenabled() and gc.get_freeze_count()
    lane.lock(done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert not gc.get_freeze_count()
