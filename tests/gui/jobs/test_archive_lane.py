"""The archive lane: one thread holds the workspace, from opening to closing."""

from __future__ import annotations

import threading

import pytest

from evidence_app.domain.errors import WrongPassphrase
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.relay import Relay


class Room:
    """Something to open and close that knows which thread did so."""

    def __init__(self, log: list[str]) -> None:
        self.log = log
        self.listeners: list = []
        self.thread = threading.get_ident()

    def ask(self, question: str) -> str:
        assert threading.get_ident() == self.thread
        return f"{question}!"

    def close(self) -> None:
        assert threading.get_ident() == self.thread
        self.log.append("closed")


@pytest.fixture
def lane(relay: Relay):
    made = ArchiveLane(relay)
    yield made
    made.close()
    assert made.join()


def opened(lane: ArchiveLane, qtbot) -> None:
    """Open something, and wait until it is open."""
    done: list[Room] = []
    lane.open(lambda: Room([]), done=done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_all_questions_run_where_the_workspace_was_opened(lane: ArchiveLane, qtbot):
    answers: list[str] = []
    lane.open(lambda: Room([]))
    lane.submit(Room.ask, "who", done=answers.append)
    qtbot.waitUntil(lambda: answers == ["who!"])


def test_opening_another_case_closes_the_one_before(lane: ArchiveLane, qtbot):
    log: list[str] = []
    opened = []
    lane.open(lambda: Room(log))
    lane.open(lambda: Room([]), done=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    assert log == ["closed"]


def test_locking_closes_the_workspace(lane: ArchiveLane, qtbot):
    log: list[str] = []
    done = []
    lane.open(lambda: Room(log))
    lane.lock(done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert log == ["closed"]


def test_another_lane_may_ask_and_gets_the_error_too(lane: ArchiveLane, relay: Relay, qtbot):
    files = Lane("files", relay)
    answers, errors = [], []
    opened(lane, qtbot)
    session = lane.session()

    def refuse(_room):
        raise WrongPassphrase

    files.give(lambda _progress: session.ask(lambda room: room.ask("what")), done=answers.append)
    files.give(lambda _progress: session.ask(refuse), failed=errors.append)
    qtbot.waitUntil(lambda: bool(answers) and bool(errors))
    files.close()
    assert files.join()
    assert answers == ["what!"]
    assert isinstance(errors[0], WrongPassphrase)


def test_a_lane_that_asks_after_the_archive_has_closed_is_told_to_stop(relay: Relay, qtbot):
    archive, files = ArchiveLane(relay), Lane("files", relay)
    archive.close()
    assert archive.join()
    stopped = []
    files.give(lambda _progress: archive.session().ask(lambda room: room), stopped=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: bool(stopped))
    files.close()
    assert files.join()


def test_a_question_after_the_lock_is_dropped_without_a_bug(lane: ArchiveLane, qtbot):
    answers, stopped = [], []
    lane.open(lambda: Room([]))
    lane.lock()
    lane.submit(Room.ask, "who", done=answers.append, stopped=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: bool(stopped))
    assert answers == []


def test_work_of_a_case_that_was_locked_asks_nothing_of_the_case_opened_next(lane: ArchiveLane, relay: Relay, qtbot):
    files = Lane("files", relay)
    opened(lane, qtbot)
    session = lane.session()
    lane.lock()
    opened(lane, qtbot)
    answers, stopped = [], []
    ask = lambda _progress: session.ask(lambda room: room.ask("what"))  # noqa: E731
    files.give(ask, done=answers.append, stopped=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: bool(stopped))
    files.close()
    assert files.join()
    assert answers == []
